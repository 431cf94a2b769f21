import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { MESSAGE, SYNC } from './message.ts';

/** Asks the other side for what `stateVector` lacks. */
export function encodeAsk(stateVector: Uint8Array): Uint8Array<ArrayBuffer> {
  return encodeSync(SYNC.ask, stateVector);
}

/** Answers an ask with everything the asker lacks. */
export function encodeAnswer(update: Uint8Array): Uint8Array<ArrayBuffer> {
  return encodeSync(SYNC.answer, update);
}

/** Carries an update as it happens. */
export function encodeUpdate(update: Uint8Array): Uint8Array<ArrayBuffer> {
  return encodeSync(SYNC.update, update);
}

function encodeSync(step: number, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>;
}

/** Whether a frame sent by a client is one the relay counts and acknowledges: a sync answer or update. */
export function isWriteFrame(frame: Uint8Array): boolean {
  return frame[0] === MESSAGE.sync && (frame[1] === SYNC.answer || frame[1] === SYNC.update);
}

/**
 * Whether an awareness frame tells of `client`. `y-websocket` sends back whatever it hears of others; the relay drops
 * that unread, and a client that asks this first saves the traffic.
 */
export function tellsOf(frame: Uint8Array, client: number): boolean {
  if (frame[0] !== MESSAGE.awareness) return false;
  try {
    const decoder = decoding.createDecoder(frame);
    decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      if (decoding.readVarUint(decoder) === client) return true;
      decoding.readVarUint(decoder);
      decoding.readVarString(decoder);
    }
  } catch {
    return false;
  }
  return false;
}
