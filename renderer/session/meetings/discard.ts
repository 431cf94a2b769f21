import { discardCopy } from '../line/persistence.ts';
import { roomsOf } from '../rooms.ts';
import { copyName, type KnownMeeting } from './known-meetings.ts';

/** Removes every copy of a meeting's rooms from this machine, the ones that were set aside included. */
export async function discardCopies(known: KnownMeeting): Promise<void> {
  const prefix = `rostrum/${known.key}/`;
  const listed = await listDatabases();
  const names = new Set(listed.filter((name) => name.startsWith(prefix)));
  // Not every browser lists its databases.
  for (const room of roomsOf(known)) names.add(copyName(known, room));
  await Promise.all([...names].map(discardCopy));
}

async function listDatabases(): Promise<readonly string[]> {
  try {
    const databases = await indexedDB.databases();
    return databases.flatMap(({ name }) => name ?? []);
  } catch {
    return [];
  }
}
