import type { Mark, SourceBit } from '../../schema/provision.ts';
import { isBlank } from './lines.ts';

/** A paragraph's words with literal brackets, freed from layout and markup, and what was left out of them. */
export interface Inline {
  readonly words: string;
  /** In offsets of `words`. */
  readonly marks: readonly Mark[];
  /** In offsets of `words`, ascending; `skip` is always 0 here. */
  readonly bits: readonly SourceBit[];
  /** Offsets in `words` of bracket characters that belong to links and footnote marks. */
  readonly literal: ReadonlySet<number>;
}

export type Format = 'text' | 'markdown';

/**
 * Reads one paragraph of a source. Line breaks and runs of blanks become one space; in Markdown, escapes are undone and
 * emphasis becomes marks. All that is left out is kept as bits, so that `source` can be had back (rule T3).
 */
export function readInline(source: string, format: Format): Inline {
  const writer = new Writer();
  const markdown = format === 'markdown';
  const links = markdown ? new Links(source) : undefined;
  for (let at = 0; at < source.length;) {
    const code = source.charCodeAt(at);
    if (isSpace(code)) at = readSpace(source, at, writer);
    else if (markdown && isSpecial(code)) at = readMarkup(source, at, { writer, links: links! });
    else {
      let to = at + 1;
      for (; to < source.length; to += 1) {
        const next = source.charCodeAt(to);
        if (isSpace(next) || (markdown && isSpecial(next))) break;
      }
      writer.words(source.slice(at, to));
      at = to;
    }
  }
  return writer.end();
}

/** Collects words, and pairs the runs of emphasis as they come. */
class Writer {
  readonly #parts: string[] = [];
  #length = 0;
  readonly #bits: SourceBit[] = [];
  readonly #marks: Mark[] = [];
  readonly #literal = new Set<number>();
  readonly #runs = new Map<string, { readonly bit: number; readonly at: number }[]>();

  get length(): number {
    return this.#length;
  }

  words(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  literal(text: string): void {
    for (let at = 0; at < text.length; at += 1) {
      if (text[at] === '[' || text[at] === ']') this.#literal.add(this.#length + at);
    }
    this.words(text);
  }

  /** `raw` stands here for `text`. */
  bit(raw: string, text = ''): void {
    this.#bits.push({ at: this.#length, skip: 0, length: text.length, raw });
    this.words(text);
  }

  /** A run of emphasis that may close one of the same kind, or open one; what stays unpaired is words in the end. */
  run(raw: string, { opens, closes }: { readonly opens: boolean; readonly closes: boolean }): void {
    const open = this.#runs.get(raw);
    if (closes && open !== undefined && open.length > 0) {
      const { at } = open.pop()!;
      if (raw.length !== 2) this.#marks.push({ from: at, to: this.#length, kind: 'italic' });
      if (raw.length !== 1) this.#marks.push({ from: at, to: this.#length, kind: 'bold' });
      this.bit(raw);
    } else if (opens) {
      const list = open ?? [];
      list.push({ bit: this.#bits.length, at: this.#length });
      this.#runs.set(raw, list);
      this.bit(raw);
    } else this.words(raw);
  }

  end(): Inline {
    const unpaired = new Set([...this.#runs.values()].flat().map((run) => run.bit));
    const inline = { words: this.#parts.join(''), marks: this.#marks, bits: this.#bits, literal: this.#literal };
    return unpaired.size === 0 ? settle(inline) : settle(withWords(inline, unpaired));
  }
}

/** Turns the bits of unpaired runs back into words. */
function withWords({ words, marks, bits, literal }: Inline, unpaired: ReadonlySet<number>): Inline {
  const parts: string[] = [];
  const kept: SourceBit[] = [];
  const shifts: { readonly at: number; readonly by: number }[] = [];
  let from = 0;
  let shift = 0;
  bits.forEach((bit, index) => {
    if (!unpaired.has(index)) {
      kept.push({ ...bit, at: bit.at + shift });
      return;
    }
    parts.push(words.slice(from, bit.at), bit.raw);
    from = bit.at;
    shift += bit.raw.length;
    shifts.push({ at: bit.at, by: shift });
  });
  parts.push(words.slice(from));
  const moved = (offset: number) => {
    let low = 0;
    let high = shifts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shifts[middle]!.at <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (shifts[low - 1]?.by ?? 0);
  };
  return {
    words: parts.join(''),
    marks: marks.map((mark) => ({ ...mark, from: moved(mark.from), to: moved(mark.to) })),
    bits: kept,
    literal: new Set([...literal].map(moved)),
  };
}

/** Marks in order, without empty ones. */
function settle(inline: Inline): Inline {
  const marks = inline.marks.filter((mark) => mark.to > mark.from).sort((a, b) => a.from - b.from || a.to - b.to);
  return { ...inline, marks };
}

function isSpace(code: number): boolean {
  return isBlank(code) || code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}

function isSpecial(code: number): boolean {
  return code === 92 || code === 42 || code === 95 || code === 91 || code === 60;
}

/** White space inside a paragraph: a single space stands; just inside a bracket a run of blanks means something and stands too. */
function readSpace(source: string, at: number, writer: Writer): number {
  let to = at;
  let broken = false;
  for (; to < source.length && isSpace(source.charCodeAt(to)); to += 1) {
    const code = source.charCodeAt(to);
    broken ||= code !== 32 && code !== 9;
  }
  const raw = source.slice(at, to);
  const beside = source[at - 1] === '[' || source[to] === ']';
  if (raw === ' ' || (!broken && (beside || at === 0 || to === source.length))) writer.words(raw);
  else writer.bit(raw, ' ');
  return to;
}

function readMarkup(source: string, at: number, { writer, links }: { writer: Writer; links: Links }): number {
  const character = source[at]!;
  const next = source[at + 1] ?? '';
  if (character === '\\') {
    if (/[!-/:-@[-`{-~]/u.test(next)) {
      writer.bit('\\');
      writer.words(next);
      return at + 2;
    }
    if (next === '\n' || next === '\r') {
      let to = at + 1;
      while (to < source.length && isSpace(source.charCodeAt(to))) to += 1;
      writer.bit(source.slice(at, to), ' ');
      return to;
    }
  }
  if (character === '*' || character === '_') {
    let to = at;
    while (source[to] === character) to += 1;
    const before = source[at - 1] ?? ' ';
    const after = source[to] ?? ' ';
    const inWord = character === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
    const raw = source.slice(at, to);
    if (to - at > 3 || inWord) writer.words(raw);
    else writer.run(raw, { opens: !/\s/u.test(after), closes: !/\s/u.test(before) });
    return to;
  }
  if (character === '[') {
    const link = links.at(at);
    if (link !== undefined) {
      writer.literal(source.slice(at, link));
      return link;
    }
  }
  if (character === '<') {
    const tag = /^<(?:\/?[a-zA-Z][a-zA-Z0-9-]{0,20}(?:\s[^<>[\]]{0,300})?\/?|!--[^[\]]{0,300}?--)>/u.exec(
      source.slice(at, at + 330),
    );
    if (tag !== null) {
      writer.bit(tag[0]);
      return at + tag[0].length;
    }
  }
  writer.words(character);
  return at + 1;
}

/** Links and footnote marks of a paragraph: `[words](address)`, `[^1]`; their brackets are no brackets of the draft. */
class Links {
  readonly #ends = new Map<number, number>();

  constructor(source: string) {
    const forms = /\[\^[^\]\s[]{1,30}\]:?|\[[^[\]\n]{1,300}\]\((?:[^()\s]{0,400}[:/#.][^()\s]{0,400})\)/gu;
    if (!source.includes('](') && !source.includes('[^')) return;
    for (const form of source.matchAll(forms)) this.#ends.set(form.index, form.index + form[0].length);
  }

  at(offset: number): number | undefined {
    return this.#ends.get(offset);
  }
}
