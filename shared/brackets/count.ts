import { BRACKET_KINDS, type BracketKind } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { BracketId } from '../schema/ids.ts';
import { draftIndex } from './draft-index.ts';
import { edgesOf, inOpeningOrder } from './edges.ts';

/** How much of a draft is in brackets (rule B18). */
export interface BracketCount {
  /** Pairs of square brackets, as printed. */
  readonly count: number;
  /** The pairs by kind, adding up to `count`; the brackets round a choice's variants are counted as `choice`. */
  readonly byKind: Readonly<Record<BracketKind, number>>;
  /** How many pairs stand round one place at most; 0 without brackets. */
  readonly maxDepth: number;
  /** Disputes at the outermost: a bracket in no other, or a choice as one, whatever is nested in them. */
  readonly units: number;
  /** Choices of several variants, with or without brackets of their own. */
  readonly choices: number;
}

/** Counts a draft's open brackets; linear, whatever the nesting. */
export function countBrackets(draft: Draft): BracketCount {
  const byKind = Object.fromEntries(BRACKET_KINDS.map((kind) => [kind, 0])) as Record<BracketKind, number>;
  const { stretches } = draftIndex(draft);
  const open = new Set<BracketId>();
  const choicesAtTop = new Set<BracketId>();
  let count = 0;
  let maxDepth = 0;
  let units = 0;
  for (const provision of draft.provisions) {
    const here = stretches.get(provision.id);
    if (here === undefined) continue;
    for (const { stretch, side } of edgesOf(inOpeningOrder(here))) {
      const { bracket } = stretch;
      if (side === 'close') {
        open.delete(bracket.id);
        continue;
      }
      if (open.size === 0) {
        if (bracket.variantOf === undefined) units += 1;
        else if (!choicesAtTop.has(bracket.variantOf)) {
          choicesAtTop.add(bracket.variantOf);
          units += 1;
        }
      }
      if (bracket.bare === true) continue;
      open.add(bracket.id);
      count += 1;
      byKind[bracket.variantOf === undefined ? bracket.kind : 'choice'] += 1;
      maxDepth = Math.max(maxDepth, open.size);
    }
  }
  const choices = draft.brackets.filter(({ kind }) => kind === 'choice').length;
  return { count, byKind, maxDepth, units, choices };
}
