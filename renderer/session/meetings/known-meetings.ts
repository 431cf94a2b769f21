import { isCode, type MeetingId } from '../../../shared/schema/ids.ts';
import { ROLES, type Member, type Role } from '../../../shared/schema/meeting.ts';
import { isMeetingId } from '../../../shared/sync/protocol/rooms.ts';
import type { Observed } from '../contract.ts';
import type { RoomName } from '../rooms.ts';
import type { KeptMeeting } from './contract.ts';
import { entryOf, type Entry, listOf, numberOf, wordsOf } from '../stores/decode.ts';
import { keep } from '../stores/observed.ts';

/** A meeting this machine has been in, as it is noted: enough to open it again without its link. */
export interface KnownMeeting extends KeptMeeting {
  /** Names the membership: the same person's second invitation to a meeting is the same one. */
  readonly key: string;
  /** Absent: a meeting without a relay, which is on this machine alone. */
  readonly relayUrl?: string;
  /** Which copy of a room is in use, where not the first: earlier ones were set aside after the relay refused a change. */
  readonly copies: Readonly<Record<RoomName, number>>;
}

export interface KnownMeetings {
  /** Latest opened first. */
  readonly list: Observed<readonly KnownMeeting[]>;
  find(key: string): KnownMeeting | undefined;
  note(meeting: KnownMeeting): void;
  drop(key: string): void;
}

const ITEM = 'rostrum.meetings';

export function membershipKey(member: Pick<Member, 'meeting' | 'code' | 'person'>): string {
  return `${member.meeting}/${member.code}/${encodeURIComponent(member.person)}`;
}

/** Who a noted meeting was opened as. */
export function memberIn({ meeting, role, code, name, person }: KnownMeeting): Member {
  return { meeting, role, code, name, person };
}

/** Where the copy of one room is kept on this machine. */
export function copyName(meeting: Pick<KnownMeeting, 'key' | 'copies'>, room: RoomName): string {
  return `rostrum/${meeting.key}/${room}#${meeting.copies[room] ?? 0}`;
}

/** The copies of one room that were set aside before the one in use. */
export function copiesBefore(meeting: Pick<KnownMeeting, 'key' | 'copies'>, room: RoomName): readonly string[] {
  return Array.from({ length: meeting.copies[room] ?? 0 }, (_, at) =>
    copyName({ ...meeting, copies: { [room]: at } }, room),
  );
}

/** The meeting with a room's copy set aside: the next start reads that room afresh. */
export function setAside(meeting: KnownMeeting, room: RoomName): KnownMeeting {
  return { ...meeting, copies: { ...meeting.copies, [room]: (meeting.copies[room] ?? 0) + 1 } };
}

/** The meeting with a copy in use again that was just set aside. */
export function takeBack(meeting: KnownMeeting, room: RoomName): KnownMeeting {
  return { ...meeting, copies: { ...meeting.copies, [room]: Math.max(0, (meeting.copies[room] ?? 0) - 1) } };
}

/** Kept in localStorage; where the browser refuses that, for as long as the window lives. */
export function openKnownMeetings(storage: Storage | undefined): KnownMeetings {
  const list = keep<readonly KnownMeeting[]>(read(storage));
  const save = (meetings: readonly KnownMeeting[]) => {
    list.set(meetings.toSorted((a, b) => b.openedAt - a.openedAt));
    try {
      storage?.setItem(ITEM, JSON.stringify(list.get()));
    } catch {
      // The meetings are listed until the window closes; each can be joined again by its link.
    }
  };
  // Another window of this browser may have noted one since.
  const others = (key: string) => read(storage, list.get()).filter((meeting) => meeting.key !== key);
  return {
    list,
    find: (key) => list.get().find((meeting) => meeting.key === key),
    note: (meeting) => save([meeting, ...others(meeting.key)]),
    drop: (key) => save(others(key)),
  };
}

function read(storage: Storage | undefined, fallback: readonly KnownMeeting[] = []): readonly KnownMeeting[] {
  try {
    const text = storage?.getItem(ITEM);
    return text === undefined || text === null
      ? fallback
      : listOf(JSON.parse(text)).flatMap((value) => decode(value) ?? []);
  } catch {
    return fallback;
  }
}

function decode(value: unknown): KnownMeeting | undefined {
  const entry = entryOf(value);
  const member = decodeMember(entry);
  if (!entry || !member) return undefined;
  const relayUrl = wordsOf(entry['relayUrl']);
  return {
    key: membershipKey(member),
    ...member,
    title: wordsOf(entry['title']) ?? '',
    symbol: wordsOf(entry['symbol']) ?? '',
    ...(relayUrl === undefined ? {} : { relayUrl }),
    openedAt: numberOf(entry['openedAt']) ?? 0,
    copies: readCopies(entryOf(entry['copies'])),
  };
}

function readCopies(entry: Entry | undefined): Readonly<Record<RoomName, number>> {
  const copies: Record<RoomName, number> = {};
  for (const [room, copy] of Object.entries(entry ?? {})) copies[room] = numberOf(copy) ?? 0;
  return copies;
}

function decodeMember(entry: Entry | undefined): Member | undefined {
  const meeting = wordsOf(entry?.['meeting']) ?? '';
  const code = wordsOf(entry?.['code']) ?? '';
  const role = entry?.['role'];
  if (!entry || !isMeetingId(meeting) || !isCode(code) || !isRole(role)) return undefined;
  return {
    meeting: meeting as MeetingId,
    role,
    code,
    name: wordsOf(entry['name']) ?? code,
    person: wordsOf(entry['person']) ?? '',
  };
}

function isRole(role: unknown): role is Role {
  return (ROLES as readonly unknown[]).includes(role);
}
