import type { BracketId, Code, ProvisionId, RulingId } from './ids.ts';

/** A bracket inside the one ruled on, which the same ruling ended (rule B20). */
export interface RuledInside {
  readonly bracket: BracketId;
  readonly outcome: 'keep' | 'drop';
}

/** What a ruling decides. Rulings are append-only; one is undone only by another. */
export type RulingAct =
  | { readonly type: 'keep'; readonly bracket: BracketId; readonly inside?: readonly RuledInside[] }
  | { readonly type: 'drop'; readonly bracket: BracketId }
  /** `variant` absent: "no text" stands. */
  | {
      readonly type: 'choose';
      readonly bracket: BracketId;
      readonly variant?: BracketId;
      readonly inside?: readonly RuledInside[];
    }
  /** Proposals that say the same became one with `bracket`. */
  | { readonly type: 'merge'; readonly bracket: BracketId; readonly merged: readonly BracketId[] }
  /** `words`: the provision's printed words at the moment of the ruling, so that a later change shows (rule P3). */
  | { readonly type: 'adRef'; readonly provision: ProvisionId; readonly words: string }
  | { readonly type: 'reopen'; readonly provision: ProvisionId };

export interface Ruling {
  readonly id: RulingId;
  readonly act: RulingAct;
  /** Who ruled: the chair's or the secretariat's code. */
  readonly by: Code;
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What was ruled on, in words of the draft, so that the record reads by itself years later. */
  readonly about: string;
}
