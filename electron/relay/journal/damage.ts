/**
 * What LevelDB keeps to itself. A record in its log that does not match its checksum is dropped when the folder is
 * opened, with a line in LevelDB's own diary and not a word to us, and the log is thrown away after. So the logs are
 * copied first; where the diary then tells of dropped records, the copy stays, and a note that the journal is damaged.
 * A record torn at the very end is not told of: it was being written when the machine stopped, and never acknowledged.
 */
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const NOTE = 'DAMAGED';
const COPIES = 'logs-before';

/** Copies the logs; called before the folder is opened. */
export async function keepLogs(folder: string): Promise<void> {
  const copies = join(folder, COPIES);
  await rm(copies, { recursive: true, force: true });
  const logs = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  if (logs.length === 0) return;
  await mkdir(copies, { mode: 0o700 });
  for (const name of logs) await copyFile(join(folder, name), join(copies, name));
}

/** Whether records were dropped, now or before; called when the folder has been opened. */
export async function isDamaged(folder: string, now: () => number): Promise<boolean> {
  const diary = await readFile(join(folder, 'LOG'), 'utf8').catch(() => '');
  const dropped = diary
    .split('\n')
    .filter((line) => line.includes('(ignoring error)') && line.includes('dropping')).length;
  if (dropped > 0) {
    const copy = `logs-damaged-${now()}`;
    await rename(join(folder, COPIES), join(folder, copy));
    await writeFile(join(folder, NOTE), `${JSON.stringify({ at: now(), dropped, copy })}\n`, {
      flag: 'a',
      mode: 0o600,
    });
  } else {
    await rm(join(folder, COPIES), { recursive: true, force: true });
  }
  return (await readFile(join(folder, NOTE), 'utf8').catch(() => '')) !== '';
}

/** Takes the note away: the owner goes on without what was lost, or has restored it. The copies stay. */
export async function acceptDamage(folder: string): Promise<void> {
  await rm(join(folder, NOTE), { force: true });
}
