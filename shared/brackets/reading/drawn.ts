import type { Bracket, BracketKind, Piece } from '../../schema/bracket.ts';
import { CHAIR, type BracketId, type Code, type ProvisionId } from '../../schema/ids.ts';
import type { Token, Unit } from './match.ts';

/** Makes ids; never gives one twice. */
export type Mint = <Id extends ProvisionId | BracketId>(code: Code) => Id;

/** A unit that becomes a provision. */
export interface ReadUnit extends Unit {
  readonly provision: ProvisionId;
  readonly role: NonNullable<Unit['role']>;
}

/** A bracket in the making. */
export interface Drawn {
  readonly id: BracketId;
  kind: BracketKind;
  readonly pieces: readonly Piece[];
  readonly within: BracketId | undefined;
  readonly at: number;
  readonly rest: Pick<Bracket, 'proponent' | 'supporters' | 'keepers' | 'note'>;
  variantOf?: BracketId;
  bare?: boolean;
  noText?: boolean;
  /** Of a `move` or a `join`. */
  goesTo?: ProvisionId | null;
}

export interface ChoiceSource {
  readonly units: readonly ReadUnit[];
  readonly texts: readonly string[];
  readonly tokens: readonly Token[];
  readonly partner: Int32Array;
  /** Offset of each token in its unit's text. */
  readonly places: Int32Array;
  /** For each unit the offsets taken out of its words. */
  readonly removed: readonly (readonly number[])[];
  /** For each opening token its bracket. */
  readonly drawn: readonly (Drawn | undefined)[];
  readonly mint: Mint;
  readonly at: number;
}

/** A bracket that has no characters of its own, and the token before which it stands in reading order. */
export interface Added {
  readonly before: number;
  readonly bracket: Drawn;
  /** For options, which may stand where no token does: first unit, and how many units on. They come before others. */
  readonly units?: { readonly first: number; readonly reach: number };
}

/** A choice without glyphs and without pieces: the slot that its variants share. */
export function bareChoice(made: {
  readonly id: BracketId;
  readonly at: number;
  readonly within: BracketId | undefined;
  readonly noText: boolean;
}): Drawn {
  return {
    id: made.id,
    kind: 'choice',
    pieces: [],
    within: made.within,
    at: made.at,
    rest: { proponent: CHAIR, supporters: [], keepers: [] },
    bare: true,
    ...(made.noText ? { noText: true } : {}),
  };
}
