import { errors, jwtVerify, SignJWT } from 'jose';
import type { MeetingId } from '../../../shared/schema/ids.ts';
import { refuse } from '../../../shared/schema/result.ts';
import type { Result } from '../../../shared/schema/result.ts';
import type { InvitationClaims } from '../../../shared/sync/protocol/invitation.ts';
import { INVITATION_CLAIMS } from '../../../shared/sync/protocol/invitation.ts';
import type { MeetingKeys } from './keys.ts';

export type TokenRefusal = 'token-invalid' | 'token-expired';

const TYPE = 'rostrum-invitation';

/** Signs what an invitation grants. */
export function signInvitation(claims: InvitationClaims, keys: MeetingKeys, now: number): Promise<string> {
  const { iss, exp, jti, ...granted } = claims;
  return new SignJWT(granted)
    .setProtectedHeader({ alg: 'EdDSA', typ: TYPE })
    .setIssuer(iss)
    .setIssuedAt(Math.floor(now / 1000))
    .setExpirationTime(exp)
    .setJti(jti)
    .sign(keys.privateKey);
}

/** The claims of a token that this meeting signed and that has not ended (rule R1). One algorithm, one type, no leeway. */
export async function verifyInvitation(
  token: string,
  against: { readonly meeting: MeetingId; readonly keys: MeetingKeys; readonly now: number },
): Promise<Result<InvitationClaims, TokenRefusal>> {
  try {
    const { payload } = await jwtVerify(token, against.keys.publicKey, {
      algorithms: ['EdDSA'],
      typ: TYPE,
      issuer: against.meeting,
      requiredClaims: ['exp', 'iat', 'jti'],
      currentDate: new Date(against.now),
    });
    const claims = INVITATION_CLAIMS.safeParse(payload);
    return claims.success ? { ok: true, value: claims.data as InvitationClaims } : refuse('token-invalid');
  } catch (error) {
    return refuse(error instanceof errors.JWTExpired ? 'token-expired' : 'token-invalid');
  }
}
