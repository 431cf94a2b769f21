import { countOf, itemIdOf } from './decode.ts';
import type { ItemId } from './decode.ts';
import { runOf } from './strand.ts';
import type { StrandView } from './strand.ts';
import { isCode, proponentOf } from '../schema/ids.ts';
import type { Code, ProvisionId } from '../schema/ids.ts';

// Undoing an erasure makes the words anew, under new ids, right before the old ones, which stay deleted. Whatever holds
// on to the old ones (edges of brackets, joins, carets) has to follow, on every screen; but which item was made for
// which is known only to the client that did it (`redone` is no part of an update). So that client writes it down, in
// the root `brackets` under `CODE/r/CLIENT.CLOCK` of the new words. It is believed only where the items bear it out:
// the new words were put right before the old ones, which only undo does to words that are already deleted.

/** Words that were made anew in the stead of deleted ones of the same length. */
export interface Restored {
  readonly strand: ProvisionId;
  readonly old: ItemId;
  readonly length: number;
  readonly now: ItemId;
}

export const RESTORED_KEY = '/r/';

/** The key under which a hand writes that words were made anew. */
export function restoredKey(code: Code, now: ItemId): string {
  return `${code}${RESTORED_KEY}${now[0]}.${now[1]}`;
}

/** Whether a key of the root `brackets` tells of words made anew. */
export function isRestoredKey(key: string): boolean {
  const at = key.indexOf(RESTORED_KEY);
  return at > 0 && isCode(key.slice(0, at));
}

export function restoredJson({ strand, old, length, now }: Restored): unknown {
  return [strand, ...old, length, ...now];
}

export function readRestored(value: unknown): Restored | undefined {
  if (!Array.isArray(value)) return undefined;
  const strand: unknown = value[0];
  const old = itemIdOf(value.slice(1, 3));
  const length = countOf(value[3], 2 ** 31);
  const now = itemIdOf(value.slice(4, 6));
  if (typeof strand !== 'string' || proponentOf(strand) === undefined) return undefined;
  if (old === undefined || length === undefined || now === undefined) return undefined;
  return { strand: strand as ProvisionId, old, length, now };
}

/** Undone, done and undone again makes a chain; a longer one is somebody's nonsense. */
const MOST_HOPS = 1_000;

/** The item that stands for one now: itself, or what an undo made in its stead. */
export function followRestored(view: StrandView, item: ItemId): ItemId {
  let at = item;
  if (view.restored.length === 0) return at;
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    const run = view.runs[runOf(view, at[0], at[1])];
    if (run === undefined || run.kind !== 'dead') return at;
    const [client, clock] = at;
    const next = view.restored.find(
      ({ old, length, now }) =>
        old[0] === client && clock >= old[1] && clock < old[1] + length && isBorneOut(view, old, now),
    );
    if (next === undefined) return at;
    at = [next.now[0], next.now[1] + clock - next.old[1]];
  }
  return at;
}

function isBorneOut(view: StrandView, old: ItemId, now: ItemId): boolean {
  const right = view.runs[runOf(view, now[0], now[1])]?.rightOrigin;
  return right != null && right.client === old[0] && right.clock === old[1];
}
