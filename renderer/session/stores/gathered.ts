import type { Transaction, YMapEvent } from 'yjs';
import type * as Y from 'yjs';
import type { Observed } from '../contract.ts';
import type { RoomSet } from '../room-set.ts';
import { confidant, type RoomName } from '../rooms.ts';
import { keep } from './observed.ts';

/** Entries of one map that stands in the room `positions` and in every confidence this member may open, as one list. */
export interface Gathered<Value> {
  readonly values: Observed<readonly Value[]>;
  /** Sets an entry, or takes it out where there is one; in a room that is not open, nothing happens. */
  write(room: RoomName, key: string, value: unknown): void;
  stop(): void;
}

export interface GatherOptions<Value> {
  readonly rooms: RoomSet;
  readonly root: string;
  /** Reads one entry of that room; `undefined` for what is none, which is left out. */
  decode(room: RoomName, key: string, value: unknown): Value | undefined;
}

const GATHERED = Symbol('state in a room');

export function gather<Value>({ rooms, root, decode }: GatherOptions<Value>): Gathered<Value> {
  const values = keep<readonly Value[]>([]);
  const decoded = new Map<RoomName, ReadonlyMap<string, Value>>();
  const endings = new Map<RoomName, () => void>();

  const publish = () => values.set([...decoded.values()].flatMap((entries) => [...entries.values()]));

  const watch = (name: RoomName, doc: Y.Doc) => {
    const entries = doc.getMap(root);
    const read = (event?: YMapEvent<unknown>, transaction?: Transaction) => {
      const before = decoded.get(name) ?? new Map<string, Value>();
      // Entries that did not change stay the same objects, so that the engine assesses only what did.
      const after = new Map(event && transaction ? before : []);
      for (const key of event && transaction ? event.keysChanged : entries.keys()) {
        const value = entries.has(key) ? decode(name, key, entries.get(key)) : undefined;
        if (value) after.set(key, value);
        else after.delete(key);
      }
      decoded.set(name, after);
      publish();
    };
    entries.observe(read);
    read();
    endings.set(name, () => entries.unobserve(read));
  };

  const follow = () => {
    for (const [name, doc] of rooms.opened.get()) if (isGathered(name) && !endings.has(name)) watch(name, doc);
  };
  const unfollow = rooms.opened.subscribe(follow);
  follow();

  return {
    values,
    write(room, key, value) {
      const doc = rooms.get(room);
      const entries = doc?.getMap(root);
      if (!doc || !entries) return;
      // Nothing to take back: an empty deletion would still count as a change.
      if (value === undefined && !entries.has(key)) return;
      doc.transact(() => (value === undefined ? entries.delete(key) : entries.set(key, value)), GATHERED);
    },
    stop() {
      unfollow();
      for (const end of endings.values()) end();
      endings.clear();
    },
  };
}

const isGathered = (name: RoomName) => name === 'positions' || confidant(name) !== undefined;
