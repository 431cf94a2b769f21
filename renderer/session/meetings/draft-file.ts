import type { HostBridge } from '../../../shared/host/bridge.ts';
import { writeDraft } from '../../../shared/interop/write-draft.ts';
import type { Draft } from '../../../shared/schema/draft.ts';

export const FILE_FORMATS = ['text', 'markdown'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const ENDINGS: Readonly<Record<FileFormat, string>> = { text: 'txt', markdown: 'md' };

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
