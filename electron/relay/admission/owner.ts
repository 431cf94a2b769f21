/** Who owns the relay: whoever can read its folder. A key in the folder proves it over HTTP. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The key in the folder, made where there is none. */
export async function folderKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'owner.key');
  const kept = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (/^[\w-]{43}$/.test(kept)) return kept;
  const key = randomBytes(32).toString('base64url');
  await writeFile(file, `${key}\n`, { mode: 0o600 });
  return key;
}

/** Compares in a time that tells nothing of where two keys differ. */
export function isSameKey(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Says in the folder where its relay is reached; the answer takes that back. */
export async function announce(dataDir: string, url: string): Promise<() => Promise<void>> {
  const file = join(dataDir, 'relay.json');
  await writeFile(file, JSON.stringify({ url, pid: process.pid }), { mode: 0o600 });
  return () => rm(file, { force: true });
}

/** Where the relay of a folder was last reached. */
export async function announced(dataDir: string): Promise<string | undefined> {
  try {
    const { url } = JSON.parse(await readFile(join(dataDir, 'relay.json'), 'utf8')) as { url?: unknown };
    return typeof url === 'string' ? url : undefined;
  } catch {
    return undefined;
  }
}
