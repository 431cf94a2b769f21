import type { Bracket } from '../schema/bracket.ts';
import type { DraftIndex } from './draft-index.ts';

/**
 * The bracket whose characters stand round a variant that has none of its own (rule W15): another's proposal, made a
 * variant as it was. It ends with the variant. `undefined` for a variant that is drawn itself, or bare like slash variants.
 */
export function dressOf(index: DraftIndex, variant: Bracket): Bracket | undefined {
  const { bare, within, variantOf } = variant;
  if (bare !== true || within === undefined || within === variantOf) return undefined;
  const dress = index.brackets.get(within);
  if (dress === undefined || dress.bare === true || dress.pieces.length !== 1) return undefined;
  const others = (index.variants.get(variantOf!) ?? []).filter(({ id }) => id !== variant.id);
  const holds = ({ pieces }: Bracket) => pieces.some((piece) => isIn(piece, dress.pieces[0]!));
  return holds(variant) && !others.some(holds) ? dress : undefined;
}

function isIn(piece: Bracket['pieces'][number], round: Bracket['pieces'][number]): boolean {
  return piece.provision === round.provision && round.from <= piece.from && piece.to <= round.to;
}
