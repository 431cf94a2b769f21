import type { Replica } from '../replica.ts';
import { EDIT } from '../document/roots.ts';
import type { Spot } from '../reading/anchor.ts';
import { indexAfter, runAtUnit } from '../reading/strand.ts';
import type { Stretch } from './spans.ts';
import type { Attributes } from './words.ts';

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

/** Puts words at a spot. Attributes are always given in full, so that nothing is inherited by chance. */
export function putWords(spot: Spot, text: string, attributes: Attributes): void {
  spot.view.text.insert(indexAfter(spot.view, spot.unit), text, { ...attributes });
}

/** Deletes the words of stretches, last first, so that the places of the others stay good. Seams are left. */
export function deleteWords(stretches: readonly Stretch[]): void {
  const ordered = stretches.toSorted((one, other) => other.from - one.from);
  for (const { view, from, to } of ordered) {
    // Run by run from the back, so that embeds that mean nothing to us are not taken along.
    for (let at = runAtUnit(view, to - 1); at >= 0; at -= 1) {
      const run = view.runs[at]!;
      if (run.unit + run.length <= from && run.kind === 'text') break;
      if (run.kind !== 'text') continue;
      const first = Math.max(run.unit, from);
      const last = Math.min(run.unit + run.length, to);
      if (last > first) view.text.delete(run.index + first - run.unit, last - first);
    }
  }
}
