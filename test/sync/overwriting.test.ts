import { expect, test } from 'vitest';
import { addBracket } from '../../shared/sync/commands/add-bracket.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { replaceText } from '../../shared/sync/commands/replace-text.ts';
import { readFresh } from '../../shared/sync/replica.ts';
import { copyOf, handOf, heal, opened, provisionId, shown, texts } from './building.ts';

const P1 = provisionId(1);
const chair = handOf('CHAIR', 'draft');
const EU = handOf('EU', 'propose');
const span = (from: number, to: number) => ({ provision: P1, from, to });

test("S4 drafted words in the stead of a proposal's only letter are in it, and what is drafted on from them is not", () => {
  const near = opened(texts('one two'), 1);
  const far = copyOf(near, 2);
  insertText(far, EU, { at: { provision: P1, offset: 4 }, text: 'x' });
  heal(near, far);
  replaceText(near, chair, { spans: [span(4, 5)], text: 'ab' });
  expect(shown(near)).toEqual(['one [ab]two']);
  insertText(near, chair, { at: { provision: P1, offset: 6 }, text: 'c' });
  expect(shown(near)).toEqual(['one [ab]ctwo']);
  heal(near, far);
  insertText(far, EU, { at: { provision: P1, offset: 6 }, text: 'd' });
  expect(shown(far)).toEqual(['one [abd]ctwo']);
  heal(near, far);
  expect(near.read()).toEqual(readFresh(far.doc));
});

test.for([
  ['[on[X] two]', [span(0, 3), span(2, 7)]],
  ['[on[X]] two', [span(0, 3), span(2, 3)]],
  ['on[X][ two]', [span(2, 3), span(3, 7)]],
] as const)('S4 drafted words in the stead of one letter are in the brackets that held it: %s', ([expected, round]) => {
  const near = opened(texts('one two'), 1);
  for (const each of round) addBracket(near, chair, { kind: 'hold', spans: [each] });
  replaceText(near, chair, { spans: [span(2, 3)], text: 'X' });
  expect(shown(near)).toEqual([expected]);
});
