import type { Code } from '../schema/ids.ts';
import type { Role } from '../schema/meeting.ts';

/** A room as far as rights are concerned; `shared/sync/protocol/rooms.ts` has the names and paths. */
export interface RoomRef {
  readonly kind: 'text' | 'chair' | 'positions' | 'record' | 'confidence' | 'desk';
  /** Whose confidence or desk. */
  readonly code?: Code;
}

/** What one member may do in one room. `attribution`: is told whose the client ids are. `presence`: carets both ways. */
export interface Access {
  readonly read: boolean;
  readonly write: boolean;
  readonly presence: boolean;
  readonly attribution: boolean;
}

/** The facts of the meeting that rights hang on. */
export interface RightsFacts {
  /** The chair has opened the live text to observers. */
  readonly liveTextOpen: boolean;
  /** Whether `code` is a member of the group `group`, by the chair's roster. */
  isMember(group: Code, code: Code): boolean;
}

const NONE: Access = { read: false, write: false, presence: false, attribution: false };
const READ: Access = { read: true, write: false, presence: false, attribution: false };
const READ_ATTRIBUTED: Access = { ...READ, attribution: true };
const WRITE: Access = { read: true, write: true, presence: false, attribution: true };
const WRITE_PRESENT: Access = { ...WRITE, presence: true };

/**
 * Who may read and write which room (rule R3): the table of the design, and nothing else. The relay admits by it; the
 * client asks it so as to open only what it will be let into. The record is written by the relay alone.
 */
export function accessTo(
  room: RoomRef,
  member: { readonly role: Role; readonly code: Code },
  facts: RightsFacts,
): Access {
  if (room.kind === 'record') return READ;
  if (member.role === 'observer') return room.kind === 'text' && facts.liveTextOpen ? READ : NONE;
  switch (room.kind) {
    case 'text':
      return WRITE_PRESENT;
    // A delegation writes what it does in the room (rule U2), and the guard sees that it writes nothing else.
    case 'chair':
    case 'positions':
      return WRITE;
    case 'confidence':
      if (member.role === 'delegation' && room.code === member.code) return WRITE;
      return member.role === 'chair' ? READ_ATTRIBUTED : NONE;
    case 'desk':
      if (room.code === undefined) return NONE;
      if (room.code === member.code) return WRITE;
      // The chair keeps the list of members, and stands on none of them: a desk is not the chair's to read.
      return member.role === 'delegation' && facts.isMember(room.code, member.code) ? WRITE : NONE;
  }
}

/** Whether a member may invite, revoke and publish for its meeting. */
export function mayPreside(member: { readonly role: Role }): boolean {
  return member.role === 'chair' || member.role === 'secretariat';
}
