import { BracketPrinter, type EdgeNote } from '../brackets/print.ts';
import { numberDraft } from '../numbering/number.ts';
import type { Draft } from '../schema/draft.ts';
import type { BracketId } from '../schema/ids.ts';
import type { Position, VariantId } from '../schema/position.ts';
import type { Provision, SourceBit } from '../schema/provision.ts';
import { attributionNotes } from './attribution-notes.ts';
import { cleanDraft } from './clean-draft.ts';
import type { Format } from './reading/inline.ts';
import { signature } from './signature.ts';
import { escapeGlyph, writeMarkdown } from './write-markdown.ts';

export interface WriteRequest {
  readonly format: Format;
  /**
   * `unattributed` (the default): words and brackets as they are, nothing added. `attributed`: with who stands behind
   * each bracket, `[words: ARV, BEL; COR reserves]`. `clean`: without brackets, under the variants `chosen`.
   */
  readonly rendering?: 'unattributed' | 'attributed' | 'clean';
  /** For `clean`: what stands of each bracket; the others read as `cleanDraft` says. */
  readonly chosen?: ReadonlyMap<BracketId, VariantId>;
  /** For `attributed`: positions on brackets and variants that the reader may see. */
  readonly positions?: readonly Position[];
  /** Whether title and symbol come first; for drafts that were not read from a file. */
  readonly heading?: boolean;
}

/**
 * Writes a draft as text or Markdown (rules T1 and T3). What was read from the same format and not changed since comes
 * out character by character as it went in; between formats, words and square brackets stay as they are, in order.
 */
export function writeDraft(draft: Draft, request: WriteRequest): string {
  const rendering = request.rendering ?? 'unattributed';
  const shown = rendering === 'clean' ? cleanDraft(draft, request.chosen) : draft;
  const note = rendering === 'attributed' ? attributionNotes(shown, request.positions ?? []) : undefined;
  return new Writer(shown, request.format, note).write(request.heading === true);
}

class Writer {
  readonly #draft: Draft;
  readonly #format: Format;
  readonly #printer: BracketPrinter;
  readonly #numbers: ReadonlyMap<Provision['id'], string> | undefined;

  constructor(draft: Draft, format: Format, note: EdgeNote | undefined) {
    this.#draft = draft;
    this.#format = format;
    this.#printer = new BracketPrinter(draft, note);
    this.#numbers = draft.provisions.every((provision) => provision.label !== undefined)
      ? undefined
      : numberDraft(draft);
  }

  write(heading: boolean): string {
    const { provisions } = this.#draft;
    const parts: string[] = heading ? this.#heading() : [];
    const before = parts.length;
    provisions.forEach((provision, index) => {
      const first = index === 0 && before === 0;
      parts.push(this.#lead(provision, first), ...this.#provision(provision));
    });
    const tail = provisions.at(-1)?.trim?.tail;
    parts.push(tail !== undefined && this.#isOwn(provisions.at(-1)!) ? tail : provisions.length > 0 ? '\n' : '');
    return parts.join('');
  }

  #heading(): string[] {
    const { title, symbol } = this.#draft;
    const mark = this.#format === 'markdown' ? '# ' : '';
    return [[symbol, title === '' ? '' : `${mark}${title}`].filter((line) => line !== '').join('\n\n')].filter(
      (line) => line !== '',
    );
  }

  /** Whether the provision's white space and markup are those of the format that is written. */
  #isOwn({ trim }: Provision): boolean {
    return trim !== undefined && (trim.format ?? 'text') === this.#format;
  }

  #lead(provision: Provision, first: boolean): string {
    const { trim, kind, level } = provision;
    // A lead that came from the head of the file has no line break; behind another provision it needs one.
    if (trim !== undefined && this.#isOwn(provision) && (first || /[\n\r\u2028\u2029]/u.test(trim.lead))) {
      return trim.lead;
    }
    const apart = first ? '' : '\n\n';
    if (this.#format === 'markdown')
      return kind === 'heading' ? `${apart}${'#'.repeat(Math.min(level + 2, 6))} ` : apart;
    return apart + (kind === 'subparagraph' ? '    '.repeat(Math.min(level, 6)) : '');
  }

  #provision(provision: Provision): readonly string[] {
    const { trim } = provision;
    const label = provision.label ?? this.#numbers?.get(provision.id) ?? '';
    const marks = this.#printer.marks(provision);
    const opening = marks.filter(({ beforeLabel }) => beforeLabel).map(({ glyph }) => glyph);
    const rest = marks.filter(({ beforeLabel }) => !beforeLabel);
    const own = this.#isOwn(provision);
    const gap = own ? trim!.gap : trim?.gap === '' ? '' : ' ';
    return [...opening, trim?.inset ?? '', label, label === '' ? '' : gap, this.#words(provision, rest)];
  }

  #words(provision: Provision, plain: readonly PlacedGlyph[]): string {
    const { text, marks, trim } = provision;
    const inMarkdown = ({ at, glyph }: PlacedGlyph) => ({ at, glyph: escapeGlyph(glyph) });
    const glyphs = this.#format === 'markdown' ? plain.map(inMarkdown) : plain;
    const bits = trim?.bits ?? [];
    const known = bits.length > 0 && trim?.of === signature(text, marks, this.#printer.glyphs(provision));
    if (known && this.#isOwn(provision)) return weave(text, glyphs, bits);
    if (this.#format === 'markdown') {
      const asIs = this.#isOwn(provision) && bits.length === 0 && marks.length === 0 && trim !== undefined;
      return asIs ? weave(text, glyphs, []) : writeMarkdown({ text, marks, glyphs });
    }
    // A tag such as `<span style=…>` is markup; its letters are kept all the same, so that no word is dropped.
    return weave(text, glyphs, known ? bits.filter((bit) => bit.length === 0 && /[\p{L}\p{N}]/u.test(bit.raw)) : []);
  }
}

/** A bracket character and where it stands in the text. */
interface PlacedGlyph {
  readonly at: number;
  readonly glyph: string;
}

/** Text with its glyphs and the bits of its source put back at their places. */
function weave(text: string, glyphs: readonly PlacedGlyph[], bits: readonly SourceBit[]): string {
  const parts: string[] = [];
  let at = 0;
  let next = 0;
  const advance = (to: number, skip: number) => {
    let here = 0;
    for (let back = next - 1; back >= 0 && glyphs[back]!.at === to; back -= 1) here += 1;
    for (; next < glyphs.length; next += 1) {
      const { at: place, glyph } = glyphs[next]!;
      if (place > to || (place === to && here >= skip)) break;
      if (place === to) here += 1;
      if (place > at) parts.push(text.slice(at, place));
      at = Math.max(at, place);
      parts.push(glyph);
    }
    if (to > at) parts.push(text.slice(at, to));
    at = Math.max(at, to);
  };
  for (const bit of bits) {
    advance(bit.at, bit.skip);
    parts.push(bit.raw);
    at = bit.at + bit.length;
  }
  advance(text.length, Infinity);
  return parts.join('');
}
