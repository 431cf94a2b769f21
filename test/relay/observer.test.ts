import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import type { FrozenRevision } from '../../shared/revisions/freeze.ts';
import { base64, seedUpdate } from './support/draft-fixture.ts';
import { RawClient, roomUrl } from './support/raw-client.ts';
import { meetingHere, relayHere } from './support/relay-here.ts';

const ROOMS = ['text', 'chair', 'positions', 'confidence/EU', 'desk/EU', 'confidence/OBS'];

/** Words that stand in rooms an observer must hear nothing of. */
const SECRETS = [
  'LIVEWORDS',
  'POSITIONREASON',
  'REDLINE',
  'DESKNOTE',
  'GROUPNAME',
  'Person EU',
  'internal note',
  'MEX',
];

test('R11 an observer hears of the record alone, through a whole meeting, byte for byte', async () => {
  const here = await relayHere({ limits: { pulseMs: 100 } });
  const { chair, invite, meeting } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const eu = await invite('delegation', 'EU');
  const obs = await invite('observer', 'OBS');
  const record = await RawClient.join(here.relay, obs, 'record').untilSynced();
  const watching = [record];
  const refusedRooms = async (): Promise<void> => {
    for (const room of ROOMS) {
      const client = new RawClient(roomUrl(here.relay, obs, room), ['rostrum.1', obs.token]);
      expect([room, await client.untilClosed()]).toEqual([room, { code: 4403, reason: 'room-forbidden' }]);
      expect(client.frames).toEqual([]);
      watching.push(client);
    }
  };

  await refusedRooms();
  const text = await RawClient.join(here.relay, chair, 'text').untilSynced();
  const chairRoom = await RawClient.join(here.relay, chair, 'chair').untilSynced();
  const positions = await RawClient.join(here.relay, eu, 'positions').untilSynced();
  const confidence = await RawClient.join(here.relay, eu, 'confidence/EU').untilSynced();
  const desk = await RawClient.join(here.relay, eu, 'desk/EU').untilSynced();
  const strand = (text.doc.getMap('provisions').get('CHAIR-firstprov1') as Y.Map<Y.Text>).get('strand')!;
  strand.insert(strand.length, ' LIVEWORDS');
  chairRoom.doc.getMap('groups').set('EU', { name: 'GROUPNAME', members: ['FRA'], asOf: '2026-11-01' });
  positions.doc.getMap('positions').set('EU|p/CHAIR-firstprov1', { stance: 'object', reason: 'POSITIONREASON' });
  confidence.doc.getMap('positions').set('EU|p/CHAIR-firstprov1', { stance: 'object', reason: 'REDLINE' });
  desk.doc.getMap('notes').set('one', 'DESKNOTE');
  await Promise.all([text, chairRoom, positions, confidence, desk].map((client) => client.untilSaved()));
  await refusedRooms();

  const before = record.frames.length;
  const published = await here.ask(`api/meetings/${meeting}/publish`, { token: chair.token, body: {} });
  expect(published.status).toBe(201);
  await record.until(() => record.doc.getArray('revisions').length === 1, 'the revision has arrived');
  expect(record.frames.length).toBeGreaterThan(before);
  await refusedRooms();
  await record.until(() => record.messages.some((message) => message.type === 'pulse'), 'a pulse');

  // What was published holds the words that were live until then, and no more than the words: no reason, no red line,
  // no note, nobody's name.
  const revision = record.doc.getArray<FrozenRevision>('revisions').get(0);
  expect(revision.draft.provisions[0]?.text).toContain('LIVEWORDS');
  const heard = watching
    .flatMap((client) => client.frames)
    .map((frame) => Buffer.from(frame).toString('latin1'))
    .join('\n');
  expect(SECRETS.filter((secret) => heard.includes(secret))).toEqual(['LIVEWORDS']);
  expect(heard.match(/EU-|"EU"/g)).toBeNull();
  expect(record.messages.map((message) => message.type).filter((type) => type === 'registry')).toEqual([]);
});

test('R11 before publication an observer has not one word of the text', async () => {
  const here = await relayHere();
  const { invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const obs = await invite('observer', 'OBS');
  const record = await RawClient.join(here.relay, obs, 'record').untilSynced();
  expect(Buffer.concat(record.frames).toString('latin1')).not.toMatch(/Encourages|Invites|provision|bracket|EU/);
});

test('R11 the live text opens to observers when the chair opens it, without names, and closes at once', async () => {
  const here = await relayHere();
  const { chair, invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const obs = await invite('observer', 'OBS');
  const text = await RawClient.join(here.relay, chair, 'text').untilSynced();
  const chairRoom = await RawClient.join(here.relay, chair, 'chair').untilSynced();
  chairRoom.doc.getMap('profile').set('observersSeeLive', true);
  await chairRoom.untilSaved();
  const live = await RawClient.join(here.relay, obs, 'text').untilSynced();
  expect(live.doc.getMap('provisions').size).toBe(2);
  expect(live.messages.map((message) => message.type)).toEqual(['welcome', 'state']);
  chairRoom.doc.getMap('profile').set('observersSeeLive', false);
  expect(await live.untilClosed()).toEqual({ code: 4403, reason: 'room-forbidden' });
  const frames = live.frames.length;
  text.doc.getMap('meta').set('title', 'later');
  await text.untilSaved();
  expect(live.frames.length).toBe(frames);
});

test('R11 an observer who comes to the live text is not sent what was typed and taken back before', async () => {
  const here = await relayHere();
  const { chair, invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const obs = await invite('observer', 'OBS');
  const eu = await invite('delegation', 'EU');
  const text = await RawClient.join(here.relay, chair, 'text').untilSynced();
  const chairRoom = await RawClient.join(here.relay, chair, 'chair').untilSynced();
  text.doc.getMap('meta').set('title', 'TAKENBACK');
  text.doc.getMap('meta').set('title', 'Outcome document');
  await text.untilSaved();
  chairRoom.doc.getMap('profile').set('observersSeeLive', true);
  await chairRoom.untilSaved();
  const delegate = await RawClient.join(here.relay, eu, 'text').untilSynced();
  const live = await RawClient.join(here.relay, obs, 'text').untilSynced();
  const holdsIt = ({ frames }: RawClient): boolean => Buffer.concat(frames).toString('latin1').includes('TAKENBACK');
  // A delegation may read the history; that it is sent these words shows that there was something to leave out.
  expect([delegate, live].map(holdsIt)).toEqual([true, false]);
  expect(live.doc.getMap('meta').get('title')).toBe('Outcome document');
});
