/**
 * One entry of the journal: one write, by one invitation, in one stream (a room, or a meeting's ledger).
 * Entries of a stream are chained: each carries the SHA-256 of its own bytes and the hash before it, so that a changed
 * past shows at the first entry that does not fit.
 */
import { createHash } from 'node:crypto';
import * as decoding from 'lib0/decoding';
import { ENTRY_FORMAT, entryContent, genesisContent, type ChainedEntry } from '../../../shared/sync/history/chain.ts';

/** `code`: whose write it is, `RELAY` for the relay's own, whose invitation is empty. `body`: a Yjs update in a room's stream, JSON in a ledger's. */
export type Entry = ChainedEntry;

/** Where a stream ends: the number of its last entry (0 for none) and that entry's hash. */
export interface Head {
  readonly seq: number;
  readonly hash: Uint8Array;
}

export interface StoredEntry extends Entry {
  readonly seq: number;
  readonly hash: Uint8Array;
}

const HASH_BYTES = 32;

/** The hash a stream starts from, so that entries of one stream do not fit another. */
export function genesis(stream: string): Head {
  return { seq: 0, hash: createHash('sha256').update(genesisContent(stream)).digest() };
}

/** The entry's bytes as they are stored, its hash at the end, and the stream's new head. */
export function sealEntry(before: Head, entry: Entry): { readonly bytes: Uint8Array; readonly head: Head } {
  const content = entryContent(before.seq + 1, entry);
  const hash = chain(before.hash, content);
  return { bytes: Buffer.concat([content, hash]), head: { seq: before.seq + 1, hash } };
}

/** Reads stored bytes back; throws where they are no entry. Whether they fit the chain is `fits`. */
export function openEntry(bytes: Uint8Array): StoredEntry {
  const content = bytes.subarray(0, bytes.length - HASH_BYTES);
  const decoder = decoding.createDecoder(content);
  if (bytes.length <= HASH_BYTES || decoding.readVarUint(decoder) !== ENTRY_FORMAT)
    throw new Error('not a journal entry');
  const seq = decoding.readVarUint(decoder);
  const at = decoding.readVarUint(decoder);
  const code = decoding.readVarString(decoder);
  const invitation = decoding.readVarString(decoder);
  const clients: number[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) clients.push(decoding.readVarUint(decoder));
  const body = decoding.readVarUint8Array(decoder);
  return { seq, at, code, invitation, clients, body, hash: bytes.subarray(bytes.length - HASH_BYTES) };
}

/** The head that a stream has after an entry, by the entry's own word. */
export function headAfter(seq: number, bytes: Uint8Array): Head {
  return { seq, hash: bytes.slice(-HASH_BYTES) };
}

/** Whether stored bytes are the entry that follows `before`. */
export function fits(before: Head, bytes: Uint8Array): boolean {
  const hash = chain(before.hash, bytes.subarray(0, bytes.length - HASH_BYTES));
  return bytes.length > HASH_BYTES && Buffer.compare(hash, bytes.subarray(bytes.length - HASH_BYTES)) === 0;
}

function chain(before: Uint8Array, content: Uint8Array): Uint8Array {
  return createHash('sha256').update(before).update(content).digest();
}
