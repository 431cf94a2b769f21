import { genesis } from './entry.ts';
import type { Journal, Replay } from './journal.ts';
import { decodeSnapshot } from './snapshot.ts';

/**
 * A stream from its stored snapshot on. A snapshot that is not what was stored is passed over, because the entries have
 * all of it; one that stands for more than there is, or for something else, is read, and the stream is broken.
 */
export async function replayStream(
  journal: Pick<Journal, 'since' | 'end'>,
  stream: string,
  stored: Uint8Array | 'unreadable' | undefined,
): Promise<Replay> {
  const snapshot = stored === undefined || stored === 'unreadable' ? undefined : decodeSnapshot(stored);
  const snapshotDamaged = stored !== undefined && !snapshot;
  const since = await journal.since(stream, snapshot?.head ?? genesis(stream));
  if (snapshot && since.entries.length === 0 && since.brokenAt === undefined) {
    const { seq, hash } = await journal.end(stream);
    const isSame = seq === snapshot.head.seq && Buffer.compare(hash, snapshot.head.hash) === 0;
    if (!isSame) return { snapshot, snapshotDamaged, ...since, brokenAt: Math.min(seq + 1, snapshot.head.seq) };
  }
  return { snapshot, snapshotDamaged, ...since };
}
