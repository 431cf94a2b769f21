import * as Y from 'yjs';
import { expect, test } from 'vitest';
import type { History } from '../../shared/sync/protocol/api.ts';
import { readFresh } from '../../shared/sync/replica.ts';
import { base64, FIRST, seedUpdate } from './support/draft-fixture.ts';
import { RawClient } from './support/raw-client.ts';
import { meetingHere, relayHere } from './support/relay-here.ts';

test('R5 a room can be played back write by write, with who wrote what when, also after it was put away', async () => {
  let now = 1_800_000_000_000;
  const here = await relayHere({ now: () => (now += 10), limits: { snapshotEntries: 3, idleRoomMs: 60 } });
  const { chair, meeting, invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const seats = { EU: await invite('delegation', 'EU'), RUS: await invite('delegation', 'RUS') };
  const states: string[] = [];
  for (const [index, code] of (['EU', 'RUS', 'EU', 'EU', 'RUS'] as const).entries()) {
    const client = await RawClient.join(here.relay, seats[code], 'text').untilSynced();
    const strand = (client.doc.getMap('provisions').get(FIRST) as Y.Map<Y.Text>).get('strand')!;
    strand.insert(index * 3, `w${index} `);
    await client.untilSaved();
    states.push(readFresh(client.doc).provisions[0]!.text);
    await client.leave();
  }
  const answer = await here.ask(`api/meetings/${meeting}/history/text`, { token: seats.RUS.token });
  const { entries, next } = (await answer.json()) as History;
  expect(next).toBeUndefined();
  expect(entries.map(({ seq, code, person }) => [seq, code, person])).toEqual([
    [1, 'CHAIR', ''],
    ...['EU', 'RUS', 'EU', 'EU', 'RUS'].map((code, index) => [index + 2, code, `Person ${code}`]),
  ]);
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted((one, other) => one - other));
  const doc = new Y.Doc();
  const played = entries.map(({ update }) => {
    Y.applyUpdate(doc, Buffer.from(update, 'base64'));
    return readFresh(doc).provisions[0]!.text;
  });
  expect(played.slice(1)).toEqual(states);
  const later = (await (
    await here.ask(`api/meetings/${meeting}/history/text?after=4`, { token: chair.token })
  ).json()) as History;
  expect(later.entries.map(({ seq }) => seq)).toEqual([5, 6]);
});

test('R5 a long past comes in parts', async () => {
  const here = await relayHere();
  const { meeting, invite } = await meetingHere(here);
  const eu = await invite('delegation', 'EU');
  const client = await RawClient.join(here.relay, eu, 'desk/EU').untilSynced();
  for (let note = 0; note < 5; note += 1) {
    client.doc.getMap('notes').set('one', String(note).repeat(600_000));
    await client.untilSaved();
  }
  const seen: number[] = [];
  let after: number | undefined = 0;
  for (let parts = 0; after !== undefined; parts += 1) {
    expect(parts).toBeLessThan(5);
    const part: History = (await (
      await here.ask(`api/meetings/${meeting}/history/desk/EU?after=${after}`, { token: eu.token })
    ).json()) as History;
    seen.push(...part.entries.map(({ seq }) => seq));
    after = part.next;
  }
  expect(seen).toEqual([1, 2, 3, 4, 5]);
});

test('R3 the past of a room is told to who may read it and who wrote it, and to nobody else', async () => {
  const here = await relayHere();
  const { chair, meeting, invite } = await meetingHere(here);
  const eu = await invite('delegation', 'EU');
  const obs = await invite('observer', 'OBS');
  const chairRoom = await RawClient.join(here.relay, chair, 'chair').untilSynced();
  chairRoom.doc.getMap('profile').set('observersSeeLive', true);
  await chairRoom.untilSaved();
  const ask = async (room: string, token?: string) =>
    (await here.ask(`api/meetings/${meeting}/history/${room}`, token === undefined ? {} : { token })).status;
  expect(await ask('text', eu.token)).toBe(200);
  expect(await ask('confidence/EU', eu.token)).toBe(200);
  expect(await ask('confidence/EU', chair.token)).toBe(200);
  expect(await ask('confidence/RUS', eu.token)).toBe(403);
  expect(await ask('desk/EU', chair.token)).toBe(403);
  expect(await ask('text', obs.token)).toBe(403);
  expect(await ask('record', obs.token)).toBe(403);
  expect(await ask('text')).toBe(401);
  expect(await ask('ledger', chair.token)).toBe(404);
  expect(await ask('text?after=-1', chair.token)).toBe(400);
});
