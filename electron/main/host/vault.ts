import { readFile } from 'node:fs/promises';
import { safeStorage } from 'electron';
import * as z from 'zod/mini';
import { Fault } from '../../../shared/schema/result.ts';
import { atomicWrite } from './atomic-write.ts';

/** Keeps small secrets, encrypted by the system's keychain where there is one. */
export interface Vault {
  keep(key: string, value: string): Promise<{ readonly durable: boolean }>;
  read(key: string): Promise<string | undefined>;
  forget(key: string): Promise<void>;
}

/** The file: pairs of key and ciphertext, because a key may be any string, `__proto__` too. */
const stored = z.array(z.tuple([z.string(), z.string()]));

type Secrets = ReadonlyMap<string, string>;

/** What Chromium writes in front of a secret that Linux had no keyring for: its key is a fixed, public password. */
const FIXED_PASSWORD = 'v10';

/**
 * Secrets by key, in one file of ciphertexts. Linux always offers encryption, if need be with a fixed password, and
 * only the ciphertext tells: what would be written so is kept in memory for this run instead, and said to be so.
 */
export function openVault(path: string, platform: NodeJS.Platform = process.platform): Vault {
  const memory = new Map<string, string>();
  let last: Promise<unknown> = Promise.resolve();

  /** One change at a time: each reads the file that the one before it wrote. */
  function inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const next = last.then(task, task);
    last = next.catch(() => undefined);
    return next;
  }

  async function load(): Promise<Secrets> {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
      throw new Fault('secrets-unavailable', { cause });
    }
    try {
      return new Map(stored.parse(JSON.parse(text)));
    } catch (cause) {
      throw new Fault('secrets-unavailable', { cause });
    }
  }

  async function write(change: (secrets: Secrets) => Secrets): Promise<void> {
    const before = await load();
    const after = change(before);
    if (after === before) return;
    try {
      await atomicWrite(path, JSON.stringify([...after]), 0o600);
    } catch (cause) {
      throw new Fault('secrets-unavailable', { cause });
    }
  }

  /** The ciphertext, or `undefined` where none would be safe to store. */
  async function encrypt(value: string): Promise<string | undefined> {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return undefined;
    const encrypted = await safeStorage.encryptStringAsync(value);
    const isWeak = platform === 'linux' && encrypted.subarray(0, 3).toString('latin1') === FIXED_PASSWORD;
    return isWeak ? undefined : encrypted.toString('base64');
  }

  const without = (key: string) => (secrets: Secrets) =>
    secrets.has(key) ? new Map([...secrets].filter(([name]) => name !== key)) : secrets;

  async function keep(key: string, value: string): Promise<{ readonly durable: boolean }> {
    const ciphertext = await encrypt(value).catch(() => undefined);
    if (ciphertext === undefined) {
      // What was stored before must not come back at the next start in place of this value.
      await write(without(key));
      memory.set(key, value);
      return { durable: false };
    }
    await write((secrets) => new Map([...secrets, [key, ciphertext]]));
    memory.delete(key);
    return { durable: true };
  }

  async function decrypt(ciphertext: string): Promise<Electron.DecryptStringAsyncReturnValue> {
    const encrypted = Buffer.from(ciphertext, 'base64');
    // A keychain can be busy or locked for a moment; what cannot be read now is never deleted.
    return safeStorage
      .decryptStringAsync(encrypted)
      .catch(() => safeStorage.decryptStringAsync(encrypted))
      .catch((cause: unknown) => {
        throw new Fault('secrets-unavailable', { cause });
      });
  }

  return {
    keep: (key, value) => inTurn(() => keep(key, value)),
    read: (key) =>
      inTurn(async () => {
        const remembered = memory.get(key);
        if (remembered !== undefined) return remembered;
        const ciphertext = (await load()).get(key);
        if (ciphertext === undefined) return undefined;
        const { result, shouldReEncrypt } = await decrypt(ciphertext);
        if (shouldReEncrypt) await keep(key, result);
        return result;
      }),
    forget: (key) =>
      inTurn(async () => {
        memory.delete(key);
        await write(without(key));
      }),
  };
}
