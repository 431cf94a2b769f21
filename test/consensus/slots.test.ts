import { expect, test } from 'vitest';
import { indexPositions } from '../../shared/consensus/position-index.ts';
import { slotsOf } from '../../shared/consensus/slots.ts';
import { createFloor, type Standing } from '../../shared/consensus/standing.ts';
import { seatRoster } from '../../shared/positions/seats.ts';
import type { Bracket } from '../../shared/schema/bracket.ts';
import type { BracketId, Code } from '../../shared/schema/ids.ts';
import type { Position, Target } from '../../shared/schema/position.ts';

const AAA = 'AAA' as Code;
const [choice, side, other] = ['C-1', 'V-1', 'C-2'] as BracketId[] as [BracketId, BracketId, BracketId];
const common = { pieces: [], proponent: 'CHAIR' as Code, supporters: [], keepers: [], opened: 1 };

/** What the variant goes by, what its choice does, and the same id under another choice. */
const NAMES: readonly Target[] = [
  { type: 'variant', bracket: choice, variant: side },
  { type: 'variant', bracket: side, variant: 'text' },
  { type: 'bracket', bracket: side },
  { type: 'bracket', bracket: choice },
  { type: 'variant', bracket: choice, variant: 'none' },
  { type: 'variant', bracket: other, variant: side },
];

test('C2 a variant of a choice read by its ids stands as it does read by its names, whichever two are spoken on', () => {
  const [slot] = slotsOf({ ...common, id: choice, kind: 'choice' } as Bracket, [
    { ...common, id: side, kind: 'insert', variantOf: choice } as Bracket,
  ]);
  const { exact, wider, proposals } = slot!;
  expect(slot!.side).toBeDefined();
  const seats = seatRoster([{ code: AAA, name: 'A', standing: 'member' }], []);
  const say = (target: Target, stance: Position['stance'], at: number): Position => ({
    delegation: AAA,
    target,
    stance,
    audience: 'room',
    source: 'national',
    at,
  });
  const told = ({ others: { supporters, accepters, neutral }, ...rest }: Standing) => ({
    ...rest,
    others: { supporters, accepters, neutral },
  });
  const outcomes = new Set<string>();
  for (const one of NAMES)
    for (const two of NAMES) {
      const positions = indexPositions([say(one, 'object', 1), say(two, 'support', 2)]);
      const floor = createFloor({ seats, positions, isMet: () => false });
      const found = floor.standingOn(slot!);
      expect(told(found)).toEqual(told(floor.standingOn({ exact, wider, proposals })));
      outcomes.add(`${found.objectors.length}${found.others.supporters.length}`);
    }
  expect([...outcomes].sort()).toEqual(['00', '01', '10']);
});
