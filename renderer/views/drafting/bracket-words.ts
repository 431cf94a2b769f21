import { excerptOf } from '../../../shared/brackets/excerpt.ts';
import type { Bracket } from '../../../shared/schema/bracket.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { Provision } from '../../../shared/schema/provision.ts';

const MOST = 140;

/** What a card reads words from: the draft by id, and the brackets in a provision, outer before inner. */
export interface BracketWords {
  readonly provisions: ReadonlyMap<ProvisionId, Provision>;
  bracketsIn(provision: ProvisionId): readonly Bracket[];
}

/** The words a bracket covers with the brackets in them, for a card: pieces joined by an ellipsis, cut where they are long. */
export function bracketWords(bracket: Bracket, { provisions, bracketsIn }: BracketWords): string {
  const words = bracket.pieces
    .map(({ provision: id, from, to }) => {
      const provision = provisions.get(id);
      return provision
        ? excerptOf(provision, { brackets: bracketsIn(id), from, to, of: bracket.id, most: MOST + 1 })
        : '';
    })
    .filter(Boolean)
    .join(' … ');
  return words.length <= MOST ? words : `${words.slice(0, MOST).trimEnd()}…`;
}
