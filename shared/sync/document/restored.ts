import * as Y from 'yjs';
import { countOf, itemIdOf } from './decode.ts';
import type { ItemId } from './decode.ts';
import { isCode, proponentOf } from '../../schema/ids.ts';
import type { Code, ProvisionId } from '../../schema/ids.ts';

// Undoing an erasure makes the words anew, under new ids, right before the old ones, which stay deleted. Which item was
// made for which is known only to the client that did it (Yjs keeps `redone` to itself), and everybody has to know:
//
// - whatever holds on to the old words (edges of brackets, joins, carets) follows to the new ones;
// - a proposal goes on holding its words, although they are now by whoever undid;
// - two peers who erased the same words at once, and both undo, bring them back once: where there are two copies,
//   all but one have no place: the one that a ruling let stand, else the one with the lowest id.
//
// So the client writes it down, in the root `brackets` under `CODE/r/CLIENT.CLOCK` of the new words. A note is believed
// only from the client that made the words, and only where the words say themselves (by what they were put before)
// that they were made in the stead of the old ones. So nobody can hide or move words that are not their own.

/** Words that were made anew in the stead of deleted ones of the same length. */
export interface Restored {
  readonly strand: ProvisionId;
  readonly old: ItemId;
  readonly length: number;
  readonly now: ItemId;
  /** A ruling let the new words stand. */
  readonly stands?: boolean;
}

/** Of copies of the same words, the first counts: one that a ruling let stand, else the one with the lowest id. */
export function compareCopies(one: Restored, other: Restored): number {
  const standing = Number(other.stands ?? false) - Number(one.stands ?? false);
  return standing || one.now[0] - other.now[0] || one.now[1] - other.now[1];
}

const MIDDLE = '/r/';

/** The key under which a hand writes that words were made anew. */
export function restoredKey(code: Code, now: ItemId): string {
  return `${code}${MIDDLE}${now[0]}.${now[1]}`;
}

/** Whether a key of the root `brackets` tells of words made anew. */
export function isRestoredKey(key: string): boolean {
  const at = key.indexOf(MIDDLE);
  return at > 0 && isCode(key.slice(0, at));
}

/** Whose note it is. */
export function restorerOf(key: string): Code {
  return key.slice(0, key.indexOf(MIDDLE)) as Code;
}

export function restoredJson({ strand, old, length }: Restored): unknown {
  return [strand, ...old, length];
}

/** Decodes a note; `undefined` for one that is malformed, or that tells of words another client made. */
export function readRestored(brackets: Y.Map<unknown>, key: string): Restored | undefined {
  const entry = brackets._map.get(key);
  const value: unknown = brackets.get(key);
  if (entry === undefined || !Array.isArray(value)) return undefined;
  const now = itemIdOf(
    key
      .slice(key.indexOf(MIDDLE) + MIDDLE.length)
      .split('.')
      .map(Number),
  );
  const strand: unknown = value[0];
  const old = itemIdOf(value.slice(1, 3));
  const length = countOf(value[3], 2 ** 31);
  if (typeof strand !== 'string' || proponentOf(strand) === undefined) return undefined;
  if (old === undefined || length === undefined || now === undefined || now[0] !== entry.id.client) return undefined;
  return { strand: strand as ProvisionId, old, length, now };
}

/** Whether the new words were put right before the old ones, which are gone, as undo does. */
export function isBorneOut(strand: Y.Text, { old, now, length }: Restored): boolean {
  const store = strand.doc?.store;
  if (store === undefined) return false;
  const ends = [now, old].every(([client, clock]) => clock + length <= Y.getState(store, client));
  if (!ends || length === 0) return false;
  const made = Y.getItem(store, Y.createID(...now));
  const gone = Y.getItem(store, Y.createID(...old));
  if (!(made instanceof Y.Item) || made.parent !== strand || !gone.deleted) return false;
  return made.rightOrigin?.client === old[0] && made.rightOrigin.clock === old[1];
}

/** A stretch of one client's clocks. */
export interface Clocks {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/** Words made anew twice: of the copies all but the one that counts. */
export function surplus(restored: readonly Restored[]): Clocks[] {
  const found: Clocks[] = [];
  const copies = restored.toSorted(compareCopies);
  copies.forEach((copy, index) => {
    for (const first of copies.slice(0, index)) {
      if (first.old[0] !== copy.old[0]) continue;
      const from = Math.max(first.old[1], copy.old[1]);
      const to = Math.min(first.old[1] + first.length, copy.old[1] + copy.length);
      const shift = copy.now[1] - copy.old[1];
      if (to > from) found.push({ client: copy.now[0], from: from + shift, to: to + shift });
    }
  });
  return found;
}
