import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Snapshot } from './journal.ts';

/** A snapshot as it is stored. */
export function encodeSnapshot({ head, body }: Snapshot): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, head.seq);
  encoding.writeVarUint8Array(encoder, head.hash);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

export function decodeSnapshot(bytes: Uint8Array): Snapshot {
  const decoder = decoding.createDecoder(bytes);
  const seq = decoding.readVarUint(decoder);
  const hash = decoding.readVarUint8Array(decoder);
  return { head: { seq, hash }, body: decoding.readVarUint8Array(decoder) };
}
