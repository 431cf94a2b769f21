import { describe, expect, test } from 'vitest';
import { columnsOf, groupStanceIn, silentIn, stanceIn } from '../../renderer/views/board/matrix/columns.ts';
import { assess } from '../../shared/consensus/assess.ts';
import type { Code } from '../../shared/schema/ids.ts';
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

const groups = [group('GRP', 'AAA', 'BBB'), group('HUB', 'CCC', 'DDD')];
const columns = (sketch: Sketch, more: Partial<Parameters<typeof columnsOf>[0]> = {}) => {
  const input = meeting({ groups, ...sketch });
  return columnsOf({
    by: 'groups',
    delegations: input.delegations,
    groups: input.groups,
    expanded: new Set(),
    assessment: assess(input),
    me: code('CHAIR'),
    ...more,
  }).map((column) => (column.type === 'silent' ? '.' : column.type === 'group' ? `+${column.code}` : column.code));
};
const found = (sketch: Sketch) => assess(meeting(sketch)).provisions.get(pid(1))!;

describe('columns', () => {
  const positions = [says('AAA', 'object', onProvision(1)), says('EEE', 'support', onProvision(2))];
  test('K2 groups come first, then who stands in none, then the silent; who said nothing has no column', () =>
    expect(columns({ positions })).toEqual(['+GRP', 'EEE', '.']));
  test('K2 an open group shows its members that have spoken', () =>
    expect(columns({ positions }, { expanded: new Set([code('GRP')]) })).toEqual(['+GRP', 'AAA', 'EEE', '.']));
  test('K2 one’s own column comes first, spoken or not', () =>
    expect(columns({ positions }, { me: code('CCC') })).toEqual(['CCC', '+GRP', 'EEE', '.']));
  test('K2 by delegations: each that has spoken, in the order of the roster', () =>
    expect(columns({ positions }, { by: 'delegations' })).toEqual(['AAA', 'EEE', '.']));
  test('K2 who proposed words has spoken', () =>
    expect(columns({ brackets: [bracket(bid(1), 'insert', 1, { by: 'DDD' })] })).toEqual(['+HUB', '.']));
});

describe('cells', () => {
  const held = bracket(bid(1), 'hold', 1);
  test('K2 what is said of the provision stands before what is said inside it', () => {
    const positions = [says('AAA', 'accept', onProvision(1)), says('AAA', 'object', onBracket(bid(1)))];
    expect(stanceIn(found({ brackets: [held], positions }), code('AAA'))).toEqual({ stance: 'accept', inside: false });
    expect(stanceIn(found({ brackets: [held], positions: positions.slice(1) }), code('AAA'))).toEqual({
      stance: 'object',
      inside: true,
    });
  });
  test('K2 an objection that deadlocks a bracket counts as one to the provision', () => {
    const positions = [says('AAA', 'object', onBracket(bid(1))), says('BBB', 'object', onVariant(bid(1), 'none'))];
    for (const by of ['AAA', 'BBB'])
      expect(stanceIn(found({ brackets: [held], positions }), code(by))).toEqual({ stance: 'object', inside: false });
  });
  test('K2 a group shows its hardest member, and whether members differ; silence is a difference', () => {
    const members = ['AAA', 'BBB'] as Code[];
    const one = found({ positions: [says('AAA', 'reserve', onProvision(1))] });
    expect(groupStanceIn(one, members)).toMatchObject({ stance: 'reserve', mixed: true, counts: [['reserve', 1]] });
    const both = found({ groups, positions: [says('GRP', 'accept', onProvision(1))] });
    expect(groupStanceIn(both, members)).toMatchObject({ stance: 'accept', mixed: false });
    expect(groupStanceIn(both, ['CCC'] as Code[])).toBeUndefined();
  });
  test('K2 who says "no position" is silent', () => {
    const positions = [says('AAA', 'none', onProvision(1)), says('BBB', 'support', onProvision(1))];
    expect(silentIn(found({ positions }), ['AAA', 'BBB', 'CCC'] as Code[])).toBe(2);
  });
});
