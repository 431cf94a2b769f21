import { GUARD_BOUNDS } from '../../shared/sync/guard/bounds.ts';

/**
 * Every bound the relay keeps, in one place. A relay may be started with other values (`startRelay({ limits })`);
 * the defaults fit a meeting of 193 delegations, several people each, on one machine.
 */
export interface Limits {
  /** Largest websocket message taken; a larger one ends the connection with 1009. Holds a draft of 500,000 words. */
  readonly maxMessageBytes: number;
  /** Largest HTTP request body. A seed is base64, hence a third more than a message. */
  readonly maxBodyBytes: number;
  /** Largest backup that is restored over HTTP. */
  readonly maxRestoreBytes: number;
  /** Open connections of the whole relay. */
  readonly maxConnections: number;
  /** Open connections under one invitation; a person has six rooms a window, and perhaps a telephone. */
  readonly maxConnectionsPerInvitation: number;
  /** The same for a chair, who also reads every delegation's confidence. */
  readonly maxConnectionsPerChair: number;
  /** Frames a connection may send a second, on average; past the burst the relay stops reading it for a while. */
  readonly framesPerSecond: number;
  readonly frameBurst: number;
  /** How many steps of the guard count as one frame more: a small delete set may walk a large room. */
  readonly stepsPerFrame: number;
  /** How many frames an ask counts for: its answer may be the whole room. */
  readonly askCost: number;
  /** Bytes a connection may send a second, on average, and at once. */
  readonly bytesPerSecond: number;
  readonly byteBurst: number;
  /**
   * Bytes that wait for a room's turn or are in it, as while a disk hangs: never more, at least twice `maxMessageBytes`.
   * Before it is passed, whoever has most waiting is dropped to resynchronise.
   */
  readonly maxWaitingBytes: number;
  /** A reader with more than this still unsent is dropped to resynchronise. */
  readonly maxUnsentBytes: number;
  /** In a busy room, updates that arrive within this time after the last turn leave together in one frame. */
  readonly mergeWindowMs: number;
  /** Updates a second, times readers, at which a room is that busy; with less, the time is shorter, and none at last. */
  readonly mergeFullAt: number;
  /** Awareness is sent on at most this often. */
  readonly presenceWindowMs: number;
  /** How often a pulse goes out; `y-websocket` takes 30 s of silence for a dead line. */
  readonly pulseMs: number;
  /** A socket that has not answered a ping for this long is half-open and is ended. */
  readonly deadAfterMs: number;
  /** An empty room is dropped from memory after this time. */
  readonly idleRoomMs: number;
  /** A snapshot is written when this many entries, or bytes of entries, have come since the last. */
  readonly snapshotEntries: number;
  readonly snapshotBytes: number;
  /** And, with far fewer, when nobody has written for so long: a snapshot in the path of a keystroke holds it up. */
  readonly snapshotRestMs: number;
  /** How often a journal that refused a write is tried again. */
  readonly journalRetryMs: number;
  /** Meetings that may be made an hour. */
  readonly meetingsPerHour: number;
  /** Requests over HTTP under one invitation a second, on average, and at once. */
  readonly requestsPerSecond: number;
  readonly requestBurst: number;
  /** Invitations that one meeting may have. */
  readonly maxInvitations: number;
  /** Deepest nesting of shared types an update may reach. */
  readonly maxDepth: number;
  /** Most client ids a single update may bring; an honest one brings its own, and its former ones after offline work. */
  readonly maxClientsPerUpdate: number;
  /** How long an invitation holds where nothing else is asked. */
  readonly invitationDays: number;
}

const MB = 1024 * 1024;

export const LIMITS: Limits = {
  maxMessageBytes: 8 * MB,
  maxBodyBytes: 24 * MB,
  maxRestoreBytes: 512 * MB,
  maxConnections: 12_000,
  maxConnectionsPerInvitation: 64,
  maxConnectionsPerChair: 1024,
  framesPerSecond: 100,
  frameBurst: 400,
  stepsPerFrame: 1_000,
  askCost: 25,
  bytesPerSecond: 1 * MB,
  byteBurst: 16 * MB,
  maxWaitingBytes: 64 * MB,
  maxUnsentBytes: 4 * MB,
  mergeWindowMs: 25,
  mergeFullAt: 120_000,
  presenceWindowMs: 50,
  pulseMs: 10_000,
  deadAfterMs: 45_000,
  idleRoomMs: 60_000,
  snapshotEntries: 20_000,
  snapshotBytes: 1 * MB,
  snapshotRestMs: 5_000,
  journalRetryMs: 2_000,
  meetingsPerHour: 60,
  requestsPerSecond: 20,
  requestBurst: 1_000,
  maxInvitations: 5_000,
  maxDepth: GUARD_BOUNDS.maxDepth,
  maxClientsPerUpdate: GUARD_BOUNDS.maxClients,
  invitationDays: 14,
};
