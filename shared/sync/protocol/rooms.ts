import type { Code, MeetingId } from '../../schema/ids.ts';
import { isCode } from '../../schema/ids.ts';

/** A shared Y.Doc behind an access rule. `confidence` and `desk` are one room a code. */
export type Room =
  | { readonly kind: 'text' | 'chair' | 'positions' | 'record' }
  | { readonly kind: 'confidence' | 'desk'; readonly code: Code };

export type RoomKind = Room['kind'];

const MEETING = /^[a-z0-9]{12}$/;
const SHARED_ROOMS: ReadonlySet<string> = new Set(['text', 'chair', 'positions', 'record']);

/** Whether `text` can be a meeting's id: twelve base-36 digits. */
export function isMeetingId(text: string): text is MeetingId {
  return MEETING.test(text);
}

/** A fresh meeting id; `random` gives numbers in [0, 1). It is no secret: admission rests on the invitation alone. */
export function mintMeetingId(random: () => number): MeetingId {
  let digits = '';
  while (digits.length < 12) digits += Math.floor(random() * 36).toString(36);
  return digits as MeetingId;
}

/** A room's name inside its meeting: `text`, `confidence/EU`. */
export function roomName(room: Room): string {
  return 'code' in room ? `${room.kind}/${room.code}` : room.kind;
}

/** The room of a name, or `undefined`: names are a closed set, so nothing else can be asked for (rule R2). */
export function parseRoomName(name: string): Room | undefined {
  if (SHARED_ROOMS.has(name)) return { kind: name as 'text' };
  const slash = name.indexOf('/');
  const kind = name.slice(0, slash);
  const code = name.slice(slash + 1);
  if ((kind === 'confidence' || kind === 'desk') && isCode(code)) return { kind, code };
  return undefined;
}

/** Reads a connection's path exactly as written: no decoding, no normalising, so that no trick can be hidden in it. */
export function parseRoomPath(path: string): { readonly meeting: MeetingId; readonly room: Room } | undefined {
  const match = /^\/rooms\/([a-z0-9]+)\/([A-Za-z0-9_/]+)$/.exec(path);
  const meeting = match?.[1] ?? '';
  const room = parseRoomName(match?.[2] ?? '');
  return isMeetingId(meeting) && room ? { meeting, room } : undefined;
}
