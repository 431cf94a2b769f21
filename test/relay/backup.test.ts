import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { base64, seedUpdate } from './support/draft-fixture.ts';
import { RawClient } from './support/raw-client.ts';
import { runRostrum } from './support/relay-process.ts';
import { meetingHere, relayHere, tempFolder } from './support/relay-here.ts';

async function meetingWithWork() {
  const here = await relayHere();
  const { chair, meeting, invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const eu = await invite('delegation', 'EU');
  const client = await RawClient.join(here.relay, eu, 'positions').untilSynced();
  for (let index = 0; index < 20; index += 1)
    client.doc.getMap('positions').set(`EU|p/CHAIR-aaaaaa${10 + index}`, { stance: 'object' });
  await client.untilSaved();
  return { here, chair, meeting, eu, client };
}

test('R8 a meeting is backed up while it runs, and restored elsewhere it is the same, invitations and all', async () => {
  const { here, meeting, eu, client } = await meetingWithWork();
  const file = join(await tempFolder(), 'meeting.rostrum');
  let working = true;
  const work = (async () => {
    for (let index = 0; working; index += 1) {
      client.doc.getMap('positions').set('EU|p/CHAIR-bbbbbbbb', { stance: 'reserve', reason: String(index) });
      await new Promise((done) => setTimeout(done, 2));
    }
  })();
  const backedUp = await runRostrum(['backup', here.dataDir, meeting, file]);
  working = false;
  await work;
  expect([backedUp.code, backedUp.stderr]).toEqual([0, '']);
  expect(client.closed).toBeUndefined();

  const other = await relayHere();
  const restored = await runRostrum(['restore', other.dataDir, file]);
  expect([restored.code, restored.stdout]).toEqual([0, `${meeting} is restored\n`]);
  const back = await RawClient.join(other.relay, eu, 'positions').untilSynced();
  expect(back.doc.getMap('positions').size).toBeGreaterThanOrEqual(20);
  const text = await RawClient.join(other.relay, eu, 'text').untilSynced();
  expect(text.doc.getMap('provisions').size).toBe(2);
  back.doc.getMap('positions').set('EU|p/CHAIR-cccccccc', { stance: 'object' });
  await back.untilSaved();
  await other.relay.close();
  expect((await runRostrum(['verify', other.dataDir])).code).toBe(0);
});

test('R8 the same without a relay that runs', async () => {
  const { here, meeting, eu } = await meetingWithWork();
  await here.relay.close();
  const file = join(await tempFolder(), 'meeting.rostrum');
  expect((await runRostrum(['backup', here.dataDir, meeting, file])).code).toBe(0);
  const folder = await tempFolder();
  expect((await runRostrum(['restore', folder, file])).code).toBe(0);
  const again = await runRostrum(['restore', folder, file]);
  expect([again.code, again.stderr]).toEqual([1, 'The meeting is there already.\n']);
  const relay = await relayHere({ dataDir: folder });
  const back = await RawClient.join(relay.relay, eu, 'positions').untilSynced();
  expect(back.doc.getMap('positions').size).toBe(20);
});

test('R13 a file that is damaged, cut short or none of ours restores nothing', async () => {
  const { here, meeting } = await meetingWithWork();
  const folder = await tempFolder();
  const file = join(folder, 'meeting.rostrum');
  await runRostrum(['backup', here.dataDir, meeting, file]);
  const sound = await readFile(file);
  const flipped = Buffer.from(sound);
  flipped[flipped.length >> 1]! ^= 1;
  const files: [Buffer, string][] = [
    [flipped, 'The file is damaged: it is not what was backed up.\n'],
    [sound.subarray(0, sound.length - 100), 'The file is damaged: it is not what was backed up.\n'],
    [Buffer.from('words'), 'The file is no backup of a meeting.\n'],
    [Buffer.alloc(0), 'The file is no backup of a meeting.\n'],
  ];
  for (const [bytes, words] of files) {
    await writeFile(join(folder, 'bad'), bytes);
    const restored = await runRostrum(['restore', join(folder, 'data'), join(folder, 'bad')]);
    expect([restored.code, restored.stderr]).toEqual([1, words]);
  }
  expect((await runRostrum(['restore', join(folder, 'data'), join(folder, 'none')])).code).toBe(1);
  expect((await runRostrum(['backup', join(folder, 'data'), 'aaaaaaaaaaaa', file])).stderr).toBe(
    'There is no such meeting.\n',
  );
  expect((await runRostrum(['backup'])).code).toBe(2);
});

test('R3 a backup holds confidences, so that no member gets it, the chair included', async () => {
  const { here, chair, meeting } = await meetingWithWork();
  for (const token of [undefined, chair.token, 'x'.repeat(43)]) {
    const answer = await here.ask(`api/meetings/${meeting}/backup`, token === undefined ? {} : { token });
    expect([answer.status, await answer.json()]).toEqual([401, { reason: 'token-invalid' }]);
    const restore = await here.ask('api/restore', { method: 'POST', ...(token === undefined ? {} : { token }) });
    expect(restore.status).toBe(401);
  }
});
