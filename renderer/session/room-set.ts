import type * as Y from 'yjs';
import { Doc } from 'yjs';
import { defineRoots } from '../../shared/sync/guard/room-roots.ts';
import { parseRoomName } from '../../shared/sync/protocol/rooms.ts';
import type { Observed } from './contract.ts';
import type { RoomName } from './rooms.ts';
import { keep } from './stores/observed.ts';

/** What goes on behind a room's doc: the copy on this machine, the line to the relay, both or neither. */
export type RoomWork = (name: RoomName, doc: Y.Doc) => () => void;

/** The documents of one joined meeting. Stores read them here and follow `opened`, because rooms come with the roster. */
export interface RoomSet {
  readonly opened: Observed<ReadonlyMap<RoomName, Y.Doc>>;
  /** Opens the room where it is not open yet. */
  open(name: RoomName): Y.Doc;
  get(name: RoomName): Y.Doc | undefined;
  /** Ends all work and frees the docs. */
  close(): void;
}

export function openRooms(names: readonly RoomName[], work: RoomWork): RoomSet {
  const opened = keep<ReadonlyMap<RoomName, Y.Doc>>(new Map());
  const endings: (() => void)[] = [];
  const rooms: RoomSet = {
    opened,
    get: (name) => opened.get().get(name),
    open(name) {
      const known = opened.get().get(name);
      if (known) return known;
      const doc = new Doc({ guid: name });
      // Before anything is loaded into it: a root defined late loses formatting.
      const room = parseRoomName(name);
      if (room) defineRoots(doc, room.kind);
      endings.push(work(name, doc));
      opened.set(new Map(opened.get()).set(name, doc));
      return doc;
    },
    close() {
      for (const end of endings.splice(0)) end();
      for (const doc of opened.get().values()) doc.destroy();
      opened.set(new Map());
    },
  };
  for (const name of names) rooms.open(name);
  return rooms;
}
