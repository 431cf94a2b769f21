import { describe, expect, test } from 'vitest';
import { viewDraft } from '../../shared/consensus/draft-view.ts';
import { standOf } from '../../shared/consensus/stand-of.ts';
import { seatRoster } from '../../shared/positions/seats.ts';
import type { Position } from '../../shared/schema/position.ts';
import {
  bid,
  bracket,
  code,
  group,
  meeting,
  members,
  onBracket,
  onProvision,
  onVariant,
  says,
} from '../consensus/meeting.ts';

const groups = [group('GRP', 'AAA', 'BBB'), group('HUB', 'AAA', 'CCC')];
const seats = seatRoster(members('AAA', 'BBB', 'CCC'), groups);
const proposal = bracket(bid(1, 'AAA'), 'insert', 1, { by: 'AAA' });
const draft = viewDraft(meeting({ brackets: [proposal] }).draft);
const stand = (positions: readonly Position[], by = 'AAA', target = onProvision(1)) =>
  standOf(code(by), target, { draft, positions, seats, isMet: () => false });
const at = onProvision(1);

describe('effective position', () => {
  const floor = says('AAA', 'accept', at, { source: 'floor', at: 9 });
  const national = says('AAA', 'reserve', at);
  const line = says('GRP', 'object', at);

  test('P3 a national position stands before the chair’s record, and that before the group’s line', () => {
    expect(stand([floor, national, line]).own).toMatchObject({ stance: 'reserve', source: { type: 'national' } });
    expect(stand([floor, line]).own).toMatchObject({ stance: 'accept', source: { type: 'floor' } });
    expect(stand([line])).toEqual({
      line: { stance: 'object', source: { type: 'group', group: 'GRP' }, record: line },
    });
  });
  test('P3 where groups differ the hardest stands, with its source', () => {
    const positions = [says('GRP', 'support', at), says('HUB', 'reserve', at)];
    expect(stand(positions).line).toMatchObject({ stance: 'reserve', source: { type: 'group', group: 'HUB' } });
    expect(stand(positions, 'BBB').line).toMatchObject({ stance: 'support', source: { type: 'group', group: 'GRP' } });
  });
  test('P3 a "no position" of its own departs from the line, and the line is still told', () => {
    const found = stand([says('AAA', 'none', at), line]);
    expect(found.own?.stance).toBe('none');
    expect(found.line?.stance).toBe('object');
  });
  test('P6 what the chair alone is told stands before what the room is told, then the later, then the harder', () => {
    const room = says('AAA', 'object', at, { at: 9 });
    expect(stand([room, says('AAA', 'accept', at, { audience: 'chair' })]).own?.stance).toBe('accept');
    expect(stand([room, says('AAA', 'support', at, { at: 10 })]).own?.stance).toBe('support');
    expect(stand([says('AAA', 'support', at), says('AAA', 'reserve', at)]).own?.stance).toBe('reserve');
  });
  test('P7 a proposal is a position of one’s own', () => {
    for (const target of [onBracket(proposal.id), onVariant(proposal.id, 'text')])
      expect(stand([], 'AAA', target).own).toEqual({ stance: 'support', source: { type: 'proposal' } });
    expect(stand([], 'AAA', onVariant(proposal.id, 'none'))).toEqual({});
  });
});

describe('seats', () => {
  test('P4 members have a seat; observers, the chair and groups that speak for members have none', () => {
    const roster = [...members('AAA', 'EUR'), { code: code('HSE'), name: '', standing: 'observer' as const }];
    const found = seatRoster(roster, [group('EUR', 'AAA'), group('LOS', 'XXX')], ['CHAIR', 'HSE', 'ZZZ'].map(code));
    expect(found.codes).toEqual(['AAA', 'LOS', 'ZZZ']);
    expect(found.groups.map(({ code: by }) => by)).toEqual(['EUR']);
    expect(found.groupsOf(code('AAA')).map(({ code: by }) => by)).toEqual(['EUR']);
  });
  test('P4 who is heard without standing in the roster speaks for itself alone', () => {
    const found = seatRoster(members('AAA'), [group('GRP', 'AAA', 'ZZZ')], [code('ZZZ')]);
    expect(found.group(code('GRP'))?.members).toEqual(['AAA']);
  });
});
