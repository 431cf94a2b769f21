import type { Bracket, Closure, Piece } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { BracketId } from '../schema/ids.ts';
import { draftIndex } from './draft-index.ts';

/** A bracket of a family, and how it ends when all of the family is accepted. */
export interface Accepted {
  readonly bracket: BracketId;
  readonly outcome: 'keep' | 'drop';
}

/**
 * The brackets that end with one when it is accepted with everything in it (rule B20): those that lie wholly in the words
 * that then stand. Proposals in it are accepted, words proposed for insertion and deletion alike, and brackets round
 * words are lifted. A choice stays open, because accepting does not say which of its variants; so do proposals to
 * move, split and join.
 */
export function familyOf(draft: Draft, bracket: BracketId, { outcome, variant }: Closure): readonly Accepted[] {
  const { brackets } = draftIndex(draft);
  const root = brackets.get(outcome === 'chosen' && variant !== undefined ? variant : bracket);
  if (root === undefined || outcome === 'drop' || outcome === 'withdrawn') return [];
  return draft.brackets.flatMap(({ id, kind, pieces, variantOf }): Accepted[] => {
    if (id === bracket || id === root.id || variantOf !== undefined || pieces.length === 0) return [];
    if (!pieces.every((piece) => root.pieces.some((round) => isWithin(piece, round)))) return [];
    switch (kind) {
      case 'insert':
      case 'hold':
      case 'placeholder':
        return [{ bracket: id, outcome: 'keep' }];
      case 'delete':
        return [{ bracket: id, outcome: 'drop' }];
      case 'choice':
      case 'move':
      case 'split':
      case 'join':
        return [];
    }
  });
}

function isWithin(piece: Piece, round: Bracket['pieces'][number]): boolean {
  return (
    piece.provision === round.provision &&
    round.from <= piece.from &&
    piece.to <= round.to &&
    (round.label || !piece.label)
  );
}
