import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decide,
  likelyBallot,
  tally,
  BALLOTS,
  type Ballot,
  type DecisionRule,
} from '../../shared/procedure/decision.ts';
import { STANCES } from '../../shared/schema/position.ts';
import { code } from '../consensus/meeting.ts';

const votes = (yes: number, no: number, abstaining = 0, away = 0) => {
  const ballots = new Map<ReturnType<typeof code>, Ballot>();
  const roll = Array.from({ length: yes + no + abstaining + away }, (_, at) => code(`S${at}`));
  roll.slice(0, yes).forEach((by) => ballots.set(by, 'for'));
  roll.slice(yes, yes + no).forEach((by) => ballots.set(by, 'against'));
  roll.slice(yes + no, yes + no + abstaining).forEach((by) => ballots.set(by, 'abstain'));
  return tally(roll, ballots);
};
const passes = (rule: DecisionRule, ...cast: Parameters<typeof votes>) => decide(rule, votes(...cast)).passes;
const consensus: DecisionRule = { type: 'consensus' };
const twoThirds: DecisionRule = { type: 'two-thirds' };
const majority: DecisionRule = { type: 'simple-majority' };

test('P11 a tally knows for, against, abstaining and not participating, and counts members alone', () => {
  const found = tally(
    ['BBB', 'AAA', 'CCC', 'DDD'].map(code),
    new Map([
      [code('AAA'), 'for'],
      [code('BBB'), 'against'],
      [code('CCC'), 'abstain'],
      [code('ZZZ'), 'for'],
    ]),
  );
  expect(found).toEqual({ for: ['AAA'], against: ['BBB'], abstaining: ['CCC'], notParticipating: ['DDD'] });
});
test('P11 134 to 0, with 2 abstentions, passes by a majority, and breaks no consensus by the abstentions', () => {
  for (const rule of [consensus, twoThirds, majority]) expect(passes(rule, 134, 0, 2, 57)).toBe(true);
});
test('P11 one objection breaks consensus, and is named', () =>
  expect(decide(consensus, votes(2, 1))).toEqual({ passes: false, rule: 'consensus', against: ['S2'] }));
test('P11 consensus less named objectors passes over theirs alone', () => {
  expect(passes({ type: 'consensus-less', objectors: [code('S3')] }, 3, 1)).toBe(true);
  expect(decide({ type: 'consensus-less', objectors: [code('S3')] }, votes(3, 2))).toMatchObject({ against: ['S4'] });
});
test('P11 two thirds of those present and voting: exactly two thirds is enough', () => {
  expect(passes(twoThirds, 2, 1, 90, 100)).toBe(true);
  expect(passes(twoThirds, 199, 100)).toBe(false);
  expect(passes(twoThirds, 200, 100)).toBe(true);
});
test('P11 a simple majority is more for than against; a tie fails', () => {
  expect(passes(majority, 2, 1)).toBe(true);
  expect(passes(majority, 2, 2)).toBe(false);
});
test('P11 with no vote cast nothing passes by a majority', () => {
  for (const rule of [twoThirds, majority]) expect(passes(rule, 0, 0, 5)).toBe(false);
});
test('P11 a vote for never makes anything fail, one against never makes it pass', () => {
  fc.assert(
    fc.property(fc.constantFrom(consensus, twoThirds, majority), fc.nat(40), fc.nat(40), (rule, yes, no) => {
      if (passes(rule, yes, no)) expect(passes(rule, yes + 1, no)).toBe(true);
      else expect(passes(rule, yes, no + 1)).toBe(false);
    }),
    { seed: 1 },
  );
});
test('P12 a what-if vote takes stances at their word', () => {
  expect(STANCES.map(likelyBallot)).toEqual(['for', 'for', 'abstain', 'abstain', 'against']);
  expect(new Set(STANCES.map(likelyBallot))).toEqual(new Set(BALLOTS));
});
