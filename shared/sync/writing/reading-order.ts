import type { DraftIndex } from '../reading/draft-index.ts';
import { orderBetween } from '../document/order-key.ts';
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
  let lower = after === null ? null : index.orderOf(after);
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
  const keys: string[] = [];
  while (keys.length < want.count) {
    const key = orderBetween(lower, upper, want.random);
    invariant(key, 'there is room between two different order keys');
    keys.push(key);
    lower = key;
  }
  return keys;
}

/**
 * A provision and what stands under it: a heading with its section, any other with its subparagraphs, as far as they
 * follow without a break.
 */
export function blockOf(index: DraftIndex, id: ProvisionId): ProvisionId[] {
  const { order } = index.placement;
  const head = index.records.get(id)!;
  const block = [id];
  for (let at = index.indexOf(id) + 1; at < order.length; at += 1) {
    const next = index.records.get(order[at]!)!;
    const under =
      head.kind === 'heading'
        ? next.kind !== 'heading' || next.level > head.level
        : next.kind !== 'heading' && next.level > head.level;
    if (!under) break;
    block.push(next.id);
  }
  return block;
}
