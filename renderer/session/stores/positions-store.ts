import { encodePosition } from '../../../shared/positions/record.ts';
import type { Position } from '../../../shared/schema/position.ts';
import type { Observed } from '../contract.ts';
import type { RoomSet } from '../room-set.ts';
import { confidant, confidenceOf, ROOTS, type RoomName } from '../rooms.ts';
import { gather } from './gathered.ts';
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

export function openPositions(rooms: RoomSet): PositionsStore {
  const { values, write, stop } = gather({ rooms, root: ROOTS.positions, decode: decodeIn });
  return {
    positions: values,
    state(position) {
      const room = position.audience === 'chair' ? confidenceOf(position.delegation) : 'positions';
      write(room, roomKey(position), encodePosition(position));
    },
    withdraw(position) {
      const names = position.source === 'floor' ? ['positions'] : ['positions', confidenceOf(position.delegation)];
      for (const name of names) write(name, roomKey(position), undefined);
    },
    stop,
  };
}

/** In a delegation's confidence only that delegation's own word counts, whoever wrote the entry. */
function decodeIn(name: RoomName, key: string, value: unknown): Position | undefined {
  const code = confidant(name);
  if (code === undefined) return decodeEntry(key, value, 'room');
  const position = decodeEntry(key, value, 'chair');
  return position?.delegation === code && position.source === 'national' ? position : undefined;
}
