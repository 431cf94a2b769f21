import { anchorAt, resolveAnchor } from '../reading/anchor.ts';
import { soundSpans, stretchesOf } from '../writing/spans.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { mayWrite } from '../writing/bracket-write.ts';
import { workings } from '../replica.ts';
import { removeOwn, strikeOf, strikeOthers } from '../writing/strike.ts';
import { deleteWords, edit } from '../writing/write.ts';
import type { Span } from '../../schema/bracket.ts';
import { ok, refuse } from '../../schema/result.ts';

/**
 * Takes words out. Drafting deletes them. Proposing deletes one's own proposed words and brackets all others for
 * deletion. The place is where the first stretch begins; refused where every word is bracketed for deletion already.
 */
export function eraseText(
  replica: DraftReplica,
  hand: Hand,
  request: { readonly spans: readonly Span[] },
): WriteOutcome {
  const live = workings(replica);
  if (!mayWrite(hand)) return refuse('chair-only');
  const spans = soundSpans(live.index, request.spans);
  if (spans === undefined) return refuse('place-gone');
  const first = spans[0];
  if (first === undefined) return refuse('nothing-to-do');
  if (hand.mode === 'draft') {
    const stretches = spans.flatMap((span) => stretchesOf(live.index, span));
    edit(live, () => deleteWords(stretches));
  } else {
    const { own, others } = strikeOf(live, hand, spans);
    const before = anchorAt(live.index, { provision: first.provision, offset: first.from }, -1);
    let wrote = own.length > 0;
    edit(live, () => {
      wrote = strikeOthers(live, hand, others) || wrote;
      removeOwn(live, hand, own);
    });
    if (!wrote) return refuse('nothing-to-do');
    // A slash before one's own words goes with them.
    const now = resolveAnchor(live.index, before);
    if (now !== undefined) return ok(now);
  }
  return ok({ provision: first.provision, offset: first.from });
}
