import type { Piece } from '../../schema/bracket.ts';
import { CHAIR, type BracketId } from '../../schema/ids.ts';
import { bareChoice, type Added, type ChoiceSource, type Drawn } from './drawn.ts';
import { followsOption, readOption, type OptionStyle, type OptionWords } from './option-words.ts';
import { isNoText } from './words.ts';

/*
 * "Option 1: …", "Option 2: …", "Option 3: No text" at the beginning of units (rule B12).
 *
 * An option runs to the next one of its series. A series goes on while the ordinals do (1, 2, 2 bis, 3); a first
 * ordinal begins a series inside the current option, if it is written otherwise. A single option, or ordinals that do
 * not follow, are no series: their words stay as they are.
 *
 * What ends a series is what its options are options over:
 * - paragraphs: any heading does. The last option runs on over the following units only where it has no words of its own
 *   ("Option I (paras 6 to 9):"), else to the next numbered unit.
 * - articles: the options stand in headings of one depth, or each on a line of its own before one. A heading of that
 *   depth or above it that is none of them ends the series; headings below, paragraphs and the series of these are
 *   inside, so that "Option 1" in an article is no more than one of its paragraphs.
 */

interface Series {
  readonly style: OptionStyle;
  ordinal: number;
  readonly starts: number[];
  /** The current option is a line of its own, with its paragraphs below. */
  header: boolean;
  /** The options stand in headings themselves. */
  readonly inHeadings: boolean;
  /** Of options over articles: the depth of their headings. */
  readonly depth?: number;
}

/** Choices of which the variants are options, over one or more units each. */
export function findOptions(source: ChoiceSource): readonly Added[] {
  const added: Added[] = [];
  const open: Series[] = [];
  const close = (from: number, end: number) => {
    if (from < 0) return;
    for (const series of open.splice(from).toReversed())
      if (series.starts.length > 1) added.push(...drawSeries(source, series, end));
  };
  source.units.forEach((unit, index) => {
    const option = readOption(source.texts[index]!);
    if (unit.role === 'heading') {
      takeHeading({ open, close }, { option, index, depth: unit.depth ?? 0 });
      return;
    }
    if (unit.role === 'numbered')
      close(
        open.findIndex(({ header, depth }) => !header && depth === undefined),
        index,
      );
    if (option === undefined) return;
    const place = open.findLastIndex((series) => !series.inHeadings && followsOption(series, option));
    if (place >= 0) {
      close(place + 1, index);
      goOn(open[place]!, option, index);
    } else if (option.ordinal === 1 && !option.suffixed) {
      // A series does not stand inside one that is written alike: that one has ended.
      close(
        open.findIndex(({ style, depth }) => style === option.style && depth === undefined),
        index,
      );
      open.push(begun(option, index));
    }
  });
  close(0, source.units.length);
  return added;
}

/** What a heading ends, begins or goes on with: headings below an article's own are the article's. */
function takeHeading(
  { open, close }: { readonly open: Series[]; close(from: number, end: number): void },
  found: { readonly option: OptionWords | undefined; readonly index: number; readonly depth: number },
): void {
  const { option, index, depth } = found;
  const last = open.at(-1);
  // "Option 2:" on a line of its own, and the article below.
  const isBelowLine = last?.header === true && !last.inHeadings && last.starts.at(-1) === index - 1;
  if (option === undefined && isBelowLine) {
    if (last.depth !== undefined) return;
    open.pop();
    close(endedBy(open, depth), index - 1);
    open.push({ ...last, depth });
    return;
  }
  const place = option
    ? open.findIndex((series) => series.inHeadings && series.depth === depth && followsOption(series, option))
    : -1;
  if (place >= 0) {
    close(place + 1, index);
    goOn(open[place]!, option!, index);
    return;
  }
  close(endedBy(open, depth), index);
  if (option?.ordinal === 1 && !option.suffixed) open.push({ ...begun(option, index), inHeadings: true, depth });
}

/** The outermost of the open series that a heading ends. */
function endedBy(open: readonly Series[], depth: number): number {
  return open.findIndex((series) => series.depth === undefined || depth <= series.depth);
}

function begun({ style, header }: OptionWords, index: number): Series {
  return { style, ordinal: 1, starts: [index], header, inHeadings: false };
}

function goOn(series: Series, option: OptionWords, index: number): void {
  series.starts.push(index);
  series.header = option.header;
  if (!option.suffixed) series.ordinal = option.ordinal;
}

function drawSeries(source: ChoiceSource, series: Series, end: number): readonly Added[] {
  const { units, texts, tokens, mint, at } = source;
  const { starts } = series;
  const endOf = (start: number) => (series.depth === undefined ? endOfLast(source, start, end) : end);
  const id = mint<BracketId>(CHAIR);
  const tokenOf = (unit: number) => firstTokenOf(tokens, unit);
  const added: Added[] = [];
  let noText = false;
  starts.forEach((start, place) => {
    const last = (starts[place + 1] ?? endOf(start)) - 1;
    const option = readOption(texts[start]!)!;
    noText ||= start === last && isNoText(option.words);
    const existing = wholeBracket(source, start, last);
    if (existing !== undefined && existing.variantOf === undefined) {
      existing.variantOf = id;
      return;
    }
    const pieces: Piece[] = [];
    for (let unit = start; unit <= last; unit += 1) {
      pieces.push({ provision: units[unit]!.provision, from: 0, to: texts[unit]!.length, label: unit > start });
    }
    const { proponent = CHAIR, supporters = [], note } = option.backers ?? {};
    const rest = { proponent, supporters, keepers: [], ...(note !== undefined && { note }) };
    const variant: Drawn = {
      id: mint<BracketId>(proponent),
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
  const reach = endOf(starts.at(-1)!) - starts[0]!;
  return [{ before: tokenOf(starts[0]!), bracket: choice, units: { first: starts[0]!, reach } }, ...added];
}

/** Where the last option of a series over paragraphs ends: with its own family, or with the series where it is a header. */
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
