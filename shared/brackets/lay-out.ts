import type { Bracket } from '../schema/bracket.ts';
import type { BracketId } from '../schema/ids.ts';
import type { Mark, Provision } from '../schema/provision.ts';
import { edgesOf, inOpeningOrder, stretchIn, type Stretch } from './edges.ts';
import type { GlyphPart, LayoutPart, RunPart } from './layout-contract.ts';
import { writtenBefore } from './option-label.ts';
import { Crossings } from './overlaps.ts';

/**
 * What a provision shows, in order: runs cut at every bracket edge and mark, and the edges as glyphs (rules B2 to B5).
 * The one algorithm for editor, reader, print and room display; its cost depends on this provision alone. `bracketsIn`
 * are the open brackets with a piece here, outer before inner. `tags` come from `overlapTags` where the whole draft is
 * at hand; without them only overlaps inside this provision are tagged. Bare brackets cut runs and have no glyphs.
 */
export function layOut(
  provision: Provision,
  bracketsIn: readonly Bracket[],
  tags?: ReadonlyMap<BracketId, string>,
): readonly LayoutPart[] {
  const stretches: Stretch[] = [];
  for (const bracket of bracketsIn) {
    const stretch = stretchIn(bracket, provision.id);
    if (stretch !== undefined) stretches.push(stretch);
  }
  const ordered = inOpeningOrder(stretches);
  const edges = edgesOf(ordered);
  const shownTags = tags ?? localTags(ordered);
  const orderOf = new Map<Stretch, number>(ordered.map((stretch, order) => [stretch, order]));

  const parts: LayoutPart[] = [];
  const active: Stretch[] = ordered.filter((stretch) => stretch.start === -Infinity);
  let covers: readonly BracketId[] = active.map((stretch) => stretch.bracket.id);
  let depth = active.reduce((sum, stretch) => sum + (stretch.bracket.bare === true ? 0 : 1), 0);
  const marks = new MarkReader(provision.marks, provision.text.length);
  let at = 0;
  for (const { stretch, side, at: place, beforeLabel } of edges) {
    if (place > at) {
      marks.cut(at, place, (from, to, italic, bold) => parts.push({ type: 'run', from, to, covers, italic, bold }));
      at = place;
    }
    const { bracket } = stretch;
    if (side === 'open') {
      const order = orderOf.get(stretch)!;
      let slot = active.length;
      while (slot > 0 && orderOf.get(active[slot - 1]!)! > order) slot -= 1;
      active.splice(slot, 0, stretch);
      if (bracket.bare !== true) depth += 1;
    } else {
      active.splice(active.lastIndexOf(stretch), 1);
    }
    covers = active.map((each) => each.bracket.id);
    if (bracket.bare === true) {
      const says = side === 'open' ? writtenBefore(bracket, provision.text, place) : '';
      // Behind the number, where there is one: it is the provision's, and the label is its words'.
      const glyph = { type: 'glyph', bracket: bracket.id, side, at: place, depth, beforeLabel: false, says } as const;
      if (says !== '') parts.push(glyph);
      continue;
    }
    const tag = shownTags.get(bracket.id);
    const glyph: GlyphPart = { type: 'glyph', bracket: bracket.id, side, at: place, depth, beforeLabel };
    parts.push(tag === undefined ? glyph : { ...glyph, tag });
    if (side === 'close') depth -= 1;
  }
  marks.cut(at, provision.text.length, (from, to, italic, bold) =>
    parts.push({ type: 'run', from, to, covers, italic, bold }),
  );
  markNeighbours(parts, provision.text);
  return parts;
}

/** What stands before a provision's number: `[7 bis.` reads as one bracketed whole. */
export function leadWords(provision: Provision, bracketsIn: readonly Bracket[]): string {
  return layOut(provision, bracketsIn)
    .map((part) => (part.type === 'glyph' && part.beforeLabel ? '[' : ''))
    .join('');
}

/** Marks the opening edges in front of a blank that stands between two words (rule E17), and closing ones before opening ones. */
function markNeighbours(parts: LayoutPart[], text: string): void {
  for (let index = 0; index < parts.length - 1; index += 1) {
    const part = parts[index]!;
    if (part.type === 'run') continue;
    const next = parts[index + 1]!;
    if (part.side === 'close') {
      if (next.type === 'glyph' && next.side === 'open') parts[index] = { ...part, meets: true };
    } else if (next.type === 'run' && partsWords(next, parts[index + 2], text)) {
      for (let at = index; at >= 0; at -= 1) {
        const glyph = parts[at]!;
        if (glyph.type !== 'glyph' || glyph.side !== 'open' || glyph.beforeLabel || glyph.says !== undefined) break;
        parts[at] = { ...glyph, leans: true };
      }
    }
  }
}

const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

/** Whether a run begins with one blank between two words, and holds more than that. */
function partsWords({ from, to }: RunPart, next: LayoutPart | undefined, text: string): boolean {
  const first = text.charCodeAt(from);
  if (from === 0 || (first !== SPACE && first !== NO_BREAK_SPACE)) return false;
  if (to === from + 1 && next?.type === 'glyph' && next.side === 'close') return false;
  return !isBlank(text[from + 1] ?? ' ') && !isBlank(text[from - 1]!);
}

function isBlank(character: string): boolean {
  return character.trim() === '';
}

function localTags(ordered: readonly Stretch[]): ReadonlyMap<BracketId, string> {
  const crossings = new Crossings();
  crossings.pass(
    edgesOf(ordered),
    ordered.filter((stretch) => stretch.start === -Infinity),
  );
  return crossings.tags();
}

/** Cuts stretches of text at the edges of marks; asked for stretches in ascending order. */
class MarkReader {
  readonly #cuts: readonly number[];
  readonly #marks: readonly Mark[];
  #next = 0;

  constructor(marks: readonly Mark[], length: number) {
    this.#marks = marks;
    const cuts = new Set<number>();
    for (const mark of marks) {
      if (mark.from > 0 && mark.from < length) cuts.add(mark.from);
      if (mark.to > 0 && mark.to < length) cuts.add(mark.to);
    }
    this.#cuts = [...cuts].sort((a, b) => a - b);
  }

  cut(from: number, to: number, emit: (from: number, to: number, italic: boolean, bold: boolean) => void): void {
    let at = from;
    while (at < to) {
      while (this.#next < this.#cuts.length && this.#cuts[this.#next]! <= at) this.#next += 1;
      const end = Math.min(to, this.#cuts[this.#next] ?? to);
      emit(at, end, this.#has('italic', at), this.#has('bold', at));
      at = end;
    }
  }

  #has(kind: Mark['kind'], at: number): boolean {
    return this.#marks.some((mark) => mark.kind === kind && mark.from <= at && at < mark.to);
  }
}
