import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { SUBPROTOCOL } from '../../shared/sync/protocol/version.ts';
import { LINE_ATTACKS } from './attacks/line.ts';
import { FIRST } from './support/draft-fixture.ts';
import { RawClient, roomUrl } from './support/raw-client.ts';
import { meetingHere, relayHere } from './support/relay-here.ts';
import { besiege } from './support/siege.ts';

const key = (index: number): string => `RUS|p/CHAIR-${index.toString(36).padStart(8, '0')}`;

test(`R2 frames that are none, too large, packed or too many hurt nobody, with ${LINE_ATTACKS.length} attacks`, async () => {
  expect(await besiege(LINE_ATTACKS)).toEqual([]);
});

test('R2 who writes faster than anybody can is read slowly, and the others notice nothing', async () => {
  const here = await relayHere({ limits: { framesPerSecond: 50, frameBurst: 50 } });
  const { chair, invite } = await meetingHere(here);
  const rus = await invite('delegation', 'RUS');
  const flood = await RawClient.join(here.relay, rus, 'positions').untilSynced();
  const other = await RawClient.join(here.relay, chair, 'positions').untilSynced();
  for (let index = 0; index < 2_000; index += 1) flood.doc.getMap('positions').set(key(index), { stance: 'object' });
  const started = Date.now();
  other.doc.getMap('positions').set('CHAIR:EU|p/CHAIR-aaaaaaaa', { stance: 'support' });
  await other.untilSaved();
  // All of what floods would take forty seconds at the pace it is read.
  expect(Date.now() - started).toBeLessThan(15_000);
  await new Promise((done) => setTimeout(done, 1_000));
  const taken = other.doc.getMap('positions').size;
  expect(taken).toBeGreaterThan(10);
  expect(taken).toBeLessThan(1_000);
  expect([flood.closed, other.closed]).toEqual([undefined, undefined]);
});

test('R2 a reader that does not read is dropped, costs little memory, and has everything when it is back', async () => {
  const here = await relayHere({ limits: { maxUnsentBytes: 200_000, mergeWindowMs: 1 } });
  const { chair, invite } = await meetingHere(here);
  const rus = await invite('delegation', 'RUS');
  const writer = await RawClient.join(here.relay, rus, 'positions').untilSynced();
  const slow = [];
  for (let index = 0; index < 10; index += 1)
    slow.push(await RawClient.join(here.relay, chair, 'positions').untilSynced());
  for (const client of slow) client.socket.pause();
  const memory = process.memoryUsage().rss;
  for (let index = 0; index < 60; index += 1) {
    const reason = 'x'.repeat(270);
    writer.doc.transact(() => {
      for (let part = 0; part < 500; part += 1)
        writer.doc.getMap('positions').set(key(index * 500 + part), { stance: 'object', reason });
    });
    await writer.untilSaved();
  }
  expect((process.memoryUsage().rss - memory) / 1e6).toBeLessThan(400);
  for (const client of slow) client.socket.resume();
  for (const client of slow) await client.untilClosed();
  const back = await RawClient.join(here.relay, chair, 'positions').untilSynced();
  expect(back.doc.getMap('positions').size).toBe(30_000);
  expect(writer.closed).toBeUndefined();
});

test('R2 a line that answers no ping is ended', async () => {
  const here = await relayHere({ limits: { pulseMs: 200, deadAfterMs: 1_500 } });
  const { chair } = await meetingHere(here);
  const alive = await RawClient.join(here.relay, chair, 'text').untilSynced();
  const dead = new WebSocket(roomUrl(here.relay, chair, 'text'), ['rostrum.1', chair.token], { autoPong: false });
  onTestFinished(() => dead.terminate());
  await once(dead, 'open');
  const [code] = (await once(dead, 'close')) as [number];
  expect(code).toBe(1006);
  await new Promise((done) => setTimeout(done, 2_000));
  expect(alive.closed).toBeUndefined();
});

test('R2 half a request holds nothing up', async () => {
  const here = await relayHere();
  const { chair } = await meetingHere(here);
  const halves = [
    'GET / HT',
    'GET /rooms/x HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n',
    `POST /api/meetings HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{`,
  ];
  for (const half of halves) {
    const socket = connect(here.relay.port, '127.0.0.1', () => socket.write(half));
    socket.on('error', () => undefined);
    onTestFinished(() => void socket.destroy());
  }
  const client = await RawClient.join(here.relay, chair, 'text').untilSynced();
  // And the relay ends although they are still there.
  await here.relay.close();
  expect((await client.untilClosed()).reason).toBe('relay-stopping');
});

test('R2 a relay that is told to stop while people are at its door ends, and has let go of everybody', async () => {
  const here = await relayHere();
  const { chair } = await meetingHere(here);
  const opens = (room: string, token: string): string =>
    [
      `GET /rooms/${chair.meeting}/${room} HTTP/1.1`,
      `Host: 127.0.0.1:${here.relay.port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      `Sec-WebSocket-Protocol: ${SUBPROTOCOL}, ${token}\r\n\r\n`,
    ].join('\r\n');
  // None of them ever answers, those who are refused included; half come while the relay stops.
  const comers = ['text', 'chair', 'positions', 'record'].flatMap((room) => [
    opens(room, chair.token),
    opens(room, 'no.token.atall'),
  ]);
  const come = () =>
    comers.map((words) => {
      const socket = connect(here.relay.port, '127.0.0.1', () => socket.write(words));
      socket.on('error', () => undefined);
      onTestFinished(() => void socket.destroy());
      return new Promise((gone) => socket.resume().once('close', gone));
    });
  const early = come();
  const silent = connect(here.relay.port, '127.0.0.1');
  silent.on('error', () => undefined);
  await once(silent, 'connect');
  const stopped = here.relay.close();
  const late = come();
  await stopped;
  expect(await Promise.all([...early, ...late])).toHaveLength(2 * comers.length);
});

test('R2 a thousand rooms are opened and left, and nothing of them stays', async () => {
  const here = await relayHere({ limits: { idleRoomMs: 100 } });
  const { chair } = await meetingHere(here);
  for (let batch = 0; batch < 20; batch += 1) {
    const clients = Array.from({ length: 50 }, (_, index) =>
      RawClient.join(here.relay, chair, `confidence/X${batch * 50 + index}`),
    );
    for (const client of clients) await client.untilSynced();
    for (const client of clients) client.socket.terminate();
  }
  const text = await RawClient.join(here.relay, chair, 'text').untilSynced();
  expect(text.closed).toBeUndefined();
  await expect.poll(() => here.relay.inspect().then(({ rooms }) => rooms)).toBeLessThan(4);
});

test('R2 names of meetings that do not exist fill no memory and open nothing', async () => {
  const here = await relayHere();
  const { chair } = await meetingHere(here);
  for (let index = 0; index < 100; index += 1) {
    const made = { ...chair, meeting: `zzzz${String(index).padStart(8, '0')}` as typeof chair.meeting };
    const client = RawClient.join(here.relay, made, 'text', { silent: true });
    expect((await client.untilClosed()).code).toBe(4404);
  }
  expect((await here.relay.inspect()).meetings).toBe(1);
});

test('R8 a room put away and opened again is the same room', async () => {
  const here = await relayHere({ limits: { idleRoomMs: 50 } });
  const { chair, invite } = await meetingHere(here);
  const rus = await invite('delegation', 'RUS');
  for (let round = 0; round < 15; round += 1) {
    const client = await RawClient.join(here.relay, rus, 'positions').untilSynced();
    expect(client.doc.getMap('positions').size).toBe(round);
    client.doc.getMap('positions').set(key(round), { stance: 'object', about: FIRST });
    await client.untilSaved();
    await client.leave();
    await new Promise((done) => setTimeout(done, (round * 17) % 120));
  }
  const reader = await RawClient.join(here.relay, chair, 'positions').untilSynced();
  expect(reader.doc.getMap('positions').size).toBe(15);
});
