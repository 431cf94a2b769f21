import { numberProvisions } from '../numbering/number.ts';
import { isShapeKind, type Bracket } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { ProvisionId } from '../schema/ids.ts';
import type { Provision } from '../schema/provision.ts';
import type { GlyphPart } from './layout-contract.ts';

/** What a provision is called in a text: its number, else its first words. */
export type Naming = (id: ProvisionId) => string;

const FIRST_WORDS = /^(?:\S+\s+){0,4}\S+/u;

/**
 * How a provision is called in a text: by its number (`7 bis`), a subparagraph through its paragraph (`3(a)`), for there
 * may be many of its number; one without a number by its first words in quotation marks.
 */
export function provisionName(
  provisions: readonly Provision[],
  at: number,
  numberOf: (provision: Provision) => string,
): string {
  const provision = provisions[at];
  if (provision === undefined) return '“…”';
  const number = pathTo(provisions, at, numberOf);
  if (number !== '') return number;
  // Brackets among the words would be taken for the proposal's own.
  return `“${FIRST_WORDS.exec(provision.text.replace(/[[\]]/gu, '').trim())?.[0] ?? '…'}”`;
}

function pathTo(provisions: readonly Provision[], at: number, numberOf: (provision: Provision) => string): string {
  const { kind, level } = provisions[at]!;
  const own = numberOf(provisions[at]!)
    .replace(/[.:]\s*$/u, '')
    .trim();
  if (own === '' || kind !== 'subparagraph') return own;
  for (let above = at - 1; above >= 0 && provisions[above]!.kind !== 'heading'; above -= 1) {
    if (provisions[above]!.level < level) return pathTo(provisions, above, numberOf) + own;
  }
  return own;
}

/** Names the provisions of a draft as it is printed. */
export function namingOf({ provisions, language }: Pick<Draft, 'provisions' | 'language'>): Naming {
  let numbers: ReadonlyMap<ProvisionId, string> | undefined;
  let places: ReadonlyMap<ProvisionId, number> | undefined;
  return (id) => {
    const numbered = (numbers ??= numberProvisions(provisions, language));
    places ??= new Map(provisions.map((provision, at) => [provision.id, at]));
    return provisionName(provisions, places.get(id) ?? -1, (provision) => numbered.get(provision.id) ?? '');
  };
}

/**
 * What stands between the square brackets of a proposal about the draft's shape, as texts write it (rule B19): `MOVE to
 * after 7`, `MOVE to the beginning`, `JOIN to 6`, `SPLIT`. Empty for every other bracket. It is no part of the words.
 */
export function notationOf({ kind, goesTo }: Pick<Bracket, 'kind' | 'goesTo'>, name: Naming): string {
  switch (kind) {
    case 'split':
      return 'SPLIT';
    case 'join':
      return goesTo ? `JOIN to ${name(goesTo)}` : 'JOIN';
    case 'move':
      if (goesTo === null) return 'MOVE to the beginning';
      return goesTo === undefined ? 'MOVE' : `MOVE to after ${name(goesTo)}`;
    case 'insert':
    case 'delete':
    case 'hold':
    case 'choice':
    case 'placeholder':
      return '';
  }
}

/** The characters of a bracket's edge on a page, without what tells overlapping ones apart (rule B19). */
export function glyphWords(
  { side, says }: Pick<GlyphPart, 'side' | 'says'>,
  bracket: Bracket | undefined,
  name: Naming,
): string {
  if (says !== undefined) return says;
  if (bracket === undefined || !isShapeKind(bracket.kind)) return side === 'open' ? '[' : ']';
  return side === 'open' ? `[${notationOf(bracket, name)}` : '] ';
}
