import type { Bracket } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { BracketId, ProvisionId } from '../schema/ids.ts';
import { findWords } from './find-words.ts';

/** What somebody has seen of a draft, small enough to be kept: signatures of the words, and which brackets were open where. */
export interface Seen {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly provisions: Readonly<Record<string, number>>;
  readonly brackets: Readonly<Record<string, string>>;
}

export type SinceKind = 'new' | 'changed' | 'opened' | 'closed' | 'mention';

/** A provision in which something happened, with what. */
export interface SinceItem {
  readonly provision: ProvisionId;
  readonly kinds: ReadonlySet<SinceKind>;
}

export interface Since {
  /** In reading order; one a provision. */
  readonly items: readonly SinceItem[];
  /** How many of each; brackets are counted one by one. */
  readonly counts: Readonly<Record<SinceKind | 'gone', number>>;
}

export function seenOf(draft: Draft, at: number): Seen {
  const provisions: Record<string, number> = {};
  const brackets: Record<string, string> = {};
  for (const { id, text } of draft.provisions) provisions[id] = signature(text);
  for (const bracket of draft.brackets) brackets[bracket.id] = homeOf(bracket) ?? '';
  return { at, provisions, brackets };
}

/** What `seenOf` made, read back from a disk; `undefined` for anything else. */
export function decodeSeen(value: unknown): Seen | undefined {
  const seen = value as Partial<Seen> | null | undefined;
  if (typeof seen !== 'object' || seen === null || typeof seen.at !== 'number') return undefined;
  if (typeof seen.provisions !== 'object' || typeof seen.brackets !== 'object') return undefined;
  return seen.provisions === null || seen.brackets === null ? undefined : (seen as Seen);
}

/**
 * What happened to a draft since somebody saw it (rule F9): provisions that are new or read otherwise, brackets opened
 * and closed, and words that name the delegation, by code or name, where there were other words before. Brackets of its
 * own count as opened by nobody: `own` are left out.
 */
export function since(
  seen: Seen,
  draft: Draft,
  { names, own }: { readonly names: readonly string[]; readonly own: string },
): Since {
  const kinds = new Map<string, Set<SinceKind>>();
  const counts = { new: 0, changed: 0, opened: 0, closed: 0, mention: 0, gone: 0 };
  const note = (provision: string, kind: SinceKind) => {
    const before = kinds.get(provision) ?? new Set();
    kinds.set(provision, before.add(kind));
  };
  const fresh: Draft['provisions'][number][] = [];
  for (const provision of draft.provisions) {
    const before = seen.provisions[provision.id];
    if (before === signature(provision.text)) continue;
    note(provision.id, before === undefined ? 'new' : 'changed');
    counts[before === undefined ? 'new' : 'changed'] += 1;
    fresh.push(provision);
  }
  const here = new Set<string>(draft.provisions.map(({ id }) => id));
  counts.gone = Object.keys(seen.provisions).filter((id) => !here.has(id)).length;
  const open = new Set<BracketId>();
  for (const bracket of draft.brackets) {
    open.add(bracket.id);
    const home = homeOf(bracket);
    if (home === undefined || bracket.id in seen.brackets || bracket.proponent === own) continue;
    note(home, 'opened');
    counts.opened += 1;
    if (bracket.note !== undefined && names.some((name) => holds(bracket.note ?? '', name))) note(home, 'mention');
  }
  for (const [id, home] of Object.entries(seen.brackets)) {
    if (open.has(id as BracketId)) continue;
    counts.closed += 1;
    if (here.has(home)) note(home, 'closed');
  }
  for (const provision of fresh) if (names.some((name) => holds(provision.text, name))) note(provision.id, 'mention');
  counts.mention = [...kinds.values()].filter((each) => each.has('mention')).length;
  const items = draft.provisions.flatMap(({ id }): SinceItem[] => {
    const found = kinds.get(id);
    return found === undefined ? [] : [{ provision: id, kinds: found }];
  });
  return { items, counts };
}

function homeOf({ pieces }: Bracket): ProvisionId | undefined {
  return pieces[0]?.provision;
}

function holds(text: string, words: string): boolean {
  const provision = { id: '' as ProvisionId, kind: 'note', level: 0, text, marks: [], proponent: '' as never } as const;
  return words !== '' && findWords({ provisions: [provision] }, { words, whole: true, most: 1 }).length > 0;
}

/** FNV-1a over UTF-16 units: enough to tell that words are others. */
function signature(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
