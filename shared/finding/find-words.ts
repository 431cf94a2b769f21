import type { Span } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { Provision } from '../schema/provision.ts';
import { fold, type Folded } from './fold.ts';

export interface FindRequest {
  readonly words: string;
  /** Only where no letter or figure goes on before or behind. */
  readonly whole?: boolean;
  /** At most so many; a one-letter search of a long draft is of no use to anybody. Default: 5,000. */
  readonly most?: number;
}

const known = new WeakMap<Provision, Folded>();

/** A provision keeps its folded words as long as it is the same value, so that a search after a key folds one anew. */
function foldedOf(provision: Provision): Folded {
  const before = known.get(provision);
  if (before !== undefined) return before;
  const folded = fold(provision.text);
  known.set(provision, folded);
  return folded;
}

/**
 * Where words stand in a draft, in reading order, without overlaps (rule F1). Brackets and marks do not part a match,
 * provisions do. Of the spaces round what is looked for, none counts.
 */
export function findWords(draft: Pick<Draft, 'provisions'>, { words, whole, most = 5000 }: FindRequest): Span[] {
  const needle = fold(words).text.trim();
  const found: Span[] = [];
  if (needle === '') return found;
  for (const provision of draft.provisions) {
    const { text, starts } = foldedOf(provision);
    let at = text.indexOf(needle);
    while (at >= 0) {
      const end = at + needle.length;
      if (!whole || isWhole(text, at, end)) {
        found.push({ provision: provision.id, from: starts[at]!, to: endOf(provision.text, starts, end) });
        if (found.length >= most) return found;
        at = text.indexOf(needle, end);
      } else at = text.indexOf(needle, at + 1);
    }
  }
  return found;
}

/** Behind the last matched character, with the accents that belong to it, before the next one. */
function endOf(text: string, starts: readonly number[], end: number): number {
  const last = starts[end - 1]!;
  let to = last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
  while (to < (starts[end] ?? text.length) && /\p{M}/u.test(text[to]!)) to += 1;
  return to;
}

/** Scripts that put no blanks between words have no whole words to ask for: any place in them is an edge. */
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function isWhole(text: string, from: number, to: number): boolean {
  return isEdge(text, from) && isEdge(text, to);
}

function isEdge(text: string, at: number): boolean {
  const before = /.$/u.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  if (UNPARTED.test(before) || UNPARTED.test(after)) return true;
  return !(/[\p{L}\p{N}_]/u.test(before) && /[\p{L}\p{N}_]/u.test(after));
}
