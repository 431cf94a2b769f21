import type { Backers } from './attribution.ts';
import { readLabel } from './option-label-words.ts';

/** How the options of one series are counted. */
export type OptionStyle = 'figure' | 'roman' | 'letter';

/** "Option 2 bis: …" at the beginning of words, taken apart. */
export interface OptionWords {
  readonly style: OptionStyle;
  readonly ordinal: number;
  /** It comes beside the one with its ordinal: *bis*, *ter*. */
  readonly suffixed: boolean;
  /** A line of its own, with what it is an option over below. */
  readonly header: boolean;
  readonly words: string;
  /** Who stands behind it, as its label says: "Option 2 (EU):". */
  readonly backers?: Backers;
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** Whether an option is the next of a series, or one beside its last (rule B12). */
export function followsOption(
  series: { readonly style: OptionStyle; readonly ordinal: number },
  option: Pick<OptionWords, 'style' | 'ordinal' | 'suffixed'>,
): boolean {
  if (option.suffixed) return series.style === option.style && series.ordinal === option.ordinal;
  // Sources mix "Option I" with "Option 2" in one series.
  const alike =
    series.style === option.style || (series.style !== 'letter' && option.style !== 'letter' && series.ordinal === 1);
  return alike && option.ordinal === series.ordinal + 1;
}

/** The option that a unit's text begins with; `undefined` for a sentence that merely mentions one. */
export function readOption(text: string): OptionWords | undefined {
  const found = readLabel(text);
  if (found === undefined) return undefined;
  const { label, head, backers } = found;
  const ordinal = found.ordinal.trim().toLowerCase();
  const plain = /^\(?\s?([a-z]+|\d+)\s?\)?/u.exec(ordinal)?.[1];
  if (plain === undefined) return undefined;
  const rest = text.slice(label.length, label.length + 220);
  // "Option 1 would mean …" is none.
  const punctuated = /[:：;.)–—-]/u.test(label.slice(head.length));
  const remark = /^\(?(?:paras?|paragraphs?)\b[^)]*\)?[\s:*_.]*$/iu.test(rest);
  if (!punctuated && !remark && rest.trim() !== '') return undefined;
  const second = /\)\s?(\d+)$/u.exec(ordinal)?.[1];
  const suffixed = /bis|ter|qua|qui/u.test(ordinal.slice(plain.length));
  const header = remark || !/[\p{L}\p{N}]/u.test(rest);
  const made = { suffixed, header, words: rest, ...(backers && { backers }) };
  if (second !== undefined) return { style: 'figure', ordinal: Number(second), ...made };
  if (/^\d+$/u.test(plain)) return { style: 'figure', ordinal: Number(plain), ...made };
  const roman = ROMAN.indexOf(plain);
  if (roman >= 0 && plain !== 'c' && plain !== 'd') return { style: 'roman', ordinal: roman + 1, ...made };
  return plain.length === 1 ? { style: 'letter', ordinal: plain.charCodeAt(0) - 96, ...made } : undefined;
}
