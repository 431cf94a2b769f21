import type { BracketRecord } from '../document/bracket-record.ts';
import type { ItemId } from '../document/decode.ts';
import type { Spot } from '../reading/anchor.ts';
import { followRestored } from '../reading/follow-restored.ts';
import { runOf } from '../reading/strand.ts';
import type { StrandView } from '../reading/strand.ts';
import type { Replica } from '../replica.ts';
import { lyingIn } from './lying-in.ts';

interface Wanted {
  readonly side: 'start' | 'end';
  /** Only edges of these brackets; of all where absent. */
  readonly of?: (record: BracketRecord) => boolean;
  /** Only edges on this side of an item: behind it for starts, before it for ends. */
  readonly within?: ItemId;
}

/**
 * Of the deleted characters at a spot that brackets beginning (or ending) there hold on to, the one furthest out: the first
 * in order for starts, the last for ends. Before it, or behind it, is outside all of them.
 */
export function erasedEdge(replica: Replica, { view, unit }: Spot, wanted: Wanted): ItemId | undefined {
  const { side, of = () => true, within } = wanted;
  const outwards = side === 'start' ? -1 : 1;
  let found: ItemId | undefined;
  for (const { record, piece, extent } of lyingIn(replica, view, of)) {
    if ((side === 'start' ? extent.from : extent.to) !== unit || extent.to === extent.from) continue;
    const stored = record.pieces[piece]!;
    const edge = side === 'start' ? stored.start : stored.end;
    const later = (side === 'start' ? record.starts : record.ends)[piece] ?? [];
    for (const named of edge.item === null || edge.open ? later : [edge.item, ...later]) {
      const item = followRestored(view, named);
      const run = view.runs[runOf(view, item[0], item[1])];
      if (run?.kind !== 'dead' || run.unit !== unit) continue;
      if (within !== undefined && inOrder(view, item, within) * outwards > 0) continue;
      if (found === undefined || inOrder(view, item, found) * outwards > 0) found = item;
    }
  }
  return found;
}

/** Below zero where the first of two items of a strand stands before the other. */
function inOrder(view: StrandView, one: ItemId, other: ItemId): number {
  return runOf(view, one[0], one[1]) - runOf(view, other[0], other[1]) || one[1] - other[1];
}
