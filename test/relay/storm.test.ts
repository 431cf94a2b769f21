import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { base64, seedUpdate } from './support/draft-fixture.ts';
import { RawClient } from './support/raw-client.ts';
import { meetingHere, relayHere } from './support/relay-here.ts';

const CLIENTS = process.env['LONG'] === '1' ? 500 : 150;

test(
  `R2 ${CLIENTS} clients that come back at once are all served, while somebody writes`,
  { timeout: 180_000 },
  async () => {
    const here = await relayHere();
    const { chair, invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
    const seats = await Promise.all(['EU', 'RUS', 'MEX', 'FRA', 'DEU'].map((code) => invite('delegation', code)));
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
    await expect.poll(() => here.relay.inspect().then(({ connections }) => connections), { timeout: 20_000 }).toBe(1);
  },
);

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
