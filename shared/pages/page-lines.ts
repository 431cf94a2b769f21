import { asPrinted } from '../brackets/as-printed.ts';
import { layOut } from '../brackets/lay-out.ts';
import { glyphWords, namingOf, type Naming } from '../brackets/notation.ts';
import type { LayoutPart } from '../brackets/layout-contract.ts';
import type { Bracket } from '../schema/bracket.ts';
import type { Language } from '../schema/draft.ts';
import type { BracketId, ProvisionId } from '../schema/ids.ts';
import type { Provision } from '../schema/provision.ts';
import { breakLines, type LineStart, type Measure, type SetPart } from './break-lines.ts';
import { lineWidth } from './geometry.ts';

/**
 * The lines of one provision: what number the first has, and where each begins: among the provision's shown parts, and by
 * the offset of its first word, which is the same where the parts are others.
 */
export interface ProvisionLines {
  readonly first: number;
  readonly starts: readonly LineStart[];
  readonly offsets: readonly number[];
}

interface Broken extends Pick<ProvisionLines, 'starts' | 'offsets'> {
  readonly brackets: readonly Bracket[];
}

/**
 * Counts the lines of a draft as they fall on the page (rule F5). Keeps what it broke: after a change only the
 * provisions that are other values, or have other brackets, are broken again, and counting the rest is one addition each.
 */
export class PageLines {
  #measure: Measure;
  readonly #language: Language;
  #broken = new WeakMap<Provision, Broken>();

  constructor(measure: Measure, language: Language) {
    this.#measure = measure;
    this.#language = language;
  }

  /** All lines by provision, in reading order; an empty provision has one. */
  count(
    provisions: readonly Provision[],
    bracketsIn: (provision: ProvisionId) => readonly Bracket[],
  ): ReadonlyMap<ProvisionId, ProvisionLines> {
    const lines = new Map<ProvisionId, ProvisionLines>();
    let first = 1;
    const name = namingOf({ provisions, language: this.#language });
    for (const provision of provisions) {
      const { starts, offsets } = this.#brokenOf(provision, bracketsIn(provision.id), name);
      lines.set(provision.id, { first, starts, offsets });
      first += starts.length;
    }
    return lines;
  }

  /** Widths are others now, as when a face has arrived: everything is broken again at the next count. */
  forget(measure: Measure): void {
    this.#measure = measure;
    this.#broken = new WeakMap();
  }

  #brokenOf(provision: Provision, brackets: readonly Bracket[], name: Naming): Broken {
    const before = this.#broken.get(provision);
    // A proposal to move or join calls another provision by its number, which may be another one by now.
    const names = brackets.some(({ goesTo }) => goesTo);
    if (before !== undefined && !names && isSame(before.brackets, brackets)) return before;
    const parts = shownParts(provision, brackets);
    const set = setParts(provision, { parts, brackets, name });
    const starts = breakLines(set, lineWidth(provision, this.#language), this.#measure);
    const offsets = starts.map(({ part, at }) => {
      const shown = parts[part];
      return shown?.type === 'run' ? shown.from + at : (shown?.at ?? 0);
    });
    const broken = { brackets, starts, offsets };
    this.#broken.set(provision, broken);
    return broken;
  }
}

function isSame(one: readonly Bracket[], other: readonly Bracket[]): boolean {
  return one === other || (one.length === other.length && one.every((bracket, index) => bracket === other[index]));
}

/** What a provision shows beside its number, in order: words and glyphs, the same ones as on the screen, as a printer sets them. */
export function shownParts(
  provision: Provision,
  brackets: readonly Bracket[],
  tags?: ReadonlyMap<BracketId, string>,
): readonly LayoutPart[] {
  return asPrinted(layOut(provision, brackets, tags)).filter((part) => part.type === 'run' || !part.beforeLabel);
}

function setParts(
  provision: Provision,
  { parts, brackets, name }: { parts: readonly LayoutPart[]; brackets: readonly Bracket[]; name: Naming },
): SetPart[] {
  const byId = new Map(brackets.map((bracket) => [bracket.id, bracket]));
  const placeholders = new Set(brackets.filter(({ kind }) => kind === 'placeholder').map(({ id }) => id));
  const heading = provision.kind === 'heading';
  return parts.map((part): SetPart => {
    if (part.type === 'glyph') return { text: glyphWords(part, byId.get(part.bracket), name), style: 'bold' };
    const slanted = part.italic || part.covers.some((id) => placeholders.has(id));
    const style = heading || part.bold ? 'bold' : slanted ? 'italic' : 'plain';
    return { text: provision.text.slice(part.from, part.to), style };
  });
}
