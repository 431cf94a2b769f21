import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { expect, test } from 'vitest';
import { fits, genesis, openEntry, sealEntry, type Head } from '../../electron/relay/journal/entry.ts';
import { openLevelJournal } from '../../electron/relay/journal/level-journal.ts';
import { verifyJournal, type Misfit } from '../../electron/relay/journal/verify.ts';
import { encodeState, loadRoom, type RoomContent } from '../../electron/relay/rooms/room-state.ts';
import type { Code } from '../../shared/schema/ids.ts';
import { base64, seedUpdate } from './support/draft-fixture.ts';
import { RawClient, roomUrl } from './support/raw-client.ts';
import { runRostrum } from './support/relay-process.ts';
import { meetingHere, relayHere, type Seat } from './support/relay-here.ts';

type Level = ClassicLevel<string, Uint8Array>;

/** The data folder of a meeting with words, two publications and something after them. */
async function meetingKept(): Promise<{ dataDir: string; meeting: string; chair: Seat }> {
  const here = await relayHere();
  const { chair, meeting, invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const text = await RawClient.join(here.relay, chair, 'text').untilSynced();
  const positions = await RawClient.join(here.relay, await invite('delegation', 'EU'), 'positions').untilSynced();
  for (let round = 0; round < 2; round += 1) {
    text.doc.getMap('meta').set('title', `Title ${round}`);
    positions.doc.getMap('positions').set(`EU|p/CHAIR-aaaaaaa${round}`, { stance: 'object' });
    await Promise.all([text.untilSaved(), positions.untilSaved()]);
    await here.ask(`api/meetings/${meeting}/publish`, { token: chair.token, body: {} });
  }
  text.doc.getMap('meta').set('title', 'Last');
  await text.untilSaved();
  await here.relay.close();
  return { dataDir: here.dataDir, meeting, chair };
}

async function misfitsIn(dataDir: string, streams?: number): Promise<readonly Misfit[]> {
  const journal = await openLevelJournal(join(dataDir, 'journal'), { retryMs: 50 });
  const verification = await verifyJournal(journal);
  expect(verification.entries).toBeGreaterThan(3);
  if (streams !== undefined) expect(verification.streams).toBe(streams);
  await journal.close();
  return verification.misfits;
}

const verified = (dataDir: string): Promise<readonly Misfit[]> => misfitsIn(dataDir, 5);

async function tamper(dataDir: string, change: (level: Level) => Promise<unknown>): Promise<void> {
  const level: Level = new ClassicLevel(join(dataDir, 'journal'), { valueEncoding: 'view' });
  await change(level);
  await level.close();
}

const keyOf = (stream: string, seq: number): string => `e!${stream}!${seq.toString(16).padStart(12, '0')}`;

/** Writes a stream again from `seq` on, with other words in that entry, as somebody would who knows the format. */
async function rewrite(level: Level, stream: string, seq: number): Promise<void> {
  let head: Head = genesis(stream);
  for (let at = 1; ; at += 1) {
    const bytes = await level.get(keyOf(stream, at));
    if (!bytes) return;
    const entry = openEntry(bytes);
    const sealed = sealEntry(head, at === seq ? { ...entry, code: 'RUS' } : entry);
    expect(at < seq ? fits(head, bytes) : true).toBe(true);
    await level.put(keyOf(stream, at), sealed.bytes);
    head = sealed.head;
  }
}

test('R13 a journal as it was written is found sound, and every change is found where it was made', async () => {
  const { dataDir: sound } = await meetingKept();
  expect(await verified(sound)).toEqual([]);

  const changes: [
    reason: Misfit['reason'],
    room: string,
    seq: number,
    (level: Level, meeting: string) => Promise<unknown>,
  ][] = [
    [
      'entry-changed',
      'text',
      2,
      async (level, meeting) => {
        const bytes = Uint8Array.from((await level.get(keyOf(`${meeting}/text`, 2)))!);
        bytes[bytes.length - 40]! ^= 1;
        await level.put(keyOf(`${meeting}/text`, 2), bytes);
      },
    ],
    ['entry-missing', 'text', 2, (level, meeting) => level.del(keyOf(`${meeting}/text`, 2))],
    ['entry-missing', 'text', 1, (level, meeting) => level.del(keyOf(`${meeting}/text`, 1))],
    ['entry-missing', 'ledger', 2, (level, meeting) => level.del(keyOf(`${meeting}/ledger`, 2))],
    // The end cut off, which a chain alone cannot tell: a snapshot or a publication knows better.
    ['entry-missing', 'text', 4, (level, meeting) => level.del(keyOf(`${meeting}/text`, 4))],
    // The whole past written anew, with good hashes.
    [
      'past-exchanged',
      'text',
      2,
      async (level, meeting) => {
        await rewrite(level, `${meeting}/text`, 1);
        await level.del(`s!${meeting}/text`);
      },
    ],
    [
      'past-exchanged',
      'positions',
      1,
      async (level, meeting) => {
        await rewrite(level, `${meeting}/positions`, 1);
        await level.del(`s!${meeting}/positions`);
      },
    ],
    ['snapshot-foreign', 'chair', 1, (level, meeting) => rewrite(level, `${meeting}/chair`, 1)],
  ];
  for (const [reason, room, seq, change] of changes) {
    const { dataDir, meeting } = await meetingKept();
    await tamper(dataDir, (level) => change(level, meeting));
    expect(await verified(dataDir)).toEqual([{ stream: `${meeting}/${room}`, seq, reason }]);
  }
});

test('R13 a publication records where every room stood, also those that nobody had open', async () => {
  const here = await relayHere({ limits: { idleRoomMs: 50 } });
  const { chair, meeting, invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const desk = await RawClient.join(here.relay, await invite('delegation', 'EU'), 'desk/EU').untilSynced();
  for (const words of ['one', 'two', 'three']) {
    desk.doc.getMap('notes').set('note', words);
    await desk.untilSaved();
  }
  await desk.leave();
  const rooms = async (): Promise<number> => (await here.relay.inspect()).rooms;
  await expect.poll(rooms).toBe(0);
  await here.ask(`api/meetings/${meeting}/publish`, { token: chair.token, body: {} });
  await here.relay.close();
  await tamper(here.dataDir, async (level) => {
    await rewrite(level, `${meeting}/desk/EU`, 2);
    await level.del(`s!${meeting}/desk/EU`);
  });
  expect(await verified(here.dataDir)).toEqual([{ stream: `${meeting}/desk/EU`, seq: 3, reason: 'past-exchanged' }]);
});

test('R13 a snapshot that was changed is found, and the room is read from its entries', async () => {
  const { dataDir, meeting, chair } = await meetingKept();
  const key = `s!${meeting}/text`;
  await tamper(dataDir, async (level) => {
    const bytes = Uint8Array.from((await level.get(key))!);
    bytes[bytes.length >> 1]! ^= 1;
    await level.put(key, bytes);
  });
  expect(await verified(dataDir)).toEqual([{ stream: `${meeting}/text`, seq: 0, reason: 'snapshot-damaged' }]);
  const here = await relayHere({ dataDir });
  const text = await RawClient.join(here.relay, chair, 'text').untilSynced();
  expect(text.doc.getMap('meta').get('title')).toBe('Last');
  text.doc.getMap('meta').set('title', 'On');
  await text.untilSaved();
  expect(here.lines.filter((line) => line.includes('snapshot-damaged')).length).toBe(1);
  await here.relay.close();
  // It has been made anew.
  expect(await verified(dataDir)).toEqual([]);
});

test('R13 a snapshot that was made to say something else than its entries is found', async () => {
  const { dataDir, meeting } = await meetingKept();
  for (const [reason, change] of [
    ['snapshot-changed', ({ doc }: RoomContent) => doc.getMap('meta').set('title', 'Forged')],
    ['snapshot-changed', ({ registry }: RoomContent) => registry.set(5, 'RUS' as Code)],
    [undefined, () => undefined],
  ] as const) {
    const stream = `${meeting}/text`;
    const journal = await openLevelJournal(join(dataDir, 'journal'), { retryMs: 50 });
    const { head, ...content } = await loadRoom(journal, stream, 'text');
    change(content);
    await journal.putSnapshot(stream, { head, body: encodeState(content) });
    await journal.close();
    expect(await verified(dataDir)).toEqual(reason === undefined ? [] : [{ stream, seq: head.seq, reason }]);
    await tamper(dataDir, (level) => level.del(`s!${stream}`));
  }
});

test('R1 a ledger that is damaged opens no door that was closed, and takes no more facts', async () => {
  for (const what of ['changed', 'taken out'] as const) {
    const here = await relayHere();
    const { chair, meeting, invite } = await meetingHere(here);
    const [eu, rus] = [await invite('delegation', 'EU'), await invite('delegation', 'RUS')];
    await here.ask(`api/meetings/${meeting}/revoke`, { token: chair.token, body: { token: eu.token } });
    await here.relay.close();
    const stream = `${meeting}/ledger`;
    await tamper(here.dataDir, async (level) => {
      // The invitation of EU; the revocation stands behind it.
      if (what === 'taken out') return level.del(keyOf(stream, 3));
      const bytes = Uint8Array.from((await level.get(keyOf(stream, 3)))!);
      bytes[40]! ^= 1;
      return level.put(keyOf(stream, 3), bytes);
    });
    const again = await relayHere({ dataDir: here.dataDir });
    const closed = new RawClient(roomUrl(again.relay, eu, 'text'), ['rostrum.1', eu.token]);
    expect([what, (await closed.untilClosed()).reason]).toEqual([what, 'token-revoked']);
    const positions = await RawClient.join(again.relay, rus, 'positions').untilSynced();
    positions.doc.getMap('positions').set('RUS|p/CHAIR-aaaaaaaa', { stance: 'object' });
    await positions.untilSaved();
    const invited = await again.ask(`api/meetings/${meeting}/invitations`, {
      token: chair.token,
      body: { role: 'delegation', code: 'MEX', name: 'n', person: 'p' },
    });
    expect([invited.status, await invited.json()]).toEqual([503, { reason: 'journal-broken' }]);
    expect(again.lines.filter((line) => line.includes('chain-broken')).length).toBe(1);
    await again.relay.close();
    const reason = what === 'changed' ? 'entry-changed' : 'entry-missing';
    expect((await misfitsIn(here.dataDir)).filter((misfit) => misfit.stream === stream)).toEqual([
      { stream, seq: 3, reason },
    ]);
  }
});

test('R13 a revision that was exchanged is found by its seal, even where no later fact tells', async () => {
  const { dataDir, meeting } = await meetingKept();
  const stream = `${meeting}/record`;
  await tamper(dataDir, async (level) => {
    const ledger = await level.keys({ gt: `e!${meeting}/ledger!`, lt: `e!${meeting}/ledger"` }).all();
    await level.del(ledger.at(-1)!);
    await level.del(`s!${stream}`);
    const before = sealEntry(genesis(stream), openEntry((await level.get(keyOf(stream, 1)))!)).head;
    const entry = openEntry((await level.get(keyOf(stream, 2)))!);
    const body = Buffer.from(entry.body);
    body[body.indexOf('Encourages')] = 'D'.charCodeAt(0);
    await level.put(keyOf(stream, 2), sealEntry(before, { ...entry, body }).bytes);
  });
  expect(await verified(dataDir)).toEqual([{ stream, seq: 2, reason: 'revision-changed' }]);
});

test('R13 a room whose chain is broken is read up to the break and takes no writes, and the others go on', async () => {
  const { dataDir, meeting, chair } = await meetingKept();
  await tamper(dataDir, async (level) => {
    await level.del(`s!${meeting}/text`);
    await level.del(keyOf(`${meeting}/text`, 3));
  });
  const here = await relayHere({ dataDir });
  const text = await RawClient.join(here.relay, chair, 'text').untilSynced();
  expect(text.doc.getMap('meta').get('title')).toBe('Title 0');
  expect(text.messages).toContainEqual({ type: 'state', writable: false, reason: 'journal-broken' });
  text.doc.getMap('meta').set('title', 'Over it');
  await text.until(
    () => text.messages.some((message) => message.type === 'refused' && message.reason === 'journal-broken'),
    'refused',
  );
  expect(text.closed).toBeUndefined();
  const positions = await RawClient.join(here.relay, chair, 'positions').untilSynced();
  positions.doc.getMap('positions').set('CHAIR:EU|p/CHAIR-aaaaaaaa', { stance: 'object' });
  await positions.untilSaved();
  expect(here.lines.some((line) => line.includes('chain-broken'))).toBe(true);
  await here.relay.close();
  // What lies behind the break is still there.
  expect(await verified(dataDir)).toEqual([{ stream: `${meeting}/text`, seq: 3, reason: 'entry-missing' }]);
});

test('R13 the command tells the first entry that does not fit, and ends with 1', async () => {
  const { dataDir, meeting } = await meetingKept();
  const sound = await runRostrum(['verify', dataDir]);
  expect([sound.code, sound.stdout]).toEqual([
    0,
    expect.stringMatching(/^\d+ entries in 5 streams, all as they were written\n$/),
  ]);
  await tamper(dataDir, (level) => level.del(keyOf(`${meeting}/text`, 2)));
  const broken = await runRostrum(['verify', dataDir]);
  expect([broken.code, broken.stdout]).toEqual([1, `${meeting}/text: entry 2 is missing\n`]);
  const asJson = await runRostrum(['verify', dataDir, '--json']);
  expect(JSON.parse(asJson.stdout)).toMatchObject({
    misfits: [{ stream: `${meeting}/text`, seq: 2, reason: 'entry-missing' }],
  });
  const { dataDir: damaged } = await meetingKept();
  const journal = join(damaged, 'journal');
  const log = join(
    journal,
    (await readdir(journal)).find((name) => name.endsWith('.log'))!,
  );
  const bytes = await readFile(log);
  bytes[bytes.length - 500]! ^= 4;
  await writeFile(log, bytes);
  const lossy = await runRostrum(['verify', damaged]);
  expect([lossy.code, lossy.stdout]).toEqual([1, expect.stringMatching(/^The log was damaged/)]);
  const nowhere = await runRostrum(['verify', join(dataDir, 'nowhere')]);
  expect([nowhere.code, nowhere.stderr]).toEqual([1, 'There is no journal in this folder.\n']);
  expect((await runRostrum(['verify'])).code).toBe(2);
  const here = await relayHere({ dataDir });
  const running = await runRostrum(['verify', here.dataDir]);
  expect([running.code, running.stderr]).toEqual([1, expect.stringContaining('A relay is using this folder')]);
});
