import { decodePosition } from '../../../shared/positions/record.ts';
import { targetKey, type Position } from '../../../shared/schema/position.ts';
import { entryOf } from './decode.ts';

/** Keys of the chair's record of the floor; their first part is the chair's own, so that the guard sees whose they are. */
const FLOOR = 'CHAIR:';

/** Where a position stands in its room: `CODE|TARGET`, and `CHAIR:CODE|TARGET` for what the chair recorded. */
export function roomKey(position: Pick<Position, 'delegation' | 'target' | 'source'>): string {
  return `${position.source === 'floor' ? FLOOR : ''}${position.delegation}|${targetKey(position.target)}`;
}

/**
 * Reads an entry of a room that others write; `undefined` for what is no position. Whose, about what and for whom is
 * read from the key and the room, which the relay guards, and never from the value.
 */
export function decodeEntry(key: string, value: unknown, audience: Position['audience']): Position | undefined {
  const entry = entryOf(value);
  const cut = key.indexOf('|');
  if (!entry || cut < 0) return undefined;
  const whose = key.slice(0, cut);
  const source = whose.startsWith(FLOOR) ? 'floor' : 'national';
  const delegation = source === 'floor' ? whose.slice(FLOOR.length) : whose;
  const decoded = decodePosition({ ...entry, delegation, source, audience, target: key.slice(cut + 1) });
  return decoded.ok ? decoded.value : undefined;
}

/** At most `limit` UTF-16 units, never half a character. */
export function shorten(words: string, limit: number): string {
  return words.length <= limit ? words : words.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');
}
