import { BracketPrinter } from '../brackets/print.ts';
import type { Mint, ReadUnit } from '../brackets/reading/drawn.ts';
import { readBrackets } from '../brackets/reading/read-brackets.ts';
import { namingOf } from '../brackets/notation.ts';
import type { ReadBrackets, Unread } from '../brackets/reading/read-brackets.ts';
import type { StrayReason } from '../brackets/reading/match.ts';
import type { Draft, Language } from '../schema/draft.ts';
import { CHAIR, type ProvisionId } from '../schema/ids.ts';
import type { Provision, SourceBit, SourceTrim } from '../schema/provision.ts';
import { ok, refuse, type Result } from '../schema/result.ts';
import { countWords } from './count-words.ts';
import { readInline, type Format, type Inline } from './reading/inline.ts';
import { guessLanguage, guessSymbol, guessTitle } from './reading/identity.ts';
import { linesOf, placeOf } from './reading/lines.ts';
import { segmentsOf } from './reading/segments.ts';
import { Structure } from './reading/structure.ts';
import { readWithShapes } from './reading/shapes.ts';
import { signature } from './signature.ts';

export interface ReadRequest {
  readonly text: string;
  readonly format: Format;
  readonly mint: Mint;
  /** When the brackets are said to be opened, in milliseconds since 1970. */
  readonly at?: number;
  /** Where the text does not say, or says wrongly. */
  readonly title?: string;
  readonly symbol?: string;
  readonly language?: Language;
}

/** A bracket character without a partner, at its place in the source; line and column count from 1. */
export interface Imbalance {
  readonly line: number;
  readonly column: number;
  readonly reason: StrayReason;
  readonly provision: ProvisionId;
}

/** Bracketed words that begin like a proposal about the draft's shape, and stay words (rule B22). */
export interface UnreadProposal extends Omit<Imbalance, 'reason'> {
  readonly reason: Unread['reason'];
}

export interface DraftReading {
  readonly draft: Draft;
  /** What could not be read as a bracket and stays in the words (rule B6), in reading order. */
  readonly imbalance: readonly Imbalance[];
  /** Proposals about the shape whose form or target is not known, in reading order. */
  readonly unread: readonly UnreadProposal[];
  /** Words of the draft, numbers included. */
  readonly words: number;
  /** Provisions that carry the remark "agreed ad ref". */
  readonly agreed: readonly ProvisionId[];
}

export type ReadRefusal = 'text-too-long' | 'brackets-too-many' | 'provisions-too-many';

/** What one draft may hold; a whole session's outcome documents stay far below. */
export const READ_LIMITS = { characters: 16_000_000, brackets: 2_500_000, provisions: 200_000 } as const;

/**
 * Reads a plain text or Markdown file as a draft (rules T1 to T3): paragraphs become provisions with their numbers,
 * square brackets become brackets, and nothing is dropped: `writeDraft` in the same format gives back every character.
 */
export function readDraft(request: ReadRequest): Result<DraftReading, ReadRefusal> {
  const { text, format, mint, at = 0 } = request;
  if (text.length > READ_LIMITS.characters) return refuse('text-too-long');
  if (countBracketCharacters(text) > READ_LIMITS.brackets) return refuse('brackets-too-many');
  const lines = linesOf(text);
  const segments = segmentsOf(text, lines, format);
  if (segments.length > READ_LIMITS.provisions) return refuse('provisions-too-many');

  const structure = new Structure(format);
  const read = segments.map((segment) => {
    const wordsFrom = skipSpace(text, segment.wordsFrom, segment.wordsTo);
    const inline = readInline(text.slice(wordsFrom, segment.wordsTo), format);
    const shape = structure.place(segment, inline);
    const provision = mint<ProvisionId>(CHAIR);
    const { start } = segment;
    const numbered = shape.level === 0 && start !== undefined && shape.kind === 'operative';
    const unit: ReadUnit = {
      opening: start?.opening ?? '',
      words: inline.words,
      literal: inline.literal,
      family: shape.family,
      provision,
      role: shape.kind === 'heading' ? 'heading' : numbered ? 'numbered' : 'other',
      ...(shape.kind === 'heading' && { depth: shape.level }),
    };
    return { segment, wordsFrom, inline, shape, unit };
  });
  const units = read.map(({ unit }) => unit);
  const language = request.language ?? guessLanguage(text);
  const provisionsOf = (found: ReadBrackets) => composeProvisions(request, read, found);
  const found = readWithShapes(text, {
    units,
    read: (targetOf) => readBrackets(units, { mint, at, ...(targetOf && { targetOf }) }),
    nameIn: (brackets) => namingOf({ provisions: provisionsOf(brackets), language }),
  });
  const provisions = provisionsOf(found);

  const draft = signed({
    title: request.title ?? guessTitle(provisions),
    symbol: request.symbol ?? guessSymbol(provisions),
    language,
    provisions: provisions.length > 0 ? provisions : onlySpace(request),
    brackets: found.brackets,
  });
  const placesOf = () => {
    const sources = new SourceOffsets();
    return ({ unit, offset }: { readonly unit: number; readonly offset: number }) => {
      const { segment, wordsFrom, inline } = read[unit]!;
      const opening = segment.start?.opening.length ?? 0;
      const source = offset < 0 ? segment.from + opening + offset : wordsFrom + sources.of(inline, offset);
      const { line, column } = placeOf(lines, source);
      return { line, column, provision: read[unit]!.unit.provision };
    };
  };
  const [strayAt, unreadAt] = [placesOf(), placesOf()];
  const imbalance = found.strays.map((stray): Imbalance => ({ ...strayAt(stray), reason: stray.reason }));
  const unread = found.unread.map((each): UnreadProposal => ({ ...unreadAt(each), reason: each.reason }));
  const words = draft.provisions.reduce(
    (sum, { label, text: own }) => sum + countWords(label ?? '') + countWords(own),
    0,
  );
  const agreed = found.agreed.map((unit) => read[unit]!.unit.provision);
  return ok({ draft, imbalance, unread, words, agreed });
}

/** A paragraph of the source, with what it is. */
interface ReadParagraph {
  readonly segment: ReturnType<typeof segmentsOf>[number];
  readonly wordsFrom: number;
  readonly inline: Inline;
  readonly shape: ReturnType<Structure['place']>;
  readonly unit: ReadUnit;
}

function composeProvisions(
  { text, format }: ReadRequest,
  read: readonly ReadParagraph[],
  found: ReadBrackets,
): readonly Provision[] {
  const strayOpenings = new Map<number, number>();
  for (const { unit, offset } of found.strays) {
    if (offset < 0) strayOpenings.set(unit, (strayOpenings.get(unit) ?? 0) + 1);
  }
  return read.map(({ segment, wordsFrom, inline, shape, unit }, index): Provision => {
    const removed = found.removed[index]!;
    const gapFrom = segment.wordsFrom - (segment.start?.gap.length ?? 0);
    const before = read[index - 1];
    const last = index === read.length - 1;
    const strays = strayOpenings.get(index) ?? 0;
    const { inset = '', label = '' } = segment.start ?? {};
    const trim: SourceTrim = {
      lead: text.slice(before?.segment.wordsTo ?? 0, segment.from),
      gap: text.slice(gapFrom, wordsFrom),
      ...(last ? { tail: text.slice(segment.wordsTo) } : {}),
      ...(format === 'markdown' ? { format } : {}),
      ...(inset === '' || strays > 0 ? {} : { inset }),
      ...(inline.bits.length === 0
        ? {}
        : {
            bits: inline.bits
              .filter((bit) => !isInNotation(bit, removed, inline.words))
              .map((bit) => settleBit(bit, removed, inline.words)),
          }),
    };
    return {
      id: unit.provision,
      kind: shape.kind,
      level: shape.level,
      label: strays > 0 ? '['.repeat(strays) + inset + label : label,
      text: found.texts[index]!,
      marks: settleMarks(inline, removed),
      proponent: CHAIR,
      trim,
    };
  });
}

function countBracketCharacters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 93) count += 1;
  }
  return count;
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/u.test(text[at]!)) at += 1;
  return at;
}

/** A file of white space alone is one empty provision, so that writing it gives it back. */
function onlySpace({ text, format, mint }: ReadRequest): readonly Provision[] {
  if (text === '') return [];
  const trim: SourceTrim = { lead: '', gap: '', tail: text, ...(format === 'markdown' ? { format } : {}) };
  const id = mint<ProvisionId>(CHAIR);
  return [{ id, kind: 'note', level: 0, label: '', text: '', marks: [], proponent: CHAIR, trim }];
}

/** How many of the ascending `offsets` are below `limit`. */
function below(offsets: readonly number[], limit: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function settleMarks({ marks }: Inline, removed: readonly number[]): Provision['marks'] {
  return marks
    .map(({ from, to, kind }) => ({ from: from - below(removed, from), to: to - below(removed, to), kind }))
    .filter((mark) => mark.to > mark.from);
}

/** Whether a bit stands inside `[MOVE to after “…”]`, which is written anew with markup of its own. */
function isInNotation({ at }: SourceBit, removed: readonly number[], words: string): boolean {
  const place = below(removed, at);
  return removed[place] === at && removed[place - 1] === at - 1 && /[^[\]¹²³⁴⁵⁶⁷⁸⁹⁰]/u.test(words[at]!);
}

/** Moves a bit from the words with brackets to the text without them. */
function settleBit(bit: SourceBit, removed: readonly number[], words: string): SourceBit {
  const count = below(removed, bit.at);
  let skip = 0;
  for (let k = count - 1; k >= 0 && removed[k] === bit.at - (count - k); k -= 1) {
    if (words[removed[k]!] === '[' || words[removed[k]!] === ']') skip += 1;
  }
  return { ...bit, at: bit.at - count, skip };
}

/** Where characters of the words stand in the source of their paragraph; asked for in reading order. */
class SourceOffsets {
  #inline: Inline | undefined;
  #next = 0;
  #shift = 0;

  of(inline: Inline, offset: number): number {
    if (inline !== this.#inline) {
      this.#inline = inline;
      this.#next = 0;
      this.#shift = 0;
    }
    for (; this.#next < inline.bits.length && inline.bits[this.#next]!.at <= offset; this.#next += 1) {
      const { raw, length } = inline.bits[this.#next]!;
      this.#shift += raw.length - length;
    }
    return offset + this.#shift;
  }
}

/** Signs the provisions that carry bits of their source, so that changed words are known from unchanged ones. */
function signed(draft: Draft): Draft {
  if (!draft.provisions.some((provision) => provision.trim?.bits !== undefined)) return draft;
  const printer = new BracketPrinter(draft);
  const provisions = draft.provisions.map((provision) => {
    const { trim } = provision;
    if (trim?.bits === undefined) return provision;
    const of = signature(provision.text, provision.marks, printer.glyphs(provision));
    return { ...provision, trim: { ...trim, of } };
  });
  return { ...draft, provisions };
}
