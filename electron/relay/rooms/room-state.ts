import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Code } from '../../../shared/schema/ids.ts';
import { defineRoots } from '../../../shared/sync/guard/room-roots.ts';
import { keepQuiet } from '../../../shared/sync/quiet.ts';
import type { RoomKind } from '../../../shared/sync/protocol/rooms.ts';
import type { Entry, Head } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';

/** Whose client ids are: the code that first wrote with an id has it for ever (rule R5). */
export type Registry = Map<number, Code>;

/** What a room holds, and whose it is. */
export interface RoomContent {
  readonly doc: Y.Doc;
  readonly registry: Registry;
}

/** A room as the journal has it. The document is built when it is first looked into. */
export interface RoomState extends RoomContent {
  /** What the document will be built from: its last snapshot, and the few updates since; `undefined` once it is there. */
  readonly folded: readonly Uint8Array[] | undefined;
  head: Head;
  /** The stream does not fit its chain from here on: it is read up to there and takes no writes. */
  readonly brokenAt: number | undefined;
  /** The snapshot was not what had been stored: the room was read from its first entry. */
  readonly snapshotDamaged: boolean;
  entriesSinceSnapshot: number;
  bytesSinceSnapshot: number;
  /** Size of the last snapshot, in bytes. */
  snapshotSize: number;
}

/** A snapshot with no more than this behind it can be sent as it is, before the document has been built from it. */
const FEW_ENTRIES = 1_000;

/** Reads a room from its stream. Words deleted are let go of in memory; the journal keeps them. */
export async function loadRoom(journal: Journal, stream: string, kind: RoomKind): Promise<RoomState> {
  const { snapshot, snapshotDamaged, entries, head, brokenAt } = await journal.replay(stream);
  const registry: Registry = new Map();
  const updates: Uint8Array[] = snapshot ? [takeRegistry(registry, snapshot.body)] : [];
  for (const entry of entries) {
    claim(registry, entry);
    updates.push(entry.body);
  }
  let doc: Y.Doc | undefined;
  const state: RoomState = {
    registry,
    get doc() {
      return (doc ??= unfold(kind, updates.splice(0)));
    },
    get folded() {
      return doc || !snapshot || entries.length > FEW_ENTRIES ? undefined : updates;
    },
    head,
    brokenAt,
    snapshotDamaged,
    entriesSinceSnapshot: entries.length,
    bytesSinceSnapshot: entries.reduce((sum, { body }) => sum + body.length, 0),
    snapshotSize: snapshot?.body.length ?? 0,
  };
  return state;
}

/** A room of this kind that nobody has written in. */
export function emptyContent(kind: RoomKind): RoomContent {
  return { doc: unfold(kind, []), registry: new Map() };
}

function unfold(kind: RoomKind, updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  defineRoots(doc, kind);
  // Of itself Yjs would delete formats of others that it finds superfluous: the relay writes nothing of its own.
  if (kind === 'text') keepQuiet(doc);
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/** Takes in one entry of the room's stream. */
export function takeEntry({ doc, registry }: RoomContent, entry: Entry): void {
  claim(registry, entry);
  Y.applyUpdate(doc, entry.body);
}

function claim(registry: Registry, { clients, code }: Entry): void {
  for (const client of clients) registry.set(client, code as Code);
}

/** A room at rest is written out when an entry has come for every so many bytes of it, or so many in all. */
const RESTING_BYTES = 1_000;
const RESTING_ENTRIES = 500;

/** How many entries are enough for a snapshot while nobody writes: the more, the larger it is. */
export function enoughAtRest({ snapshotSize }: RoomState): number {
  return 1 + Math.min(RESTING_ENTRIES, Math.floor(snapshotSize / RESTING_BYTES));
}

/** Whether enough has come since the last snapshot. A large room is not written out anew for every little that comes. */
export function wantsSnapshot(state: RoomState, enough: { readonly entries: number; readonly bytes: number }): boolean {
  if (state.brokenAt !== undefined || state.entriesSinceSnapshot === 0) return false;
  const bytes = Math.max(enough.bytes, state.snapshotSize);
  return state.entriesSinceSnapshot >= enough.entries || state.bytesSinceSnapshot >= bytes;
}

/** Writes a snapshot of the room as it is now. */
export function putSnapshot(journal: Journal, stream: string, state: RoomState): Promise<void> {
  const body = encodeState(state);
  state.entriesSinceSnapshot = 0;
  state.bytesSinceSnapshot = 0;
  state.snapshotSize = body.length;
  return journal.putSnapshot(stream, { head: state.head, body });
}

/** The whole room as one snapshot body: whose the client ids are, then the state. */
export function encodeState({ doc, registry }: RoomContent): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, registry.size);
  for (const [client, code] of registry) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarString(encoder, code);
  }
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc));
  return encoding.toUint8Array(encoder);
}

/** Takes in a snapshot's body. */
export function takeState({ doc, registry }: RoomContent, body: Uint8Array): void {
  Y.applyUpdate(doc, takeRegistry(registry, body));
}

/** Takes in whose the client ids are, as a snapshot's body has it; the answer is its state. */
function takeRegistry(registry: Registry, body: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(body);
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const client = decoding.readVarUint(decoder);
    registry.set(client, decoding.readVarString(decoder) as Code);
  }
  return decoding.readVarUint8Array(decoder);
}
