import type { Format } from './inline.ts';
import { labelStart, type LabelStart } from './label-start.ts';
import { wrapWidth, type Line } from './lines.ts';

/** One paragraph of a source: where its number and its words stand. What lies between segments is white space and markup. */
export interface Segment {
  /** Where the brackets before the number, the number or the words begin. */
  readonly from: number;
  readonly start: LabelStart | undefined;
  readonly wordsFrom: number;
  wordsTo: number;
  /** Columns of white space before it. */
  readonly indent: number;
  /** Number of `#` of a Markdown heading. */
  readonly hashes: number;
  /** A page header or footer, a line of front matter. */
  readonly furniture: boolean;
  /** A blank line stands before it. */
  readonly apart: boolean;
}

/** Cuts a source into paragraphs (rule T2), in one pass over its lines. */
export function segmentsOf(source: string, lines: readonly Line[], format: Format): readonly Segment[] {
  const cutter = new Cutter(source, lines, format);
  for (const line of lines) cutter.take(line);
  return cutter.segments;
}

class Cutter {
  readonly segments: Segment[] = [];
  readonly #source: string;
  readonly #format: Format;
  readonly #width: number | undefined;
  readonly #furniture: ReadonlySet<number>;
  readonly #frontMatter: ReadonlySet<number>;
  #apart = true;
  #last: Line | undefined;
  #figure = 0;
  #letter = '';

  constructor(source: string, lines: readonly Line[], format: Format) {
    this.#source = source;
    this.#format = format;
    this.#width = format === 'text' ? wrapWidth(lines) : undefined;
    this.#furniture = format === 'text' ? furnitureLines(source, lines) : new Set();
    this.#frontMatter = format === 'markdown' ? frontMatterLines(source, lines) : new Set();
  }

  take(line: Line): void {
    const { from, wordsFrom, wordsTo } = line;
    if (wordsTo === wordsFrom || this.#isRule(line)) {
      this.#apart = true;
      return;
    }
    const indent = wordsFrom - from;
    const inFurniture = this.#furniture.has(from);
    const inFrontMatter = this.#frontMatter.has(from);
    const before = this.segments[this.segments.length - 1];
    const hashes = this.#format === 'markdown' ? hashesOf(this.#source, wordsFrom, wordsTo) : 0;
    if (inFurniture && before !== undefined && before.furniture && !this.#apart) before.wordsTo = wordsTo;
    else if (inFurniture || inFrontMatter) this.#open(line, { indent, furniture: true });
    else if (hashes > 0) this.#open(line, { indent, hashes });
    else {
      const start = labelStart(this.#source.slice(wordsFrom, Math.min(wordsTo, wordsFrom + 160)));
      if (before !== undefined && !this.#apart && this.#goesOn(before, line, start)) before.wordsTo = wordsTo;
      else this.#open(line, { indent, start: this.#apart || this.#fits(start) ? start : undefined });
    }
    this.#last = line;
    this.#apart = false;
  }

  #open(
    line: Line,
    made: {
      readonly indent: number;
      readonly start?: LabelStart | undefined;
      readonly hashes?: number;
      readonly furniture?: boolean;
    },
  ): void {
    const { hashes = 0, furniture = false, indent } = made;
    let from = line.wordsFrom;
    let { start } = made;
    if (hashes > 0) {
      from += hashes;
      while (from < line.wordsTo && /\s/u.test(this.#source[from]!)) from += 1;
      start = labelStart(this.#source.slice(from, Math.min(line.wordsTo, from + 160)));
      if (start?.kind === 'bullet') start = undefined;
    }
    const length = start === undefined ? 0 : [start.opening, start.inset, start.label, start.gap].join('').length;
    // A number that stands alone on its line has its words below.
    const wordsFrom = from + length;
    this.segments.push({
      from,
      start,
      wordsFrom,
      wordsTo: line.wordsTo,
      indent,
      hashes,
      furniture,
      apart: this.#apart,
    });
    if (start?.kind === 'figure') {
      this.#figure = Number(/\d+/u.exec(start.label)?.[0] ?? 0);
      this.#letter = '';
    } else if (start?.kind === 'paren' || start?.kind === 'letter') this.#letter = start.label;
  }

  /** Whether a line that no blank line parts from the paragraph before belongs to it. */
  #goesOn(before: Segment, line: Line, start: LabelStart | undefined): boolean {
    if (before.furniture || before.hashes > 0) return false;
    if (before.wordsTo <= before.wordsFrom) return start === undefined;
    const full = this.#isFull(this.#last!, line);
    if (start !== undefined && (start.certain || !full || this.#fits(start))) return false;
    if (start?.kind === 'bullet') return false;
    if (this.#startsOption(line)) return false;
    if (this.#format === 'markdown') return true;
    if (!full) return false;
    const end = this.#source[this.#last!.wordsTo - 1];
    return !(end === ';' && /^[[\s]*\p{Lu}/u.test(this.#source.slice(line.wordsFrom, line.wordsFrom + 8)));
  }

  /** Whether the layout, and not the writer, ended a line: its next word would not have fitted. */
  #isFull(last: Line, next: Line): boolean {
    if (this.#format === 'markdown') return true;
    if (this.#width === undefined) return false;
    const word = /^\S*/u.exec(this.#source.slice(next.wordsFrom, Math.min(next.wordsTo, next.wordsFrom + 60)))![0];
    return last.wordsTo - last.from + 1 + word.length > this.#width * 0.9;
  }

  /** Whether a number is the one that can be expected here. */
  #fits(start: LabelStart | undefined): boolean {
    if (start === undefined) return false;
    switch (start.kind) {
      case 'figure': {
        const value = Number(/\d+/u.exec(start.label)?.[0] ?? 0);
        return start.certain || value === this.#figure + 1 || value === 1;
      }
      case 'paren':
      case 'letter':
        return /^\(?[aiA1]\b/u.test(start.label) || this.#letter !== '' || start.kind === 'paren';
      case 'bullet':
        return this.#format === 'markdown' || start.label !== '-';
      default:
        return start.certain;
    }
  }

  #startsOption({ wordsFrom, wordsTo }: Line): boolean {
    return /^[[*_\s\\]*(?:option|alternative|alt)\s+(?:\(?[a-z]\)|\d|[ivx]+\b|[a-z]\b)[^.]{0,12}[:*(]/iu.test(
      this.#source.slice(wordsFrom, Math.min(wordsTo, wordsFrom + 60)),
    );
  }

  /** A line of dashes, stars and the like, or an empty comment: markup without words. */
  #isRule({ wordsFrom, wordsTo }: Line): boolean {
    if (wordsTo - wordsFrom > 400) return false;
    const words = this.#source.slice(wordsFrom, wordsTo);
    return this.#format === 'markdown' ? /^(?:[-*_=\s]{3,}|<!--\s*-->)$/u.test(words) : /^[-_=*~\s]{3,}$/u.test(words);
  }
}

function hashesOf(source: string, from: number, to: number): number {
  return /^(#{1,6})\s+\S/u.exec(source.slice(from, Math.min(to, from + 40)))?.[1]?.length ?? 0;
}

/** Page numbers and the lines that come back under them, by the offset at which each line begins. */
function furnitureLines(source: string, lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const below = new Map<string, number>();
  const headers: { readonly line: Line; readonly words: string }[] = [];
  const wordsOf = ({ wordsFrom, wordsTo }: Line) => source.slice(wordsFrom, wordsTo);
  const isPage = (line: Line) =>
    line.wordsTo - line.wordsFrom < 40 && /^(?:page\s+\d+(?:\s+of\s+\d+)?|\d+\s*\/\s*\d+)$/iu.test(wordsOf(line));
  lines.forEach((line, index) => {
    if (!isPage(line)) return;
    found.add(line.from);
    for (let next = index + 1; next < index + 6; next += 1) {
      const header = lines[next];
      if (header === undefined || header.wordsTo === header.wordsFrom || header.wordsTo - header.wordsFrom > 120) break;
      const words = wordsOf(header);
      below.set(words, (below.get(words) ?? 0) + 1);
      headers.push({ line: header, words });
    }
  });
  for (const { line, words } of headers) if (below.get(words)! > 1) found.add(line.from);
  if (found.size === 0) return found;
  for (const line of lines.slice(0, 12)) if ((below.get(wordsOf(line)) ?? 0) > 1) found.add(line.from);
  return found;
}

/** The lines between the two `---` at the head of a Markdown file; a line of words may stand before them. */
function frontMatterLines(source: string, lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const isFence = (line: Line | undefined) =>
    line !== undefined && line.wordsTo - line.wordsFrom === 3 && source.startsWith('---', line.wordsFrom);
  const open = lines.slice(0, 4).findIndex(isFence);
  if (open < 0) return found;
  const close = lines.slice(open + 1, open + 60).findIndex(isFence);
  if (close < 0) return found;
  const inside = lines.slice(open + 1, open + 1 + close);
  const filled = inside.filter((line) => line.wordsTo > line.wordsFrom);
  if (!filled.every((line) => /^\s*(?:[\w-]+\s*:|[-#]\s)/u.test(source.slice(line.from, line.wordsTo)))) return found;
  for (const line of filled) found.add(line.from);
  return found;
}
