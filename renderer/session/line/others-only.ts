import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/**
 * An awareness update without what it tells of `client`. The relay sends everybody's presence to everybody, under clocks
 * of its own; one's own, coming back late, would take the place of where the caret has got to since.
 */
export function othersOnly(update: Uint8Array, client: number): Uint8Array {
  const decoder = decoding.createDecoder(update);
  const others = encoding.createEncoder();
  let count = 0;
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const told = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const state = decoding.readVarString(decoder);
    if (told === client) continue;
    encoding.writeVarUint(others, told);
    encoding.writeVarUint(others, clock);
    encoding.writeVarString(others, state);
    count += 1;
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, count);
  encoding.writeUint8Array(encoder, encoding.toUint8Array(others));
  return encoding.toUint8Array(encoder);
}
