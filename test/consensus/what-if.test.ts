import { expect, test } from 'vitest';
import { assess } from '../../shared/consensus/assess.ts';
import { likelyVote, likelyVoteOnWhole, whatIf } from '../../shared/consensus/what-if.ts';
import type { Code } from '../../shared/schema/ids.ts';
import {
  bid,
  bracket,
  meeting,
  onBracket,
  onProvision,
  onVariant,
  pid,
  provision,
  ruling,
  says,
  type Sketch,
} from './meeting.ts';

const members = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE'] as Code[];
const vote = (sketch: Sketch) => likelyVote(assess(meeting(sketch)).provisions.get(pid(1))!, members);
const held = bracket(bid(1), 'hold', 1);

test('P12 members vote as they stand on the whole; who has said nothing takes no part', () => {
  const positions = [
    says('AAA', 'support', onProvision(1)),
    says('BBB', 'object', onProvision(1)),
    says('CCC', 'reserve', onProvision(1)),
    says('DDD', 'none', onProvision(1)),
  ];
  expect(vote({ positions })).toEqual({
    for: ['AAA'],
    against: ['BBB'],
    abstaining: ['CCC', 'DDD'],
    notParticipating: ['EEE'],
  });
});
test('P12 on the easiest wording: an objection to another wording is no vote against', () => {
  const positions = [says('AAA', 'object', onBracket(bid(1))), says('BBB', 'support', onVariant(bid(1), 'none'))];
  expect(vote({ brackets: [held], positions })).toMatchObject({
    for: ['BBB'],
    against: [],
    notParticipating: ['AAA', 'CCC', 'DDD', 'EEE'],
  });
});
test('P12 in a deadlock whoever cannot accept even the easiest wording votes against', () => {
  const positions = [
    ...['AAA', 'BBB'].map((by) => says(by, 'object', onBracket(bid(1)))),
    says('CCC', 'object', onVariant(bid(1), 'none')),
    says('CCC', 'support', onProvision(1)),
  ];
  expect(vote({ brackets: [held], positions })).toMatchObject({ for: [], against: ['CCC'] });
});
test('P12 support for a wording does not make up for a reserve on the whole', () => {
  const positions = [says('AAA', 'support', onVariant(bid(1), 'none')), says('AAA', 'reserve', onProvision(1))];
  expect(vote({ brackets: [held], positions })).toMatchObject({ for: [], abstaining: ['AAA'] });
});
test('P11 what would pass, under each rule; agreed provisions are left out', () => {
  const provisions = [provision(1), provision(2), provision(3)];
  const input = meeting({
    provisions,
    positions: [
      ...['AAA', 'BBB', 'CCC'].map((by) => says(by, 'support', onProvision(1))),
      says('DDD', 'object', onProvision(1)),
      says('AAA', 'support', onProvision(2)),
    ],
    rulings: [ruling({ type: 'adRef', provision: pid(3), words: provision(3).text })],
  });
  const passing = (rule: Parameters<typeof whatIf>[2]) =>
    whatIf(assess(input), members, rule)
      .filter(({ decision }) => decision.passes)
      .map((one) => one.provision);
  expect(passing({ type: 'consensus' })).toEqual([pid(2)]);
  expect(passing({ type: 'consensus-less', objectors: ['DDD' as Code] })).toEqual([pid(1), pid(2)]);
  expect(passing({ type: 'two-thirds' })).toEqual([pid(1), pid(2)]);
});
test('C25 the whole: against with one part against, else abstaining with one, else for; agreed parts bind nobody', () => {
  const provisions = [provision(1), provision(2), provision(3)];
  const input = meeting({
    provisions,
    positions: [
      ...['AAA', 'BBB', 'CCC'].map((by) => says(by, 'support', onProvision(1))),
      says('AAA', 'object', onProvision(2)),
      says('BBB', 'reserve', onProvision(2)),
      says('DDD', 'object', onProvision(3)),
    ],
    rulings: [ruling({ type: 'adRef', provision: pid(3), words: provision(3).text })],
  });
  expect(likelyVoteOnWhole(assess(input), members)).toEqual({
    for: ['CCC'],
    against: ['AAA'],
    abstaining: ['BBB'],
    notParticipating: ['DDD', 'EEE'],
  });
});
