import { mayWrite, writeBracket } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, NewProvision, Place, WriteOutcome } from '../contract.ts';
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
export function addProvision(replica: DraftReplica, hand: Hand, { text, ...made }: NewProvision): WriteOutcome {
  const added = addProvisions(replica, hand, { ...made, texts: [text] });
  return added.ok ? ok(added.value[0]!) : added;
}

/**
 * As `addProvision`, one for each text, each behind the one before; nothing that others put at this place meanwhile comes
 * between them (rule S13). The places are the ends of their words.
 */
export function addProvisions(
  replica: DraftReplica,
  hand: Hand,
  request: Omit<NewProvision, 'text'> & { readonly texts: readonly string[] },
): WriteOutcome<readonly Place[]> {
  const live = workings(replica);
  if (!mayWrite(hand)) return refuse('chair-only');
  const { after, kind, level, relation, texts } = request;
  if (after !== null && live.indexOf(after) < 0) return refuse('provision-gone');
  const ids = texts.map(() => mintId<ProvisionId>(hand.code, hand.random));
  // Between a provision and its subparagraphs it would take them over.
  const beside = after !== null && after === relation?.to ? blockOf(live.index, after).at(-1)! : after;
  const orders = orderAfter(live.index, beside, { count: texts.length, random: hand.random });
  const words = texts.map(wellFormed);
  editStructure(live, () => {
    for (const [place, id] of ids.entries()) {
      const strand = writeProvision(live, id, {
        k: kind,
        l: level,
        o: orders[place]!,
        ...(relation && { r: [relation.type, ids[place - 1] ?? relation.to] }),
      });
      if (strand !== undefined) fillStrand(strand, words[place]!, []);
      if (hand.mode === 'propose') writeBracket(live, hand, { k: 'insert', s: [{ p: id }] });
    }
  });
  return ok(ids.map((provision, place) => ({ provision, offset: words[place]!.length })));
}
