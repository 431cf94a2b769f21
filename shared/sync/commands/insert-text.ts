import { spotOf } from '../anchor.ts';
import { attributesAt } from '../attributes-at.ts';
import type { DraftReplica, Hand, Place, WriteOutcome } from '../contract.ts';
import { workings } from '../replica.ts';
import { attributesOf, cutsPair, wellFormed } from '../words.ts';
import type { MarkKind } from '../words.ts';
import { edit, putWords } from '../write.ts';
import { ok, refuse } from '../../schema/result.ts';

export interface InsertRequest {
  readonly at: Place;
  readonly text: string;
  /** Marks of the new words; where absent, those of the character before. */
  readonly marks?: readonly MarkKind[];
}

/** Puts words in. The place is the one behind them. */
export function insertText(replica: DraftReplica, hand: Hand, request: InsertRequest): WriteOutcome {
  const live = workings(replica);
  const text = wellFormed(request.text);
  if (text === '') return refuse('nothing-to-do');
  const whole = live.provision(request.at.provision)?.text ?? '';
  const offset = cutsPair(whole, request.at.offset) ? request.at.offset + 1 : request.at.offset;
  const at = { provision: request.at.provision, offset };
  const spot = spotOf(live.index, at, -1);
  if (spot === undefined) return refuse('place-gone');
  if (hand.mode === 'propose') return refuse('chair-only');
  const attributes = request.marks === undefined ? attributesAt(spot) : attributesOf(request.marks);
  edit(live, () => putWords(spot, text, attributes));
  return ok({ provision: at.provision, offset: at.offset + text.length });
}
