import type { DraftIndex } from '../reading/draft-index.ts';
import { orderRun } from '../document/order-key.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { invariant } from '../../schema/result.ts';

/**
 * `count` ascending order keys that put provisions right after one in sight (`null`: first). Provisions in `except`
 * are about to move and do not count. Where others share the key of `after`, the keys go past them all: between equal
 * keys there is nothing.
 */
export function orderAfter(
  index: DraftIndex,
  after: ProvisionId | null,
  want: { readonly count: number; readonly random: () => number; readonly except?: ReadonlySet<ProvisionId> },
): string[] {
  const { order } = index.placement;
  const from = after === null ? 0 : index.indexOf(after) + 1;
  const lower = after === null ? null : index.orderOf(after);
  let upper: string | null = null;
  for (let at = from; at < order.length; at += 1) {
    const id = order[at]!;
    if (want.except?.has(id)) continue;
    const key = index.orderOf(id);
    if (lower === null || key > lower) {
      upper = key;
      break;
    }
  }
  const keys = orderRun(lower, upper, want);
  invariant(keys, 'there is room between two different order keys');
  return keys;
}
