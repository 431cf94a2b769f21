import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Puts `bytes` at `path` wholly or not at all: a crash or a full disk leaves what was there before. A link is followed,
 * and a file that is there keeps its permissions; a new one gets `mode`, less what the user's mask takes.
 */
export async function atomicWrite(path: string, bytes: Uint8Array | string, mode = 0o666): Promise<void> {
  const place = await realpath(path).catch(() => path);
  const before = await stat(place).catch(() => undefined);
  const fresh = join(dirname(place), `.${basename(place).slice(0, 60)}.${randomBytes(6).toString('hex')}`);
  try {
    const file = await open(fresh, 'wx', mode);
    try {
      if (before !== undefined) await file.chmod(before.mode & 0o777);
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, place);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}
