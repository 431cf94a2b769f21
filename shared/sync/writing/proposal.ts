import type { Spot } from '../reading/anchor.ts';
import { isOwn, pieceExtent, typedPiece, widen, writeBracket } from './bracket-write.ts';
import type { Hand } from '../contract.ts';
import type { Replica } from '../replica.ts';
import { fenceBehind } from '../reading/extent.ts';
import { idAt } from '../reading/strand.ts';
import { clockNow } from './mend.ts';
import { lyingIn } from './lying-in.ts';
import type { Lying } from './lying-in.ts';
import { putWords } from './put-words.ts';
import type { Beside } from './put-words.ts';
import { erasedEdge } from './erased-edge.ts';
import { deleteItems } from './write.ts';
import type { BracketRecord } from '../document/bracket-record.ts';
import type { BracketId } from '../../schema/ids.ts';

/** The proposal that words typed at a spot belong to: one's own that it lies in, or that they extend. */
export function proposalAt(replica: Replica, hand: Hand, spot: Spot): Lying | undefined {
  const { unit, view } = spot;
  const lying = lyingIn(replica, view, (record) => record.kind === 'insert');
  const size = ({ extent }: Lying): number => extent.to - extent.from;
  const [innermost] = lying
    .filter(({ extent }) => extent.from < unit && unit < extent.to)
    .sort((one, other) => size(one) - size(other));
  if (innermost !== undefined && isOwn(hand, innermost.record.id)) return innermost;
  // Not inside a proposal of one's own: one that ends or begins here is extended, unless another's encloses this
  // place without enclosing it.
  const touching = lying.filter(
    ({ record, extent }) =>
      isOwn(hand, record.id) &&
      (extent.to === unit || extent.from === unit) &&
      (innermost === undefined || (innermost.extent.from <= extent.from && extent.to <= innermost.extent.to)),
  );
  return touching.find(({ extent }) => extent.to === unit) ?? touching[0];
}

/**
 * A character on either side of a new proposal's words, erased as soon as it is written. It has no width, and keeps its
 * place for good. What its proponent types on goes between the two, and what others type at its edges goes outside: so
 * neither comes to lie in the other where both type at once (rule W19).
 */
export const FENCE = '\u2060';

/**
 * Where words go that extend a proposal at one of its ends: right beside its own, inside its fences; and there outside
 * others' brackets that begin or end at characters of the proposal that were erased.
 */
function insideOf(replica: Replica, { hand, spot }: { hand: Hand; spot: Spot }, proposal: Lying): Beside | undefined {
  const { extent, record, piece } = proposal;
  const { unit, view } = spot;
  if (extent.from === extent.to || (extent.from < unit && unit < extent.to)) return undefined;
  const others = ({ id }: BracketRecord): boolean => !isOwn(hand, id) && id !== record.variantOf;
  const { start } = record.pieces[piece]!;
  if (unit === extent.to) {
    const fence = fenceBehind(view, record, piece);
    const edge = fence && erasedEdge(replica, spot, { side: 'end', of: others, within: fence });
    const last = idAt(view, unit - 1);
    return edge ? { behind: edge } : last && { behind: [last.client, last.clock] };
  }
  const edge = start.item && erasedEdge(replica, spot, { side: 'start', of: others, within: start.item });
  const first = idAt(view, unit);
  return edge ? { before: edge } : first && { before: [first.client, first.clock] };
}

/** Puts a hand's words in, in the emphasis of the place, and sees to it that they lie in a proposal of its own; inside a transaction. */
export function proposeWords(
  replica: Replica,
  hand: Hand,
  words: {
    readonly spot: Spot;
    readonly text: string;
    readonly variantOf?: BracketId;
  },
): BracketId {
  const { spot, text, variantOf } = words;
  const proposal = variantOf === undefined ? proposalAt(replica, hand, spot) : undefined;
  const { doc, index } = replica;
  const before = clockNow(doc);
  if (proposal === undefined) {
    putWords(replica, spot, { text: FENCE + text + FENCE });
    const [start, end] = [before, before + text.length + 1];
    for (const clock of [start, end]) deleteItems(spot.view.text, doc.clientID, { from: clock, to: clock + 1 });
    const piece = typedPiece(spot.view.owner, [doc.clientID, start], [doc.clientID, end - 1]);
    return writeBracket(replica, hand, { k: 'insert', s: [piece], g: 1, ...(variantOf && { v: variantOf }) });
  }
  const beside = insideOf(replica, { hand, spot }, proposal);
  putWords(replica, spot, { text, ...(beside && { beside }) });
  const view = index.viewNow(spot.view.owner);
  const typed = view.runs.find(
    (run) => run.client === doc.clientID && run.clock + run.length > before && run.kind === 'text',
  )!;
  const start = Math.max(typed.clock, before);
  const from = typed.unit + start - typed.clock;
  const first = [doc.clientID, start] as const;
  const last = [doc.clientID, start + text.length - 1] as const;
  const { record, piece } = proposal;
  if (record.pieces[piece]?.type === 'range') {
    // What the bracket reaches by itself needs no write; see extent.ts.
    const reach = pieceExtent(replica, record, piece, view);
    if (reach === undefined || reach.from > from) widen(replica, record.id, { piece, side: 'a', item: first });
    if (reach === undefined || reach.to < from + text.length) {
      widen(replica, record.id, { piece, side: 'b', item: last });
    }
  }
  return record.id;
}

/**
 * Ends the growth of this hand's proposals that stop at a spot, so that what it drafts there becomes the text and
 * no part of them; inside a transaction. Only who both proposes and drafts comes to this.
 */
export function endGrowth(replica: Replica, hand: Hand, spot: Spot): void {
  const ending = lyingIn(replica, spot.view, (record) => record.grows && isOwn(hand, record.id)).filter(
    ({ extent }) => extent.to === spot.unit,
  );
  for (const { record, piece, extent } of ending) {
    const last = idAt(spot.view, spot.unit - 1);
    if (last === undefined || extent.from === extent.to) continue;
    widen(replica, record.id, { piece, side: 'b', item: [last.client, last.clock] });
    replica.index.roots.brackets.set(`${record.id}/f`, 1);
  }
}
