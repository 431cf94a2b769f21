import { mayDraft } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { workings } from '../replica.ts';
import { soundSpans, stretchesOf } from '../writing/spans.ts';
import { indexAt } from '../reading/strand.ts';
import type { MarkKind } from '../writing/words.ts';
import { edit } from '../writing/write.ts';
import type { Span } from '../../schema/bracket.ts';
import { ok, refuse } from '../../schema/result.ts';

export interface MarkRequest {
  readonly spans: readonly Span[];
  readonly mark: MarkKind;
  readonly on: boolean;
}

/** Sets words in italics or bold, or takes that back. The words and their authors stay the same. */
export function markText(replica: DraftReplica, hand: Hand, request: MarkRequest): WriteOutcome {
  const live = workings(replica);
  if (!mayDraft(hand)) return refuse('chair-only');
  const spans = soundSpans(live.index, request.spans);
  if (spans === undefined) return refuse('place-gone');
  const first = spans[0];
  if (first === undefined) return refuse('nothing-to-do');
  const key = request.mark === 'italic' ? 'i' : 'b';
  edit(live, () => {
    for (const span of spans) {
      for (const { view, from, to } of stretchesOf(live.index, span)) {
        const start = indexAt(view, from);
        view.text.format(start, indexAt(view, to) - start, { [key]: request.on ? true : null });
      }
    }
  });
  return ok({ provision: first.provision, offset: first.from });
}
