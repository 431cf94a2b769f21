import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export type AwarenessEntry = readonly [client: number, clock: number, state: unknown];

/** An awareness frame that tells of these. */
export function awarenessFrame(entries: readonly AwarenessEntry[]): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const [client, clock, state] of entries) {
    encoding.writeVarUint(body, client);
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, typeof state === 'string' ? state : JSON.stringify(state));
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
  return encoding.toUint8Array(encoder);
}

/** What an awareness frame tells; nothing for any other frame. */
export function readAwareness(frame: Uint8Array): AwarenessEntry[] {
  const entries: AwarenessEntry[] = [];
  if (frame[0] !== 1) return entries;
  const outer = decoding.createDecoder(frame);
  decoding.readVarUint(outer);
  const decoder = decoding.createDecoder(decoding.readVarUint8Array(outer));
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    entries.push([
      decoding.readVarUint(decoder),
      decoding.readVarUint(decoder),
      JSON.parse(decoding.readVarString(decoder)),
    ]);
  }
  return entries;
}
