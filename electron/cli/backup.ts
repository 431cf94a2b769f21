/** `rostrum backup` and `rostrum restore`: one meeting as one file, from a relay that runs or from its folder. */
import { createWriteStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../../shared/schema/result.ts';
import { isMeetingId } from '../../shared/sync/protocol/rooms.ts';
import type { MeetingId } from '../../shared/schema/ids.ts';
import { announced, folderKey } from '../relay/admission/owner.ts';
import type { Journal } from '../relay/journal/journal.ts';
import { openLevelJournal } from '../relay/journal/level-journal.ts';
import { backupMeeting, restoreMeeting } from '../relay/meetings/backup.ts';

const USAGE = `rostrum backup DIR MEETING FILE
rostrum restore DIR FILE

Backs a meeting up as one file, or restores it from one. DIR is the relay's data folder; the relay may be running. The
file holds the meeting's signing key and what was said in confidence: keep it as you keep the folder.
`;

type Outcome = { readonly ok: true; readonly words: string } | { readonly ok: false; readonly reason: string };

export async function runBackup(args: readonly string[]): Promise<number> {
  const [dir, meeting, file, ...more] = args;
  if (dir === undefined || meeting === undefined || file === undefined || more.length > 0 || !isMeetingId(meeting))
    return misused(args);
  return tell(await backup(resolve(dir), meeting, resolve(file)).catch(outcomeOf));
}

export async function runRestore(args: readonly string[]): Promise<number> {
  const [dir, file, ...more] = args;
  if (dir === undefined || file === undefined || more.length > 0) return misused(args);
  const bytes = await readFile(resolve(file)).catch(() => undefined);
  if (!bytes) return tell({ ok: false, reason: 'file-unreadable' });
  return tell(await restore(resolve(dir), bytes).catch(outcomeOf));
}

async function backup(dataDir: string, meeting: MeetingId, file: string): Promise<Outcome> {
  const url = await runningRelay(dataDir);
  if (url === undefined) {
    return withJournal(dataDir, async (journal) => {
      if ((await journal.streams(`${meeting}/ledger`)).length === 0) return { ok: false, reason: 'not-found' };
      await writeWhole(file, backupMeeting(journal, meeting));
      return { ok: true, words: `${meeting} is in ${file}` };
    });
  }
  const answer = await askRelay(dataDir, new URL(`api/meetings/${meeting}/backup`, url), {});
  if (!answer.ok || !answer.body) return { ok: false, reason: await reasonOf(answer) };
  await writeWhole(file, answer.body as unknown as AsyncIterable<Uint8Array>);
  return { ok: true, words: `${meeting} is in ${file}` };
}

async function restore(dataDir: string, file: Buffer<ArrayBuffer>): Promise<Outcome> {
  const url = await runningRelay(dataDir);
  if (url === undefined) {
    return withJournal(dataDir, async (journal) => {
      const restored = await restoreMeeting(journal, file);
      return restored.ok ? { ok: true, words: `${restored.value} is restored` } : restored;
    });
  }
  const answer = await askRelay(dataDir, new URL('api/restore', url), { method: 'POST', body: file });
  if (!answer.ok) return { ok: false, reason: await reasonOf(answer) };
  const { meeting } = (await answer.json()) as { meeting: string };
  return { ok: true, words: `${meeting} is restored` };
}

/** The address of the folder's relay, if it answers there. */
async function runningRelay(dataDir: string): Promise<string | undefined> {
  const url = await announced(dataDir);
  if (url === undefined) return undefined;
  try {
    await fetch(new URL('health', url), { signal: AbortSignal.timeout(3_000) });
    return url;
  } catch {
    return undefined;
  }
}

async function askRelay(dataDir: string, url: URL, init: RequestInit): Promise<Response> {
  return fetch(url, { ...init, headers: { authorization: `Bearer ${await folderKey(dataDir)}` } });
}

async function reasonOf(answer: Response): Promise<string> {
  const body = (await answer.json().catch(() => undefined)) as { reason?: unknown } | undefined;
  return typeof body?.reason === 'string' ? body.reason : 'relay-fault';
}

async function withJournal(dataDir: string, work: (journal: Journal) => Promise<Outcome>): Promise<Outcome> {
  const journal = await openLevelJournal(join(dataDir, 'journal'), { retryMs: 1_000 });
  try {
    return await work(journal);
  } finally {
    await journal.close();
  }
}

/** A file that is there whole or not at all. */
async function writeWhole(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const fresh = `${file}.part`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(fresh, { mode: 0o600, flush: true }));
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

function misused(args: readonly string[]): number {
  const asked = args.includes('--help');
  (asked ? process.stdout : process.stderr).write(USAGE);
  return asked ? 0 : 2;
}

const WORDS: Readonly<Record<string, string>> = {
  'not-found': 'There is no such meeting.',
  'file-unreadable': 'The file cannot be read.',
  'backup-malformed': 'The file is no backup of a meeting.',
  'backup-damaged': 'The file is damaged: it is not what was backed up.',
  'meeting-exists': 'The meeting is there already.',
  'restore-conflict': 'An earlier restore of this meeting, from another backup, was cut short there: finish that one.',
  'relay-fault': 'It could not be done; the log of the relay says more.',
  'data-in-use': 'A relay uses the folder and does not answer.',
};

function tell(outcome: Outcome): number {
  if (outcome.ok) process.stdout.write(`${outcome.words}\n`);
  else process.stderr.write(`${WORDS[outcome.reason] ?? outcome.reason}\n`);
  return outcome.ok ? 0 : 1;
}

function outcomeOf(error: unknown): Outcome {
  return { ok: false, reason: error instanceof Fault ? error.reason : 'relay-fault' };
}
