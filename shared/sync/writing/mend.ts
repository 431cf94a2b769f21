import * as Y from 'yjs';
import type { Hand } from '../contract.ts';
import type { Replica } from '../replica.ts';
import { isBorneOut, restoredJson, restoredKey } from '../document/restored.ts';
import type { Restored } from '../document/restored.ts';
import { MEND } from '../document/roots.ts';
import type { StrandView } from '../reading/strand.ts';

/** Strands in which this client has items since `clock`. */
function strandsSince(replica: Replica, clock: number): StrandView[] {
  return [...replica.index.views.values()].filter((view) => {
    const last = view.places.get(replica.doc.clientID)?.at(-1);
    const run = last === undefined ? undefined : view.runs[last];
    return run !== undefined && run.clock + run.length > clock;
  });
}

/**
 * Writes down which words an undo or redo made anew since `clock`; see `restored.ts`. A transaction of its own, which
 * undo does not take back.
 */
export function noteRestored(replica: Replica, hand: Pick<Hand, 'code'>, clock: number): void {
  const { doc, index } = replica;
  const found: Restored[] = [];
  for (const view of strandsSince(replica, clock)) {
    for (let item = view.text._start; item !== null; item = item.right) {
      const { redone, id, length } = item;
      if (redone === null || redone.client !== doc.clientID || redone.clock < clock || !item.countable) continue;
      found.push({ strand: view.owner, old: [id.client, id.clock], length, now: [redone.client, redone.clock] });
    }
  }
  if (found.length === 0) return;
  doc.transact(() => {
    for (const each of found) index.roots.brackets.set(restoredKey(hand.code, each.now), restoredJson(each));
  }, MEND);
}

/**
 * Tells Yjs, before an undo, which words others have made anew: so that words which two erased at once are not brought
 * back twice, and taking them out again finds them. Changes nothing that is sent.
 */
export function adoptRestored(replica: Replica): void {
  const { doc, index } = replica;
  const others = [...index.views.values()].flatMap((view) =>
    view.restored.filter(({ now }) => now[0] !== doc.clientID).map((each) => ({ view, each })),
  );
  if (others.length === 0) return;
  doc.transact((transaction) => {
    for (const { view, each } of others.toSorted((one, other) => one.each.now[0] - other.each.now[0])) {
      if (isBorneOut(view.text, each)) adopt(transaction, each);
    }
  }, MEND);
}

function adopt(transaction: Y.Transaction, { old, length, now }: Restored): void {
  const { store } = transaction.doc;
  const end = old[1] + length;
  for (let clock = old[1]; clock < end;) {
    let item: Y.Item | Y.GC = Y.getItemCleanStart(transaction, Y.createID(old[0], clock));
    if (item instanceof Y.Item && clock + item.length > end) {
      item = Y.getItemCleanEnd(transaction, store, Y.createID(old[0], end - 1));
    }
    if (item instanceof Y.Item && item.deleted && item.redone === null) {
      item.redone = Y.createID(now[0], now[1] + clock - old[1]);
    }
    clock += item.length;
  }
}

/** The next clock of this document's own client. */
export function clockNow(doc: Y.Doc): number {
  return Y.getState(doc.store, doc.clientID);
}
