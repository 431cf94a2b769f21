import { segmentAt } from './strand.ts';
import type { StrandView } from './strand.ts';
import type { Extent } from './extent.ts';

/** Nothing but blanks and one slash: what parts wordings that stand side by side. */
const PARTING = /^\s{0,3}(?:\/\s{0,3})?$/u;

/** Words of a strand between two units; `undefined` where a seam stands between. */
export function wordsIn(view: StrandView, from: number, to: number): string | undefined {
  const segment = view.segments[segmentAt(view, from)]!;
  return to > segment.to ? undefined : segment.text.slice(from - segment.from, to - segment.from);
}

/** Whether two places are parted by no word. */
function isParted(view: StrandView, from: number, to: number): boolean {
  if (to - from > 7) return false;
  const words = wordsIn(view, from, to);
  return words !== undefined && PARTING.test(words);
}

/**
 * An extent of a choice with brackets of its own, as far as its wordings reach: those that grew, and those that
 * others put behind a slash at its end. Nobody writes under another's id for that: the choice follows its variants.
 */
export function withVariants(view: StrandView, choice: Extent, variants: readonly Extent[]): Extent {
  let { to } = choice;
  for (const variant of variants.toSorted((one, other) => one.from - other.from)) {
    const follows = variant.from > to && isParted(view, to, variant.from);
    if (variant.to > to && variant.from >= choice.from && (variant.from <= to || follows)) to = variant.to;
  }
  return { from: choice.from, to };
}

/** What parts a wording from the one before it: blanks and a slash, empty where there is none. */
export function partingBefore(view: StrandView, variant: Extent, siblings: readonly Extent[]): Extent {
  const before = Math.max(-1, ...siblings.map(({ to }) => to).filter((to) => to <= variant.from));
  const none = { from: variant.from, to: variant.from };
  if (before < 0 || !isParted(view, before, variant.from)) return none;
  return { from: before, to: variant.from };
}

/** The blanks and slashes between words, as they stand; empty where words or a seam stand there. */
export function partingWords(view: StrandView, from: number, to: number): string {
  return isParted(view, from, to) ? (wordsIn(view, from, to) ?? '') : '';
}
