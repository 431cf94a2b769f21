import type { Hand, WriteOutcome } from '../contract.ts';
import type { Replica } from '../replica.ts';
import { joinTo } from './join.ts';
import { moveTo } from './move.ts';
import type { Shaping } from './shaping.ts';
import { splitAt } from './split.ts';
import type { Bracket } from '../../schema/bracket.ts';
import { ok, refuse } from '../../schema/result.ts';

const AS_IT_IS = { place: { provision: '' as never, offset: 0 }, write: () => undefined } satisfies Shaping;

/**
 * What accepting a proposal about the shape of the draft comes to now (rule W10). One that has come about meanwhile (the
 * provision stands there already) changes nothing; one whose place is out of sight is refused, and can be dropped.
 */
export function carryOut(live: Replica, hand: Hand, { kind, pieces, goesTo }: Bracket): WriteOutcome<Shaping> {
  const [piece] = pieces;
  if (piece === undefined) return refuse('place-gone');
  const { provision, from } = piece;
  let planned: WriteOutcome<Shaping>;
  if (kind === 'split') {
    const inside = from > 0 && from < live.provision(provision)!.text.length;
    planned = inside ? splitAt(live, hand, { provision, offset: from }) : refuse('nothing-to-do');
  } else if (goesTo === undefined) return refuse('place-gone');
  else if (kind === 'move') planned = moveTo(live, hand, { provision, after: goesTo });
  else planned = goesTo === null ? refuse('place-gone') : joinTo(live, { provision, to: goesTo });
  return !planned.ok && planned.reason === 'nothing-to-do' ? ok(AS_IT_IS) : planned;
}
