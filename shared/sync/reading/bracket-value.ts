import { slicesOf } from './extent.ts';
import type { Extent } from './extent.ts';
import type { BracketRecord } from '../document/bracket-record.ts';
import type { Composed } from './compose.ts';
import type { StrandView } from './strand.ts';
import type { Bracket, Closure, Piece } from '../../schema/bracket.ts';
import { CHAIR } from '../../schema/ids.ts';
import type { BracketId, Code, ProvisionId } from '../../schema/ids.ts';

/** What a bracket's pieces are resolved through. */
export interface Ground {
  readonly views: ReadonlyMap<ProvisionId, StrandView>;
  /** The provision in sight that shows a provision's words. */
  rootOf(id: ProvisionId): ProvisionId | undefined;
  readonly composed: ReadonlyMap<ProvisionId, Composed>;
  /** Index in reading order. */
  indexOf(id: ProvisionId): number;
  /** A provision in sight and what belongs to it where it is an option. */
  optionBlock(head: ProvisionId): readonly ProvisionId[];
}

/** Where a piece of the bracket lies in its strand. */
export type ExtentIn = (view: StrandView, piece: number) => Extent | undefined;

/** What delegations said about a bracket, by code. */
export type Voices = ReadonlyMap<Code, 'second' | 'keep'>;

function piecesOf(
  ground: Ground,
  record: BracketRecord,
  which: { readonly index: number; readonly extentIn: ExtentIn },
): Piece[] {
  const { index, extentIn } = which;
  const stored = record.pieces[index];
  if (stored === undefined) return [];
  const view = ground.views.get(stored.strand);
  if (view === undefined) return [];
  const extent = extentIn(view, index);
  if (extent === undefined) return [];
  const pieces: Piece[] = [];
  const isWhole = stored.type === 'whole';
  slicesOf(view, extent, isWhole).forEach((slice, order) => {
    const born = view.segments[slice.segment]!.provision;
    const root = ground.rootOf(born);
    const part = root && ground.composed.get(root)?.parts.find((each) => each.provision === born);
    if (root === undefined || part === undefined) return;
    const from = part.base + slice.from;
    // Before the number only where the words begin; what was split off a whole provision is held with its number too.
    const label = stored.label && from === 0 && (isWhole || order === 0);
    pieces.push({ provision: root, from, to: part.base + slice.to, label });
  });
  return pieces;
}

/** Whether none of a bracket's words are in sight. */
export function isGone(ground: Ground, record: BracketRecord, extentIn: ExtentIn): boolean {
  return record.pieces.every((_, index) =>
    piecesOf(ground, record, { index, extentIn }).every(({ from, to }) => from === to),
  );
}

/** A move and a join stand at the beginning of the provision they are about, as long as it is in sight by itself. */
function headOf(ground: Ground, record: BracketRecord): Piece[] {
  const subject = record.pieces[0]?.provision;
  if (subject === undefined || ground.rootOf(subject) !== subject) return [];
  return [{ provision: subject, from: 0, to: 0, label: false }];
}

/** Pieces in reading order, touching ones as one; empty ones only where nothing else is left of the bracket. */
function settle(ground: Ground, pieces: readonly Piece[]): Piece[] {
  const sorted = pieces.toSorted(
    (one, other) =>
      ground.indexOf(one.provision) - ground.indexOf(other.provision) ||
      one.from - other.from ||
      other.to - one.to ||
      Number(other.label) - Number(one.label),
  );
  const full = sorted.filter((piece) => piece.to > piece.from || piece.label);
  const kept: Piece[] = [];
  for (const piece of full.length > 0 ? full : sorted.slice(0, 1)) {
    const last = kept.at(-1);
    if (last !== undefined && last.provision === piece.provision && piece.from <= last.to) {
      kept[kept.length - 1] = { ...last, to: Math.max(last.to, piece.to) };
    } else kept.push(piece);
  }
  return kept;
}

/**
 * What stands under an option's head by now, with its number: an option over an article holds what is put into the
 * article later, whoever does. `pieces` come in reading order.
 */
function under(ground: Ground, [head]: readonly Piece[]): Piece[] {
  const words = head && ground.composed.get(head.provision)?.provision.text;
  if (words === undefined || head!.from > 0 || head!.to < words.length) return [];
  return ground
    .optionBlock(head!.provision)
    .slice(1)
    .map((provision) => {
      const { length } = ground.composed.get(provision)!.provision.text;
      return { provision, from: 0, to: length, label: true };
    });
}

/** What others' writes make of a bracket. */
export interface ReadWith {
  readonly voices: Voices;
  readonly noText: boolean;
  /** The choice it is a variant of. */
  readonly variantOf: BracketId | undefined;
  /** What is shown in its stead: see `stand-ins.ts`. */
  readonly became: BracketId | undefined;
  /** What is written before an option's words. */
  readonly option: string | undefined;
  /** One of several options over whole provisions, of a choice that is open. */
  readonly isOption: boolean;
  readonly isOthersWords: boolean;
  /** A wording that stands for itself, because its choice is over. */
  readonly isLoose: boolean;
  /** Of words that stood, and of their choice, once they have gone: see `moot.ts`. */
  readonly isMoot: boolean;
  readonly extentIn: ExtentIn;
}

/**
 * The bracket as a value, with its pieces where they lie now; no pieces where all its words are out of sight. What is loose
 * has brackets of its own.
 */
export function bracketValue(ground: Ground, record: BracketRecord, said: ReadWith): Bracket {
  const pieces: Piece[] = [];
  if (record.kind === 'move' || record.kind === 'join') pieces.push(...headOf(ground, record));
  else
    record.pieces.forEach((_, index) => pieces.push(...piecesOf(ground, record, { index, extentIn: said.extentIn })));
  const goesTo = record.goesTo ? ground.rootOf(record.goesTo) : record.goesTo;
  const voiced = (what: 'second' | 'keep'): Code[] =>
    [...said.voices]
      .filter(([code, word]) => word === what && code !== record.proponent)
      .map(([code]) => code)
      .sort();
  let closed: Closure | undefined;
  if (record.closed !== undefined) {
    const { outcome, variant, ruling, at } = record.closed;
    closed = { outcome, at, ...(variant && { variant }), ...(ruling && { ruling }) };
  } else if (said.became !== undefined) closed = { outcome: 'chosen', variant: said.became, at: record.opened };
  else if (said.isMoot) closed = { outcome: 'withdrawn', at: record.opened };
  return {
    id: record.id,
    kind: record.kind,
    pieces: settle(ground, said.isOption ? [...pieces, ...under(ground, settle(ground, pieces))] : pieces),
    ...(said.variantOf && { variantOf: said.variantOf }),
    ...(record.within && { within: record.within }),
    ...(record.bare && !said.isLoose && { bare: true }),
    ...(said.option !== undefined && { option: said.option }),
    ...(goesTo !== undefined && { goesTo }),
    ...((record.noText || said.noText) && { noText: true }),
    proponent: said.isOthersWords ? CHAIR : record.proponent,
    supporters: voiced('second'),
    keepers: voiced('keep'),
    ...(record.note !== undefined && { note: record.note }),
    opened: record.opened,
    ...(closed && { closed }),
  };
}

/** Outer before inner among brackets that start in one provision: by start, longest first, then as made inside. */
export function compareNesting(
  one: { readonly bracket: Bracket; readonly piece: Piece; readonly depth: number },
  other: { readonly bracket: Bracket; readonly piece: Piece; readonly depth: number },
): number {
  return (
    one.piece.from - other.piece.from ||
    Number(other.piece.label) - Number(one.piece.label) ||
    other.piece.to - one.piece.to ||
    other.bracket.pieces.length - one.bracket.pieces.length ||
    one.depth - other.depth ||
    one.bracket.opened - other.bracket.opened ||
    (one.bracket.id < other.bracket.id ? -1 : 1)
  );
}
