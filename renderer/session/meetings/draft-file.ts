import type { HostBridge, OpenedFile } from '../../../shared/host/bridge.ts';
import { decodeText, type DecodeRefusal } from '../../../shared/interop/decode-text.ts';
import { readDraft, type DraftReading, type ReadRefusal } from '../../../shared/interop/read-draft.ts';
import { writeDraft } from '../../../shared/interop/write-draft.ts';
import type { Draft } from '../../../shared/schema/draft.ts';
import { mintId } from '../../../shared/schema/ids.ts';
import { ok, type Result } from '../../../shared/schema/result.ts';

export const FILE_FORMATS = ['text', 'markdown'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const ENDINGS: Readonly<Record<FileFormat, string>> = { text: 'txt', markdown: 'md' };

/** The kinds of file a meeting can be made from, and how much of one is read at most. */
export const DRAFT_FILES = { extensions: ['txt', 'md', 'markdown'], maxBytes: 64 * 1024 * 1024 } as const;

export type FileRefusal = DecodeRefusal | ReadRefusal;

export interface DraftFile extends DraftReading {
  readonly name: string;
  readonly format: FileFormat;
}

/** Reads a chosen file as a draft, with the list of what could not be read as a bracket; nothing is made of it yet. */
export function readDraftFile(
  file: OpenedFile,
  world: { readonly clock: () => number; readonly random: () => number },
): Result<DraftFile, FileRefusal> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decoded = decodeText(file.bytes, (bytes) => decoder.decode(bytes));
  if (!decoded.ok) return decoded;
  const format: FileFormat = /\.(md|markdown)$/i.test(file.name) ? 'markdown' : 'text';
  const reading = readDraft({
    text: decoded.value.text,
    format,
    mint: (code) => mintId(code, world.random),
    at: world.clock(),
  });
  return reading.ok ? ok({ ...reading.value, name: file.name, format }) : reading;
}

/** Saves a draft or a revision where the user points, with its brackets; resolves to the name written. */
export function saveDraft(
  host: HostBridge,
  request: { readonly draft: Draft; readonly format: FileFormat; readonly state?: string },
): Promise<string | undefined> {
  const { draft, format, state } = request;
  const words = writeDraft(draft, { format, heading: draft.provisions.every(({ trim }) => trim === undefined) });
  return host.saveFile({ name: fileName(draft, format, state), bytes: new TextEncoder().encode(words) });
}

/** `A_CONF.192_BMS_1 Rev.1.txt`: the symbol where there is one, else the title; `state` tells the revision. */
function fileName({ symbol, title }: Draft, format: FileFormat, state: string | undefined): string {
  const called = symbol || title || 'draft';
  const name = `${called.slice(0, 80)}${state ? ` ${state}` : ''}`;
  return `${name.replace(/[/\\:*?"<>|\p{Cc}]+/gu, '_').trim()}.${ENDINGS[format]}`;
}
