import * as Y from 'yjs';
import { isChairs, isOwn, pieceExtent, widen } from './bracket-write.ts';
import type { BracketRecord } from './bracket-record.ts';
import type { Hand } from './contract.ts';
import type { ItemId } from './decode.ts';
import type { Replica } from './replica.ts';
import { MEND } from './roots.ts';
import { runOf } from './strand.ts';
import type { StrandView } from './strand.ts';

// Undoing a deletion makes the words anew, under new ids, right before the old ones; the old ones stay deleted, and a
// bracket whose edges hold on to them would stand empty behind its words. Which item was made for which is known only
// to the client that did it (`redone` is no part of an update), so it has to be that client that sets the edges, for
// all to see.

const MOST_HOPS = 1_000;

/** The living character made in the stead of a deleted one here; `undefined` where there is none. */
function replacementOf(replica: Replica, view: StrandView, item: ItemId): ItemId | undefined {
  let [client, clock] = item;
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    const run = view.runs[runOf(view, client, clock)];
    if (run === undefined) return undefined;
    if (run.kind === 'text') return hops === 0 ? undefined : [client, clock];
    const struct = Y.getItem(replica.doc.store, Y.createID(client, clock));
    if (!(struct instanceof Y.Item) || struct.redone === null) return undefined;
    clock = struct.redone.clock + clock - struct.id.clock;
    client = struct.redone.client;
  }
  return undefined;
}

function mendPiece(
  replica: Replica,
  record: BracketRecord,
  which: { readonly piece: number; readonly view: StrandView },
): void {
  const { piece, view } = which;
  const stored = record.pieces[piece];
  const extent = pieceExtent(replica, record, piece);
  if (stored?.type !== 'range' || stored.strand !== view.owner || extent === undefined) return;
  const edges = (edge: typeof stored.start, later: readonly ItemId[]): ItemId[] =>
    [...(edge.item === null || edge.open ? [] : [edge.item]), ...later]
      .map((item) => replacementOf(replica, view, item))
      .filter((item) => item !== undefined);
  const unitOf = (item: ItemId): number => {
    const run = view.runs[runOf(view, item[0], item[1])]!;
    return run.unit + item[1] - run.clock;
  };
  const byUnit = (one: ItemId, other: ItemId): number => unitOf(one) - unitOf(other);
  const first = edges(stored.start, record.starts[piece] ?? []).sort(byUnit)[0];
  const last = edges(stored.end, record.ends[piece] ?? [])
    .sort(byUnit)
    .at(-1);
  if (first !== undefined && unitOf(first) < extent.from) widen(replica, record.id, { piece, side: 'a', item: first });
  if (last !== undefined && unitOf(last) >= extent.to) widen(replica, record.id, { piece, side: 'b', item: last });
}

/** Sets the edges of brackets this hand may write to words that undo or redo made anew since `clock`. */
export function mendEdges(replica: Replica, hand: Pick<Hand, 'code'>, clock: number): void {
  const { doc, index } = replica;
  const isNew = (view: StrandView): boolean => {
    const last = view.places.get(doc.clientID)?.at(-1);
    const run = last === undefined ? undefined : view.runs[last];
    return run !== undefined && run.clock + run.length > clock;
  };
  const views = [...index.views.values()].filter(isNew);
  if (views.length === 0) return;
  doc.transact(() => {
    for (const view of views) {
      for (const record of index.brackets.recordsIn(view.owner)) {
        if (record.closed !== undefined || !(isChairs(hand) || isOwn(hand, record.id))) continue;
        record.pieces.forEach((_, piece) => mendPiece(replica, record, { piece, view }));
      }
    }
  }, MEND);
}
