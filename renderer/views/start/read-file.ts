import type { OpenedFile } from '../../../shared/host/bridge.ts';
import { readDraft, type DraftReading } from '../../../shared/interop/read-draft.ts';
import { mintId, type Code } from '../../../shared/schema/ids.ts';
import { Fault } from '../../../shared/schema/result.ts';

/** A file as it was read, before anything is made of it. */
export interface ReadFile {
  readonly name: string;
  readonly text: string;
  readonly reading: DraftReading;
}

export const DRAFT_EXTENSIONS = ['txt', 'md', 'markdown'] as const;
export const DRAFT_MAX_BYTES = 64 * 1024 * 1024;

export interface ReadOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly random: () => number;
}

/** Reads text or Markdown; rejects with `not-text` for anything else, and with the reader's own reasons. */
export function readFile({ name, bytes }: OpenedFile, { now, random }: ReadOptions): ReadFile {
  const text = decode(bytes);
  const result = readDraft({
    text,
    format: /\.(md|markdown)$/i.test(name) ? 'markdown' : 'text',
    mint: (code: Code) => mintId(code, random),
    at: now,
  });
  if (!result.ok) throw new Fault(result.reason, { detail: name });
  return { name, text, reading: result.value };
}

/** UTF-8, or UTF-16 where the file says so; a file with other bytes, or with NULs in it, is no text. */
function decode(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = !utf16 ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new Fault('not-text');
    return text;
  } catch (cause) {
    throw new Fault('not-text', { cause });
  }
}
