import { mayDraft, mayWrite } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { workings } from '../replica.ts';
import { joinTo } from '../shaping/join.ts';
import { proposeJoin } from '../shaping/propose.ts';
import { editStructure } from '../writing/write.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

/** Joins a provision to the one before it in reading order; proposing, a mark at it says so (rule W10). */
export function joinProvision(
  replica: DraftReplica,
  hand: Hand,
  request: { readonly provision: ProvisionId },
): WriteOutcome {
  const live = workings(replica);
  if (!mayWrite(hand)) return refuse('chair-only');
  const at = live.indexOf(request.provision);
  if (at < 0) return refuse('provision-gone');
  const to = live.index.placement.order[at - 1];
  if (to === undefined) return refuse('nothing-to-do');
  const what = { provision: request.provision, to };
  if (!mayDraft(hand)) return proposeJoin(live, hand, what);
  const joined = joinTo(live, what);
  if (!joined.ok) return joined;
  editStructure(live, joined.value.write);
  return ok(joined.value.place);
}
