import type { HistoryEntry } from '../../../shared/sync/protocol/api.ts';
import { isCode } from '../../../shared/schema/ids.ts';
import type { KeptCopy } from '../line/persistence.ts';
import { entryOf, listOf, numberOf, wordsOf } from '../stores/decode.ts';

const PART = 'past/';

/** A past that was read once, part by part beside the draft's own copy, so that it is there without a network. */
export function keptPast(copy: Pick<KeptCopy, 'recall' | 'remember'> | undefined) {
  let parts = 0;
  return {
    async recall(): Promise<readonly HistoryEntry[]> {
      const kept: HistoryEntry[] = [];
      for (;;) {
        const part = await copy?.recall(`${PART}${parts}`);
        if (typeof part !== 'string') return kept;
        kept.push(...decodeEntries(part));
        parts += 1;
      }
    },
    remember(entries: readonly HistoryEntry[]): void {
      copy?.remember(`${PART}${parts}`, entries);
      parts += 1;
    },
  };
}

function decodeEntries(text: string): HistoryEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  return listOf(value).flatMap((each) => {
    const entry = entryOf(each);
    const [seq, at] = [numberOf(entry?.['seq']), numberOf(entry?.['at'])];
    const [code, person, update] = ['code', 'person', 'update'].map((key) => wordsOf(entry?.[key]));
    if (seq === undefined || at === undefined || code === undefined || !isCode(code) || update === undefined) return [];
    const link = linkOf(entryOf(entry?.['link']));
    return [{ seq, at, code, person: person ?? '', update, ...(link && { link }) }];
  });
}

function linkOf(entry: ReturnType<typeof entryOf>): HistoryEntry['link'] {
  const [invitation, hash] = [wordsOf(entry?.['invitation']), wordsOf(entry?.['hash'])];
  if (invitation === undefined || hash === undefined) return undefined;
  return { invitation, hash, clients: listOf(entry?.['clients']).flatMap((client) => numberOf(client) ?? []) };
}
