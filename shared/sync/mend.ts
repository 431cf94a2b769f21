import * as Y from 'yjs';
import type { Hand } from './contract.ts';
import type { ItemId } from './decode.ts';
import type { Replica } from './replica.ts';
import { followRestored, restoredJson, restoredKey } from './restored.ts';
import { MEND } from './roots.ts';
import type { StrandView } from './strand.ts';
import type { ProvisionId } from '../schema/ids.ts';

/** Whatever holds on to characters of a strand: edges of brackets, targets of joins. */
function heldIn(replica: Replica, view: StrandView): ItemId[] {
  const held: ItemId[] = [];
  for (const { pieces, starts, ends, closed } of replica.index.brackets.recordsIn(view.owner)) {
    pieces.forEach((piece, index) => {
      if (piece.strand !== view.owner) return;
      const own = [piece.start.item, piece.end.item];
      const frozen = closed?.edges[index];
      for (const item of [...own, ...(starts[index] ?? []), ...(ends[index] ?? []), frozen?.start, frozen?.end]) {
        if (item) held.push(followRestored(view, item));
      }
    });
  }
  for (const { into } of replica.index.records.values()) {
    if (into?.strand === view.owner && into.item !== null) held.push(followRestored(view, into.item));
  }
  return held;
}

/** Strands in which this client has items since `clock`. */
function strandsSince(replica: Replica, clock: number): StrandView[] {
  return [...replica.index.views.values()].filter((view) => {
    const last = view.places.get(replica.doc.clientID)?.at(-1);
    const run = last === undefined ? undefined : view.runs[last];
    return run !== undefined && run.clock + run.length > clock;
  });
}

/**
 * Writes down which words an undo or redo made anew since `clock`, where something holds on to the old ones; see
 * `restored.ts`. A transaction of its own, which undo does not take back.
 */
export function noteRestored(replica: Replica, hand: Pick<Hand, 'code'>, clock: number): void {
  const { doc, index } = replica;
  const found: { strand: ProvisionId; old: ItemId; length: number; now: ItemId }[] = [];
  for (const view of strandsSince(replica, clock)) {
    const held = heldIn(replica, view);
    for (let item = view.text._start; item !== null; item = item.right) {
      const { redone, id, length } = item;
      if (redone === null || redone.client !== doc.clientID || redone.clock < clock) continue;
      if (!held.some(([client, at]) => client === id.client && at >= id.clock && at < id.clock + length)) continue;
      found.push({ strand: view.owner, old: [id.client, id.clock], length, now: [redone.client, redone.clock] });
    }
  }
  if (found.length === 0) return;
  doc.transact(() => {
    for (const each of found) index.roots.brackets.set(restoredKey(hand.code, each.now), restoredJson(each));
  }, MEND);
}

/** The next clock of this document's own client. */
export function clockNow(doc: Y.Doc): number {
  return Y.getState(doc.store, doc.clientID);
}
