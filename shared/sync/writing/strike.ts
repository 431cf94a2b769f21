import type { BracketRecord, PieceJson } from '../document/bracket-record.ts';
import { isOwn, markWithdrawn, pieceExtent, widen, writeBracket } from './bracket-write.ts';
import type { Hand } from '../contract.ts';
import type { ItemId } from '../document/decode.ts';
import { sortWords } from './own-words.ts';
import { rangePiece, wholePieces } from './pieces.ts';
import { lyingIn } from './lying-in.ts';
import type { Replica } from '../replica.ts';
import { stretchesOf } from './spans.ts';
import type { Stretch } from './spans.ts';
import { idAt, runAtUnit } from '../reading/strand.ts';
import type { StrandView } from '../reading/strand.ts';
import { deleteWords } from './write.ts';
import type { Span } from '../../schema/bracket.ts';
import type { BracketId, ProvisionId } from '../../schema/ids.ts';
import { invariant } from '../../schema/result.ts';

/** What proposing to strike words comes to: own words that go, and others' words that are to be bracketed. */
export interface Strike {
  readonly own: readonly Stretch[];
  /** Others' words; stretches with nothing but struck own words between them are one. */
  readonly others: readonly Stretch[];
}

export function strikeOf(replica: Replica, hand: Hand, spans: readonly Span[]): Strike {
  const own: Stretch[] = [];
  const others: Stretch[] = [];
  for (const stretch of spans.flatMap((span) => stretchesOf(replica.index, span))) {
    const sorted = sortWords(replica, hand, stretch);
    own.push(...sorted.filter((each) => each.own).map(({ from, to }) => ({ ...stretch, from, to })));
    const theirs = sorted.filter((each) => !each.own);
    if (theirs.length > 0) others.push({ ...stretch, from: theirs[0]!.from, to: theirs.at(-1)!.to });
  }
  return { own, others };
}

type ViewNow = (owner: ProvisionId) => StrandView;

/** Strands as they are in the middle of a transaction; each is walked once, when first asked for. */
export function viewsNow(replica: Replica): ViewNow {
  const views = new Map<ProvisionId, StrandView>();
  return (owner) => {
    let view = views.get(owner);
    if (view === undefined) views.set(owner, (view = replica.index.viewNow(owner)));
    return view;
  };
}

/** Whether none of the words its proponent wrote are left in a bracket's ranges. */
function isEmptied(replica: Replica, record: BracketRecord, viewNow: ViewNow): boolean {
  return record.pieces.every((piece, index) => {
    if (piece.type === 'whole') return false;
    if (!replica.index.views.has(piece.strand)) return true;
    const view = viewNow(piece.strand);
    const extent = pieceExtent(replica, record, index, view);
    if (extent === undefined) return true;
    for (let at = runAtUnit(view, extent.from); at < view.runs.length; at += 1) {
      const run = view.runs[at]!;
      if (run.unit >= extent.to) return true;
      if (run.kind === 'text' && replica.isMine(run.client)) return false;
    }
    return true;
  });
}

/**
 * Takes own words out and withdraws the proposals that this empties; inside a transaction. A provision proposed whole
 * stays proposed when its words go: it is withdrawn as a provision.
 */
export function removeOwn(replica: Replica, hand: Hand, own: readonly Stretch[]): void {
  const touched = new Map<BracketId, BracketRecord>();
  for (const { view, from, to } of own) {
    const proposals = lyingIn(replica, view, (record) => record.kind === 'insert' && isOwn(hand, record.id));
    for (const { record, extent } of proposals) {
      if (extent.from < to && from < extent.to) touched.set(record.id, record);
    }
  }
  deleteWords(own);
  const viewNow = viewsNow(replica);
  for (const record of touched.values()) {
    if (isEmptied(replica, record, viewNow)) withdrawEmptied(replica, hand, record);
  }
}

/** A variant emptied of its words takes its choice along: what it stood against is then proposed for deletion. */
function withdrawEmptied(replica: Replica, hand: Hand, record: BracketRecord): void {
  markWithdrawn(replica, hand, record.id);
  deleteWords(ownPartings(replica, hand, record, viewsNow(replica)));
  const { records } = replica.index.brackets;
  const choice = record.variantOf === undefined ? undefined : records.get(record.variantOf);
  if (choice === undefined || choice.closed !== undefined || !isOwn(hand, choice.id)) return;
  const variants = replica.index.brackets.variantsOf(choice.id).filter((each) => each.id !== record.id);
  if (variants.some((each) => !isOwn(hand, each.id) || each.kind === 'insert')) return;
  markWithdrawn(replica, hand, choice.id);
  const viewNow = viewsNow(replica);
  const pieces: PieceJson[] = [];
  for (const variant of variants) {
    markWithdrawn(replica, hand, variant.id);
    pieces.push(...variant.pieces.flatMap((_, index) => pieceNow(replica, variant, { index, viewNow })));
  }
  if (pieces.length > 0) writeBracket(replica, hand, { k: 'delete', s: pieces });
}

/** What a hand put between a variant of its own and the one before it: a slash, a blank. It goes with the variant. */
export function ownPartings(replica: Replica, hand: Hand, variant: BracketRecord, viewNow: ViewNow): Stretch[] {
  const strands = new Set(variant.pieces.map(({ strand }) => strand).filter((id) => replica.index.views.has(id)));
  return [...strands].flatMap((strand) => {
    const view = viewNow(strand);
    return replica.index.brackets.partingOf(view, variant).flatMap((parting) => {
      const loose = { view, provision: strand, part: 0, ...parting };
      const own = sortWords(replica, hand, loose).filter((each) => each.own);
      return own.map(({ from, to }) => ({ ...loose, from, to }));
    });
  });
}

function pieceNow(
  replica: Replica,
  record: BracketRecord,
  which: { readonly index: number; readonly viewNow: ViewNow },
): PieceJson[] {
  const piece = record.pieces[which.index]!;
  if (piece.provision !== undefined) return wholePieces(replica.index, piece.provision);
  const view = which.viewNow(piece.strand);
  const extent = pieceExtent(replica, record, which.index, view);
  return extent === undefined || extent.to === extent.from ? [] : [rangePiece({ view, ...extent })];
}

/**
 * Brackets others' words for deletion; inside a transaction. A range that touches or overlaps a deletion of one's own
 * widens it; deletions that come to lie within it are withdrawn. The rest becomes one new bracket. Whether anything
 * was left to bracket.
 */
export function strikeOthers(replica: Replica, hand: Hand, others: readonly Stretch[]): boolean {
  const fresh: PieceJson[] = [];
  let wrote = false;
  for (const stretch of others) {
    const { view, from, to } = stretch;
    const touching = lyingIn(
      replica,
      view,
      (record) => record.kind === 'delete' && record.variantOf === undefined && isOwn(hand, record.id),
    ).filter(({ extent }) => extent.from <= to && from <= extent.to);
    const [keeper, ...rest] = touching.toSorted((one, other) => one.extent.from - other.extent.from);
    if (keeper === undefined) {
      fresh.push(rangePiece(stretch));
      continue;
    }
    wrote ||= from < keeper.extent.from || to > keeper.extent.to || rest.length > 0;
    const ends = Math.max(to, ...rest.map((each) => each.extent.to));
    const { record, piece, extent } = keeper;
    if (record.pieces[piece]?.type !== 'range') continue;
    if (from < extent.from) widen(replica, record.id, { piece, side: 'a', item: itemAt(view, from) });
    if (ends > extent.to) widen(replica, record.id, { piece, side: 'b', item: itemAt(view, ends - 1) });
    for (const { record: absorbed } of rest) {
      if (absorbed.id !== record.id && absorbed.pieces.length === 1) markWithdrawn(replica, hand, absorbed.id);
    }
  }
  if (fresh.length > 0) writeBracket(replica, hand, { k: 'delete', s: fresh });
  return wrote || fresh.length > 0;
}

function itemAt(view: StrandView, unit: number): ItemId {
  const id = idAt(view, unit);
  invariant(id, 'a stretch lies inside its strand');
  return [id.client, id.clock];
}
