import type * as Y from 'yjs';
import { ROOT_NAMES } from '../document/roots.ts';
import type { RoomKind } from '../protocol/rooms.ts';

type RootType = 'map' | 'array';

/**
 * The roots of every room's document, by name. The list is closed (rule R10): a document with thousands of roots stalls
 * every peer that loads it, and a root that nobody reads is a place to hide things.
 */
export const ROOM_ROOTS: Readonly<Record<RoomKind, Readonly<Record<string, RootType>>>> = {
  text: Object.fromEntries(ROOT_NAMES.map((name) => [name, 'map'])),
  chair: {
    profile: 'map',
    delegations: 'map',
    groups: 'map',
    display: 'map',
    acts: 'map',
    stamps: 'array',
    soundings: 'map',
    tags: 'map',
    rulings: 'array',
  },
  positions: { positions: 'map', answers: 'map' },
  confidence: { positions: 'map', answers: 'map' },
  desk: { notes: 'map' },
  record: { revisions: 'array' },
};

/** Defines a room's roots. Called before any update is applied, because a root defined late loses formatting. */
export function defineRoots(doc: Y.Doc, kind: RoomKind): void {
  for (const [name, type] of Object.entries(ROOM_ROOTS[kind])) {
    if (type === 'map') doc.getMap(name);
    else doc.getArray(name);
  }
}
