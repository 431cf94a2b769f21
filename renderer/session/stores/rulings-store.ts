import type * as Y from 'yjs';
import { isCode, proponentOf, type BracketId, type ProvisionId, type RulingId } from '../../../shared/schema/ids.ts';
import type { RuledInside, Ruling, RulingAct } from '../../../shared/schema/ruling.ts';
import type { Observed } from '../contract.ts';
import { ROOTS } from '../rooms.ts';
import { entryOf, listOf, numberOf, wordsOf, type Entry } from './decode.ts';
import { keep } from './observed.ts';

/** The chair's decisions, oldest first. Append-only: one is undone only by another. */
export interface RulingsStore {
  readonly rulings: Observed<readonly Ruling[]>;
  record(ruling: Ruling): void;
  stop(): void;
}

const RECORD_RULING = Symbol('record ruling');

export function openRulings(doc: Y.Doc): RulingsStore {
  const root = doc.getArray<unknown>(ROOTS.rulings);
  const decoded = new WeakMap<object, Ruling>();
  const decodeOnce = (value: unknown): Ruling | undefined => {
    const entry = entryOf(value);
    if (!entry) return undefined;
    const ruling = decoded.get(entry) ?? decodeRuling(entry);
    if (ruling) decoded.set(entry, ruling);
    return ruling;
  };
  const read = () => root.toArray().flatMap((value) => decodeOnce(value) ?? []);
  const rulings = keep<readonly Ruling[]>(read());
  const refresh = () => rulings.set(read());
  root.observe(refresh);
  return {
    rulings,
    record: (ruling) => doc.transact(() => root.push([ruling]), RECORD_RULING),
    stop: () => root.unobserve(refresh),
  };
}

function decodeRuling(entry: Entry): Ruling | undefined {
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
