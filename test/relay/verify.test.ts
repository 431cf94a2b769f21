import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { expect, test } from 'vitest';
import { fits, genesis, openEntry, sealEntry, type Head } from '../../electron/relay/journal/entry.ts';
import { openLevelJournal } from '../../electron/relay/journal/level-journal.ts';
import { verifyJournal, type Misfit } from '../../electron/relay/journal/verify.ts';
import { base64, seedUpdate } from './support/draft-fixture.ts';
import { RawClient } from './support/raw-client.ts';
import { runRelayCommand } from './support/relay-process.ts';
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

async function verified(dataDir: string): Promise<readonly Misfit[]> {
  const journal = await openLevelJournal(join(dataDir, 'journal'), { retryMs: 50 });
  const { misfits, entries, streams } = await verifyJournal(journal);
  expect([entries > 3, streams]).toEqual([true, 5]);
  await journal.close();
  return misfits;
}

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
  const sound = await runRelayCommand(['verify', dataDir]);
  expect([sound.code, sound.stdout]).toEqual([
    0,
    expect.stringMatching(/^\d+ entries in 5 streams, all as they were written\n$/),
  ]);
  await tamper(dataDir, (level) => level.del(keyOf(`${meeting}/text`, 2)));
  const broken = await runRelayCommand(['verify', dataDir]);
  expect([broken.code, broken.stdout]).toEqual([1, `${meeting}/text: entry 2 is missing\n`]);
  const asJson = await runRelayCommand(['verify', dataDir, '--json']);
  expect(JSON.parse(asJson.stdout)).toMatchObject({
    misfits: [{ stream: `${meeting}/text`, seq: 2, reason: 'entry-missing' }],
  });
  const nowhere = await runRelayCommand(['verify', join(dataDir, 'nowhere')]);
  expect([nowhere.code, nowhere.stderr]).toEqual([1, 'There is no journal in this folder.\n']);
  expect((await runRelayCommand(['verify'])).code).toBe(2);
  const here = await relayHere({ dataDir });
  const running = await runRelayCommand(['verify', here.dataDir]);
  expect([running.code, running.stderr]).toEqual([1, expect.stringContaining('A relay is using this folder')]);
});
