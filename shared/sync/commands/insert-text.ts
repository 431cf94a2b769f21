import { spotOf } from '../reading/anchor.ts';
import { mayWrite } from '../writing/bracket-write.ts';
import { attributesAt } from '../writing/attributes-at.ts';
import type { DraftReplica, Hand, Place, WriteOutcome } from '../contract.ts';
import { endGrowth, proposeWords } from '../writing/proposal.ts';
import { workings } from '../replica.ts';
import { attributesOf, cutsPair, wellFormed } from '../writing/words.ts';
import type { MarkKind } from '../writing/words.ts';
import { putWords } from '../writing/put-words.ts';
import { edit } from '../writing/write.ts';
import { ok, refuse } from '../../schema/result.ts';

export interface InsertRequest {
  readonly at: Place;
  readonly text: string;
  /** Drafting alone: marks of the new words; where absent, those of the character before. */
  readonly marks?: readonly MarkKind[];
}

/** Puts words in; proposing, in a proposal of one's own, which typing on extends. The place is behind the words. */
export function insertText(replica: DraftReplica, hand: Hand, request: InsertRequest): WriteOutcome {
  const live = workings(replica);
  if (!mayWrite(hand)) return refuse('chair-only');
  const text = wellFormed(request.text);
  const whole = live.provision(request.at.provision)?.text;
  if (whole === undefined) return refuse('place-gone');
  const offset = cutsPair(whole, request.at.offset) ? request.at.offset + 1 : request.at.offset;
  const at = { provision: request.at.provision, offset };
  const spot = spotOf(live.index, at, -1);
  if (spot === undefined) return refuse('place-gone');
  if (text === '') return refuse('nothing-to-do');
  if (hand.mode !== 'draft') {
    if (request.marks !== undefined) return refuse('chair-only');
    edit(live, () => proposeWords(live, hand, { spot, text }));
    return ok({ provision: at.provision, offset: at.offset + text.length });
  }
  const attributes = request.marks === undefined ? attributesAt(spot) : attributesOf(request.marks);
  edit(live, () => {
    endGrowth(live, hand, spot);
    putWords(live, spot, { text, attributes });
  });
  return ok({ provision: at.provision, offset: at.offset + text.length });
}
