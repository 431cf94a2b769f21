import { CHAIR, type ProvisionId } from '../../schema/ids.ts';
import type { Drawn, Mint } from './drawn.ts';
import { readBrackets } from './read-brackets.ts';

/** A stretch of one of the pasted paragraphs. */
export interface PastedSpan {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** A bracket to be made of what was pasted. `variants`: a choice of these, without brackets of its own round them. */
export type PastedBracket =
  | { readonly kind: 'hold' | 'placeholder'; readonly spans: readonly PastedSpan[] }
  | { readonly kind: 'choice'; readonly variants: readonly (readonly PastedSpan[])[] };

export interface Pasted {
  /** The paragraphs without the brackets that were read; strays stay in them (rule B6). */
  readonly lines: readonly string[];
  /** Outer before inner. */
  readonly brackets: readonly PastedBracket[];
}

/**
 * Reads the literal brackets of words from elsewhere, to make them brackets of whoever pastes (rule E14). Only what has
 * brackets in the source gets some: wordings parted by slashes and options stay words, and so do attributions, because
 * nobody can put another's name to a proposal.
 */
export function readPasted(paragraphs: readonly string[]): Pasted {
  if (!paragraphs.some((line) => line.includes('[') || line.includes(']'))) return { lines: paragraphs, brackets: [] };
  let minted = 0;
  const mint: Mint = <Id extends string>(): Id => `${CHAIR}-${(minted += 1).toString(36).padStart(12, '0')}` as Id;
  const lineOf = new Map<ProvisionId, number>();
  const units = paragraphs.map((words, line) => {
    const provision: ProvisionId = mint(CHAIR);
    lineOf.set(provision, line);
    return { opening: '', words, family: line, provision, role: 'other' as const };
  });
  const { texts, brackets } = readBrackets(units, { mint, at: 0 });
  const spansOf = ({ pieces }: Pick<Drawn, 'pieces'>): PastedSpan[] =>
    pieces.map(({ provision, from, to }) => ({ line: lineOf.get(provision)!, from, to }));
  const made = brackets.flatMap((bracket): PastedBracket[] => {
    const sides = brackets.filter((each) => each.variantOf === bracket.id);
    if (bracket.kind === 'choice' && bracket.pieces.length === 0) {
      const printed = sides.filter((each) => each.bare !== true);
      return printed.length > 1 ? [{ kind: 'choice', variants: printed.map(spansOf) }] : printed.map(held);
    }
    const isSide =
      bracket.variantOf !== undefined &&
      brackets.some(({ id, pieces }) => id === bracket.variantOf && pieces.length === 0);
    return bracket.bare === true || isSide ? [] : [held(bracket)];
  });
  return { lines: texts, brackets: made };

  function held(bracket: Pick<Drawn, 'pieces' | 'kind'>): PastedBracket {
    return { kind: bracket.kind === 'placeholder' ? 'placeholder' : 'hold', spans: spansOf(bracket) };
  }
}
