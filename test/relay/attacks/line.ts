import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { closeReason } from '../../../shared/sync/protocol/close.ts';
import { encodeAnswer, encodeAsk, encodeUpdate, isWriteFrame } from '../../../shared/sync/protocol/sync-frame.ts';
import { HOLD } from '../support/draft-fixture.ts';
import { atRoot, RawUpdate, REF } from '../support/forge.ts';
import { RawClient } from '../support/raw-client.ts';
import { CARET, type Siege } from '../support/siege.ts';
import type { Attack } from './attack.ts';

/** What is sent on an open line, and how the relay ends the line. */
const sent = (
  { heading, what, event, reason, answer }: Omit<Attack, 'who' | 'strike'>,
  send: (client: RawClient) => void,
): Attack => ({
  heading,
  what,
  who: 'RUS',
  event,
  reason,
  answer,
  async strike({ here, seats }) {
    const client = await RawClient.join(here.relay, seats['RUS']!, 'text').untilSynced();
    send(client);
    const { code } = await client.untilClosed();
    return closeReason(code) ?? code;
  },
});

const NO_FRAMES: readonly (readonly [what: string, frame: Uint8Array | string])[] = [
  ['text', 'text'],
  ['nothing', new Uint8Array()],
  ['half a message', Uint8Array.of(0)],
  ['a step that is none', Uint8Array.of(0, 3, 0)],
  ['a type that is none', Uint8Array.of(2, 0)],
  ["an acknowledgement, as if it were the relay's", Uint8Array.of(20, 1, 5)],
  ['an unknown type', Uint8Array.of(99)],
  ['a length past the end', Uint8Array.of(0, 2, 200, 1, 0)],
  ['bytes left over', Uint8Array.of(0, 2, 2, 0, 0, 7)],
  ['a number without end', new Uint8Array(11).fill(255)],
  ['an ask without a vector', encodeAsk(new Uint8Array())],
  ['an ask of billions', encodeAsk(new RawUpdate().u(4_000_000_000).bytes())],
  ['an ask cut short', encodeAsk(Uint8Array.of(5, 1))],
];

const FRAME_ATTACKS = NO_FRAMES.map(([what, frame]) =>
  sent(
    { heading: 'frames of no protocol', what, event: 'ended', reason: 'bad-message', answer: 'bad-message' },
    (client) => client.socket.send(frame),
  ),
);

const TOO_LARGE = [encodeUpdate(new Uint8Array(50_000_000)), new Uint8Array(50_000_000)].map((frame, at) =>
  sent(
    {
      heading: 'a 50 MB message',
      what: at === 0 ? 'as an update' : 'of nothing',
      event: 'line-broken',
      reason: 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH',
      answer: 1009,
    },
    (client) => client.send(frame),
  ),
);

const COMPRESSED = sent(
  {
    heading: 'compressed bombs',
    what: 'a compressed frame, which nobody agreed to',
    event: 'line-broken',
    reason: 'WS_ERR_UNEXPECTED_RSV_1',
    answer: 1002,
  },
  (client) => {
    const raw = (client.socket as unknown as { _socket: Socket })._socket;
    // FIN, RSV1 (compressed), binary; masked, four bytes.
    raw.write(Uint8Array.of(0xc2, 0x84, 0, 0, 0, 0, 0x4b, 0x4c, 0x04, 0x00));
  },
);

/** A body that unfolds into a thousand times its size, or says that it will. */
const body = (what: string, reason: string, answer: number, send: (port: number) => Promise<number>): Attack => ({
  heading: 'compressed bombs',
  what,
  who: 'nobody',
  event: 'request-refused',
  reason,
  answer,
  strike: ({ here }) => send(here.relay.port),
});

async function post(port: number, headers: readonly string[], bytes: Uint8Array): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  const head = ['POST /api/meetings HTTP/1.1', `Host: 127.0.0.1:${port}`, 'Content-Type: application/json', ...headers];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  socket.write(bytes);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer.toString('latin1'))?.[1]);
}

const BODIES: readonly Attack[] = [
  body('a body packed a thousandfold', 'request-invalid', 400, (port) => {
    const bomb = gzipSync(JSON.stringify({ title: 'x'.repeat(20_000_000) }));
    return post(port, ['Content-Encoding: gzip', `Content-Length: ${bomb.length}`], bomb);
  }),
  body('a body that says it is a gigabyte', 'request-too-large', 413, (port) =>
    post(port, ['Content-Length: 1073741824'], new Uint8Array(10)),
  ),
];

async function replay({ here, seats }: Siege): Promise<string | undefined> {
  const client = await RawClient.join(here.relay, seats['RUS']!, 'text').untilSynced();
  client.sendWrite(encodeAnswer(Y.encodeStateAsUpdate(client.doc)));
  client.sendWrite(encodeUpdate(Y.encodeStateAsUpdate(client.doc)));
  for (const frame of client.frames.filter(isWriteFrame)) client.sendWrite(frame);
  await client.until(() => client.closed !== undefined || client.acknowledged === client.sent, 'answered');
  const { closed } = client;
  client.socket.terminate();
  return closed?.reason;
}

const REPLAYED: Attack = {
  heading: 'replayed frames',
  what: 'everything that was ever sent to it, sent back',
  who: 'RUS',
  event: '',
  reason: '',
  answer: undefined,
  strike: replay,
};

/** A struct of `client` that seconds in the attacker's own name, and breaks no rule but whose id it is. */
const second = (client: number): Uint8Array =>
  atRoot({ client, root: 'supports', key: `RUS:${HOLD}` }, REF.any, (update) => update.u(1).byte(119).s('second'));

const REUSED: readonly Attack[] = [
  {
    heading: 'reusing a client id',
    what: 'one that another shows at its caret and has not written with yet',
    who: 'RUS',
    event: 'refused',
    reason: 'client-not-yours',
    answer: 'write-refused',
    strike: async (field) => (await field.attack('text', encodeUpdate(second(CARET)))).close,
  },
  {
    heading: 'reusing a client id',
    what: 'other words under a clock of its own that is taken',
    who: 'RUS',
    event: '',
    reason: '',
    answer: undefined,
    strike: async (field) => (await field.attack('text', encodeUpdate(second(field.known().own)))).close,
  },
];

/** Last of all: known writes, as fast as the line carries them. */
export const FLOOD: Attack = {
  heading: 'floods of writes',
  what: 'five thousand writes at once',
  who: 'RUS',
  event: 'slowed',
  reason: 'too-many',
  answer: undefined,
  async strike({ here, seats, eu }) {
    const client = await RawClient.join(here.relay, seats['RUS']!, 'text').untilSynced();
    for (let count = 0; count < 5_000; count += 1) client.sendWrite(encodeUpdate(Uint8Array.of(0, 0)));
    const started = Date.now();
    const heard = eu.frames.length;
    eu.send(encodeAsk(Uint8Array.of(0)));
    await eu.until(() => eu.frames.length > heard, 'another is answered');
    const waited = Date.now() - started;
    const taken = client.acknowledged;
    client.socket.terminate();
    return waited < 5_000 && taken < 5_000 ? undefined : `${taken} taken, another waited ${waited} ms`;
  },
};

export const LINE_ATTACKS: readonly Attack[] = [
  ...FRAME_ATTACKS,
  ...TOO_LARGE,
  COMPRESSED,
  ...BODIES,
  REPLAYED,
  ...REUSED,
  FLOOD,
];
