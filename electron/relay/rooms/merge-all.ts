import * as Y from 'yjs';

/** So few are merged at once that going through them again for every struct costs little. */
const AT_ONCE = 16;

/**
 * Any number of updates as one. Yjs goes through all of its updates again for every struct, which is quick for a few
 * and takes seconds for the thousands that gather while a disk stalls; so they are merged some at a time, in rounds.
 */
export function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
  let round = [...updates];
  while (round.length > 1) {
    const next: Uint8Array[] = [];
    for (let at = 0; at < round.length; at += AT_ONCE) {
      const some = round.slice(at, at + AT_ONCE);
      next.push(some.length === 1 ? some[0]! : Y.mergeUpdates(some));
    }
    round = next;
  }
  return round[0] ?? Y.encodeStateAsUpdate(new Y.Doc());
}
