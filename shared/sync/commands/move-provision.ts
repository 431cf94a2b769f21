import { mayDraft } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { entryOf } from '../writing/new-provision.ts';
import { blockOf, orderAfter } from '../writing/reading-order.ts';
import { workings } from '../replica.ts';
import { editStructure } from '../writing/write.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

export interface MoveRequest {
  readonly provision: ProvisionId;
  /** `null` puts it first. */
  readonly after: ProvisionId | null;
}

/** Moves a provision with what stands under it: one key each, so that every concurrent edit is kept. */
export function moveProvision(replica: DraftReplica, hand: Hand, request: MoveRequest): WriteOutcome {
  const live = workings(replica);
  if (!mayDraft(hand)) return refuse('chair-only');
  const { provision, after } = request;
  const at = live.indexOf(provision);
  if (at < 0 || (after !== null && live.indexOf(after) < 0)) return refuse('provision-gone');
  const block = blockOf(live.index, provision);
  const before = live.index.placement.order[at - 1] ?? null;
  if (after === before || (after !== null && block.includes(after))) return refuse('nothing-to-do');
  const keys = orderAfter(live.index, after, { count: block.length, random: hand.random, except: new Set(block) });
  editStructure(live, () => {
    block.forEach((id, index) => entryOf(live, id)?.set('order', keys[index]));
  });
  return ok({ provision, offset: 0 });
}
