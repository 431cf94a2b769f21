/** How a client speaks to each server: where it connects, what it says first, and how an update is put in a frame. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Created, Invited } from '../../../shared/sync/protocol/api.ts';
import type { Running } from './servers.ts';

export interface Speech {
  readonly path: string;
  /** Subprotocols of the client with this number. */
  protocols(client: number): readonly string[];
  /** Frames sent on opening, for one who asks for what `doc` lacks. */
  hello(doc: Y.Doc): readonly Uint8Array[];
  frame(update: Uint8Array): Uint8Array;
  /** The update in a frame, if there is one. */
  update(frame: Uint8Array): Uint8Array | undefined;
  /** How many writes of this client a frame acknowledges. */
  ack(frame: Uint8Array): number | undefined;
}

const ASK = 0;
const UPDATE = 2;

function sync(step: number, body: Uint8Array, prefix?: string): Uint8Array {
  const encoder = encoding.createEncoder();
  if (prefix !== undefined) encoding.writeVarString(encoder, prefix);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

function readUpdate(frame: Uint8Array, prefixed: boolean): Uint8Array | undefined {
  const decoder = decoding.createDecoder(frame);
  if (prefixed) decoding.readVarString(decoder);
  const type = decoding.readVarUint(decoder);
  if (type !== 0 && !(prefixed && type === 4)) return undefined;
  const step = decoding.readVarUint(decoder);
  return step === ASK ? undefined : decoding.readVarUint8Array(decoder);
}

const plain: Omit<Speech, 'path' | 'protocols'> = {
  hello: (doc) => [sync(ASK, Y.encodeStateVector(doc))],
  frame: (update) => sync(UPDATE, update),
  update: (frame) => readUpdate(frame, false),
  ack: () => undefined,
};

const ROOM = 'room';

/** The speech for a running server; for ours a meeting is made with this seed, and `delegations` invited. */
export async function speechFor(server: Running, seed: Uint8Array, delegations: number): Promise<Speech> {
  switch (server.name) {
    case 'floor':
    case 'stock':
    case 'stock-leveldb':
      return { ...plain, path: `/${ROOM}`, protocols: () => [] };
    case 'hocuspocus':
    case 'hocuspocus-sqlite':
      return {
        path: '/',
        protocols: () => [],
        hello: (doc) => [authenticate(), sync(ASK, Y.encodeStateVector(doc), ROOM)],
        frame: (update) => sync(UPDATE, update, ROOM),
        update: (frame) => readUpdate(frame, true),
        ack: () => undefined,
      };
    case 'ours':
      return ourSpeech(server, seed, delegations);
  }
}

function authenticate(): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, ROOM);
  encoding.writeVarUint(encoder, 2);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarString(encoder, '');
  return encoding.toUint8Array(encoder);
}

async function ourSpeech(server: Running, seed: Uint8Array, delegations: number): Promise<Speech> {
  const post = async <Answer>(path: string, body: unknown, token = ''): Promise<Answer> => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const text = Buffer.from(seed).toString('base64');
  const { meeting, token } = await post<Created>('api/meetings', { title: 'Measured', seed: { text } });
  const tokens: string[] = [];
  for (let index = 0; index < delegations; index += 1) {
    const body = { role: 'delegation', code: codeOf(index), name: 'Delegation', person: 'Person' };
    tokens.push((await post<Invited>(`api/meetings/${meeting}/invitations`, body, token)).token);
  }
  return {
    ...plain,
    path: `/rooms/${meeting}/text`,
    protocols: (client) => ['rostrum.1', tokens[client % tokens.length]!],
    ack: (frame) => {
      if (frame[0] !== 20 || frame[1] !== 1) return undefined;
      const decoder = decoding.createDecoder(frame.subarray(2));
      return decoding.readVarUint(decoder);
    },
  };
}

/** `D0`, `D1` … */
export const codeOf = (index: number): string => `D${index}`;
