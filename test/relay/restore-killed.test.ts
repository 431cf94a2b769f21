import { once } from 'node:events';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openLevelJournal } from '../../electron/relay/journal/level-journal.ts';
import { backupMeeting } from '../../electron/relay/meetings/backup.ts';
import type { MeetingId } from '../../shared/schema/ids.ts';
import { RawClient } from './support/raw-client.ts';
import { meetingHere, relayHere, tempFolder } from './support/relay-here.ts';
import { runRostrum, startRostrum } from './support/relay-process.ts';

const RUNS = process.env['LONG'] === '1' ? 40 : 2;
const ENTRIES = 5_000;

async function fileIn(dataDir: string, meeting: MeetingId): Promise<Buffer> {
  const journal = await openLevelJournal(join(dataDir, 'journal'), { retryMs: 50 });
  const pieces: Uint8Array[] = [];
  for await (const piece of backupMeeting(journal, meeting)) pieces.push(piece);
  await journal.close();
  return Buffer.concat(pieces);
}

async function longMeeting(): Promise<{ meeting: MeetingId; file: Buffer }> {
  const here = await relayHere({
    limits: { framesPerSecond: 1e6, frameBurst: 1e6, bytesPerSecond: 1e9, byteBurst: 1e9 },
  });
  const { meeting, invite } = await meetingHere(here);
  const client = await RawClient.join(here.relay, await invite('delegation', 'EU'), 'positions').untilSynced();
  for (let at = 0; at < ENTRIES; at += 1)
    client.doc.getMap('positions').set('EU|p/CHAIR-aaaaaaaa', { stance: 'object', at });
  await client.untilSaved();
  await here.relay.close();
  return { meeting, file: await fileIn(here.dataDir, meeting) };
}

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

test(
  `R8 a restore killed at ${RUNS} random moments leaves no meeting, and the next one makes it whole`,
  async () => {
    const { meeting, file } = await longMeeting();
    const path = join(await tempFolder(), 'meeting.backup');
    await writeFile(path, file);
    let midway = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const dataDir = await tempFolder();
      const restoring = await startRostrum(['restore', dataDir, path]);
      const ended = once(restoring, 'exit');
      const enough = (0.1 + 0.7 * Math.random()) * file.length;
      while (restoring.exitCode === null && (await bytesIn(join(dataDir, 'journal'))) < enough) await wait(1);
      restoring.kill('SIGKILL');
      await ended;
      const journal = await openLevelJournal(join(dataDir, 'journal'), { retryMs: 50 });
      const begun = (await journal.streams(`${meeting}/`)).length > 0;
      const whole = (await journal.end(`${meeting}/ledger`)).seq > 0;
      await journal.close();
      if (begun && !whole) midway += 1;
      const { code, stderr } = await runRostrum(['restore', dataDir, path]);
      // The kill came when all was done.
      if (whole) expect(stderr).not.toBe('');
      else expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(Buffer.compare(await fileIn(dataDir, meeting), file)).toBe(0);
    }
    expect(midway).toBeGreaterThan(0);
  },
  RUNS * 20_000 + 60_000,
);
