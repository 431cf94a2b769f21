import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Fault } from '../../shared/schema/result.ts';
import { openLevelJournal } from '../relay/journal/level-journal.ts';
import type { Misfit } from '../relay/journal/verify.ts';
import { verifyJournal } from '../relay/journal/verify.ts';

const USAGE = `rostrum verify DIR [--json]

Reads the journal of a relay's data folder from the first entry to the last: whether every entry is the one that was
written there, in its order, and whether the published revisions are as they were sealed. Names the first entry of every
stream that does not fit. The relay must not be running; a backup can be read at any time.

Ends with 0 when everything fits, 1 when something does not or cannot be read.
`;

const WORDS: Readonly<Record<Misfit['reason'], string>> = {
  'entry-missing': 'is missing',
  'entry-changed': 'is not what was written',
  'snapshot-foreign': 'is not the one its snapshot was made from',
  'snapshot-changed': 'is where its snapshot says something else than the entries',
  'snapshot-damaged': 'is there, but its snapshot is damaged; the relay makes another from the entries',
  'past-exchanged': 'is not the one a publication recorded',
  'revision-changed': 'holds a revision that does not match its seal',
};

const DAMAGED =
  'The log was damaged and records of it were dropped; the log as it was is kept beside the journal, in logs-damaged-*.';

/** Verifies a journal; resolves to the exit code. */
export async function runVerify(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  const json = args.includes('--json');
  const [dir, ...more] = args.filter((arg) => arg !== '--json');
  if (dir === undefined || more.length > 0 || dir.startsWith('-')) {
    process.stderr.write(USAGE);
    return 2;
  }
  const folder = join(resolve(dir), 'journal');
  try {
    // Opening would make an empty journal, and call it sound.
    await access(join(folder, 'CURRENT'));
  } catch {
    process.stderr.write('There is no journal in this folder.\n');
    return 1;
  }
  try {
    const journal = await openLevelJournal(folder, { retryMs: 1_000 });
    const verification = await verifyJournal(journal);
    // What a damaged log has lost at its end leaves no gap that a chain could show.
    const damaged = journal.trouble() === 'journal-broken';
    await journal.close();
    const { streams, entries, misfits } = verification;
    if (json) process.stdout.write(`${JSON.stringify({ ...verification, damaged })}\n`);
    else {
      if (damaged) process.stdout.write(`${DAMAGED}\n`);
      for (const { stream, seq, reason } of misfits)
        process.stdout.write(`${stream}: ${seq === 0 ? 'every entry' : `entry ${seq}`} ${WORDS[reason]}\n`);
      if (misfits.length === 0 && !damaged)
        process.stdout.write(`${entries} entries in ${streams} streams, all as they were written\n`);
    }
    return misfits.length === 0 && !damaged ? 0 : 1;
  } catch (error) {
    const inUse = error instanceof Fault && error.reason === 'data-in-use';
    process.stderr.write(
      inUse ? 'A relay is using this folder: stop it first, or verify a backup.\n' : 'The journal cannot be read.\n',
    );
    return 1;
  }
}
