import { edgeKey } from '../document/bracket-record.ts';
import type { BracketJson, BracketRecord, PieceJson } from '../document/bracket-record.ts';
import { packBracket } from '../document/packed-bracket.ts';
import type { Hand } from '../contract.ts';
import type { Replica } from '../replica.ts';
import type { ItemId } from '../document/decode.ts';
import type { Extent } from '../reading/extent.ts';
import { idAt, runAtUnit } from '../reading/strand.ts';
import type { StrandView } from '../reading/strand.ts';
import { CHAIR, mintId, proponentOf, SECRETARIAT } from '../../schema/ids.ts';
import type { BracketId, ProvisionId } from '../../schema/ids.ts';
import type { Closure } from '../../schema/bracket.ts';

/** Whether a hand is the chair's or the secretariat's, who keep the text. */
export function isChairs(hand: Pick<Hand, 'code'>): boolean {
  return hand.code === CHAIR || hand.code === SECRETARIAT;
}

/** Whether a hand may write in its mode at all: only the chair and the secretariat draft (rule W1). */
export function mayWrite(hand: Hand): boolean {
  return hand.mode === 'propose' || isChairs(hand);
}

/** Whether a hand may change the text itself now. */
export function mayDraft(hand: Hand): boolean {
  return hand.mode === 'draft' && isChairs(hand);
}

/** Whether a thing was made under this hand's code. */
export function isOwn(hand: Pick<Hand, 'code'>, id: BracketId | ProvisionId): boolean {
  return proponentOf(id) === hand.code;
}

/** Writes a new bracket of this hand; inside a transaction. */
export function writeBracket(replica: Replica, hand: Hand, made: Omit<BracketJson, 'o'>): BracketId {
  const id = mintId<BracketId>(hand.code, hand.random);
  replica.index.roots.brackets.set(id, packBracket({ ...made, o: hand.now() }));
  return id;
}

/** A piece as it grows with typing: from the first character typed to the last. */
export function typedPiece(strand: ProvisionId, first: ItemId, last: ItemId): PieceJson {
  return { s: strand, a: first, b: last };
}

/** Moves an edge of a piece outwards; inside a transaction. */
export function widen(
  replica: Replica,
  bracket: BracketId,
  edge: { readonly piece: number; readonly side: 'a' | 'b'; readonly item: ItemId },
): void {
  replica.index.roots.brackets.set(edgeKey(bracket, edge, edge.item), 1);
}

/** Marks a bracket as withdrawn by its proponent; inside a transaction. */
export function markWithdrawn(replica: Replica, hand: Hand, bracket: BracketId): void {
  replica.index.roots.brackets.set(`${bracket}/w`, { o: 'withdrawn', t: hand.now() });
}

/**
 * Marks a bracket as closed by a ruling; inside a transaction, before the words change. The edges of its ranges are
 * written down, because a closed bracket moves no more: what its proponent types on is a new proposal. So are the words
 * that it lets stand, which are the room's from here on (rule W16). `closing`: what ends in the same act.
 */
export function markClosed(
  replica: Replica,
  record: BracketRecord,
  { closure, closing = NONE }: { readonly closure: Closure; readonly closing?: ReadonlySet<BracketId> },
): void {
  const edges = record.pieces.map((piece, index) => {
    const extent = pieceExtent(replica, record, index);
    if (extent === undefined || extent.to === extent.from) return [null, null];
    const view = replica.index.views.get(piece.strand)!;
    const first = idAt(view, extent.from);
    const last = idAt(view, extent.to - 1);
    return [first ? [first.client, first.clock] : null, last ? [last.client, last.clock] : null];
  });
  const { brackets } = replica.index.roots;
  const made: unknown = brackets.get(record.id);
  brackets.set(`${record.id}/c`, {
    ...(made !== undefined && { m: made }),
    ...(letsStand(record, closure) && { w: standingWords(replica, record, closing) }),
    o: closure.outcome,
    ...(closure.variant && { v: closure.variant }),
    ...(closure.ruling && { r: closure.ruling }),
    t: closure.at,
    e: edges,
  });
}

const NONE: ReadonlySet<BracketId> = new Set();

/** Whether a ruling lets the words of a proposal stand. */
export function letsStand({ kind }: BracketRecord, closure: Closure | undefined): boolean {
  return kind === 'insert' && (closure?.outcome === 'keep' || closure?.outcome === 'chosen');
}

/**
 * `[client, clock, length]` of the words in a bracket; those in a proposal of the same delegation that stays open are
 * still in dispute.
 */
function standingWords(replica: Replica, record: BracketRecord, closing: ReadonlySet<BracketId>): number[][] {
  const words: number[][] = [];
  record.pieces.forEach((piece, index) => {
    const extent = pieceExtent(replica, record, index);
    const view = extent && replica.index.views.get(piece.strand);
    if (extent === undefined || view === undefined) return;
    const open = replica.index.brackets
      .recordsIn(piece.strand)
      .filter((each) => each.kind === 'insert' && each.closed === undefined && each.proponent === record.proponent)
      .filter((each) => each.id !== record.id && !closing.has(each.id))
      .flatMap((each) =>
        each.pieces.flatMap((one, at) => (one.strand === piece.strand ? (pieceExtent(replica, each, at) ?? []) : [])),
      );
    const edges = new Set([extent.from, extent.to, ...open.flatMap(({ from, to }) => [from, to])]);
    const cuts = [...edges].filter((at) => at >= extent.from && at <= extent.to).toSorted((one, other) => one - other);
    cuts.slice(0, -1).forEach((from, at) => {
      const to = cuts[at + 1]!;
      if (!open.some((each) => each.from <= from && to <= each.to)) words.push(...wordsIn(view, from, to));
    });
  });
  return words;
}

function wordsIn(view: StrandView, from: number, to: number): number[][] {
  const words: number[][] = [];
  for (let at = runAtUnit(view, from); at < view.runs.length && view.runs[at]!.unit < to; at += 1) {
    const run = view.runs[at]!;
    const length = Math.min(run.unit + run.length, to) - Math.max(run.unit, from);
    if (run.kind === 'text' && length > 0) words.push([run.client, run.clock + Math.max(0, from - run.unit), length]);
  }
  return words;
}

/** Where a piece lies now, in the strand as it was at the last update or as given. */
export function pieceExtent(
  replica: Replica,
  record: BracketRecord,
  index: number,
  view?: StrandView,
): Extent | undefined {
  const piece = record.pieces[index];
  if (piece === undefined) return undefined;
  const within = view ?? replica.index.views.get(piece.strand);
  return within && replica.index.brackets.extentIn(within, record, index);
}
