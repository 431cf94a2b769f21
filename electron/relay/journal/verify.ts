/**
 * Whether a journal is what was written: every stream's chain from its first entry, the snapshots' places in them and
 * what they say, the places that publications recorded, and the seals of the revisions.
 */
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { isIntact, type FrozenRevision } from '../../../shared/revisions/freeze.ts';
import { parseRoomName, type RoomKind } from '../../../shared/sync/protocol/rooms.ts';
import { readFacts, type Fact } from '../meetings/facts-of-ledger.ts';
import { emptyContent, takeEntry, takeState, type RoomContent } from '../rooms/room-state.ts';
import { fits, genesis, openEntry, type Head, type StoredEntry } from './entry.ts';
import type { Journal, Snapshot } from './journal.ts';
import { isSameContent } from './same-content.ts';

/** The first thing in a stream that does not fit, by the number of the entry where it shows. */
export interface Misfit {
  readonly stream: string;
  /** 0 where it is no entry. */
  readonly seq: number;
  readonly reason:
    | 'entry-missing'
    | 'entry-changed'
    /** A snapshot stands for a past that this stream does not have. */
    | 'snapshot-foreign'
    /** A snapshot says something else than the entries it stands for. */
    | 'snapshot-changed'
    /** A snapshot is not what was stored. The relay passes it over; nothing is lost. */
    | 'snapshot-damaged'
    /** A publication recorded another past of this stream than it has now. */
    | 'past-exchanged'
    | 'revision-changed';
}

export interface Verification {
  readonly streams: number;
  readonly entries: number;
  readonly misfits: readonly Misfit[];
}

/** Reads the whole journal; at most one misfit a stream, the first. */
export async function verifyJournal(journal: Journal): Promise<Verification> {
  const misfits: Misfit[] = [];
  let entries = 0;
  const streams = await journal.streams('');
  const anchors = new Map<string, { seq: number; hash: string }[]>();
  for (const stream of streams.filter((name) => name.endsWith('/ledger'))) {
    for (const fact of await factsOf(journal, stream)) noteAnchors(anchors, stream, fact);
  }
  for (const stream of streams) {
    const walk = await walkStream(journal, stream, anchors.get(stream) ?? []);
    entries += walk.entries;
    if (walk.misfit) misfits.push(walk.misfit);
  }
  return { streams: streams.length, entries, misfits };
}

async function walkStream(
  journal: Journal,
  stream: string,
  anchors: readonly { readonly seq: number; readonly hash: string }[],
): Promise<{ entries: number; misfit: Misfit | undefined }> {
  const { snapshot: kept, snapshotDamaged } = await journal.replay(stream);
  const snapshot = kept?.head;
  const kind = parseRoomName(stream.slice(stream.indexOf('/') + 1))?.kind;
  const content = kept && kind && emptyContent(kind);
  const revisions = stream.endsWith('/record') ? new Y.Doc() : undefined;
  let head = genesis(stream);
  const misfit = (seq: number, reason: Misfit['reason']) => ({ entries: head.seq, misfit: { stream, seq, reason } });
  for await (const { seq, bytes } of journal.entries(stream)) {
    if (seq !== head.seq + 1) return misfit(head.seq + 1, 'entry-missing');
    const entry = fits(head, bytes) ? tryOpen(bytes) : undefined;
    if (entry?.seq !== seq) return misfit(seq, 'entry-changed');
    head = { seq, hash: entry.hash };
    if (content && seq <= kept.head.seq) takeEntry(content, entry);
    if (snapshot?.seq === seq && !isSame(snapshot, head)) return misfit(seq, 'snapshot-foreign');
    if (content && snapshot?.seq === seq && !saysSame(content, kind, kept)) return misfit(seq, 'snapshot-changed');
    if (anchors.some((anchor) => anchor.seq === seq && anchor.hash !== hexOf(head)))
      return misfit(seq, 'past-exchanged');
    if (revisions && !holdsSeals(revisions, entry)) return misfit(seq, 'revision-changed');
  }
  const promised = Math.max(snapshot?.seq ?? 0, ...anchors.map((anchor) => anchor.seq));
  if (promised > head.seq) return misfit(head.seq + 1, 'entry-missing');
  return snapshotDamaged ? misfit(0, 'snapshot-damaged') : { entries: head.seq, misfit: undefined };
}

function saysSame(content: RoomContent, kind: RoomKind, { body }: Snapshot): boolean {
  const said = emptyContent(kind);
  try {
    takeState(said, body);
  } catch {
    return false;
  }
  return isSameContent(said, content);
}

function holdsSeals(doc: Y.Doc, entry: StoredEntry): boolean {
  const revisions = doc.getArray<FrozenRevision>('revisions');
  const known = revisions.length;
  Y.applyUpdate(doc, entry.body);
  return revisions.slice(known).every((revision) => isIntact(revision, sha256));
}

async function factsOf(journal: Journal, stream: string): Promise<readonly Fact[]> {
  const bodies: Uint8Array[] = [];
  for await (const { bytes } of journal.entries(stream)) {
    const entry = tryOpen(bytes);
    if (entry) bodies.push(entry.body);
  }
  return readFacts(bodies);
}

function noteAnchors(anchors: Map<string, { seq: number; hash: string }[]>, ledger: string, fact: Fact): void {
  if (fact.type !== 'published') return;
  for (const [room, head] of Object.entries(fact.heads)) {
    const stream = ledger.replace(/ledger$/, room);
    anchors.set(stream, [...(anchors.get(stream) ?? []), head]);
  }
}

function tryOpen(bytes: Uint8Array): StoredEntry | undefined {
  try {
    return openEntry(bytes);
  } catch {
    return undefined;
  }
}

function isSame(one: Head, other: Head): boolean {
  return one.seq === other.seq && Buffer.compare(one.hash, other.hash) === 0;
}

function hexOf(head: Head): string {
  return Buffer.from(head.hash).toString('hex');
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
