import { isOwn, markWithdrawn, mayWrite, writeBracket } from '../bracket-write.ts';
import type { DraftReplica, Hand, Place, WriteOutcome } from '../contract.ts';
import { entryOf } from '../new-provision.ts';
import { workings } from '../replica.ts';
import type { Replica } from '../replica.ts';
import { editStructure } from '../write.ts';
import type { BracketRecord } from '../bracket-record.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

/**
 * Takes a provision out of sight, with everything that was joined to it; its words, and what others type in it
 * meanwhile, can be brought back. Proposing, one's own proposed provision is withdrawn, and any other is bracketed
 * whole for deletion. The place is the nearest one left.
 */
export function removeProvision(
  replica: DraftReplica,
  hand: Hand,
  request: { readonly provision: ProvisionId },
): WriteOutcome {
  const live = workings(replica);
  if (!mayWrite(hand)) return refuse('chair-only');
  const { provision } = request;
  const composed = live.index.composed.get(provision);
  if (composed === undefined) return refuse('provision-gone');
  if (hand.mode === 'draft') {
    const next = placeBeside(live, provision);
    editStructure(live, () => {
      for (const part of composed.parts) entryOf(live, part.provision)?.set('hidden', true);
    });
    return ok(next);
  }
  const whole = live.index.brackets
    .recordsOf(provision)
    .filter((each) => each.closed === undefined && isOwn(hand, each.id));
  const proposal = whole.find((each) => each.kind === 'insert');
  if (proposal !== undefined && isOwn(hand, provision)) {
    const next = placeBeside(live, provision);
    editStructure(live, () => withdrawProvision(live, hand, proposal));
    return ok(next);
  }
  if (whole.some((each) => each.kind === 'delete')) return refuse('nothing-to-do');
  editStructure(live, () => writeBracket(live, hand, { k: 'delete', s: [{ p: provision }] }));
  return ok({ provision, offset: 0 });
}

/** Withdraws a proposed provision: the bracket is closed, the provision goes out of sight; inside a transaction. */
export function withdrawProvision(live: Replica, hand: Hand, proposal: BracketRecord): void {
  for (const piece of proposal.pieces) {
    if (piece.type === 'whole' && isOwn(hand, piece.provision)) entryOf(live, piece.provision)?.set('hidden', true);
  }
  markWithdrawn(live, hand, proposal.id);
}

function placeBeside(live: Replica, provision: ProvisionId): Place {
  const { order } = live.index.placement;
  const at = live.indexOf(provision);
  const next = order[at + 1];
  if (next !== undefined) return { provision: next, offset: 0 };
  const before = order[at - 1];
  return before === undefined
    ? { provision, offset: 0 }
    : { provision: before, offset: live.provision(before)!.text.length };
}
