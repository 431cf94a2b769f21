import type { JournalTrouble } from '../../../shared/sync/protocol/refusal.ts';
import type { Entry, Head, StoredEntry } from './entry.ts';

/** A state that stands for all entries up to its head, so that a room need not be replayed from its first day. */
export interface Snapshot {
  readonly head: Head;
  readonly body: Uint8Array;
}

/** What a stream held, read from its last snapshot on. */
export interface Replay {
  readonly snapshot: Snapshot | undefined;
  /** There is a snapshot that is not what was stored; it was passed over. */
  readonly snapshotDamaged: boolean;
  readonly entries: readonly StoredEntry[];
  /** The end of what fits the chain. */
  readonly head: Head;
  /** The first entry that does not fit, or is missing; the stream can be read up to it and takes no more writes. */
  readonly brokenAt: number | undefined;
}

/** The disk (or whatever stands for it) did not take a write: nothing of it is stored. */
export class JournalRefusal extends Error {
  readonly trouble: JournalTrouble;
  constructor(trouble: JournalTrouble, cause?: unknown) {
    super(trouble, { cause });
    this.name = 'JournalRefusal';
    this.trouble = trouble;
  }
}

/** Another relay has written to the stream meanwhile: read on from the head, then try again. Nothing is stored. */
export class JournalBehind extends Error {
  constructor() {
    super('journal-behind');
    this.name = 'JournalBehind';
  }
}

/** What was to be stored rests on a stream that another relay has written to meanwhile. Nothing is stored. */
export class JournalFenced extends Error {
  constructor() {
    super('journal-fenced');
    this.name = 'JournalFenced';
  }
}

/** Where to write, and on what that rests. */
export interface After extends Head {
  /** Another stream, which must still end where the writer has read it to. */
  readonly fence?: { readonly stream: string; readonly seq: number } | undefined;
}

/**
 * The stream is not the one that was read: it ends before the writer's head, or another entry stands there. What is in
 * memory is worth nothing; the stream must be read anew from its beginning. Nothing is stored.
 */
export class JournalDiverged extends Error {
  constructor() {
    super('journal-diverged');
    this.name = 'JournalDiverged';
  }
}

/** What a stream holds after a head. */
export type Since = Pick<Replay, 'entries' | 'head' | 'brokenAt'>;

/** Words between the relays of one meeting that need not be kept: who is present. Lost ones are said again. */
export interface Bus {
  publish(channel: string, message: Uint8Array): void;
  subscribe(channel: string, listener: (message: Uint8Array) => void): () => void;
}

/**
 * Where everything that was acknowledged is kept: append-only streams of chained entries. Every implementation passes
 * `test/relay/journal-acceptance.ts`.
 */
export interface Journal {
  /**
   * Writes entries after `after`, all or none; resolves to the new head when they would survive a power cut.
   * Appends of several streams that meet are committed together. Rejects with `JournalRefusal`, `JournalBehind`,
   * `JournalFenced` or `JournalDiverged`. Where one relay alone writes, nothing is behind a fence.
   */
  append(stream: string, after: After, entries: readonly Entry[]): Promise<Head>;
  /** The stream from its last snapshot on; of a stream that was never written, an empty one. */
  replay(stream: string): Promise<Replay>;
  /** Where the stream ends, by what its last entry says of itself; `genesis` of one that was never written. */
  end(stream: string): Promise<Head>;
  /** What has come after `head`, from whatever relay. */
  since(stream: string, head: Head): Promise<Since>;
  /** Called when another relay may have written to the stream. */
  follow(stream: string, listener: () => void): () => void;
  /** Between relays that share the journal; absent where there is one relay alone. */
  readonly bus?: Bus;
  /** All entries after `after` (0: from the first on), with the bytes as stored, as they are at this moment. */
  entries(stream: string, after?: number): AsyncIterable<{ readonly seq: number; readonly bytes: Uint8Array }>;
  /** Replaces the stream's snapshot. Entries are kept: a snapshot only shortens the start. */
  putSnapshot(stream: string, snapshot: Snapshot): Promise<void>;
  /** Names of all streams that begin with `prefix`, sorted. */
  streams(prefix: string): Promise<readonly string[]>;
  /** Why writes are refused now, if they are. */
  trouble(): JournalTrouble | undefined;
  /** Called when writes begin to be refused, and when they are taken again. */
  onTrouble(listener: (trouble: JournalTrouble | undefined) => void): () => void;
  /** Waits for what is being written, then lets go of the folder. */
  close(): Promise<void>;
}
