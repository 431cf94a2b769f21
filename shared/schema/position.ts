import type { BracketId, Code, ProvisionId } from './ids.ts';

/** How a delegation stands. `accept`: can live with. `reserve`: awaiting instructions. `object`: cannot accept. */
export const STANCES = ['support', 'accept', 'none', 'reserve', 'object'] as const;
export type Stance = (typeof STANCES)[number];

/**
 * What a position is about. A variant is a choice's sub-bracket; for every other open bracket the two variants are
 * `text` (the bracketed words stand) and `none` (they do not); a choice that offers it also has `none` ("no text").
 */
export type Target =
  | { readonly type: 'provision'; readonly provision: ProvisionId }
  | { readonly type: 'bracket'; readonly bracket: BracketId }
  | { readonly type: 'variant'; readonly bracket: BracketId; readonly variant: VariantId };

export type VariantId = BracketId | 'text' | 'none';

/** A target as a string: `p/ID`, `b/ID`, `v/ID/VARIANT`. Ids never hold a slash. */
export type TargetKey = string;

export function targetKey(target: Target): TargetKey {
  switch (target.type) {
    case 'provision':
      return `p/${target.provision}`;
    case 'bracket':
      return `b/${target.bracket}`;
    case 'variant':
      return `v/${target.bracket}/${target.variant}`;
  }
}

export interface Position {
  readonly delegation: Code;
  readonly target: Target;
  readonly stance: Stance;
  /** Why, in the delegation's words; at most 280 characters. */
  readonly reason?: string;
  /** "If 7 reads …": free words; the engine uses `conditionOn` where it is given. */
  readonly condition?: string;
  readonly conditionOn?: { readonly bracket: BracketId; readonly variant: VariantId };
  /** `room`: everybody but observers sees it; `chair`: the delegation and the chair alone. */
  readonly audience: 'room' | 'chair';
  /** `national`: stated by the delegation (or group) itself; `floor`: recorded by the chair from what was said. */
  readonly source: 'national' | 'floor';
  /** Milliseconds since 1970. */
  readonly at: number;
}
