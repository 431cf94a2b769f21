import type { Spot } from '../reading/anchor.ts';
import { typedPiece, writeBracket } from './bracket-write.ts';
import type { Hand } from '../contract.ts';
import { clockNow } from './mend.ts';
import { FENCE } from './proposal.ts';
import { putWords } from './put-words.ts';
import type { Replica } from '../replica.ts';
import { deleteItems } from './write.ts';
import type { BracketId } from '../../schema/ids.ts';

/**
 * Puts a wording in behind the last one of its choice, parted from it; inside a transaction. What parts it is the
 * wording's, and goes with it. `bare`: it stands in the choice's brackets, and has none of its own.
 */
export function putVariant(
  replica: Replica,
  hand: Hand,
  words: {
    readonly spot: Spot;
    readonly parting: string;
    readonly text: string;
    readonly choice: BracketId;
    readonly bare: boolean;
  },
): BracketId {
  const { spot, parting, text, choice, bare } = words;
  const { doc } = replica;
  const before = clockNow(doc);
  // One with brackets of its own may be typed on, as far as its fence.
  putWords(replica, spot, { text: parting + text + (bare ? '' : FENCE) });
  const first = before + parting.length;
  const behind = first + text.length;
  if (!bare) deleteItems(spot.view.text, doc.clientID, { from: behind, to: behind + 1 });
  const piece = typedPiece(spot.view.owner, [doc.clientID, first], [doc.clientID, behind - 1]);
  return writeBracket(replica, hand, { k: 'insert', s: [piece], v: choice, ...(bare ? { b: 1 } : { g: 1 }) });
}
