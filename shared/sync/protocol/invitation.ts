import * as z from 'zod/mini';
import type { Code, MeetingId } from '../../schema/ids.ts';
import { isCode } from '../../schema/ids.ts';
import type { Member, Role } from '../../schema/meeting.ts';
import { ROLES } from '../../schema/meeting.ts';
import { isMeetingId } from './rooms.ts';

/** What an invitation says. Only the relay can tell whether it is true; the client reads it to know where to go. */
export interface InvitationClaims {
  readonly iss: MeetingId;
  readonly role: Role;
  readonly code: Code;
  /** The delegation's name, for people. */
  readonly name: string;
  readonly person: string;
  /** Seconds since 1970, as JWT has it. */
  readonly exp: number;
  /** The invitation's own id, by which it is revoked. */
  readonly jti: string;
  /** SHA-256 of the relay's own certificate, base64url, where it made one: a desktop client trusts that one alone. */
  readonly pin?: string;
}

/** The code of an observer, who speaks for nobody. */
export const OBSERVER = 'OBS' as Code;
/** The relay's own code, in the journal and the registry; no invitation bears it. */
export const RELAY = 'RELAY' as Code;

/** The claims of an invitation, decoded at the relay after the signature and at the client before asking. */
export const INVITATION_CLAIMS = z.object({
  iss: z.string().check(z.refine(isMeetingId)),
  role: z.enum(ROLES),
  code: z.string().check(z.refine(isCode)),
  name: z.string().check(z.maxLength(120)),
  person: z.string().check(z.maxLength(120)),
  exp: z.number().check(z.int(), z.positive()),
  jti: z.string().check(z.regex(/^[A-Za-z0-9_-]{8,40}$/)),
  pin: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))),
});

/** Reads a token's claims without checking its signature; `undefined` for text that is no invitation. */
export function readInvitation(token: string): InvitationClaims | undefined {
  const body = token.split('.')[1];
  if (body === undefined || token.length > 4096) return undefined;
  try {
    const claims = INVITATION_CLAIMS.safeParse(JSON.parse(decodeBase64Url(body)));
    return claims.success ? (claims.data as InvitationClaims) : undefined;
  } catch {
    return undefined;
  }
}

/** The member an invitation speaks of. */
export function memberOf(claims: InvitationClaims): Member {
  return { meeting: claims.iss, role: claims.role, code: claims.code, name: claims.name, person: claims.person };
}

const FRAGMENT = '#/join/';

/** A link that carries an invitation behind the `#`, which browsers never send and servers never log. */
export function invitationLink(base: string, token: string): string {
  return `${base.replace(/[#?].*$/, '').replace(/\/*$/, '/')}${FRAGMENT}${token}`;
}

/** The token in a link, or in text pasted as one; `undefined` where there is none. */
export function invitationIn(text: string): string | undefined {
  const at = text.indexOf(FRAGMENT);
  const token = (at < 0 ? text : text.slice(at + FRAGMENT.length)).trim();
  return readInvitation(token) ? token : undefined;
}

// Done by hand: `atob` is no part of the language, and the claims are UTF-8.
function decodeBase64Url(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let encoded = '';
  let bits = 0;
  let held = 0;
  for (const char of text) {
    const value = alphabet.indexOf(char);
    if (value < 0) throw new Error('not base64url');
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      encoded += `%${((held >> bits) & 0xff).toString(16).padStart(2, '0')}`;
    }
  }
  return decodeURIComponent(encoded);
}
