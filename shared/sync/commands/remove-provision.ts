import { withdrawBracket } from './withdraw-bracket.ts';
import { isOwn, mayWrite, writeBracket } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, Place, WriteOutcome } from '../contract.ts';
import { draftKey } from '../writing/new-provision.ts';
import { wholePieces } from '../writing/pieces.ts';
import { workings } from '../replica.ts';
import type { Replica } from '../replica.ts';
import { editStructure } from '../writing/write.ts';
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
      for (const part of composed.parts) draftKey(live, part.provision, ['hidden', true]);
    });
    return ok(next);
  }
  const whole = live.index.brackets
    .recordsOf(provision)
    .filter((each) => each.closed === undefined && isOwn(hand, each.id));
  const proposal = whole.find((each) => each.kind === 'insert');
  if (proposal !== undefined && isOwn(hand, provision)) {
    const next = placeBeside(live, provision);
    const withdrawn = withdrawBracket(replica, hand, { bracket: proposal.id });
    return withdrawn.ok ? ok(next) : withdrawn;
  }
  if (whole.some((each) => each.kind === 'delete')) return refuse('nothing-to-do');
  const pieces = wholePieces(live.index, provision);
  editStructure(live, () => writeBracket(live, hand, { k: 'delete', s: pieces }));
  return ok({ provision, offset: 0 });
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
