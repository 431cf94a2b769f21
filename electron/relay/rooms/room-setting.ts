import type * as Y from 'yjs';
import type { Room as RoomRef } from '../../../shared/sync/protocol/rooms.ts';
import type { Journal } from '../journal/journal.ts';
import type { Limits } from '../limits.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';

/** A stream that writes rest on, as far as it has been read here. */
export interface Fence {
  readonly stream: string;
  /** Absent where it cannot be read to its end. */
  readonly seq: number | undefined;
  /** Reads on, and does what follows from what stands there. */
  keepUp(): Promise<void>;
}

/** What a room works with. */
export interface RoomSetting {
  readonly meeting: string;
  readonly ref: RoomRef;
  readonly journal: Journal;
  readonly limits: Limits;
  readonly log: Log;
  readonly now: () => number;
  readonly metrics: Metrics;
  /** What every write rests on: the meeting's ledger, in which a relay elsewhere may end an invitation. */
  readonly fence: Fence;
  /** Called after a turn that changed the room, when it is on disk. */
  readonly onChange?: (doc: Y.Doc) => void;
}
