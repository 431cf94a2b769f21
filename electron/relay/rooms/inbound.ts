import * as decoding from 'lib0/decoding';
import { MESSAGE, SYNC } from '../../../shared/sync/protocol/message.ts';

/** A client's frame, taken apart. */
export type ClientMessage =
  | { readonly type: 'ask'; readonly stateVector: Uint8Array }
  | { readonly type: 'write'; readonly update: Uint8Array; readonly answer: boolean }
  | { readonly type: 'awareness'; readonly update: Uint8Array }
  | { readonly type: 'ask-awareness' };

/** `undefined` for a frame that is none of the protocol's, bytes left over included. */
export function readClientFrame(frame: Uint8Array): ClientMessage | undefined {
  try {
    const decoder = decoding.createDecoder(frame);
    const message = readMessage(decoder);
    return decoding.hasContent(decoder) ? undefined : message;
  } catch {
    return undefined;
  }
}

function readMessage(decoder: decoding.Decoder): ClientMessage | undefined {
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync:
      return readSync(decoder);
    case MESSAGE.awareness:
      return { type: 'awareness', update: decoding.readVarUint8Array(decoder) };
    case MESSAGE.queryAwareness:
      return { type: 'ask-awareness' };
    default:
      return undefined;
  }
}

function readSync(decoder: decoding.Decoder): ClientMessage | undefined {
  const step = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  switch (step) {
    case SYNC.ask:
      return { type: 'ask', stateVector: bytes };
    case SYNC.answer:
      return { type: 'write', update: bytes, answer: true };
    case SYNC.update:
      return { type: 'write', update: bytes, answer: false };
    default:
      return undefined;
  }
}
