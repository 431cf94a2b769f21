import type * as Y from 'yjs';
import type { Room as RoomRef } from '../../../shared/sync/protocol/rooms.ts';
import type { Journal } from '../journal/journal.ts';
import type { Limits } from '../limits.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';

/** What a room works with. */
export interface RoomSetting {
  readonly meeting: string;
  readonly ref: RoomRef;
  readonly journal: Journal;
  readonly limits: Limits;
  readonly log: Log;
  readonly now: () => number;
  readonly metrics: Metrics;
  /** Called after a turn that changed the room, when it is on disk. */
  readonly onChange?: (doc: Y.Doc) => void;
}
