import type { Code } from '../../../shared/schema/ids.ts';
import type { Entry } from '../journal/entry.ts';
import type { Connection } from './connection.ts';
import type { RoomState } from './room-state.ts';

/** What waits for a room's next turn. */
export type Inbound =
  | { readonly type: 'ask'; readonly from: Connection; readonly stateVector: Uint8Array }
  | {
      readonly type: 'write';
      readonly from: Connection;
      readonly number: number;
      readonly update: Uint8Array;
      /** An answer holds everything its sender has that the relay lacked. */
      readonly answer: boolean;
    }
  /** A turn for the sake of what comes before its first word. */
  | { readonly type: 'wake' }
  | { readonly type: 'work'; run(state: RoomState): Entry[]; done(): void; fail(error: unknown): void };

/** What a turn will have brought about once it is on disk. */
export interface Outcome {
  readonly entries: Entry[];
  readonly updates: Uint8Array[];
  readonly claims: (readonly [client: number, code: Code])[];
  readonly settled: Set<Connection>;
  readonly asks: Extract<Inbound, { type: 'ask' }>[];
  readonly works: Extract<Inbound, { type: 'work' }>[];
}

export function emptyOutcome(): Outcome {
  return { entries: [], updates: [], claims: [], settled: new Set(), asks: [], works: [] };
}
