import type { Draft } from '../schema/draft.ts';
import type { BracketId, ProvisionId } from '../schema/ids.ts';
import type { Provision } from '../schema/provision.ts';
import { draftIndex } from './draft-index.ts';
import { edgesOf, inOpeningOrder, type Edge } from './edges.ts';
import { backedLabel, backersPlace, writtenBefore } from './option-label.ts';
import { isShapeKind } from '../schema/bracket.ts';
import { namingOf, notationOf, type Naming } from './notation.ts';
import { overlapTags } from './overlaps.ts';
import { superscript } from './reading/match.ts';

/** One provision as it is printed: what opens before its number, and its words with brackets. */
export interface PrintedProvision {
  /** Brackets that open before the number. */
  readonly opening: string;
  readonly words: string;
}

/** What else to write at a bracket's edge, inside the bracket: attributions. */
export type EdgeNote = (edge: Edge) => string | undefined;

/** Characters that stand at a place among a provision's words, or before its number. */
export interface PrintedMark {
  readonly at: number;
  readonly beforeLabel: boolean;
  readonly glyph: string;
}

/**
 * Prints provisions of one draft with their square brackets (rules B2 to B5): an `insert` and a `delete` print like any
 * other. Reading what was printed gives the same brackets again (rule B1). Linear in the draft, whatever the nesting.
 */
export class BracketPrinter {
  readonly #edges: ReadonlyMap<ProvisionId, readonly Edge[]>;
  readonly #tags: ReadonlyMap<BracketId, string>;
  readonly #note: EdgeNote | undefined;
  readonly #name: Naming;
  readonly #provisions: ReadonlyMap<ProvisionId, Provision>;

  constructor(draft: Draft, note?: EdgeNote) {
    const index = draftIndex(draft);
    this.#edges = new Map([...index.stretches].map(([id, stretches]) => [id, edgesOf(inOpeningOrder(stretches))]));
    this.#tags = overlapTags(draft);
    this.#note = note;
    this.#name = namingOf(draft);
    this.#provisions = index.provisions;
  }

  print(provision: Provision): PrintedProvision {
    let opening = '';
    const words: string[] = [];
    let at = 0;
    for (const { glyph, beforeLabel, at: place } of this.marks(provision)) {
      if (beforeLabel) {
        opening += glyph;
        continue;
      }
      if (place > at) words.push(provision.text.slice(at, place));
      at = Math.max(at, place);
      words.push(glyph);
    }
    words.push(at === 0 ? provision.text : provision.text.slice(at));
    return { opening, words: words.join('') };
  }

  /** The edges that print in a provision, in order: those of brackets that have glyphs, and where an option begins. */
  glyphs(provision: Provision): readonly Edge[] {
    const edges = this.#edges.get(provision.id) ?? [];
    const isPrinted = ({ stretch: { bracket }, side, at }: Edge) =>
      bracket.bare !== true || (side === 'open' && writtenBefore(bracket, provision.text, at) !== '');
    if (edges.every(({ stretch }) => stretch.bracket.bare !== true)) return edges;
    // An option's label stands behind the number, where there is one.
    return edges
      .filter(isPrinted)
      .map((edge) => (edge.stretch.bracket.bare === true ? { ...edge, beforeLabel: false } : edge));
  }

  /** The characters that print in a provision, in order: its glyphs, and with them who stands behind what has none. */
  marks(provision: Provision): readonly PrintedMark[] {
    const printed = new Set(this.glyphs(provision).map(keyOf));
    const edges = this.#edges.get(provision.id) ?? [];
    const marks = edges.flatMap((edge): readonly PrintedMark[] => {
      const isBare = edge.stretch.bracket.bare === true;
      const place = { at: edge.at, beforeLabel: edge.beforeLabel && !isBare };
      if (printed.has(keyOf(edge))) return [{ ...place, glyph: this.#glyph(edge) }];
      const note = isBare ? this.#note?.(edge) : undefined;
      if (note === undefined) return [];
      // An option says it behind its number: "Option 2 (EU): ".
      const label = edge.side === 'open' ? (backersPlace(provision.text.slice(edge.at)) ?? 0) : 0;
      return [{ ...place, at: edge.at + label, glyph: note }];
    });
    return marks.every(({ at }, index) => index === 0 || marks[index - 1]!.at <= at)
      ? marks
      : marks.toSorted((one, other) => one.at - other.at);
  }

  /** The characters of one edge. */
  #glyph(edge: Edge): string {
    const tag = this.#tags.get(edge.stretch.bracket.id);
    const number = tag === undefined ? '' : superscript(tag);
    const note = this.#note?.(edge) ?? '';
    const { bracket } = edge.stretch;
    if (bracket.bare === true) return backedLabel(bracket.option ?? '', note);
    const isShape = isShapeKind(bracket.kind);
    if (edge.side === 'open') {
      // Who stands behind one that was read from a text is no part of its words, as it is of others.
      const source = isShape && bracket.note !== undefined ? `: ${bracket.note}` : '';
      return `[${number}${note}${notationOf(bracket, this.#name)}${source}`;
    }
    // A blank parts a proposal about the shape from the words it stands before.
    const text = isShape ? (this.#provisions.get(bracket.pieces[0]!.provision)?.text ?? '') : '';
    return edge.at < text.length ? `${note}]${number} ` : `${note}]${number}`;
  }
}

function keyOf({ side, stretch }: Edge): string {
  return `${side} ${stretch.bracket.id}`;
}
