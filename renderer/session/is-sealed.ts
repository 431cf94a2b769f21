import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { isIntact } from '../../shared/revisions/freeze.ts';
import type { Revision } from './contract.ts';

const known = new WeakMap<Revision, boolean>();

/**
 * Whether a revision says what its hash was made of (rule R12), worked out here and once. A page that a relay on the local
 * network serves without TLS has no `crypto.subtle`, so the digest is our own to bring.
 */
export function isSealed(revision: Revision): boolean {
  const before = known.get(revision);
  if (before !== undefined) return before;
  const sealed = isIntact(revision, (text) => bytesToHex(sha256(new TextEncoder().encode(text))));
  known.set(revision, sealed);
  return sealed;
}
