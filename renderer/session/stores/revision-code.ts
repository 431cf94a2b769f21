import { isCode } from '../../../shared/schema/ids.ts';
import { LANGUAGES, type Draft } from '../../../shared/schema/draft.ts';
import type { PublicStatus } from '../../../shared/procedure/gavel.ts';
import type { Revision } from '../contract.ts';
import { entryOf, numberOf, wordsOf } from './decode.ts';

/** Reads a revision as the relay recorded or answered it; `undefined` for anything else. */
export function decodeRevision(value: unknown): Revision | undefined {
  const entry = entryOf(value);
  const number = numberOf(entry?.['number']);
  const by = wordsOf(entry?.['by']);
  const hash = wordsOf(entry?.['hash']);
  const draft = decodeDraft(entry?.['draft']);
  if (!entry || number === undefined || by === undefined || !isCode(by) || hash === undefined || !draft)
    return undefined;
  return {
    number,
    name: wordsOf(entry['name']) ?? `Rev.${number}`,
    at: numberOf(entry['at']) ?? 0,
    by,
    draft,
    hash,
    attributed: entry['attributed'] === true,
    ...decodeStatus(entry['status']),
  };
}

function decodeStatus(value: unknown): Pick<Revision, 'status'> {
  const status = entryOf(value);
  return status && Array.isArray(status['agreed']) && Array.isArray(status['reopened'])
    ? { status: value as PublicStatus }
    : {};
}

/** The outline of a draft is checked; its provisions and brackets are the relay's own writing. */
function decodeDraft(value: unknown): Draft | undefined {
  const draft = entryOf(value);
  if (!draft || !Array.isArray(draft['provisions']) || !Array.isArray(draft['brackets'])) return undefined;
  if (!(LANGUAGES as readonly unknown[]).includes(draft['language'])) return undefined;
  return value as Draft;
}
