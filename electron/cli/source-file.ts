import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Mint } from '../../shared/brackets/reading/drawn.ts';
import { decodeText } from '../../shared/interop/decode-text.ts';
import { READ_LIMITS, readDraft, type DraftReading } from '../../shared/interop/read-draft.ts';
import type { Format } from '../../shared/interop/reading/inline.ts';
import type { Code } from '../../shared/schema/ids.ts';
import { Complaint, reasonOf } from './complaint.ts';

/** No outcome document comes near; larger files are refused before they are read. */
const MOST_BYTES = 16_000_000;

const UNREADABLE = {
  binary: 'it is a binary file, not text',
  encoding: 'it is not UTF-8 or UTF-16 text',
  word: 'Word files are not read yet; save it as plain text or Markdown',
  pdf: 'PDF files are not read; save it as plain text',
  'text-too-long': `it has more than ${READ_LIMITS.characters} characters`,
  'brackets-too-many': `it has more than ${READ_LIMITS.brackets} square brackets`,
  'provisions-too-many': `it has more than ${READ_LIMITS.provisions} paragraphs`,
} as const;

/** The format that a file's name says. */
export function formatOf(path: string): Format {
  return /^\.(?:md|markdown|mdown|mkd)$/iu.test(extname(path)) ? 'markdown' : 'text';
}

/** Reads a draft from a file, or complains in one line. */
export async function readSource(path: string): Promise<DraftReading> {
  const refuse = (why: string): never => {
    throw new Complaint(`${path}: ${why}`);
  };
  const bytes = await readBytes(path);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decoded = decodeText(bytes, (utf8) => decoder.decode(utf8));
  if (!decoded.ok) return refuse(UNREADABLE[decoded.reason]);
  const reading = readDraft({ text: decoded.value.text, format: formatOf(path), mint: mintInOrder() });
  return reading.ok ? reading.value : refuse(UNREADABLE[reading.reason]);
}

async function readBytes(path: string): Promise<Uint8Array> {
  let size: number;
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new Complaint(`${path}: it is a folder`);
    if (!found.isFile()) throw new Complaint(`${path}: it is not a file`);
    size = found.size;
  } catch (error) {
    if (error instanceof Complaint) throw error;
    throw new Complaint(missing(error) ? `${path}: there is no such file` : `${path}: ${reasonOf(error)}`);
  }
  if (size > MOST_BYTES) {
    throw new Complaint(`${path}: it has ${(size / 1e6).toFixed(1)} MB; at most ${MOST_BYTES / 1e6} MB are read`);
  }
  try {
    const file = await open(path, 'r');
    try {
      return new Uint8Array(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new Complaint(`${path}: ${reasonOf(error)}`);
  }
}

function missing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** Ids that need no randomness: they live as long as the command. */
function mintInOrder(): Mint {
  let made = 0;
  return <Id>(code: Code) => `${code}-${(made += 1).toString(36).padStart(8, '0')}` as Id;
}

/** Whether two paths name one file, links followed. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  if (resolve(one) === resolve(other)) return true;
  try {
    if ((await realpath(one)) === (await realpath(other))) return true;
    const [first, second] = [await stat(one), await stat(other)];
    return first.ino === second.ino && first.dev === second.dev;
  } catch {
    return false;
  }
}

/** Writes a file as a whole: beside it first, then renamed over it, so that a failure leaves what was there. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const target = await stat(path).catch(() => undefined);
    if (target?.isDirectory() === true) throw new Complaint(`${path}: it is a folder`);
    const file = await open(beside, 'wx', target === undefined ? 0o666 : target.mode & 0o777);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    if (error instanceof Complaint) throw error;
    throw new Complaint(missing(error) ? `${path}: there is no such folder` : `${path}: ${reasonOf(error)}`);
  }
}
