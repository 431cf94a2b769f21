import type { ActId, BracketId, Code, ProvisionId } from '../../schema/ids.ts';
import type { VariantId } from '../../schema/position.ts';
import type { Ballot } from '../decision.ts';
import type { VoteOpening } from '../vote/vote.ts';

/** How a bracket would read if the wording stands. */
export interface Choice {
  readonly bracket: BracketId;
  readonly variant: VariantId;
}

/**
 * What a silence is on. `words`: what the draft must still read when the chair gavels (`gavelledWords`, `wholeWords`).
 * `shown`: the wording as it would read, for people.
 */
export type Wording =
  | {
      readonly type: 'provision';
      readonly provision: ProvisionId;
      readonly choices: readonly Choice[];
      readonly words: string;
      readonly shown: string;
    }
  | { readonly type: 'whole'; readonly words: string };

/** How the whole draft is adopted: without objection, after a silence, or by a recorded vote. */
export type AdoptionWay =
  | { readonly type: 'consensus' }
  | { readonly type: 'silence'; readonly silence: ActId }
  | { readonly type: 'vote'; readonly vote: ActId };

/** What is done in the room. `code` is always the delegation that it is done by or for. */
export type Deed =
  // The floor.
  /** Opens a provision; without one, the floor is closed. */
  | { readonly type: 'open-floor'; readonly provision?: ProvisionId }
  | { readonly type: 'ask'; readonly code: Code; readonly reply: boolean }
  | { readonly type: 'take-back'; readonly ask: ActId }
  /** Gives the floor. `seconds`: how long; 0 for as long as it takes. */
  | { readonly type: 'call'; readonly code: Code; readonly ask?: ActId; readonly seconds: number }
  | { readonly type: 'end-speech' }
  | { readonly type: 'order'; readonly asks: readonly ActId[] }
  | { readonly type: 'list'; readonly closed: boolean }
  /** How long a statement and a right of reply may take; 0 for no limit. */
  | { readonly type: 'limits'; readonly speech: number; readonly reply: number }
  // Silence.
  | {
      readonly type: 'circulate';
      readonly wording: Wording;
      readonly about: string;
      readonly deadline: number;
      /** Whose objection breaks it. */
      readonly members: readonly Code[];
    }
  | { readonly type: 'object'; readonly silence: ActId; readonly code: Code; readonly reason: string }
  | { readonly type: 'extend'; readonly silence: ActId; readonly deadline: number }
  | { readonly type: 'withdraw'; readonly silence: ActId }
  | { readonly type: 'gavel'; readonly silence: ActId; readonly words: string }
  // Votes.
  | ({ readonly type: 'open-vote' } & Pick<VoteOpening, 'subject' | 'rule' | 'members' | 'about' | 'quorum'>)
  | { readonly type: 'cast' | 'intend'; readonly vote: ActId; readonly code: Code; readonly ballot: Ballot }
  | { readonly type: 'clear'; readonly vote: ActId; readonly code: Code }
  | { readonly type: 'announce' | 'cancel'; readonly vote: ActId }
  // The end.
  | { readonly type: 'adopt'; readonly way: AdoptionWay; readonly words: string; readonly about: string };

/**
 * One line of the log of what was done in the room. The log is append-only; nothing in it is ever changed. What counts of
 * it, and when, is decided by the relay's stamps (rule U1), never by `at`.
 */
export interface Act {
  readonly id: ActId;
  readonly by: Code;
  readonly person: string;
  /** Milliseconds since 1970 by the writer's own clock: for what has no relay. */
  readonly at: number;
  readonly deed: Deed;
}

/** When the relay had an act: the order of the log. */
export interface Stamp {
  readonly act: ActId;
  /** Milliseconds since 1970 by the relay's clock. */
  readonly at: number;
}
