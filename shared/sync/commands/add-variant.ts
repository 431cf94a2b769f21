import { spotOf } from '../reading/anchor.ts';
import { mayWrite, writeBracket } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { proposeWords } from '../writing/proposal.ts';
import { workings } from '../replica.ts';
import { wellFormed } from '../writing/words.ts';
import { editStructure } from '../writing/write.ts';
import type { Bracket, Piece } from '../../schema/bracket.ts';
import type { BracketId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

export interface VariantRequest {
  readonly choice: BracketId;
  /** The variant's words; absent: "no text" is offered. */
  readonly text?: string;
}

/** Offers another variant for the slot of a choice, behind its last one. Gives the variant's id. */
export function addVariant(replica: DraftReplica, hand: Hand, request: VariantRequest): WriteOutcome<BracketId> {
  const live = workings(replica);
  if (!mayWrite(hand)) return refuse('chair-only');
  const choice = live.bracket(request.choice);
  if (choice === undefined || choice.closed !== undefined) return refuse('bracket-gone');
  if (choice.kind !== 'choice') return refuse('variant-unknown');
  if (request.text === undefined) {
    if (choice.noText === true) return refuse('nothing-to-do');
    return ok(editStructure(live, () => writeBracket(live, hand, { k: 'choice', s: [], v: choice.id, n: 1 })));
  }
  const text = wellFormed(request.text);
  if (text === '') return refuse('nothing-to-do');
  const variants = live.index.brackets.variantsOf(choice.id).map((record) => live.bracket(record.id)!);
  const last = lastPiece(live.indexOf.bind(live), variants) ?? choice.pieces.at(-1);
  const spot = last && spotOf(live.index, { provision: last.provision, offset: last.to }, -1);
  if (spot === undefined) return refuse('place-gone');
  return ok(editStructure(live, () => proposeWords(live, hand, { spot, text, variantOf: choice.id })));
}

function lastPiece(indexOf: (id: Piece['provision']) => number, variants: readonly Bracket[]): Piece | undefined {
  return variants
    .flatMap((variant) => variant.pieces)
    .toSorted((one, other) => indexOf(one.provision) - indexOf(other.provision) || one.to - other.to)
    .at(-1);
}
