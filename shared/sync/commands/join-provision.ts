import { mayDraft } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { targetAtEnd } from '../writing/join-target.ts';
import { entryOf } from '../writing/new-provision.ts';
import { workings } from '../replica.ts';
import { editStructure } from '../writing/write.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

/**
 * Joins a provision to the one before it in reading order. Nothing is copied: it remembers behind which character it
 * is shown, so that its words keep their authors and the join can be taken back. The place is the seam.
 */
export function joinProvision(
  replica: DraftReplica,
  hand: Hand,
  request: { readonly provision: ProvisionId },
): WriteOutcome {
  const live = workings(replica);
  if (!mayDraft(hand)) return refuse('chair-only');
  const at = live.indexOf(request.provision);
  if (at < 0) return refuse('provision-gone');
  const before = live.index.placement.order[at - 1];
  if (before === undefined) return refuse('nothing-to-do');
  const target = live.index.composed.get(before)!;
  const end = target.parts.at(-1)!;
  editStructure(live, () => {
    entryOf(live, request.provision)?.set('into', targetAtEnd(live.index.views.get(end.strand)!, end));
  });
  return ok({ provision: before, offset: target.provision.text.length });
}
