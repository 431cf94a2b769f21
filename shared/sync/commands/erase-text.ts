import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { workings } from '../replica.ts';
import { soundSpans, stretchesOf } from '../spans.ts';
import { deleteWords, edit } from '../write.ts';
import type { Span } from '../../schema/bracket.ts';
import { ok, refuse } from '../../schema/result.ts';

/** Erases words; where several stretches are given, in all of them. The place is where the first one began. */
export function eraseText(
  replica: DraftReplica,
  hand: Hand,
  request: { readonly spans: readonly Span[] },
): WriteOutcome {
  const live = workings(replica);
  const spans = soundSpans(live.index, request.spans);
  if (spans === undefined) return refuse('place-gone');
  const first = spans[0];
  if (first === undefined) return refuse('nothing-to-do');
  if (hand.mode === 'propose') return refuse('chair-only');
  const stretches = spans.flatMap((span) => stretchesOf(live.index, span));
  edit(live, () => deleteWords(stretches));
  return ok({ provision: first.provision, offset: first.from });
}
