import { isCode, proponentOf, type BracketId, type ProvisionId, type RulingId } from '../schema/ids.ts';
import type { RuledInside, Ruling, RulingAct } from '../schema/ruling.ts';

type Entry = Readonly<Record<string, unknown>>;

/** Reads a ruling as the room of the chair keeps it; `undefined` for anything else. */
export function decodeRuling(value: unknown): Ruling | undefined {
  const entry = entryOf(value);
  if (!entry) return undefined;
  const id = wordsOf(entry['id']);
  const by = wordsOf(entry['by']);
  const act = decodeAct(entryOf(entry['act']));
  if (id === undefined || proponentOf(id) === undefined || by === undefined || !isCode(by) || !act) return undefined;
  return {
    id: id as RulingId,
    act,
    by,
    person: wordsOf(entry['person']) ?? '',
    at: numberOf(entry['at']) ?? 0,
    about: wordsOf(entry['about']) ?? '',
  };
}

function decodeAct(entry: Entry | undefined): RulingAct | undefined {
  const bracket = idOf<BracketId>(entry?.['bracket']);
  const provision = idOf<ProvisionId>(entry?.['provision']);
  switch (entry?.['type']) {
    case 'keep':
      return bracket && { type: 'keep', bracket, ...insideOf(entry) };
    case 'drop':
      return bracket && { type: 'drop', bracket };
    case 'merge': {
      const merged = listOf(entry['merged']).flatMap((id) => idOf<BracketId>(id) ?? []);
      return bracket && { type: 'merge', bracket, merged };
    }
    case 'choose': {
      const variant = idOf<BracketId>(entry['variant']);
      return bracket && { type: 'choose', bracket, ...(variant ? { variant } : {}), ...insideOf(entry) };
    }
    case 'adRef':
      return provision && { type: 'adRef', provision, words: wordsOf(entry['words']) ?? '' };
    case 'reopen':
      return provision && { type: 'reopen', provision };
    default:
      return undefined;
  }
}

function insideOf(entry: Entry): { readonly inside?: readonly RuledInside[] } {
  const inside = listOf(entry['inside']).flatMap((value): RuledInside[] => {
    const one = entryOf(value);
    const bracket = idOf<BracketId>(one?.['bracket']);
    const outcome = one?.['outcome'];
    return bracket && (outcome === 'keep' || outcome === 'drop') ? [{ bracket, outcome }] : [];
  });
  return inside.length > 0 ? { inside } : {};
}

function idOf<Id extends string>(value: unknown): Id | undefined {
  return typeof value === 'string' && proponentOf(value) !== undefined ? (value as Id) : undefined;
}

function entryOf(value: unknown): Entry | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Entry) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function wordsOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
