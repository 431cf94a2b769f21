import { mayDraft, mayWrite } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, Place, WriteOutcome } from '../contract.ts';
import { workings } from '../replica.ts';
import { proposeSplit } from '../shaping/propose.ts';
import { splitAt } from '../shaping/split.ts';
import { editStructure } from '../writing/write.ts';
import { ok, refuse } from '../../schema/result.ts';

/**
 * Cuts a provision in two; proposing, a mark says so at the place and the provision stays whole (rule W10). The place is
 * the beginning of the second half, or the mark's.
 */
export function splitProvision(replica: DraftReplica, hand: Hand, request: { readonly at: Place }): WriteOutcome {
  const live = workings(replica);
  if (!mayWrite(hand)) return refuse('chair-only');
  if (!mayDraft(hand)) return proposeSplit(live, hand, request.at);
  const split = splitAt(live, hand, request.at);
  if (!split.ok) return split;
  editStructure(live, split.value.write);
  return ok(split.value.place);
}
