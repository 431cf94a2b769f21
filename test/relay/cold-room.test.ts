import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { openLevelJournal } from '../../electron/relay/journal/level-journal.ts';
import { MESSAGE, SYNC } from '../../shared/sync/protocol/message.ts';
import { base64, FIRST, seedUpdate } from './support/draft-fixture.ts';
import { RawClient } from './support/raw-client.ts';
import { meetingHere, relayHere, tempFolder } from './support/relay-here.ts';

const key = (code: string, index: number): string => `${code}|p/CHAIR-${String(index).padStart(8, '0')}`;

/** The steps of the sync frames that a client was sent, in order. */
function stepsOf({ frames }: RawClient): number[] {
  return frames.filter(([type]) => type === MESSAGE.sync).map(([, step]) => step!);
}

test('R4 a room read anew is sent as it was stored, and takes what a client wrote meanwhile', async () => {
  const before = await relayHere();
  const { chair, invite } = await meetingHere(before, { seed: { text: base64(seedUpdate()) } });
  const eu = await invite('delegation', 'EU');
  const writer = await RawClient.join(before.relay, eu, 'positions').untilSynced();
  writer.doc.getMap('positions').set(key('EU', 1), { stance: 'object' });
  await writer.untilSaved();
  await before.relay.close();
  await writer.untilClosed();
  writer.doc.getMap('positions').set(key('EU', 2), { stance: 'support' });

  const here = await relayHere({ dataDir: before.dataDir });
  const reader = await RawClient.join(here.relay, chair, 'positions').untilSynced();
  expect([...reader.doc.getMap('positions').keys()]).toEqual([key('EU', 1)]);
  // The relay has asked after it has answered, because its ask needs the document.
  await reader.until((client) => stepsOf(client).includes(SYNC.ask), 'asked');
  expect(stepsOf(reader)).toEqual([SYNC.answer, SYNC.ask]);
  const back = RawClient.join(here.relay, eu, 'positions');
  Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(writer.doc));
  await back.untilSaved();
  await reader.until(({ doc }) => doc.getMap('positions').size === 2, 'has what was written meanwhile');
  const text = await RawClient.join(here.relay, eu, 'text').untilSynced();
  expect(text.doc.getMap('provisions').has(FIRST)).toBe(true);
});

test('R4 who has read the answer has all: what came since the room was written out goes before it', async () => {
  const here = await relayHere();
  const { chair, invite } = await meetingHere(here);
  const writer = await RawClient.join(here.relay, await invite('delegation', 'EU'), 'positions').untilSynced();
  const write = async (index: number) => {
    writer.doc.getMap('positions').set(key('EU', index), { stance: 'object', reason: 'x'.repeat(250) });
    await writer.untilSaved();
  };
  // Large enough to be kept written out.
  for (let index = 0; index < 80; index += 1) await write(index);
  await RawClient.join(here.relay, chair, 'positions').untilSynced();
  await write(80);
  const reader = await RawClient.join(here.relay, chair, 'positions').untilSynced();
  expect(reader.doc.getMap('positions').size).toBe(81);
  expect(stepsOf(reader).filter((step) => step !== SYNC.ask)).toEqual([SYNC.update, SYNC.answer]);
});

test('R8 a room at rest is written out, so that a crash leaves little to read', async () => {
  const here = await relayHere({ limits: { snapshotRestMs: 60 } });
  const { meeting, invite } = await meetingHere(here);
  const writer = await RawClient.join(here.relay, await invite('delegation', 'EU'), 'positions').untilSynced();
  for (let index = 0; index < 20; index += 1) {
    writer.doc.getMap('positions').set(key('EU', index), { stance: 'object' });
    await writer.untilSaved();
  }
  // What is on disk while the relay runs is what a crash leaves.
  const leftOf = async () => {
    const folder = join(await tempFolder(), 'journal');
    await cp(join(here.dataDir, 'journal'), folder, { recursive: true, filter: (file) => !file.endsWith('LOCK') });
    const journal = await openLevelJournal(folder, { retryMs: 1_000 });
    const { snapshot, entries } = await journal.replay(`${meeting}/positions`);
    await journal.close();
    expect((snapshot?.head.seq ?? 0) + entries.length).toBe(20);
    return entries.length;
  };
  await expect.poll(leftOf, { timeout: 20_000, interval: 100 }).toBeLessThan(4);
});
