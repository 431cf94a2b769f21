import * as Y from 'yjs';
import type { Replica } from '../replica.ts';
import { EDIT } from '../document/roots.ts';
import { runAtUnit } from '../reading/strand.ts';
import type { Stretch } from './spans.ts';

/** One transaction of ours that undo may take back. */
export function edit<Value>(replica: Replica, run: () => Value): Value {
  return replica.doc.transact(run, EDIT);
}

/** As `edit`, and a step of its own for undo: commands that change more than words. */
export function editStructure<Value>(replica: Replica, run: () => Value): Value {
  for (const settle of replica.beforeStructure) settle();
  const value = edit(replica, run);
  for (const settle of replica.beforeStructure) settle();
  return value;
}

/**
 * Deletes the words of stretches, and nothing else; inside a transaction. `Y.Text.delete` also takes out the ends of
 * formats that it makes superfluous, whoever set them: from a delegation's client that is deleting what is another's,
 * and the guard refuses it.
 */
export function deleteWords(stretches: readonly Stretch[]): void {
  for (const { view, from, to } of stretches) {
    for (let at = runAtUnit(view, from); at < view.runs.length; at += 1) {
      const run = view.runs[at]!;
      if (run.unit >= to) break;
      if (run.kind !== 'text') continue;
      const first = Math.max(run.unit, from) - run.unit;
      const last = Math.min(run.unit + run.length, to) - run.unit;
      if (last > first) deleteItems(view.text, run.client, { from: run.clock + first, to: run.clock + last });
    }
  }
}

/** Deletes items of a strand by their clocks; inside a transaction. */
export function deleteItems(
  text: Y.Text,
  client: number,
  clocks: { readonly from: number; readonly to: number },
): void {
  const { doc } = text;
  if (doc === null) return;
  doc.transact((transaction) => {
    for (let clock = clocks.from; clock < clocks.to;) {
      const start: Y.Item | Y.GC = Y.getItemCleanStart(transaction, Y.createID(client, clock));
      const cut = start instanceof Y.Item && clock + start.length > clocks.to;
      const item = cut ? Y.getItemCleanEnd(transaction, doc.store, Y.createID(client, clocks.to - 1)) : start;
      if (item instanceof Y.Item && !item.deleted) item.delete(transaction);
      clock += item.length;
    }
    // Yjs remembers places by index; these are no longer good.
    if (text._searchMarker !== null) text._searchMarker.length = 0;
  });
}
