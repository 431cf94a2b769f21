import { addVariant } from './add-variant.ts';
import { mayWrite, writeBracket } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { wholePieces } from '../writing/pieces.ts';
import { putOption } from '../writing/put-option.ts';
import { blockOf } from '../reading/block.ts';
import { workings } from '../replica.ts';
import type { Replica } from '../replica.ts';
import { wellFormed } from '../writing/words.ts';
import { editStructure } from '../writing/write.ts';
import type { PieceJson } from '../document/bracket-record.ts';
import { NO_TEXT } from '../../brackets/option-label.ts';
import type { BracketId, ProvisionId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

export interface OptionRequest {
  /** The provision beside which an option is proposed; what stands under it belongs to it. */
  readonly provision: ProvisionId;
  /** The option's words, on the first line its own, on each below a paragraph under it. Absent: "no text". */
  readonly text?: string;
}

/**
 * Proposes a provision as an option beside another (rule W18): the one that stands, with what stands under it, is the
 * first option as it is, and is not touched. Beside one that is an option already it is the next. Gives the choice.
 */
export function offerOption(replica: DraftReplica, hand: Hand, request: OptionRequest): WriteOutcome<BracketId> {
  const live = workings(replica);
  if (!mayWrite(hand)) return refuse('chair-only');
  const { provision } = request;
  const stands = live.provision(provision);
  if (stands === undefined) return refuse('provision-gone');
  const standing = optionsWith(live, provision);
  if (standing !== undefined) {
    const text = request.text === undefined ? {} : { text: request.text };
    const added = addVariant(live, hand, { choice: standing, ...text });
    return added.ok ? ok(standing) : added;
  }
  const block = blockOf(live.index, provision);
  return ok(
    editStructure(live, () => {
      const choice = writeBracket(live, hand, {
        k: 'choice',
        s: [],
        b: 1,
        ...(request.text === undefined && { n: 1 }),
      });
      const pieces = block.flatMap((id, at) =>
        wholePieces(live.index, id).map((piece) => (at === 0 ? words(piece) : piece)),
      );
      writeBracket(live, hand, { k: 'hold', s: pieces, v: choice, b: 1, x: 1 });
      const text = request.text === undefined ? NO_TEXT[live.read().language] : wellFormed(request.text);
      putOption(live, hand, { choice, to: provision, after: block.at(-1)!, text });
      return choice;
    }),
  );
}

/** All the words of a provision without its number, which stays before "Option 1: ". */
function words(piece: PieceJson): PieceJson {
  if (!('p' in piece) || piece.p === undefined) return piece;
  if (!('s' in piece)) return { s: piece.p, a: 0, b: 0 };
  const { s, a, b } = piece;
  return { s, a, b };
}

/**
 * The open choice between whole provisions of which a provision is an option. What stands under a heading that is one can
 * have options of its own.
 */
function optionsWith(live: Replica, provision: ProvisionId): BracketId | undefined {
  const { brackets } = live.index;
  return live
    .bracketsIn(provision)
    .filter(({ bare, within, pieces }) => {
      if (bare !== true || within !== undefined) return false;
      const head = pieces[0]!.provision;
      return head === provision || live.provision(head)!.kind !== 'heading';
    })
    .map(({ variantOf }) => variantOf)
    .findLast((choice) => choice !== undefined && brackets.records.get(choice)?.pieces.length === 0);
}
