import type { BracketId, Code, ProvisionId, RulingId } from './ids.ts';

/** What a ruling decides. Rulings are append-only; one is undone only by another. */
export type RulingAct =
  | { readonly type: 'keep'; readonly bracket: BracketId }
  | { readonly type: 'drop'; readonly bracket: BracketId }
  /** `variant` absent: "no text" stands. */
  | { readonly type: 'choose'; readonly bracket: BracketId; readonly variant?: BracketId }
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
