import { mayDraft, mayWrite } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { workings } from '../replica.ts';
import { moveTo } from '../shaping/move.ts';
import type { Move } from '../shaping/move.ts';
import { proposeMove } from '../shaping/propose.ts';
import { editStructure } from '../writing/write.ts';
import { ok, refuse } from '../../schema/result.ts';

/** Moves a provision with what stands under it; proposing, a mark at it says where it would go (rule W10). */
export function moveProvision(replica: DraftReplica, hand: Hand, request: Move): WriteOutcome {
  const live = workings(replica);
  if (!mayWrite(hand)) return refuse('chair-only');
  if (!mayDraft(hand)) return proposeMove(live, hand, request);
  const moved = moveTo(live, hand, request);
  if (!moved.ok) return moved;
  editStructure(live, moved.value.write);
  return ok(moved.value.place);
}
