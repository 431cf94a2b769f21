import type { Code } from '../../../shared/schema/ids.ts';
import type { History, HistoryEntry } from '../../../shared/sync/protocol/api.ts';
import type { Room as RoomRef } from '../../../shared/sync/protocol/rooms.ts';
import { roomName } from '../../../shared/sync/protocol/rooms.ts';
import { openEntry } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { Meeting } from './meeting.ts';

/** Bytes of updates in one answer, about. */
const PART = 1024 * 1024;

/** A part of a room's past, write by write, with who wrote it: what playback and attribution in time are made from. */
export async function readHistory(
  meeting: Meeting,
  journal: Journal,
  { room, after }: { readonly room: RoomRef; readonly after: number },
): Promise<History> {
  const entries: HistoryEntry[] = [];
  let size = 0;
  for await (const { seq, bytes } of journal.entries(`${meeting.id}/${roomName(room)}`, after)) {
    if (size > PART) return { entries, next: seq - 1 };
    const { at, code, invitation, body } = openEntry(bytes);
    const person = meeting.ledger.people.get(invitation) ?? '';
    entries.push({ seq, at, code: code as Code, person, update: Buffer.from(body).toString('base64') });
    size += body.length;
  }
  return { entries };
}
