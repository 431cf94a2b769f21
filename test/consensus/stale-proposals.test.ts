import { expect, test } from 'vitest';
import { assess } from '../../shared/consensus/assess.ts';
import { staleProposals } from '../../shared/consensus/stale-proposals.ts';
import type { Bracket } from '../../shared/schema/bracket.ts';
import type { Position } from '../../shared/schema/position.ts';
import { bid, bracket, code, meeting, onBracket, says } from './meeting.ts';

const stale = (one: Bracket, positions: readonly Position[] = [], now = 200) => {
  const input = meeting({ brackets: [one], positions });
  return staleProposals(input.draft, assess(input), { now, window: 100 }).length === 1;
};
const proposal = bracket(bid(1), 'insert', 1, { by: 'AAA', opened: 100 });

test('C14 a proposal nobody has seconded within the window is stale, no sooner', () => {
  expect(stale(proposal)).toBe(true);
  expect(stale(proposal, [], 199)).toBe(false);
});
test('C14 a second keeps it, as a supporter of the bracket or by a position', () => {
  expect(stale({ ...proposal, supporters: [code('BBB')] })).toBe(false);
  expect(stale(proposal, [says('BBB', 'support', onBracket(bid(1)))])).toBe(false);
  expect(stale(proposal, [says('AAA', 'support', onBracket(bid(1)))])).toBe(true);
});
test('C14 the chair’s words and words held in brackets need no second', () => {
  expect(stale({ ...proposal, proponent: code('CHAIR') })).toBe(false);
  expect(stale({ ...proposal, kind: 'hold' })).toBe(false);
});
