import { createHash } from 'node:crypto';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Snapshot } from './journal.ts';

const FORMAT = 2;
const HASH_BYTES = 32;

/** A snapshot as it is stored, with a checksum at the end. */
export function encodeSnapshot({ head, body }: Snapshot): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, FORMAT);
  encoding.writeVarUint(encoder, head.seq);
  encoding.writeVarUint8Array(encoder, head.hash);
  encoding.writeVarUint8Array(encoder, body);
  const content = encoding.toUint8Array(encoder);
  return Buffer.concat([content, checksum(content)]);
}

/** `undefined` where it is not what was stored: all that it stood for is in the entries. */
export function decodeSnapshot(bytes: Uint8Array): Snapshot | undefined {
  const content = bytes.subarray(0, -HASH_BYTES);
  if (Buffer.compare(checksum(content), bytes.subarray(-HASH_BYTES)) !== 0) return undefined;
  const decoder = decoding.createDecoder(content);
  if (decoding.readVarUint(decoder) !== FORMAT) return undefined;
  const seq = decoding.readVarUint(decoder);
  const hash = decoding.readVarUint8Array(decoder);
  return { head: { seq, hash }, body: decoding.readVarUint8Array(decoder) };
}

function checksum(content: Uint8Array): Uint8Array {
  return createHash('sha256').update(content).digest();
}
