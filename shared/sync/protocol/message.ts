/**
 * The messages the relay adds to y-protocols' framing, all under one type. `PROTOCOL.md` beside the relay has the
 * bytes, the order and what each side does. Everything here is sent by the relay and read by the client.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as z from 'zod/mini';
import type { Code } from '../../schema/ids.ts';
import { isCode } from '../../schema/ids.ts';
import type { Member } from '../../schema/meeting.ts';
import { ROLES } from '../../schema/meeting.ts';
import type { JournalTrouble, WriteRefusalReason } from './refusal.ts';
import { isJournalTrouble, isWriteRefusal } from './refusal.ts';
import { isMeetingId } from './rooms.ts';

/** First number of a frame: what kind of message it is. 0 to 3 are y-protocols' own. */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, relay: 20 } as const;

/** Second number of a sync frame. `answer` and `update` are writes, and the ones that are counted and acknowledged. */
export const SYNC = { ask: 0, answer: 1, update: 2 } as const;

const KIND = { welcome: 0, ack: 1, refused: 2, registry: 3, state: 4, pulse: 5 } as const;

/** Who the relay takes this connection for, sent first. */
interface Welcome {
  readonly type: 'welcome';
  readonly version: number;
  readonly me: Member;
  /** What this connection may do in this room; a client that has no `write` sends no updates. */
  readonly access: { readonly read: boolean; readonly write: boolean; readonly presence: boolean };
  /** The relay's clock, in milliseconds since 1970. */
  readonly now: number;
  /** When the invitation ends, in milliseconds since 1970. */
  readonly expires: number;
}

export type RelayMessage =
  | Welcome
  /** The first `count` writes of this connection are on disk. Cumulative. */
  | { readonly type: 'ack'; readonly count: number }
  /** The `number`th write of this connection was not taken, and why. */
  | { readonly type: 'refused'; readonly number: number; readonly reason: WriteRefusalReason; readonly rule: string }
  /** Client ids and the codes they belong to for ever: all known ones after `welcome`, later the new ones. */
  | { readonly type: 'registry'; readonly entries: readonly (readonly [client: number, code: Code])[] }
  /** Whether the relay can take writes now. */
  | { readonly type: 'state'; readonly writable: true }
  | { readonly type: 'state'; readonly writable: false; readonly reason: JournalTrouble }
  /** The relay is there; keeps the line from looking dead, and tells the relay's clock. */
  | { readonly type: 'pulse'; readonly now: number };

const WELCOME = z.object({
  version: z.number(),
  me: z.object({
    meeting: z.string().check(z.refine(isMeetingId)),
    role: z.enum(ROLES),
    code: z.string().check(z.refine(isCode)),
    name: z.string(),
    person: z.string(),
  }),
  access: z.object({ read: z.boolean(), write: z.boolean(), presence: z.boolean() }),
  now: z.number(),
  expires: z.number(),
});

/** A whole frame, its type included. */
export function encodeRelayMessage(message: RelayMessage): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.relay);
  encoding.writeVarUint(encoder, KIND[message.type]);
  switch (message.type) {
    case 'welcome': {
      const { type: _, ...body } = message;
      encoding.writeVarString(encoder, JSON.stringify(body));
      break;
    }
    case 'ack':
      encoding.writeVarUint(encoder, message.count);
      break;
    case 'refused':
      encoding.writeVarUint(encoder, message.number);
      encoding.writeVarString(encoder, message.reason);
      encoding.writeVarString(encoder, message.rule);
      break;
    case 'registry':
      encoding.writeVarUint(encoder, message.entries.length);
      for (const [client, code] of message.entries) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarString(encoder, code);
      }
      break;
    case 'state':
      encoding.writeVarUint(encoder, message.writable ? 1 : 0);
      encoding.writeVarString(encoder, message.writable ? '' : message.reason);
      break;
    case 'pulse':
      encoding.writeVarUint(encoder, message.now);
      break;
  }
  return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>;
}

/**
 * Reads what follows the frame's type; this is the shape of a `y-websocket` message handler's decoder.
 * `undefined` for a kind of a later version or a malformed body: the client ignores it.
 */
export function readRelayMessage(decoder: decoding.Decoder): RelayMessage | undefined {
  try {
    return readKind(decoder);
  } catch {
    return undefined;
  }
}

/** Reads a whole frame; `undefined` when it is none of the relay's. */
export function decodeRelayMessage(frame: Uint8Array): RelayMessage | undefined {
  const decoder = decoding.createDecoder(frame);
  return frame.length > 1 && decoding.readVarUint(decoder) === MESSAGE.relay ? readRelayMessage(decoder) : undefined;
}

function readKind(decoder: decoding.Decoder): RelayMessage | undefined {
  switch (decoding.readVarUint(decoder)) {
    case KIND.welcome: {
      const body = WELCOME.safeParse(JSON.parse(decoding.readVarString(decoder)));
      return body.success ? ({ type: 'welcome', ...body.data } as Welcome) : undefined;
    }
    case KIND.ack:
      return { type: 'ack', count: decoding.readVarUint(decoder) };
    case KIND.refused: {
      const number = decoding.readVarUint(decoder);
      const reason = decoding.readVarString(decoder);
      const rule = decoding.readVarString(decoder);
      return isWriteRefusal(reason) ? { type: 'refused', number, reason, rule } : undefined;
    }
    case KIND.registry:
      return { type: 'registry', entries: readEntries(decoder) };
    case KIND.state: {
      const writable = decoding.readVarUint(decoder) === 1;
      const reason = decoding.readVarString(decoder);
      if (writable) return { type: 'state', writable: true };
      return isJournalTrouble(reason) ? { type: 'state', writable: false, reason } : undefined;
    }
    case KIND.pulse:
      return { type: 'pulse', now: decoding.readVarUint(decoder) };
    default:
      return undefined;
  }
}

function readEntries(decoder: decoding.Decoder): [number, Code][] {
  const entries: [number, Code][] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const client = decoding.readVarUint(decoder);
    const code = decoding.readVarString(decoder);
    if (isCode(code)) entries.push([client, code]);
  }
  return entries;
}
