import type { Transaction, YMapEvent } from 'yjs';
import type * as Y from 'yjs';
import { encodePosition } from '../../../shared/positions/record.ts';
import type { Position } from '../../../shared/schema/position.ts';
import type { Observed } from '../contract.ts';
import type { RoomSet } from '../room-set.ts';
import { confidant, confidenceOf, ROOTS, type RoomName } from '../rooms.ts';
import { keep } from './observed.ts';
import { decodeEntry, roomKey } from './position-code.ts';

/** Positions as the member may see them, from every room that holds some. */
export interface PositionsStore {
  readonly positions: Observed<readonly Position[]>;
  /** Told to the chair alone it stands beside what was told to the room, and neither replaces the other (rule P6). */
  state(position: Position): void;
  /** Takes it back, for both audiences. */
  withdraw(position: Pick<Position, 'delegation' | 'target' | 'source'>): void;
  stop(): void;
}

const STATE_POSITION = Symbol('state position');

export function openPositions(rooms: RoomSet): PositionsStore {
  const positions = keep<readonly Position[]>([]);
  const decoded = new Map<RoomName, ReadonlyMap<string, Position>>();
  const endings = new Map<RoomName, () => void>();

  const publish = () => positions.set([...decoded.values()].flatMap((entries) => [...entries.values()]));

  const watch = (name: RoomName, doc: Y.Doc) => {
    const entries = doc.getMap(ROOTS.positions);
    const read = (event?: YMapEvent<unknown>, transaction?: Transaction) => {
      const before = decoded.get(name) ?? new Map<string, Position>();
      // Positions that did not change stay the same objects, so that the engine assesses only what did.
      const after = new Map(event && transaction ? before : []);
      for (const key of event && transaction ? event.keysChanged : entries.keys()) {
        const position = entries.has(key) ? decodeIn(name, key, entries.get(key)) : undefined;
        if (position) after.set(key, position);
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
    for (const [name, doc] of rooms.opened.get()) if (holdsPositions(name) && !endings.has(name)) watch(name, doc);
  };
  const unfollow = rooms.opened.subscribe(follow);
  follow();

  return {
    positions,
    state(position) {
      const room = position.audience === 'chair' ? confidenceOf(position.delegation) : 'positions';
      write(rooms.get(room), roomKey(position), encodePosition(position));
    },
    withdraw(position) {
      const names = position.source === 'floor' ? ['positions'] : ['positions', confidenceOf(position.delegation)];
      for (const name of names) write(rooms.get(name), roomKey(position), undefined);
    },
    stop() {
      unfollow();
      for (const end of endings.values()) end();
      endings.clear();
    },
  };
}

function write(doc: Y.Doc | undefined, key: string, value: unknown): void {
  const entries = doc?.getMap(ROOTS.positions);
  if (!doc || !entries) return;
  // Nothing to take back: an empty deletion would still count as a change.
  if (value === undefined && !entries.has(key)) return;
  doc.transact(() => (value === undefined ? entries.delete(key) : entries.set(key, value)), STATE_POSITION);
}

/** In a delegation's confidence only that delegation's own word counts, whoever wrote the entry. */
function decodeIn(name: RoomName, key: string, value: unknown): Position | undefined {
  const code = confidant(name);
  if (code === undefined) return decodeEntry(key, value, 'room');
  const position = decodeEntry(key, value, 'chair');
  return position?.delegation === code && position.source === 'national' ? position : undefined;
}

const holdsPositions = (name: RoomName) => name === 'positions' || confidant(name) !== undefined;
