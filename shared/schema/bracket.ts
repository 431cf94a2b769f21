import type { BracketId, Code, ProvisionId, RulingId } from './ids.ts';

/**
 * `insert`: words proposed. `delete`: words proposed for deletion. `hold`: words not agreed.
 * `choice`: a slot with variants, of which one will stand. `placeholder`: words yet to be written.
 * `move`, `split`, `join`: a proposal to put a provision elsewhere, to cut it in two, to join it to another.
 */
export const BRACKET_KINDS = ['insert', 'delete', 'hold', 'choice', 'placeholder', 'move', 'split', 'join'] as const;
export type BracketKind = (typeof BRACKET_KINDS)[number];

/** Kinds that are about the shape of the draft: they hold no words, and nothing changes until the chair rules (W10). */
export type ShapeKind = 'move' | 'split' | 'join';

export function isShapeKind(kind: BracketKind): kind is ShapeKind {
  return kind === 'move' || kind === 'split' || kind === 'join';
}

/** A stretch of one provision, in UTF-16 offsets of its text; `from` equals `to` for an empty bracket. */
export interface Span {
  readonly provision: ProvisionId;
  readonly from: number;
  readonly to: number;
}

/** One stretch of a bracket. `label`: it opens before the provision's number; with the full text, the whole provision. */
export interface Piece extends Span {
  readonly label: boolean;
}

/** How a bracket ended: the words stay, the words go, or (a choice) one variant stands. Always by a ruling or its proponent. */
export interface Closure {
  readonly outcome: 'keep' | 'drop' | 'chosen' | 'withdrawn';
  /** What was chosen; of a proposal that said the same as another, the one it became one with. */
  readonly variant?: BracketId;
  readonly ruling?: RulingId;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * Text that is not agreed. Brackets nest and overlap; an empty one keeps its place (rules B1 to B5).
 * A choice's variants are the brackets that name it in `variantOf`, in reading order; it has `pieces` of its own only
 * where glyphs stand round all its variants (`[shall / should]`).
 */
export interface Bracket {
  readonly id: BracketId;
  readonly kind: BracketKind;
  /** In reading order. */
  readonly pieces: readonly Piece[];
  readonly variantOf?: BracketId;
  /** The bracket this one was made inside; settles nesting where two brackets cover the same place (rule B3). */
  readonly within?: BracketId;
  /** A variant or a choice without square brackets of its own: slash variants, "Option 1:" paragraphs. */
  readonly bare?: boolean;
  /** Of an option over whole provisions: what is written before its words, `Option 2: `, by its place among the others. */
  readonly option?: string;
  /**
   * Of a `move`: the provision it would stand after, `null` for the beginning; of a `join`: the one it would be joined
   * to. Absent where that one is out of sight, and for every other kind.
   */
  readonly goesTo?: ProvisionId | null;
  /** A choice in which "no text" is one of the variants. */
  readonly noText?: boolean;
  readonly proponent: Code;
  /** Delegations that second the bracket, sorted; never the proponent. */
  readonly supporters: readonly Code[];
  /** Delegations that ask to keep what a `delete` bracket would remove, sorted. */
  readonly keepers: readonly Code[];
  readonly note?: string;
  /** Milliseconds since 1970. */
  readonly opened: number;
  /** Absent while the bracket is open. Closed brackets are left out of `Draft.brackets`. */
  readonly closed?: Closure;
}
