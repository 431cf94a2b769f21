import type { Bracket } from '../../../shared/schema/bracket.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { Provision } from '../../../shared/schema/provision.ts';

const MOST = 140;

/** The words a bracket covers, for a card: pieces joined by an ellipsis, cut where they are long. */
export function bracketWords(bracket: Bracket, provisions: ReadonlyMap<ProvisionId, Provision>): string {
  const words = bracket.pieces
    .map((piece) => provisions.get(piece.provision)?.text.slice(piece.from, piece.to).trim() ?? '')
    .filter(Boolean)
    .join(' … ');
  return words.length <= MOST ? words : `${words.slice(0, MOST).trimEnd()}…`;
}
