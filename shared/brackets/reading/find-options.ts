import type { Piece } from '../../schema/bracket.ts';
import { CHAIR, type BracketId } from '../../schema/ids.ts';
import { bareChoice, type Added, type ChoiceSource, type Drawn } from './drawn.ts';
import { OPTION_LABEL } from './match.ts';
import { isNoText } from './words.ts';

/*
 * "Option 1: …", "Option 2: …", "Option 3: No text" at the beginning of units (rule B12).
 *
 * An option runs to the next one of its series. A series goes on while the ordinals do (1, 2, 2 bis, 3); a first
 * ordinal begins a series inside the current option, if it is written otherwise; a heading ends all of them. The last option runs on over the
 * following units only where it has no words of its own ("Option I (paras 6 to 9):"), else to the next numbered unit.
 * A single option, or ordinals that do not follow, are no series: their words stay as they are.
 */

interface Series {
  readonly style: 'figure' | 'roman' | 'letter';
  ordinal: number;
  readonly starts: number[];
  /** The current option is a line of its own, with its paragraphs below. */
  header: boolean;
}

interface Option {
  readonly style: Series['style'];
  readonly ordinal: number;
  readonly suffixed: boolean;
  readonly header: boolean;
  readonly words: string;
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** Choices of which the variants are options, over one or more units each. */
export function findOptions(source: ChoiceSource): readonly Added[] {
  const added: Added[] = [];
  const open: Series[] = [];
  const close = (depth: number, end: number) => {
    for (let series = open.pop(); series !== undefined; series = open.pop()) {
      if (series.starts.length > 1) added.push(...drawSeries(source, series.starts, end));
      if (open.length <= depth) return;
    }
  };
  source.units.forEach((unit, index) => {
    if (unit.role === 'heading') {
      if (open.length > 0) close(0, index);
      return;
    }
    const option = readOption(source.texts[index]!);
    if (unit.role === 'numbered') {
      const ended = open.findIndex((series) => !series.header);
      if (ended >= 0) close(ended, index);
    }
    if (option === undefined) return;
    const place = open.findLastIndex((series) => follows(series, option));
    if (place >= 0) {
      if (place < open.length - 1) close(place + 1, index);
      const series = open[place]!;
      series.starts.push(index);
      series.header = option.header;
      if (!option.suffixed) series.ordinal = option.ordinal;
    } else if (option.ordinal === 1 && !option.suffixed) {
      // A series does not stand inside one that is written alike: that one has ended.
      const alike = open.findIndex(({ style }) => style === option.style);
      if (alike >= 0) close(alike, index);
      open.push({ style: option.style, ordinal: 1, starts: [index], header: option.header });
    }
  });
  if (open.length > 0) close(0, source.units.length);
  return added;
}

function follows(series: Series, option: Option): boolean {
  if (option.suffixed) return series.style === option.style && series.ordinal === option.ordinal;
  // Sources mix "Option I" with "Option 2" in one series.
  const alike =
    series.style === option.style || (series.style !== 'letter' && option.style !== 'letter' && series.ordinal === 1);
  return alike && option.ordinal === series.ordinal + 1;
}

/** The option that a unit's text begins with. */
function readOption(text: string): Option | undefined {
  const label = OPTION_LABEL.exec(text.slice(0, 80));
  if (label === null) return undefined;
  const ordinal = label[2]!.trim().toLowerCase();
  const plain = /^\(?\s?([a-z]+|\d+)\s?\)?/u.exec(ordinal)?.[1];
  if (plain === undefined) return undefined;
  const rest = text.slice(label[0].length, 300);
  // A sentence that merely mentions an option is none: "Option 1 would mean …".
  const punctuated = /[:：;.)–—-]/u.test(label[0].slice(label[0].indexOf(label[2]!) + label[2]!.length));
  const remark = /^\(?(?:paras?|paragraphs?)\b[^)]*\)?[\s:*_.]*$/iu.test(rest);
  if (!punctuated && !remark && rest.trim() !== '') return undefined;
  const second = /\)\s?(\d+)$/u.exec(ordinal)?.[1];
  const suffixed = /bis|ter|qua|qui/u.test(ordinal.slice(plain.length));
  const header = remark || !/[\p{L}\p{N}]/u.test(rest);
  const made = { suffixed, header, words: rest };
  if (second !== undefined) return { style: 'figure', ordinal: Number(second), ...made };
  if (/^\d+$/u.test(plain)) return { style: 'figure', ordinal: Number(plain), ...made };
  const roman = ROMAN.indexOf(plain);
  if (roman >= 0 && plain !== 'c' && plain !== 'd') return { style: 'roman', ordinal: roman + 1, ...made };
  return plain.length === 1 ? { style: 'letter', ordinal: plain.charCodeAt(0) - 96, ...made } : undefined;
}

function drawSeries(source: ChoiceSource, starts: readonly number[], end: number): readonly Added[] {
  const { units, texts, tokens, mint, at } = source;
  const id = mint<BracketId>(CHAIR);
  const tokenOf = (unit: number) => firstTokenOf(tokens, unit);
  const added: Added[] = [];
  let noText = false;
  starts.forEach((start, place) => {
    const last = (starts[place + 1] ?? endOfLast(source, start, end)) - 1;
    const words = readOption(texts[start]!)!.words;
    noText ||= start === last && isNoText(words);
    const existing = wholeBracket(source, start, last);
    if (existing !== undefined && existing.variantOf === undefined) {
      existing.variantOf = id;
      return;
    }
    const pieces: Piece[] = [];
    for (let unit = start; unit <= last; unit += 1) {
      pieces.push({ provision: units[unit]!.provision, from: 0, to: texts[unit]!.length, label: unit > start });
    }
    const rest = { proponent: CHAIR, supporters: [], keepers: [] };
    const variant: Drawn = {
      id: mint<BracketId>(CHAIR),
      kind: 'hold',
      pieces,
      within: undefined,
      at,
      rest,
      variantOf: id,
      bare: true,
    };
    added.push({ before: tokenOf(start), bracket: variant, units: { first: start, reach: last - start } });
  });
  const choice = bareChoice({ id, at, within: undefined, noText });
  const reach = endOfLast(source, starts.at(-1)!, end) - starts[0]!;
  return [{ before: tokenOf(starts[0]!), bracket: choice, units: { first: starts[0]!, reach } }, ...added];
}

/** Where the last option of a series ends: with its own family, or with the series where it is a header. */
function endOfLast({ units, texts }: ChoiceSource, start: number, end: number): number {
  if (readOption(texts[start]!)!.header) return end;
  let last = start + 1;
  while (last < end && units[last]!.family === units[start]!.family) last += 1;
  return last;
}

/** The bracket that stands round the units from `first` to `last`, whole words of both. */
function wholeBracket({ units, tokens, partner, drawn, places, texts }: ChoiceSource, first: number, last: number) {
  const open = firstTokenOf(tokens, first);
  const start = tokens[open];
  if (start === undefined || start.unit !== first || drawn[open] === undefined) return undefined;
  const end = tokens[partner[open]!]!;
  if (end.unit !== last || /[\p{L}\p{N}]/u.test(units[first]!.words.slice(0, Math.max(0, start.offset))))
    return undefined;
  return /[\p{L}\p{N}]/u.test(texts[last]!.slice(places[partner[open]!])) ? undefined : drawn[open];
}

function firstTokenOf(tokens: ChoiceSource['tokens'], unit: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.unit < unit) low = middle + 1;
    else high = middle;
  }
  return low;
}
