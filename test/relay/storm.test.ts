import * as decoding from 'lib0/decoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { encodeAsk } from '../../shared/sync/protocol/sync-frame.ts';
import { base64, DRAFT, FIRST, seedUpdate } from './support/draft-fixture.ts';
import { RawClient } from './support/raw-client.ts';
import { meetingHere, relayHere } from './support/relay-here.ts';

const CLIENTS = process.env['LONG'] === '1' ? 500 : 150;

test(
  `R2 ${CLIENTS} clients that come back at once are all served, while somebody writes`,
  { timeout: 180_000 },
  async () => {
    const here = await relayHere();
    const { chair, invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
    const codes = ['EU', 'RUS', 'MEX', 'FRA', 'DEU', 'ITA', 'KEN', 'PER', 'JPN', 'UGA'];
    const seats = await Promise.all(codes.map((code) => invite('delegation', code)));
    const writer = await RawClient.join(here.relay, chair, 'text').untilSynced();
    let working = true;
    const work = (async () => {
      for (let made = 0; working; made += 1) {
        writer.doc.getMap('meta').set('title', `Title ${made}`);
        await new Promise((done) => setTimeout(done, 20));
      }
    })();
    const clients = Array.from({ length: CLIENTS }, (_, index) =>
      RawClient.join(here.relay, seats[index % seats.length]!, 'text'),
    );
    for (const client of clients) await client.until(() => client.synced, 'synced', 120_000);
    working = false;
    await work;
    await writer.untilSaved();
    const last = writer.doc.getMap('meta').get('title');
    for (const client of clients)
      await client.until(() => client.doc.getMap('meta').get('title') === last, 'up to date', 60_000);
    expect(clients.filter((client) => client.closed)).toEqual([]);
    // And all go at once.
    for (const client of clients) client.socket.terminate();
    await expect.poll(() => here.relay.inspect().then(({ connections }) => connections)).toBe(1);
  },
);

const RESTARTED = process.env['LONG'] === '1' ? 400 : 80;

test(
  `R8 a relay started again under ${RESTARTED} clients while ten of them write: all come back and have the same`,
  { timeout: 180_000 },
  async () => {
    const before = await relayHere();
    const { chair, invite } = await meetingHere(before);
    const codes = Array.from({ length: 10 }, (_, index) => `D${index}`);
    const seats = await Promise.all(codes.map((code) => invite('delegation', code)));
    const seatOf = (index: number) => seats[index % seats.length]!;
    const first = Array.from({ length: RESTARTED }, (_, index) =>
      RawClient.join(before.relay, seatOf(index), 'positions'),
    );
    for (const client of first) await client.untilSynced();
    const write = (client: RawClient, code: string, made: number): void =>
      void client.doc
        .getMap('positions')
        .set(`${code}|p/CHAIR-${String(made).padStart(8, '0')}`, { stance: 'object', reason: 'under load' });
    // The relay goes in the middle of it; who writes goes on without a line.
    for (let made = 0; made < 30; made += 1) {
      for (const [index, code] of codes.entries()) write(first[index]!, code, made);
      if (made === 15) void before.relay.close();
      await new Promise((done) => setTimeout(done, 2));
    }
    for (const client of first) await client.untilClosed();
    const here = await relayHere({ dataDir: before.dataDir });
    const back = first.map((client, index) => {
      const again = RawClient.join(here.relay, seatOf(index), 'positions');
      Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(client.doc));
      return again;
    });
    for (const client of back) await client.untilSaved();
    for (const client of back)
      await client.until(({ doc }) => doc.getMap('positions').size === 300, 'has all of everybody', 60_000);
    const reader = await RawClient.join(here.relay, chair, 'positions').untilSynced();
    expect(reader.doc.getMap('positions').size).toBe(300);
    expect(reader.doc.store.pendingStructs).toBeNull();
    const all = reader.doc.getMap('positions').toJSON();
    for (const { doc } of back) expect(doc.getMap('positions').toJSON()).toEqual(all);
    expect(back.filter(({ closed }) => closed)).toEqual([]);
  },
);

test('R2 newcomers who do not read a large answer share one copy of it, and have it when they read', async () => {
  const text = 'Encourages States to mark weapons. '.repeat(200_000);
  const draft = { ...DRAFT, brackets: [], provisions: [{ ...DRAFT.provisions[0]!, text }] };
  const here = await relayHere();
  const { chair } = await meetingHere(here, { seed: { text: base64(seedUpdate(draft)) } });
  await RawClient.join(here.relay, chair, 'text').untilSynced();
  const slow = Array.from({ length: 20 }, () => RawClient.join(here.relay, chair, 'text', { silent: true }));
  for (const client of slow) await client.until(({ messages }) => messages.length > 0, 'admitted');
  const before = process.memoryUsage().arrayBuffers;
  for (const client of slow) {
    client.socket.pause();
    client.send(encodeAsk(Y.encodeStateVector(new Y.Doc())));
  }
  await new Promise((done) => setTimeout(done, 500));
  // Twenty copies would be 140 MB.
  expect((process.memoryUsage().arrayBuffers - before) / 1e6).toBeLessThan(40);
  for (const client of slow) client.socket.resume();
  for (const { frames } of await Promise.all(
    slow.map((client) => client.until((it) => it.frames.some(({ length }) => length > text.length), 'answered')),
  )) {
    const doc = new Y.Doc();
    const answer = decoding.createDecoder(frames.find(({ length }) => length > text.length)!);
    decoding.readVarUint(answer);
    decoding.readVarUint(answer);
    Y.applyUpdate(doc, decoding.readVarUint8Array(answer));
    const provision = doc.getMap('provisions').get(FIRST) as Y.Map<Y.Text>;
    expect(provision.get('strand')!.length).toBe(text.length);
  }
});

test('R2 clients and relay with clocks hours apart do not mind', async () => {
  const here = await relayHere({ now: () => Date.now() + 5 * 3_600_000, limits: { pulseMs: 100 } });
  const { invite } = await meetingHere(here);
  const client = await RawClient.join(here.relay, await invite('delegation', 'EU'), 'positions').untilSynced();
  client.doc.getMap('positions').set('EU|p/CHAIR-aaaaaaaa', { stance: 'object', at: 5 });
  await client.untilSaved();
  const pulse = await client.until((it) => it.messages.some((message) => message.type === 'pulse'), 'a pulse');
  const told = pulse.messages.find((message) => message.type === 'pulse');
  expect(told?.type === 'pulse' && told.now - Date.now()).toBeGreaterThan(4 * 3_600_000);
});

test('R8 a relay that is started again under load: everybody comes back, and everything is there once', async () => {
  const here = await relayHere();
  const { chair, invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const eu = await invite('delegation', 'EU');
  const client = await RawClient.join(here.relay, eu, 'positions').untilSynced();
  for (let index = 0; index < 200; index += 1) {
    client.doc.getMap('positions').set(`EU|p/CHAIR-${String(index).padStart(8, '0')}`, { stance: 'object' });
    if (index === 100) void here.relay.close();
    await new Promise((done) => setTimeout(done, 1));
  }
  await client.untilClosed();
  const again = await relayHere({ dataDir: here.dataDir });
  const back = RawClient.join(again.relay, eu, 'positions');
  Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(client.doc));
  await back.untilSaved();
  const reader = await RawClient.join(again.relay, chair, 'positions').untilSynced();
  expect(reader.doc.getMap('positions').size).toBe(200);
  expect(reader.doc.store.pendingStructs).toBeNull();
});
