import { numberProvisions } from '../numbering/number.ts';
import { isShapeKind, type Bracket } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { ProvisionId } from '../schema/ids.ts';
import type { GlyphPart } from './layout-contract.ts';

/** What a provision is called in a text: its number, else its first words. */
export type Naming = (id: ProvisionId) => string;

const FIRST_WORDS = /^(?:\S+\s+){0,4}\S+/u;

/** How a provision is called by its number (`7 bis`, `(a)`), or by its first words in quotation marks. */
export function provisionName(number: string, text: string): string {
  const bare = number.replace(/[.:]\s*$/u, '').trim();
  if (bare !== '') return bare;
  return `“${FIRST_WORDS.exec(text.trim())?.[0] ?? '…'}”`;
}

/** Names the provisions of a draft as it is printed. */
export function namingOf(draft: Pick<Draft, 'provisions' | 'language'>): Naming {
  let numbers: ReadonlyMap<ProvisionId, string> | undefined;
  let texts: ReadonlyMap<ProvisionId, string> | undefined;
  return (id) => {
    numbers ??= numberProvisions(draft.provisions, draft.language);
    texts ??= new Map(draft.provisions.map((provision) => [provision.id, provision.text]));
    return provisionName(numbers.get(id) ?? '', texts.get(id) ?? '');
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
