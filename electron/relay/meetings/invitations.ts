import type { Code } from '../../../shared/schema/ids.ts';
import type { IssuedInvitation } from '../../../shared/sync/protocol/api.ts';
import { readInvitation, type InvitationClaims } from '../../../shared/sync/protocol/invitation.ts';
import type { Ledger } from './ledger.ts';
import type { Meeting } from './meeting.ts';

/** What is said of an invitation that is to be revoked. */
type Revocable = Pick<InvitationClaims, 'jti' | 'role'>;

/** Every invitation that was made for a meeting, as the ledger has it: whoever reads it can let nobody in. */
export function issuedIn({ invited, revoked }: Ledger): readonly IssuedInvitation[] {
  return [...invited.values()].map(({ jti, role, code, name, person, exp, at }) => ({
    id: jti,
    role,
    code: code as Code,
    ...(name !== undefined && { name }),
    person,
    ...(at !== undefined && { made: at }),
    expires: exp * 1000,
    revoked: revoked.has(jti),
  }));
}

/** The invitation that is meant, by its id or by itself; `undefined` where this meeting has none such. */
export function invitationMeant(
  { id, ledger }: Meeting,
  asked: { readonly id: string } | { readonly token: string },
): Revocable | undefined {
  if ('id' in asked) return ledger.invited.get(asked.id);
  // An expired token may still be revoked, so its claims are read and its place in this meeting is all that counts.
  const claims = readInvitation(asked.token);
  return claims?.iss === id ? claims : undefined;
}
