import type { ItemId } from '../document/decode.ts';
import { compareCopies } from '../document/restored.ts';
import { runOf } from './strand.ts';
import type { Run, StrandView } from './strand.ts';

/** Undone, done and undone again makes a chain; a longer one is somebody's nonsense. */
const MOST_HOPS = 1_000;

/** The item that stands for one now: itself, or what an undo made in its stead. */
export function followRestored(view: StrandView, item: ItemId): ItemId {
  let at = item;
  if (view.restored.length === 0) return at;
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    const [client, clock] = at;
    const run = view.runs[runOf(view, client, clock)];
    if (run?.kind === 'hole') {
      // A second copy has no place: its original leads to the first.
      const copy = view.restored.find(
        ({ now, length }) => now[0] === client && clock >= now[1] && clock < now[1] + length,
      );
      if (copy === undefined) return at;
      at = [copy.old[0], copy.old[1] + clock - copy.now[1]];
      continue;
    }
    if (run === undefined || run.kind !== 'dead') return at;
    const copies = view.restored.filter(
      ({ old, length }) => old[0] === client && clock >= old[1] && clock < old[1] + length,
    );
    const next = copies.toSorted(compareCopies)[0];
    if (next === undefined) return at;
    at = [next.now[0], next.now[1] + clock - next.old[1]];
  }
  return at;
}

/** The clients that wrote a run: its own, and those of the words it was made anew from. */
export function authorsOfRun(view: StrandView, run: Run): number[] {
  const clients = [run.client];
  let [client, clock] = [run.client, run.clock];
  while (clients.length < MOST_HOPS && view.restored.length > 0) {
    const from = view.restored.find(
      ({ now, length }) => now[0] === client && clock >= now[1] && clock < now[1] + length,
    );
    if (from === undefined) break;
    clock = from.old[1] + clock - from.now[1];
    client = from.old[0];
    clients.push(client);
  }
  return clients;
}
