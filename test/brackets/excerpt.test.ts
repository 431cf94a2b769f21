import { expect, test } from 'vitest';
import { excerptOf, type ExcerptRequest } from '../../shared/brackets/excerpt.ts';
import { draftOf } from '../editor/draft.ts';

const LINE = 'States [?EU:call [+MEX:upon]][+NOR:encourage all] to act';

test.each<[string, Partial<ExcerptRequest>, string]>([
  ['the whole provision', {}, 'States [call [upon]][encourage all] to act'],
  ['a stretch, with what lies in it', { from: 7, to: 16 }, '[call [upon]]'],
  ['the words of one bracket, without itself', { from: 7, to: 16, of: 'EU-bracket0000' as never }, 'call [upon]'],
  ['a stretch that cuts a bracket', { from: 12, to: 20 }, '[upon]enco'],
  ['as much as is wanted', { most: 10 }, 'States [call'],
])('B19 an excerpt has the brackets that lie in it: %s', (_, request, words) => {
  const { provisions, brackets } = draftOf([LINE]);
  expect(excerptOf(provisions[0]!, { brackets, ...request })).toBe(words);
});
