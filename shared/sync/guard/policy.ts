import type { Clocks } from '../document/restored.ts';
import type { Code } from '../../schema/ids.ts';
import type { Role } from '../../schema/meeting.ts';
import type { WriteRefusalReason } from '../protocol/refusal.ts';
import type { Held } from './content.ts';

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
  /** Whether a ruling let words of it stand, or other words of its owner's. */
  isAccepted(words?: Clocks): boolean;
}

/**
 * What one room's schema lets one writer do (rule R10). A policy rests on what never changes: role, code, keys and the
 * owner of a client id. So what a client may write while it is off the line, it may still send when it is back; save that
 * a ruling may have come first for words that it takes back (rule W16).
 */
export interface Policy {
  put(put: Put, writer: Writer): WriteRefusalReason | undefined;
  take(taken: Taken, writer: Writer): WriteRefusalReason | undefined;
}

/** Whether a writer keeps the text for everybody. */
export function presides(writer: Writer): boolean {
  return writer.role === 'chair' || writer.role === 'secretariat';
}
