import { accessTo } from '../../shared/procedure/rights.ts';
import type { Code } from '../../shared/schema/ids.ts';
import type { Role } from '../../shared/schema/meeting.ts';
import { parseRoomName, roomName, type Room } from '../../shared/sync/protocol/rooms.ts';

/** A room's name, as it stands in its address: one shared document behind one access rule. */
export type RoomName = string;

export const deskOf = (code: Code): RoomName => roomName({ kind: 'desk', code });

export const confidenceOf = (code: Code): RoomName => roomName({ kind: 'confidence', code });

/** The delegation whose confidence a room is, or `undefined` for every other room. */
export function confidant(name: RoomName): Code | undefined {
  const room = parseRoomName(name);
  return room?.kind === 'confidence' && 'code' in room ? room.code : undefined;
}

/**
 * The rooms that are opened on joining. The chair's windows on the delegations' confidence are opened one by one,
 * as the roster names them; an observer holds the record and nothing else.
 */
export function roomsOf(member: { readonly role: Role; readonly code: Code }): readonly RoomName[] {
  const candidates: readonly Room[] = [
    { kind: 'text' },
    { kind: 'chair' },
    { kind: 'positions' },
    { kind: 'confidence', code: member.code },
    { kind: 'desk', code: member.code },
    { kind: 'record' },
  ];
  return candidates.filter((room) => mayRead(room, member)).map(roomName);
}

export function mayRead(room: Room, member: { readonly role: Role; readonly code: Code }): boolean {
  // Another's desk is the only room whose rule asks for the roster, and none is opened here.
  const facts = { liveTextOpen: false, isMember: () => false };
  if ((room.kind === 'confidence' || room.kind === 'desk') && member.role !== 'delegation') return false;
  return accessTo(room, member, facts).read;
}

/** The root types of the rooms' documents; one doc may hold no others. */
export const ROOTS = {
  positions: 'positions',
  profile: 'profile',
  delegations: 'delegations',
  groups: 'groups',
  rulings: 'rulings',
  soundings: 'soundings',
  answers: 'answers',
  notes: 'notes',
  tags: 'tags',
  acts: 'acts',
  stamps: 'stamps',
  display: 'display',
  revisions: 'revisions',
} as const;
