/**
 * A certificate of the relay's own, for a network where nobody else vouches for it: ECDSA on P-256, signed by itself,
 * for the names and addresses under which the relay is reached. It is made once and kept; its fingerprint is what an
 * invitation pins.
 */
import { createHash, generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { bits, explicit, implicit, integer, objectId, octets, sequence, set, time, words, yes } from './der.ts';

export interface TlsIdentity {
  /** PEM. */
  readonly cert: string;
  /** PEM. */
  readonly key: string;
  /** SHA-256 of the certificate, base64url: what an invitation pins. */
  readonly fingerprint: string;
}

const OID = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
};

const YEARS = 5;
const DAY = 86_400_000;

/** The kept certificate where it still holds for these names, or a new one. */
export async function ownCertificate(
  folder: string,
  { names, now }: { readonly names: readonly string[]; readonly now: number },
): Promise<TlsIdentity> {
  const kept = await readKept(folder);
  if (kept && holdsFor(kept, names, now)) return kept;
  const made = makeCertificate(names, now);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'tls.json');
  await writeFile(`${file}.new`, JSON.stringify({ cert: made.cert, key: made.key }), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return made;
}

/** An identity from a given certificate and key, both PEM. */
export function identityOf(cert: string, key: string): TlsIdentity {
  return { cert, key, fingerprint: createHash('sha256').update(new X509Certificate(cert).raw).digest('base64url') };
}

async function readKept(folder: string): Promise<TlsIdentity | undefined> {
  try {
    const { cert, key } = JSON.parse(await readFile(join(folder, 'tls.json'), 'utf8')) as Record<string, unknown>;
    return typeof cert === 'string' && typeof key === 'string' ? identityOf(cert, key) : undefined;
  } catch {
    return undefined;
  }
}

function holdsFor({ cert }: TlsIdentity, names: readonly string[], now: number): boolean {
  const certificate = new X509Certificate(cert);
  if (Date.parse(certificate.validTo) < now + 30 * DAY) return false;
  return names.every((name) => (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined);
}

/** A new key and a certificate for these DNS names and IP addresses. */
export function makeCertificate(names: readonly string[], now: number): TlsIdentity {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(objectId(OID.ecdsaWithSha256));
  const name = sequence(set(sequence(objectId(OID.commonName), words('Rostrum relay'))));
  const extension = (oid: string, value: Uint8Array, critical = false): Buffer =>
    sequence(objectId(oid), ...(critical ? [yes()] : []), octets(value));
  const body = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    name,
    sequence(time(new Date(now - DAY)), time(new Date(now + YEARS * 365 * DAY))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(
      3,
      sequence(
        extension(OID.subjectAltName, sequence(...names.map(generalName))),
        extension(OID.basicConstraints, sequence(), true),
        extension(OID.extendedKeyUsage, sequence(objectId(OID.serverAuth))),
      ),
    ),
  );
  const certificate = sequence(body, algorithm, bits(sign('sha256', body, privateKey)));
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  const cert = `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
  return identityOf(cert, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
}

function generalName(name: string): Buffer {
  if (isIP(name) === 4) return implicit(7, Buffer.from(name.split('.').map(Number)));
  if (isIP(name) === 6) return implicit(7, ipv6Bytes(name));
  return implicit(2, Buffer.from(name, 'ascii'));
}

function ipv6Bytes(address: string): Buffer {
  // The URL parser writes every address in its one shortest form.
  const short = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = short.split('::');
  const groups = (text: string): number[] =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const first = groups(head);
  const last = tail === undefined ? [] : groups(tail);
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => 0);
  return Buffer.from([...first, ...zeros, ...last].flatMap((group) => [group >> 8, group & 0xff]));
}
