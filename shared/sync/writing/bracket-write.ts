import { edgeKey } from '../document/bracket-record.ts';
import type { BracketJson, BracketRecord, PieceJson } from '../document/bracket-record.ts';
import type { Hand } from '../contract.ts';
import type { Replica } from '../replica.ts';
import type { ItemId } from '../document/decode.ts';
import { extentOf } from '../reading/extent.ts';
import type { Extent } from '../reading/extent.ts';
import { idAt } from '../reading/strand.ts';
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
  replica.index.roots.brackets.set(id, { ...made, o: hand.now() } satisfies BracketJson);
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
 * written down, because a closed bracket moves no more: what its proponent types on is a new proposal.
 */
export function markClosed(replica: Replica, record: BracketRecord, closure: Closure): void {
  const edges = record.pieces.map((piece, index) => {
    const extent = pieceExtent(replica, record, index);
    if (extent === undefined || extent.to === extent.from) return [null, null];
    const view = replica.index.views.get(piece.strand)!;
    const first = idAt(view, extent.from);
    const last = idAt(view, extent.to - 1);
    return [first ? [first.client, first.clock] : null, last ? [last.client, last.clock] : null];
  });
  replica.index.roots.brackets.set(`${record.id}/c`, {
    o: closure.outcome,
    ...(closure.variant && { v: closure.variant }),
    ...(closure.ruling && { r: closure.ruling }),
    t: closure.at,
    e: edges,
  });
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
  if (within === undefined) return undefined;
  return extentOf(within, record, {
    piece: index,
    stops: () => replica.index.brackets.stopsIn(piece.strand, record.id),
  });
}
