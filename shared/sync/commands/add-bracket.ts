import { spotOf } from '../reading/anchor.ts';
import { mayWrite, isOwn, writeBracket } from '../writing/bracket-write.ts';
import type { BracketRequest, DraftReplica, Hand, WriteOutcome } from '../contract.ts';
import { sortWords } from '../writing/own-words.ts';
import { emptyPiece, piecesOver } from '../writing/pieces.ts';
import { workings } from '../replica.ts';
import type { Replica } from '../replica.ts';
import { soundSpan, soundSpans, stretchesOf } from '../writing/spans.ts';
import { wellFormed } from '../writing/words.ts';
import { editStructure } from '../writing/write.ts';
import type { PieceJson } from '../document/bracket-record.ts';
import type { Span } from '../../schema/bracket.ts';
import type { BracketId } from '../../schema/ids.ts';
import { ok, refuse } from '../../schema/result.ts';

export interface AddBracketRequest extends BracketRequest {
  /** For a `choice`: the stretches of each variant. Without `spans` the choice has no brackets round its variants. */
  readonly variants?: readonly (readonly Span[])[];
}

/** Puts a bracket round words, round whole provisions, or at an empty place. The words themselves are not touched. */
export function addBracket(replica: DraftReplica, hand: Hand, request: AddBracketRequest): WriteOutcome<BracketId> {
  const live = workings(replica);
  if (!mayWrite(hand)) return refuse('chair-only');
  const whole = request.whole ?? [];
  if (whole.some((id) => live.indexOf(id) < 0)) return refuse('provision-gone');
  const over = piecesFor(live, request.spans, whole);
  const variants = (request.variants ?? []).map((spans) => piecesFor(live, spans, []));
  if (over === undefined || variants.includes(undefined)) return refuse('place-gone');
  if (over.length === 0 && variants.length === 0) return refuse('nothing-to-do');
  if (request.kind === 'insert' && !isOwnWork(live, hand, request)) return refuse('not-yours');
  const note = request.note === undefined ? '' : wellFormed(request.note);
  const within = enclosing(live, request);
  const id = editStructure(live, () => {
    const made = writeBracket(live, hand, {
      k: request.kind,
      s: over,
      ...(within && { w: within }),
      ...(note !== '' && { t: note }),
    });
    for (const pieces of variants) writeBracket(live, hand, { k: 'hold', s: pieces ?? [], v: made });
    return made;
  });
  return ok(id);
}

function piecesFor(
  live: Replica,
  spans: readonly Span[],
  whole: NonNullable<BracketRequest['whole']>,
): PieceJson[] | undefined {
  const sound = soundSpans(live.index, spans);
  if (sound === undefined) return undefined;
  const [only] = spans;
  if (sound.length > 0 || whole.length > 0 || only === undefined) return piecesOver(live.index, sound, whole);
  const empty = soundSpan(live.index, only);
  const spot = empty && spotOf(live.index, { provision: empty.provision, offset: empty.from }, -1);
  return spot === undefined ? undefined : [emptyPiece(spot)];
}

/** Only one's own words can be called one's own proposal; the chair's and secretariat's may mark any. */
function isOwnWork(live: Replica, hand: Hand, request: BracketRequest): boolean {
  if (hand.mode === 'draft') return true;
  const spans = soundSpans(live.index, request.spans) ?? [];
  const stretches = spans.flatMap((span) => stretchesOf(live.index, span));
  return (
    stretches.every((stretch) => sortWords(live, hand, stretch).every((each) => each.own)) &&
    (request.whole ?? []).every((id) => isOwn(hand, id))
  );
}

/** The innermost open bracket over exactly the same words, inside which the new one is made (rule B3). */
function enclosing(live: Replica, request: BracketRequest): BracketId | undefined {
  const [only, ...more] = soundSpans(live.index, request.spans) ?? [];
  if (only === undefined || more.length > 0) return undefined;
  return live
    .bracketsIn(only.provision)
    .findLast(({ pieces: [piece, ...rest] }) => rest.length === 0 && piece?.from === only.from && piece.to === only.to)
    ?.id;
}
