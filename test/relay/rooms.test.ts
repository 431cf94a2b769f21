import * as Y from 'yjs';
import { expect, test } from 'vitest';
import type { Role } from '../../shared/schema/meeting.ts';
import { encodeAnswer, encodeUpdate } from '../../shared/sync/protocol/sync-frame.ts';
import { RawClient, roomUrl } from './support/raw-client.ts';
import { meetingHere, relayHere, type Seat } from './support/relay-here.ts';

test('R4 what two members write at once reaches both, and each is told when it is on disk', async () => {
  const here = await relayHere();
  const { chair, invite } = await meetingHere(here);
  const one = await RawClient.join(here.relay, chair, 'positions').untilSynced();
  const two = await RawClient.join(here.relay, await invite('delegation', 'EU'), 'positions').untilSynced();
  one.doc.getMap('positions').set('CHAIR:RUS|p/CHAIR-aaaaaaaa', { stance: 'object' });
  two.doc.getMap('positions').set('EU|p/CHAIR-aaaaaaaa', { stance: 'support' });
  await Promise.all([one.untilSaved(), two.untilSaved()]);
  for (const client of [one, two]) {
    await client.until(() => client.doc.getMap('positions').size === 2, 'both positions are there');
    expect(client.acknowledged).toBe(client.sent);
  }
});

test('R3 every role opens its rooms and no other', async () => {
  const here = await relayHere();
  const { chair, invite } = await meetingHere(here);
  const seats: Record<string, Seat> = {
    chair,
    secretariat: await invite('secretariat', 'SEC'),
    EU: await invite('delegation', 'EU'),
    observer: await invite('observer', 'OBS'),
  };
  const rooms = [
    'text',
    'chair',
    'positions',
    'record',
    'confidence/EU',
    'confidence/RUS',
    'desk/EU',
    'desk/RUS',
    'desk/CHAIR',
  ];
  const table: Record<string, Record<string, string>> = {};
  for (const [who, seat] of Object.entries(seats)) {
    table[who] = {};
    for (const room of rooms) {
      const client = new RawClient(roomUrl(here.relay, seat, room), ['rostrum.1', seat.token]);
      await client.until(() => client.synced || client.closed !== undefined, 'synced or closed');
      const welcome = client.messages.find((message) => message.type === 'welcome');
      const access = welcome?.type === 'welcome' ? welcome.access : undefined;
      table[who][room] = access
        ? `${access.read ? 'r' : ''}${access.write ? 'w' : ''}${access.presence ? 'p' : ''}`
        : client.closed!.reason;
      if (!access) expect(client.frames).toEqual([]);
      client.socket.terminate();
    }
  }
  const no = 'room-forbidden';
  expect(table).toEqual({
    chair: {
      text: 'rwp',
      chair: 'rw',
      positions: 'rw',
      record: 'r',
      'confidence/EU': 'r',
      'confidence/RUS': 'r',
      'desk/EU': no,
      'desk/RUS': no,
      'desk/CHAIR': 'rw',
    },
    secretariat: {
      text: 'rwp',
      chair: 'rw',
      positions: 'rw',
      record: 'r',
      'confidence/EU': no,
      'confidence/RUS': no,
      'desk/EU': no,
      'desk/RUS': no,
      'desk/CHAIR': no,
    },
    EU: {
      text: 'rwp',
      chair: 'rw',
      positions: 'rw',
      record: 'r',
      'confidence/EU': 'rw',
      'confidence/RUS': no,
      'desk/EU': 'rw',
      'desk/RUS': no,
      'desk/CHAIR': no,
    },
    observer: {
      text: no,
      chair: no,
      positions: no,
      record: 'r',
      'confidence/EU': no,
      'confidence/RUS': no,
      'desk/EU': no,
      'desk/RUS': no,
      'desk/CHAIR': no,
    },
  });
});

test('R3 a write where the role only reads is refused by name, sent to nobody and kept nowhere', async () => {
  const here = await relayHere();
  const { chair, invite } = await meetingHere(here);
  const cases: [Role, string, string][] = [
    ['delegation', 'EU', 'chair'],
    ['delegation', 'EU', 'record'],
    ['observer', 'OBS', 'record'],
    ['secretariat', 'SEC', 'record'],
  ];
  for (const [role, code, room] of cases) {
    for (const encode of [encodeUpdate, encodeAnswer]) {
      const watcher = await RawClient.join(here.relay, chair, room).untilSynced();
      const writer = await RawClient.join(here.relay, await invite(role, code), room).untilSynced();
      const before = Y.encodeStateAsUpdate(watcher.doc);
      const forged = new Y.Doc();
      forged.getMap('profile').set('title', 'another');
      writer.sendWrite(encode(Y.encodeStateAsUpdate(forged)));
      expect((await writer.untilClosed()).reason).toBe('write-refused');
      expect(writer.messages).toContainEqual({
        type: 'refused',
        number: writer.sent,
        reason: 'room-read-only',
        rule: 'R3',
      });
      const fresh = await RawClient.join(here.relay, chair, room).untilSynced();
      expect(Y.encodeStateAsUpdate(fresh.doc)).toEqual(before);
      expect(Y.encodeStateAsUpdate(watcher.doc)).toEqual(before);
      for (const client of [watcher, fresh]) client.socket.terminate();
    }
  }
});

test('R3 a desk of a group opens for its members, by the roster of the chair, and closes when they leave it', async () => {
  const here = await relayHere();
  const { chair, invite } = await meetingHere(here);
  const desk = await RawClient.join(here.relay, chair, 'chair').untilSynced();
  const fra = await invite('delegation', 'FRA');
  const early = new RawClient(roomUrl(here.relay, fra, 'desk/EU'), ['rostrum.1', fra.token], { silent: true });
  expect((await early.untilClosed()).reason).toBe('room-forbidden');
  desk.doc.getMap('groups').set('EU', { name: 'European Union', members: ['FRA', 'DEU'], asOf: '2026-11-01' });
  await desk.untilSaved();
  const member = await RawClient.join(here.relay, fra, 'desk/EU').untilSynced();
  desk.doc.getMap('groups').set('EU', { name: 'European Union', members: ['DEU'], asOf: '2026-11-02' });
  expect((await member.untilClosed()).reason).toBe('room-forbidden');
});

test('R3 nobody who keeps the list of members gets at a desk by standing on it', async () => {
  const here = await relayHere();
  const { chair, invite } = await meetingHere(here);
  const secretariat = await invite('secretariat', 'SEC');
  const room = await RawClient.join(here.relay, chair, 'chair').untilSynced();
  room.doc.getMap('groups').set('RUS', { name: 'x', members: ['CHAIR', 'SEC', 'OBS'], asOf: '2026-11-01' });
  await room.untilSaved();
  for (const seat of [chair, secretariat, await invite('observer', 'OBS')]) {
    const client = new RawClient(roomUrl(here.relay, seat, 'desk/RUS'), ['rostrum.1', seat.token], { silent: true });
    expect((await client.untilClosed()).reason).toBe('room-forbidden');
    expect(client.frames).toEqual([]);
  }
});

test('R8 after a restart everything acknowledged is there, and client ids still have their owners', async () => {
  const here = await relayHere();
  const { chair, invite } = await meetingHere(here);
  const eu = await invite('delegation', 'EU');
  const writer = await RawClient.join(here.relay, eu, 'positions').untilSynced();
  for (let index = 0; index < 50; index += 1)
    writer.doc.getMap('positions').set(`EU|p/CHAIR-${String(index).padStart(8, '0')}`, { stance: 'object' });
  await writer.untilSaved();
  await here.relay.close();
  expect(writer.closed?.reason).toBe('relay-stopping');

  const again = await relayHere({ dataDir: here.dataDir });
  const reader = await RawClient.join(again.relay, chair, 'positions').untilSynced();
  expect(reader.doc.getMap('positions').size).toBe(50);
  expect(reader.messages).toContainEqual({ type: 'registry', entries: [[writer.doc.clientID, 'EU']] });
});

test('R4 a client that comes back sends what it wrote meanwhile in one piece, and it is saved', async () => {
  const here = await relayHere();
  const { chair, invite } = await meetingHere(here);
  const eu = await invite('delegation', 'EU');
  const first = await RawClient.join(here.relay, eu, 'positions').untilSynced();
  first.doc.getMap('positions').set('EU|p/CHAIR-aaaaaaaa', { stance: 'object' });
  await first.untilSaved();
  await first.leave();
  const offline = new Y.Doc();
  offline.clientID = first.doc.clientID;
  Y.applyUpdate(offline, Y.encodeStateAsUpdate(first.doc));
  for (const stance of ['reserve', 'accept', 'support'])
    offline.getMap('positions').set('EU|p/CHAIR-aaaaaaaa', { stance });
  const back = RawClient.join(here.relay, eu, 'positions');
  Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(offline));
  await back.untilSaved();
  const reader = await RawClient.join(here.relay, chair, 'positions').untilSynced();
  expect(reader.doc.getMap('positions').toJSON()).toEqual({ 'EU|p/CHAIR-aaaaaaaa': { stance: 'support' } });
});

test('R4 an acknowledgement is cumulative and never runs ahead of what was sent', async () => {
  const here = await relayHere({ limits: { mergeWindowMs: 5 } });
  const { invite } = await meetingHere(here);
  const client = await RawClient.join(here.relay, await invite('delegation', 'EU'), 'positions').untilSynced();
  for (let index = 0; index < 200; index += 1) {
    client.doc.getMap('positions').set('EU|p/CHAIR-aaaaaaaa', { stance: 'object', reason: String(index) });
    if (index % 20 === 0) await new Promise((done) => setTimeout(done, 7));
  }
  await client.untilSaved();
  const counts = client.messages.flatMap((message) => (message.type === 'ack' ? [message.count] : []));
  expect(counts.at(-1)).toBe(client.sent);
  expect(counts).toEqual(counts.toSorted((one, other) => one - other));
  expect(new Set(counts).size).toBe(counts.length);
});

test('R4 newcomers get all of a room that changes under them, however many there are', async () => {
  const here = await relayHere();
  const { chair, invite } = await meetingHere(here);
  const writer = await RawClient.join(here.relay, await invite('delegation', 'EU'), 'positions').untilSynced();
  const say = (index: number): void =>
    void writer.doc
      .getMap('positions')
      .set(`EU|p/CHAIR-${String(index % 400).padStart(8, '0')}`, { stance: 'object', reason: `${index} `.repeat(20) });
  for (let index = 0; index < 300; index += 1) say(index);
  await writer.untilSaved();
  const newcomers: RawClient[] = [];
  for (let round = 0; round < 20; round += 1) {
    for (let more = 0; more < 1 + (round % 7) * 10; more += 1) say(300 + round * 70 + more);
    newcomers.push(RawClient.join(here.relay, chair, 'positions'));
    if (round % 3 === 0) await newcomers.at(-1)!.untilSynced();
  }
  await writer.untilSaved();
  const all = writer.doc.getMap('positions').toJSON();
  const last = Y.encodeStateVector(writer.doc);
  for (const newcomer of newcomers) {
    await newcomer.untilSynced();
    await newcomer.until(({ doc }) => Buffer.compare(Y.encodeStateVector(doc), last) === 0, 'has all');
    expect(newcomer.doc.getMap('positions').toJSON()).toEqual(all);
    expect(newcomer.doc.store.pendingStructs).toBeNull();
  }
});
