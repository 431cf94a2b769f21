import type { Code } from '../../../shared/schema/ids.ts';
import type { History, HistoryEntry } from '../../../shared/sync/protocol/api.ts';
import type { Room as RoomRef } from '../../../shared/sync/protocol/rooms.ts';
import { roomName } from '../../../shared/sync/protocol/rooms.ts';
import type { ChainPlace } from '../../../shared/sync/history/chain.ts';
import { genesis, headAfter, openEntry } from '../journal/entry.ts';
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
  const name = roomName(room);
  const stream = `${meeting.id}/${name}`;
  const entries: HistoryEntry[] = [];
  const anchors = meeting.ledger.published.flatMap(({ heads }) => heads[name] ?? []);
  let from: ChainPlace = { seq: 0, hash: hexOf(genesis(stream).hash) };
  let size = 0;
  // The entry before tells where the chain stood.
  for await (const { seq, bytes } of journal.entries(stream, Math.max(0, after - 1))) {
    if (seq <= after) {
      from = { seq, hash: hexOf(headAfter(seq, bytes).hash) };
      continue;
    }
    if (size > PART) return { entries, from, anchors, next: seq - 1 };
    const { at, code, invitation, clients, body, hash } = openEntry(bytes);
    const person = meeting.ledger.invited.get(invitation)?.person ?? '';
    const link = { invitation, clients, hash: hexOf(hash) };
    entries.push({ seq, at, code: code as Code, person, update: Buffer.from(body).toString('base64'), link });
    size += body.length;
  }
  return { entries, from, anchors };
}

function hexOf(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex');
}
