/**
 * One meeting as one file: every entry of every stream, the signing key and what was said in confidence included, so
 * the file is as secret as the relay's disk. Layout: a line that names the format, then records of a stream's name and
 * an entry's bytes, then the SHA-256 of all before it. Restoring takes an entry only where it fits its chain.
 */
import { createHash } from 'node:crypto';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { MeetingId } from '../../../shared/schema/ids.ts';
import { refuse, type Result } from '../../../shared/schema/result.ts';
import { isMeetingId } from '../../../shared/sync/protocol/rooms.ts';
import { fits, genesis, openEntry, type Head, type StoredEntry } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';

const MAGIC = Buffer.from('rostrum backup 1\n');
const RECORD = 1;
const END = 0;
/** Entries that are written at once. */
const CHUNK = 1_000;

export type RestoreRefusal = 'backup-malformed' | 'backup-damaged' | 'meeting-exists' | 'restore-conflict';

/**
 * The file, piece by piece, while the meeting goes on. The ledger is read first, so that no publication in it speaks
 * of entries that the rest of the file lacks.
 */
export async function* backupMeeting(journal: Journal, meeting: MeetingId): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256');
  const ledger = `${meeting}/ledger`;
  const streams = await journal.streams(`${meeting}/`);
  hash.update(MAGIC);
  yield MAGIC;
  for (const stream of [ledger, ...streams.filter((name) => name !== ledger)]) {
    for await (const { bytes } of journal.entries(stream)) {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, RECORD);
      encoding.writeVarString(encoder, stream);
      encoding.writeVarUint8Array(encoder, bytes);
      const piece = encoding.toUint8Array(encoder);
      hash.update(piece);
      yield piece;
    }
  }
  const end = Buffer.from([END]);
  hash.update(end);
  yield Buffer.concat([end, hash.digest()]);
}

/**
 * Writes a meeting from its file. Its ledger comes last and in one piece: until all of it is there, there is no such
 * meeting, and none whose invitations are revoked in part. A restore that was cut short goes on where it stopped.
 */
export async function restoreMeeting(journal: Journal, file: Uint8Array): Promise<Result<MeetingId, RestoreRefusal>> {
  const streams = readBackup(file);
  if (!streams.ok) return streams;
  const names = [...streams.value.keys()];
  const meeting = names[0]?.split('/')[0] ?? '';
  const ledger = `${meeting}/ledger`;
  if (!isMeetingId(meeting) || !names.includes(ledger) || names.some((name) => !name.startsWith(`${meeting}/`)))
    return refuse('backup-malformed');
  if ((await journal.replay(ledger)).head.seq > 0) return refuse('meeting-exists');
  // Of an earlier restore, cut short: only what this file begins with can be gone on from.
  const begun = (await journal.streams(`${meeting}/`)).filter((name) => !streams.value.has(name));
  if (begun.length > 0) return refuse('restore-conflict');
  for (const name of [...names.filter((one) => one !== ledger), ledger]) {
    const entries = streams.value.get(name)!;
    const chunk = name === ledger ? entries.length : CHUNK;
    let head = await journal.end(name);
    if (!isBeginning(entries, head)) return refuse('restore-conflict');
    for (let from = head.seq; from < entries.length; from += chunk) {
      head = await journal.append(name, head, entries.slice(from, from + chunk));
    }
  }
  return { ok: true, value: meeting };
}

/** Whether a chain that stands at `head` is the beginning of these entries. */
function isBeginning(entries: readonly StoredEntry[], head: Head): boolean {
  if (head.seq === 0) return true;
  const last = entries[head.seq - 1];
  return last !== undefined && Buffer.compare(last.hash, head.hash) === 0;
}

function readBackup(file: Uint8Array): Result<ReadonlyMap<string, readonly StoredEntry[]>, RestoreRefusal> {
  if (Buffer.compare(file.subarray(0, MAGIC.length), MAGIC) !== 0) return refuse('backup-malformed');
  const seal = file.subarray(-32);
  const body = file.subarray(0, -32);
  if (Buffer.compare(createHash('sha256').update(body).digest(), seal) !== 0) return refuse('backup-damaged');
  const streams = new Map<string, { entries: StoredEntry[]; head: Head }>();
  try {
    const decoder = decoding.createDecoder(body.subarray(MAGIC.length));
    while (decoding.readVarUint(decoder) === RECORD) {
      const name = decoding.readVarString(decoder);
      const bytes = decoding.readVarUint8Array(decoder);
      const stream = streams.get(name) ?? { entries: [], head: genesis(name) };
      streams.set(name, stream);
      if (!fits(stream.head, bytes)) return refuse('backup-damaged');
      const entry = openEntry(bytes);
      stream.entries.push(entry);
      stream.head = { seq: entry.seq, hash: entry.hash };
    }
  } catch {
    return refuse('backup-malformed');
  }
  return { ok: true, value: new Map([...streams].map(([name, { entries }]) => [name, entries])) };
}
