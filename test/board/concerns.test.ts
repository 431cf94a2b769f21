import { expect, test } from 'vitest';
import { concernsOf } from '../../renderer/views/board/concerns/concerns.ts';
import { tellingReasons } from '../../renderer/views/board/ranked/telling-reasons.ts';
import { assess } from '../../shared/consensus/assess.ts';
import {
  bid,
  bracket,
  code,
  group,
  meeting,
  onBracket,
  onProvision,
  onVariant,
  pid,
  says,
  type Sketch,
} from '../consensus/meeting.ts';

const concerns = (sketch: Sketch, groups: string[] = []) => {
  const input = meeting(sketch);
  return Object.fromEntries(concernsOf(assess(input), input.draft.brackets, code('AAA'), new Set(groups.map(code))));
};

test('K5 what concerns a delegation: where it stands alone, said once, and what it cannot accept with others', () => {
  const both = [
    says('AAA', 'object', onProvision(1)),
    says('AAA', 'object', onProvision(2)),
    says('BBB', 'object', onProvision(2)),
  ];
  expect(concerns({ positions: both })).toEqual({ alone: [pid(1)], objects: [pid(2)] });
});
test('K5 it stands alone with its group, too', () =>
  expect(
    concerns({ groups: [group('GRP', 'AAA', 'BBB')], positions: [says('GRP', 'object', onProvision(1))] }, ['GRP']),
  ).toMatchObject({ alone: [pid(1)] }));
test('K5 its own words that others cannot accept', () => {
  const brackets = [bracket(bid(1, 'AAA'), 'insert', 2, { by: 'AAA' })];
  const positions = [says('BBB', 'object', onBracket(bid(1, 'AAA')))];
  expect(concerns({ brackets, positions })).toEqual({ 'others-against': [pid(2)], proposals: [pid(2)] });
});
test('K5 who waits for instructions, or for others, reads so', () =>
  expect(concerns({ positions: [says('AAA', 'support', onProvision(1), { condition: 'if 2 stands' })] })).toEqual({
    reserves: [pid(1)],
    conditions: [pid(1)],
  }));
test('K5 nothing of one’s own: nothing said', () =>
  expect(concerns({ positions: [says('BBB', 'object', onProvision(1))] })).toEqual({}));

test('K1 a reason that a sharper one has told already is left out', () => {
  const types = (sketch: Sketch) =>
    tellingReasons(assess(meeting(sketch)).provisions.get(pid(1))!.reasons).map(({ type }) => type);
  expect(types({ positions: [says('AAA', 'object', onProvision(1))] })).toEqual(['lone-objector']);
  const brackets = [bracket(bid(1), 'hold', 1)];
  const positions = [says('AAA', 'object', onVariant(bid(1), 'none')), says('BBB', 'object', onBracket(bid(1)))];
  expect(types({ brackets, positions })).toEqual(['bracket-deadlocked', 'lone-objector', 'brackets-open']);
});
