import type { ChainPlace } from '../history/chain.ts';
import * as z from 'zod/mini';
import { isCode } from '../../schema/ids.ts';
import { LANGUAGES } from '../../schema/draft.ts';
import type { Code, MeetingId } from '../../schema/ids.ts';
import type { Role } from '../../schema/meeting.ts';
import { ROLES } from '../../schema/meeting.ts';

/** Why a request over HTTP was not done; the body of every error is `{"reason": …}`. */
export const API_REFUSALS = [
  'request-invalid',
  'request-too-large',
  'not-found',
  'method-not-allowed',
  'host-unknown',
  'origin-foreign',
  'not-from-here',
  'token-invalid',
  'token-expired',
  'token-revoked',
  'role-forbidden',
  'room-forbidden',
  'seed-refused',
  'backup-malformed',
  'backup-damaged',
  'meeting-exists',
  'restore-conflict',
  'too-many',
  'journal-full',
  'journal-read-only',
  'journal-broken',
  'relay-fault',
] as const;
export type ApiRefusal = (typeof API_REFUSALS)[number];

const words = (most: number) => z.string().check(z.maxLength(most));
const code = z.string().check(z.refine(isCode));
const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/));

/** `POST /api/meetings`. `seed`: Yjs updates as base64, written as the chair before the answer, all or none. */
export const CREATE_MEETING = z.strictObject({
  title: words(500),
  symbol: z.optional(words(100)),
  language: z.optional(z.enum(LANGUAGES)),
  person: z.optional(words(120)),
  seed: z.optional(
    z.strictObject({ text: z.optional(base64), chair: z.optional(base64), positions: z.optional(base64) }),
  ),
});
export type CreateMeeting = z.infer<typeof CREATE_MEETING>;

/** `POST /api/meetings/ID/invitations`. */
export const INVITE = z.strictObject({
  role: z.enum(ROLES),
  code,
  name: words(120),
  person: words(120),
  days: z.optional(z.number().check(z.int(), z.positive(), z.maximum(366))),
});
export type Invite = z.infer<typeof INVITE>;

/** `POST /api/meetings/ID/revoke`: by the id that the list has, or by the invitation itself, for one that was found. */
export const REVOKE = z.union([z.strictObject({ id: words(40) }), z.strictObject({ token: words(4096) })]);

/** `POST /api/meetings/ID/publish`. `attributed`: the revision names who proposed what. */
export const PUBLISH = z.strictObject({ attributed: z.optional(z.boolean()) });

/** The answer that carries an invitation. `expires` in milliseconds since 1970. */
export interface Invited {
  /** What it is listed and revoked by; no secret. */
  readonly id: string;
  readonly token: string;
  readonly role: Role;
  readonly code: Code;
  readonly expires: number;
}

/** An invitation that the relay has made, without what lets anybody in. Times in milliseconds since 1970. */
export interface IssuedInvitation {
  readonly id: string;
  readonly role: Role;
  readonly code: Code;
  /** The delegation's name; absent in ledgers of before it was kept. */
  readonly name?: string;
  readonly person: string;
  readonly made?: number;
  readonly expires: number;
  readonly revoked: boolean;
}

/** The answer to `GET /api/meetings/ID/invitations`: all that were ever made, in the order in which they were. */
export interface Issued {
  readonly invitations: readonly IssuedInvitation[];
}

/** The answer to `POST /api/meetings`: the new meeting and its chair's invitation. */
export interface Created extends Invited {
  readonly meeting: MeetingId;
}

/** One write of a room's past. */
export interface HistoryEntry {
  readonly seq: number;
  /** Milliseconds since 1970, by the relay's clock. */
  readonly at: number;
  readonly code: Code;
  readonly person: string;
  /** A Yjs update as base64. */
  readonly update: string;
  /** What its place in the relay's chain is checked by (`shared/sync/history/chain.ts`); a past kept here has none. */
  readonly link?: { readonly invitation: string; readonly clients: readonly number[]; readonly hash: string };
}

/** The answer to `GET /api/meetings/ID/history/ROOM?after=N`: what came after entry N, oldest first. */
export interface History {
  readonly entries: readonly HistoryEntry[];
  /** Where the chain stood before the first of them, and where publications recorded that it stood. */
  readonly from?: ChainPlace;
  readonly anchors?: readonly ChainPlace[];
  /** Where the next part begins; absent at the end. */
  readonly next?: number;
}
