import type { Code } from '../../schema/ids.ts';
import type { Role } from '../../schema/meeting.ts';
import type { RoomRef } from '../../procedure/rights.ts';
import type { WriteRefusalReason } from '../protocol/refusal.ts';
import type { Held } from './content.ts';
import { chairPolicy } from './rooms/chair-room.ts';
import { deskPolicy } from './rooms/desk-room.ts';
import { positionsPolicy } from './rooms/positions-room.ts';
import { textPolicy } from './rooms/text-room.ts';

/** Who writes. `founding`: the seed of a meeting that nobody has joined yet, which may speak for everybody in it. */
export interface Writer {
  readonly role: Role;
  readonly code: Code;
  readonly person: string;
  readonly founding?: boolean;
}

/** An item that is put in. */
export interface Put {
  /** From the root's name to the item's key. */
  readonly path: readonly string[];
  readonly held: Held;
  /** It was put behind everything that its writer knew of in this list. */
  readonly last: boolean;
  /** What stands under the same key now, if anything does: its one JSON value, or that it is something else. */
  before(): { readonly value: unknown } | undefined;
  /** Whose a client id is. */
  owner(client: number): Code | undefined;
}

/** An item that is taken out. */
export interface Taken {
  readonly path: readonly string[];
  /** Whose it is. */
  readonly owner: Code | undefined;
}

/**
 * What one room's schema lets one writer do (rule R10). A policy rests on what never changes: role, code, keys and the
 * owner of a client id. So what a client may write while it is off the line, it may still send when it is back.
 */
export interface Policy {
  put(put: Put, writer: Writer): WriteRefusalReason | undefined;
  take(taken: Taken, writer: Writer): WriteRefusalReason | undefined;
}

/** The record is written by the relay, which needs no permission. */
const NOBODY: Policy = { put: () => 'room-read-only', take: () => 'room-read-only' };

export function policyOf(room: RoomRef): Policy {
  switch (room.kind) {
    case 'text':
      return textPolicy;
    case 'chair':
      return chairPolicy;
    case 'positions':
    case 'confidence':
      return positionsPolicy;
    case 'desk':
      return deskPolicy;
    case 'record':
      return NOBODY;
  }
}

/** Whether a writer keeps the text for everybody. */
export function presides(writer: Writer): boolean {
  return writer.role === 'chair' || writer.role === 'secretariat';
}
