import type { Bracket } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { VariantId } from '../schema/position.ts';
import { draftIndex } from './draft-index.ts';
import { optionLabelOf } from './option-label.ts';
import { isNoText } from './reading/words.ts';

/** One of the things that can stand in a bracket's place, with its words; `none` has no words. */
export interface Variant {
  readonly id: VariantId;
  readonly words: string;
}

/** The words of a bracket as they are read, paragraphs parted by a line break; a choice's own words are its variants'. */
export function wordsOf(draft: Draft, bracket: Bracket): string {
  const { provisions, variants } = draftIndex(draft);
  if (bracket.pieces.length === 0) {
    return (variants.get(bracket.id) ?? []).map((variant) => wordsOf(draft, variant)).join(' / ');
  }
  return bracket.pieces
    .map(({ provision, from, to }) => provisions.get(provision)?.text.slice(from, to) ?? '')
    .join('\n')
    .trim();
}

/** Whether a variant's words merely say that there is no text: "Option 2: No text". */
function saysNoText(words: string): boolean {
  return isNoText(words.slice(optionLabelOf(words).length));
}

/**
 * What can stand in a bracket's place, in reading order (rule B13). For a choice its sub-brackets, and `none` where "no
 * text" is offered; a sub-bracket that merely says "no text" is that `none`. For any other bracket `text` (its words
 * stand) and `none` (they do not).
 */
export function variantsOf(draft: Draft, bracket: Bracket): readonly Variant[] {
  const words = wordsOf(draft, bracket);
  if (bracket.kind !== 'choice') {
    return [
      { id: 'text', words },
      { id: 'none', words: '' },
    ];
  }
  const subs = draftIndex(draft).variants.get(bracket.id) ?? [];
  const variants = subs.map((sub): Variant => ({ id: sub.id, words: wordsOf(draft, sub) }));
  if (bracket.noText !== true) return variants;
  const worded = variants.filter((variant) => !saysNoText(variant.words));
  return [...worded, { id: 'none', words: '' }];
}
