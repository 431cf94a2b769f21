import { mayWrite, writeBracket } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, NewProvision, WriteOutcome } from '../contract.ts';
import { writeProvision } from '../writing/new-provision.ts';
import { blockOf } from '../reading/block.ts';
import { orderAfter } from '../writing/reading-order.ts';
import { workings } from '../replica.ts';
import { fillStrand, wellFormed } from '../writing/words.ts';
import { editStructure } from '../writing/write.ts';
import { mintId } from '../../schema/ids.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

/**
 * Puts a provision in; proposing, in an insert bracket round the whole of it. Beside another (*bis*, *alt*) it stands
 * behind what stands under that one. The place is the end of its words.
 */
export function addProvision(replica: DraftReplica, hand: Hand, request: NewProvision): WriteOutcome {
  const live = workings(replica);
  if (!mayWrite(hand)) return refuse('chair-only');
  const { after, kind, level, relation } = request;
  if (after !== null && live.indexOf(after) < 0) return refuse('provision-gone');
  const text = wellFormed(request.text);
  const id = mintId<ProvisionId>(hand.code, hand.random);
  // Between a provision and its subparagraphs it would take them over.
  const beside = after !== null && after === relation?.to ? blockOf(live.index, after).at(-1)! : after;
  const [order] = orderAfter(live.index, beside, { count: 1, random: hand.random });
  editStructure(live, () => {
    const strand = writeProvision(live, id, {
      k: kind,
      l: level,
      o: order!,
      ...(relation && { r: [relation.type, relation.to] }),
    });
    if (strand !== undefined) fillStrand(strand, text, []);
    if (hand.mode === 'propose') writeBracket(live, hand, { k: 'insert', s: [{ p: id }] });
  });
  return ok({ provision: id, offset: text.length });
}
