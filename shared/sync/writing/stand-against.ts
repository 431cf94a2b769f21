import { writeBracket } from './bracket-write.ts';
import type { Hand } from '../contract.ts';
import { lyingIn } from './lying-in.ts';
import { rangePiece } from './pieces.ts';
import type { Replica } from '../replica.ts';
import type { Stretch } from './spans.ts';
import type { BracketRecord } from '../document/bracket-record.ts';
import type { BracketId } from '../../schema/ids.ts';

/** The bracket that is drawn round exactly these words, and could stand as a variant as it is. */
function drawnRound(replica: Replica, stretches: readonly Stretch[]): BracketRecord | undefined {
  const [only, ...more] = stretches;
  if (only === undefined || more.length > 0) return undefined;
  const round = lyingIn(
    replica,
    only.view,
    ({ kind, pieces, bare }) => isOfWords(kind) && pieces.length === 1 && pieces[0]!.type === 'range' && !bare,
  );
  return round.findLast(({ extent }) => extent.from === only.from && extent.to === only.to)?.record;
}

function isOfWords(kind: BracketRecord['kind']): boolean {
  return kind === 'insert' || kind === 'hold' || kind === 'placeholder';
}

/**
 * Makes words as they stand a variant of a choice; inside a transaction. Where they are exactly what a bracket holds,
 * that one goes on as it is, and the variant is drawn by its characters alone: nothing is written under another's id,
 * and `[ in writing][ where practicable]` has no bracket in the first (rule W15).
 */
export function standAgainst(
  replica: Replica,
  hand: Hand,
  of: { readonly stretches: readonly Stretch[]; readonly choice: BracketId; readonly bare?: boolean },
): BracketId {
  const drawn = of.bare ? undefined : drawnRound(replica, of.stretches);
  return writeBracket(replica, hand, {
    k: 'hold',
    s: of.stretches.map((stretch) => rangePiece(stretch)),
    v: of.choice,
    ...(drawn && { w: drawn.id }),
    ...((drawn ?? of.bare) && { b: 1 as const }),
  });
}
