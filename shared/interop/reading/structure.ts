import { followsOption, readOption, type OptionStyle, type OptionWords } from '../../brackets/reading/option-words.ts';
import { parseLabel } from '../../numbering/label.ts';
import type { System } from '../../numbering/series.ts';
import type { ProvisionKind } from '../../schema/provision.ts';
import type { Format, Inline } from './inline.ts';
import type { Segment } from './segments.ts';

/** What a segment is in the draft. */
export interface Shape {
  readonly kind: ProvisionKind;
  readonly level: number;
  /** The same for a paragraph and its subparagraphs (rule B8). */
  readonly family: number;
}

interface Rung {
  readonly style: string;
  readonly system: System | undefined;
  value: number;
  readonly level: number;
}

/** Options that follow each other (rule B12): in headings that look alike, or at paragraphs. */
interface Series {
  readonly style: OptionStyle;
  ordinal: number;
  header: boolean;
  readonly heading: string | undefined;
}

/**
 * Gives each segment its kind and level (rule T2), in one pass: numbers tell paragraphs from subparagraphs, and whether
 * `(i)` follows `(h)` or begins a list of its own is told by what stands before it.
 */
export class Structure {
  readonly #format: Format;
  readonly #headings: string[] = [];
  #rungs: Rung[] = [];
  #indents: { readonly indent: number; readonly level: number }[] = [];
  #family = 0;
  #level = 0;
  #operative = false;
  #kind: ProvisionKind = 'note';
  /** Series of options that go on here, outer before inner. */
  #options: Series[] = [];

  constructor(format: Format) {
    this.#format = format;
  }

  place(segment: Segment, inline: Inline): Shape {
    const words = inline.words.trim();
    if (segment.furniture || segment.start?.kind === 'footnote' || isFootnoteNumber(segment, words))
      return this.#note();
    const option = readOption(words);
    const own = this.#headingStyle(segment, inline, { words, option });
    const heading = option === undefined ? own : this.#takeOption(option, own, segment.start !== undefined);
    if (heading !== undefined) return this.#heading(heading, option !== undefined);
    const { start } = segment;
    if (option === undefined && start?.kind === 'figure') this.#endOptions();
    if (start === undefined) return this.#plain(words);
    if (start.kind === 'titled' && /^p/iu.test(start.label)) return this.#paragraph('preambular', 0);
    if (start.kind === 'figure' || start.kind === 'titled' || start.kind === 'article') {
      const level = this.#format === 'markdown' ? this.#listLevel(segment.indent) : 0;
      if (level > 0) return this.#sub(level);
      this.#operative = true;
      this.#rungs = [];
      return this.#paragraph('operative', 0);
    }
    if (start.kind === 'bullet') return this.#sub(Math.min(this.#rungs.length + 1, 1 + Math.floor(segment.indent / 4)));
    return this.#sub(this.#rung(start.label));
  }

  #note(): Shape {
    this.#kind = 'note';
    return { kind: 'note', level: 0, family: this.#family };
  }

  /** Notes an option; gives the style of the heading that it is, by its looks or because it follows one in a heading. */
  #takeOption(option: OptionWords, own: string | undefined, isNumbered: boolean): string | undefined {
    const { style, ordinal, suffixed, header } = option;
    const place = this.#options.findLastIndex(
      (series) => (series.heading === own || (own === undefined && !isNumbered)) && followsOption(series, option),
    );
    const series = this.#options[place];
    if (series !== undefined) {
      this.#options.length = place + 1;
      series.header = header;
      if (!suffixed) series.ordinal = ordinal;
      return series.heading;
    }
    if (ordinal !== 1 || suffixed) return own;
    this.#options = this.#options.filter(({ heading }) => heading !== undefined && heading !== own);
    this.#options.push({ style, ordinal, header, heading: own });
    return own;
  }

  /** A numbered paragraph ends options over paragraphs that have words of their own. */
  #endOptions(): void {
    const ended = this.#options.findIndex(({ heading, header }) => heading === undefined && !header);
    if (ended >= 0) this.#options.length = ended;
  }

  #heading(style: string, isOption: boolean): Shape {
    const known = this.#headings.indexOf(style);
    if (known >= 0) this.#headings.length = known + 1;
    else {
      // Hash signs say their depth; what is in no heading of hashes yet goes below the last one.
      const hashes = Number(/^#(\d)/u.exec(style)?.[1] ?? 0);
      if (hashes > 0)
        while (this.#headings.length > 0 && isDeeper(this.#headings.at(-1)!, hashes)) this.#headings.pop();
      this.#headings.push(style);
    }
    if (!isOption)
      this.#options = this.#options.filter(
        ({ heading }) => heading !== undefined && heading !== style && this.#headings.includes(heading),
      );
    this.#rungs = [];
    this.#indents = [];
    this.#family += 1;
    this.#level = 0;
    this.#kind = 'heading';
    return { kind: 'heading', level: Math.min(this.#headings.length - 1, 6), family: this.#family };
  }

  #paragraph(kind: ProvisionKind, level: number): Shape {
    this.#family += 1;
    this.#level = level;
    this.#kind = kind;
    return { kind, level, family: this.#family };
  }

  #sub(level: number): Shape {
    this.#level = level;
    this.#kind = 'subparagraph';
    return { kind: 'subparagraph', level, family: this.#family };
  }

  #plain(words: string): Shape {
    // The rest of a paragraph that a page break or a blank line cut in two.
    if (/^[[\s]*\p{Ll}/u.test(words) && this.#family > 0 && this.#kind !== 'heading') {
      const kind = this.#level > 0 ? 'subparagraph' : 'operative';
      return { kind, level: this.#level, family: this.#family };
    }
    if (isOption(words)) {
      const kind = this.#level > 0 ? 'subparagraph' : 'operative';
      return { kind, level: this.#level, family: this.#family };
    }
    if (!this.#operative && isPreambular(words)) return this.#paragraph('preambular', 0);
    return this.#paragraph(/:\W*$/u.test(words) && words.length < 400 ? 'chapeau' : 'operative', 0);
  }

  /** Depth of a numbered line in a Markdown list, from its indentation. */
  #listLevel(indent: number): number {
    while (this.#indents.length > 0 && this.#indents.at(-1)!.indent > indent) this.#indents.pop();
    const at = this.#indents.at(-1);
    if (at !== undefined && at.indent === indent) return at.level;
    const level = at === undefined ? 0 : at.level + 1;
    this.#indents.push({ indent, level });
    return level;
  }

  /** Depth of `(a)`, `(i)`, `a)`, `a.` by the ladder of those open above it. */
  #rung(label: string): number {
    const style = label.replace(/[\p{L}\p{N}].*[\p{L}\p{N}]|[\p{L}\p{N}]/u, /[A-Z]/u.test(label) ? 'A' : 'a');
    for (let place = this.#rungs.length - 1; place >= 0; place -= 1) {
      const rung = this.#rungs[place]!;
      if (shape(rung.style) !== shape(style)) continue;
      const parsed = parseLabel(label, rung.system);
      if (parsed === undefined) continue;
      const next = parsed.system === rung.system && (parsed.value === rung.value + 1 || parsed.value === rung.value);
      if (!next) continue;
      this.#rungs.length = place + 1;
      rung.value = parsed.value;
      return rung.level;
    }
    const parsed = parseLabel(label);
    const system = parsed?.system;
    if (parsed?.value !== 1) {
      const kin = this.#rungs.findLast((rung) => rung.system === system && shape(rung.style) === shape(style));
      if (kin !== undefined) {
        kin.value = parsed?.value ?? kin.value;
        return kin.level;
      }
    }
    const same = this.#rungs.findIndex((rung) => rung.system === system && shape(rung.style) === shape(style));
    if (same >= 0) this.#rungs.length = same;
    const level = Math.min((this.#rungs.at(-1)?.level ?? 0) + 1, 6);
    this.#rungs.push({ style, system, value: parsed?.value ?? 1, level });
    return level;
  }

  /** A key for headings that look alike, or `undefined` for what is no heading. */
  #headingStyle(
    segment: Segment,
    { marks }: Inline,
    { words, option }: { readonly words: string; readonly option: OptionWords | undefined },
  ): string | undefined {
    if (segment.hashes > 0) return `#${segment.hashes}`;
    const { start } = segment;
    const short = words.length < 160 && !/[.;,:]\W*$/u.test(words);
    if (start?.kind === 'article') {
      return short && !/^[\s,]*\p{Ll}|^\s*,/u.test(words) && (segment.apart || segment.indent > 8)
        ? start.label.split(/\s/u)[0]!
        : undefined;
    }
    if (!short || words === '' || (option === undefined && isOption(words))) return undefined;
    const capitals = isCapitals(option?.words ?? words);
    if (start?.kind === 'roman' && (capitals || words.length < 100)) return `roman ${/\p{Lu}/u.test(start.label)}`;
    if (start?.kind === 'capital' && (capitals || words.length < 100)) return 'capital';
    if (start !== undefined) return undefined;
    if (this.#format === 'markdown') {
      if (option !== undefined) return undefined;
      const whole = marks.find((mark) => mark.from === 0 && mark.to >= inlineEnd(words));
      return whole !== undefined && segment.apart && words.length < 100 && !/^[[\s]/u.test(words)
        ? 'emphasis'
        : undefined;
    }
    if (!capitals || words.length < 4 || words.startsWith('[')) return undefined;
    return segment.indent > 12 ? 'centred capitals' : 'capitals';
  }
}

function shape(style: string): string {
  return style.replace(/[aA]/gu, (letter) => letter);
}

function isDeeper(style: string, hashes: number): boolean {
  const depth = /^#(\d)/u.exec(style)?.[1];
  return depth === undefined || Number(depth) > hashes;
}

function inlineEnd(words: string): number {
  return words.replace(/[^\p{L}\p{N}]+$/u, '').length;
}

/** Mostly capital letters, as headings are set; symbols such as `ADP.2015.8` are none. */
function isCapitals(words: string): boolean {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const small = words.match(/\p{Ll}/gu)?.length ?? 0;
  return letters >= 4 && small <= letters * 0.2 && /\p{Lu}/u.test(words);
}

function isOption(words: string): boolean {
  return /^[^\p{L}\p{N}]*(?:option|alternative)\s*\(?(?:\d|[ivx]+\b|[a-z]\b)/iu.test(words);
}

function isFootnoteNumber(segment: Segment, words: string): boolean {
  return segment.apart && segment.start === undefined && /^\d{1,2}$/u.test(words);
}

const OPENINGS =
  /^[^\p{L}]*(?:(?:also|deeply|further|gravely|fully|strongly|bearing|being|guided|mindful|aware|conscious|convinced|concerned|alarmed|determined|desirous|cognizant|keeping|having)\b|\p{Lu}\p{Ll}+(?:ing|ed)\b|(?:we,? )?the (?:member states|heads|conference|general assembly|parties|states|security council)\b)/iu;

/** Opening words of a preambular paragraph, which ends with a comma. */
function isPreambular(words: string): boolean {
  return OPENINGS.test(words) && /[,;](?:\[\^[^\]]{1,20}\])?[^\p{L}\p{N}]*$/u.test(words);
}
