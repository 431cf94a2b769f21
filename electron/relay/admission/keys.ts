import type { CryptoKey, JWK } from 'jose';
import { exportJWK, generateKeyPair, importJWK } from 'jose';

/** A meeting's signing key: made with the meeting, kept in its ledger, never sent anywhere. */
export interface MeetingKeys {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

/** A fresh Ed25519 pair as it is kept. */
export async function makeKeys(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return exportJWK(privateKey);
}

/** The pair from the kept form, which holds both halves. */
export async function readKeys(jwk: JWK): Promise<MeetingKeys> {
  const { d: _, ...open } = jwk;
  const [privateKey, publicKey] = await Promise.all([importJWK(jwk, 'EdDSA'), importJWK(open, 'EdDSA')]);
  return { privateKey: privateKey as CryptoKey, publicKey: publicKey as CryptoKey };
}
