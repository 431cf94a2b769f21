import { anchorAt, resolveAnchor, spotOf } from '../reading/anchor.ts';
import type { Spot } from '../reading/anchor.ts';
import { attributesAt } from '../writing/attributes-at.ts';
import { mayWrite, pieceExtent, widen, writeBracket } from '../writing/bracket-write.ts';
import type { DraftReplica, Hand, Place, WriteOutcome } from '../contract.ts';
import { lyingIn } from '../writing/lying-in.ts';
import { proposeWords } from '../writing/proposal.ts';
import type { Lying } from '../writing/lying-in.ts';
import { workings } from '../replica.ts';
import type { Extent } from '../reading/extent.ts';
import type { Replica } from '../replica.ts';
import { spotBeside } from '../writing/spot-beside.ts';
import { soundSpans, stretchesOf } from '../writing/spans.ts';
import { idAt } from '../reading/strand.ts';
import type { StrandView } from '../reading/strand.ts';
import { standAgainst } from '../writing/stand-against.ts';
import { removeOwn, strikeOf } from '../writing/strike.ts';
import { cutsPair, wellFormed } from '../writing/words.ts';
import { putWords } from '../writing/put-words.ts';
import { deleteWords, edit } from '../writing/write.ts';
import type { Span } from '../../schema/bracket.ts';
import { invariant, ok, refuse } from '../../schema/result.ts';

export interface ReplaceRequest {
  readonly spans: readonly Span[];
  readonly text: string;
}

/**
 * Puts words in the stead of others. Drafting, the new words take the place of the old, in the same brackets.
 * Proposing over others' words makes a choice: the old words are one variant, the new ones the other; one's own
 * proposed words are simply written anew. The place is behind the new words.
 */
export function replaceText(replica: DraftReplica, hand: Hand, request: ReplaceRequest): WriteOutcome {
  const live = workings(replica);
  if (!mayWrite(hand)) return refuse('chair-only');
  const text = wellFormed(request.text);
  const spans = soundSpans(live.index, request.spans);
  if (spans === undefined) return refuse('place-gone');
  if (spans.length === 0 || text === '') return refuse('nothing-to-do');
  return ok(hand.mode === 'draft' ? overwrite(live, spans, text) : counterpropose(live, hand, { spans, text }));
}

function overwrite(live: Replica, spans: readonly Span[], text: string): Place {
  const first = spans[0]!;
  const stretches = spans.flatMap((span) => stretchesOf(live.index, span));
  const head = stretches[0]!;
  const words = live.provision(first.provision)!.text;
  const width = cutsPair(words, first.from + 1) ? 2 : 1;
  const around = lyingIn(live, head.view, () => true).filter(
    ({ record, piece }) => record.pieces[piece]!.type === 'range',
  );
  const single = head.to - head.from === width;
  // Inside every bracket that holds the old words: behind their first character, or right before a single one that a
  // bracket ends on. Behind a single one that is all there is of a proposal the new words would have to be its end, and
  // whatever is drafted on from them would be its proponent's.
  const beforeIt =
    single && around.some(({ record, extent }) => extent.to === head.to && (extent.from < head.from || record.grows));
  const spot: Spot = { view: head.view, part: head.part, unit: head.from + width };
  const attributes = attributesAt(spot);
  const old = idAt(head.view, head.from)!;
  edit(live, () => {
    putWords(live, spot, { text, attributes, ...(beforeIt && { beside: { before: [old.client, old.clock] } }) });
    deleteWords(stretches);
    const view = live.index.viewNow(head.view.owner);
    for (const lying of around.filter(({ extent }) => extent.from <= head.from && head.to <= extent.to))
      takeIn(live, lying, { view, from: head.from, to: head.from + text.length });
  });
  return { provision: first.provision, offset: first.from + text.length };
}

/** Widens a bracket that held the old words over the new ones. */
function takeIn(live: Replica, { record, piece }: Lying, words: Extent & { readonly view: StrandView }): void {
  const { view } = words;
  const reach = pieceExtent(live, record, piece, view);
  const [first, last] = [idAt(view, words.from)!, idAt(view, words.to - 1)!];
  if (reach === undefined || reach.from > words.from)
    widen(live, record.id, { piece, side: 'a', item: [first.client, first.clock] });
  if (reach === undefined || reach.to < words.to)
    widen(live, record.id, { piece, side: 'b', item: [last.client, last.clock] });
}

function counterpropose(
  live: Replica,
  hand: Hand,
  request: { readonly spans: readonly Span[]; readonly text: string },
): Place {
  const { spans, text } = request;
  const { own, others } = strikeOf(live, hand, spans);
  const lastSpan = spans.at(-1)!;
  const [only, ...more] = others;
  const beside = only && more.length === 0 && own.length === 0 ? spotBeside(live, only) : undefined;
  const spot = beside?.front ? beside : spotOf(live.index, { provision: lastSpan.provision, offset: lastSpan.to }, -1)!;
  const offset = beside?.front ? spans[0]!.from : lastSpan.to;
  const behind = anchorAt(live.index, { provision: lastSpan.provision, offset }, 1);
  edit(live, () => {
    let variantOf;
    if (others.length > 0) {
      variantOf = writeBracket(live, hand, { k: 'choice', s: [] });
      standAgainst(live, hand, { stretches: others, choice: variantOf });
    }
    proposeWords(live, hand, { spot, text, ...(variantOf && { variantOf }) });
    removeOwn(live, hand, own);
  });
  // Counting would not do: a slash may have gone with one's own words, and what was joined to them stand by itself.
  const now = resolveAnchor(live.index, behind);
  invariant(now, 'words that were put in are in sight');
  return now;
}
