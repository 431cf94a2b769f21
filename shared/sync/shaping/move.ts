import type { Hand, WriteOutcome } from '../contract.ts';
import { entryOf } from '../writing/new-provision.ts';
import { blockOf } from '../reading/block.ts';
import { orderAfter } from '../writing/reading-order.ts';
import type { Replica } from '../replica.ts';
import type { Shaping } from './shaping.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

/** What to move, and behind which provision; `null` puts it first. */
export interface Move {
  readonly provision: ProvisionId;
  readonly after: ProvisionId | null;
}

/** Moving a provision with what stands under it: one key each, so that every concurrent edit is kept. */
export function moveTo(live: Replica, hand: Hand, { provision, after }: Move): WriteOutcome<Shaping> {
  const at = live.indexOf(provision);
  if (at < 0 || (after !== null && live.indexOf(after) < 0)) return refuse('provision-gone');
  const block = blockOf(live.index, provision);
  const before = live.index.placement.order[at - 1] ?? null;
  if (after === before || (after !== null && block.includes(after))) return refuse('nothing-to-do');
  const keys = orderAfter(live.index, after, { count: block.length, random: hand.random, except: new Set(block) });
  const write = (): void =>
    block.forEach((id, index) => {
      const entry = entryOf(live, id);
      entry?.set('order', keys[index]);
      // A join that counts for nothing, as in a circle, might count once the order is another: the provision would go.
      if (live.index.records.get(id)?.into !== undefined) entry?.set('into', null);
    });
  return ok({ place: { provision, offset: 0 }, write });
}
