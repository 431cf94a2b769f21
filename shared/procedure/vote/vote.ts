import type { BracketId, Code, ProvisionId, VoteId } from '../../schema/ids.ts';
import type { VariantId } from '../../schema/position.ts';
import type { Ballot } from '../decision.ts';

/** What is voted on. A part is voted on separately, on whether it stays, before the whole. */
export type VoteSubject =
  | { readonly type: 'whole' }
  /** `words`: as `gavelledWords` gives them at the moment of the vote. */
  | { readonly type: 'provision'; readonly provision: ProvisionId; readonly words: string }
  /** One wording of a bracket: whether it stands. `words`: the wording; empty for "no text". */
  | {
      readonly type: 'wording';
      readonly bracket: BracketId;
      readonly variant: VariantId;
      readonly words: string;
    };

/** Two thirds for substance, a simple majority for procedure; of those present and voting. The chair says which. */
export type VoteRule = 'two-thirds' | 'simple-majority';

/** What is fixed when voting begins. Plain JSON: it is stored as it stands. */
export interface VoteOpening {
  readonly id: VoteId;
  readonly subject: VoteSubject;
  readonly rule: VoteRule;
  /** Who has a vote: members of the roster, sorted. Observers and groups have none. */
  readonly members: readonly Code[];
  /** How many members have to be present for a decision, and how many are; absent where the chair has not said. */
  readonly quorum?: { readonly needed: number; readonly present: number };
  /** What is voted on in words of the draft, so that the record reads by itself years later. */
  readonly about: string;
  /** Who opened it: the chair or the secretariat. */
  readonly by: Code;
  readonly at: number;
}

/**
 * What happens in a vote, in the order in which the room hears it. `cast` records a ballot, or another in place of the one
 * before; `clear` takes one back that was recorded by mistake. Once the chair has announced the result, neither does:
 * `intend` then keeps how a delegation says it meant to vote, beside a result that stands.
 */
export type VoteEvent =
  | { readonly type: 'cast'; readonly code: Code; readonly ballot: Ballot; readonly by: Code; readonly at: number }
  | { readonly type: 'clear'; readonly code: Code; readonly by: Code; readonly at: number }
  | { readonly type: 'announce'; readonly by: Code; readonly at: number }
  | { readonly type: 'intend'; readonly code: Code; readonly ballot: Ballot; readonly by: Code; readonly at: number }
  | { readonly type: 'cancel'; readonly by: Code; readonly at: number };

/** A recorded vote as it is. */
export interface RecordedVote {
  readonly opening: VoteOpening;
  readonly ballots: ReadonlyMap<Code, Ballot>;
  /** `open`: ballots are recorded. `announced`: the result stands. `cancelled`: there is no result. */
  readonly state:
    | { readonly type: 'open' }
    | { readonly type: 'announced'; readonly at: number }
    | { readonly type: 'cancelled'; readonly at: number };
  /** How delegations said after the announcement that they meant to vote; of no effect on the result. */
  readonly intentions: ReadonlyMap<Code, Ballot>;
}

/** Why a vote cannot be opened, or an event is refused. */
export type VoteRefusal =
  | 'nobody-has-a-vote'
  | 'quorum-malformed'
  | 'quorum-missing'
  | 'not-presiding'
  | 'no-vote'
  | 'ballot-same'
  | 'ballot-missing'
  | 'nobody-voted'
  | 'vote-over'
  | 'vote-open';
