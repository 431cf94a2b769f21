import * as z from 'zod/mini';
import type { Code } from '../../schema/ids.ts';
import { isCode } from '../../schema/ids.ts';
import type { Role } from '../../schema/meeting.ts';
import { ROLES } from '../../schema/meeting.ts';

/** What a client tells of its own caret, as awareness state in the room `text`. Anything else in it is dropped. */
export interface CaretState {
  readonly provision?: string;
  /** Relative positions as JSON; opaque to the relay, bounded by the frame's size. */
  readonly anchor?: unknown;
  readonly head?: unknown;
  readonly composing?: boolean;
  /** Milliseconds since 1970 by the client's clock. */
  readonly movedAt?: number;
}

/** What the others receive: the caret and, filled in by the relay from the invitation, whose it is (rule R7). */
export interface PresenceState extends CaretState {
  readonly code: Code;
  readonly role: Role;
  readonly person: string;
}

/** The largest awareness state of one client, in bytes of JSON. */
export const PRESENCE_BYTES = 2048;

const CARET = z.object({
  provision: z.optional(z.string().check(z.maxLength(48))),
  anchor: z.optional(z.unknown()),
  head: z.optional(z.unknown()),
  composing: z.optional(z.boolean()),
  movedAt: z.optional(z.number()),
});

const PRESENCE = z.extend(CARET, {
  code: z.string().check(z.refine(isCode)),
  role: z.enum(ROLES),
  person: z.string(),
});

/** A caret as a client sent it, reduced to the known fields; `undefined` when one of them has a wrong type. */
export function parseCaret(state: unknown): CaretState | undefined {
  const parsed = CARET.safeParse(state);
  return parsed.success ? (parsed.data as CaretState) : undefined;
}

/** Another's presence as the relay sent it on. */
export function parsePresence(state: unknown): PresenceState | undefined {
  const parsed = PRESENCE.safeParse(state);
  return parsed.success ? (parsed.data as PresenceState) : undefined;
}
