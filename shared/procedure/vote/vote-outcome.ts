import { decide, tally, type Decision, type Tally } from '../decision.ts';
import type { RecordedVote, VoteRule } from './vote.ts';

/** What a vote comes to, as the field writes it: "134 to 0, with 2 abstentions". */
export interface VoteOutcome {
  readonly tally: Tally;
  /** Members present and voting: for and against. Abstentions are no votes. */
  readonly cast: number;
  /** Fewest votes in favour with which it passes, given how many were cast; at least 1. */
  readonly needed: number;
  readonly decision: Decision;
}

/**
 * The outcome on the ballots recorded so far (rule C17); the result of the meeting only once it is announced.
 * A tie under a simple majority does not pass.
 */
export function voteOutcome({ opening, ballots }: RecordedVote): VoteOutcome {
  const votes = tally(opening.members, ballots);
  const cast = votes.for.length + votes.against.length;
  return { tally: votes, cast, needed: neededOf(opening.rule, cast), decision: decide({ type: opening.rule }, votes) };
}

function neededOf(rule: VoteRule, cast: number): number {
  return Math.max(1, rule === 'two-thirds' ? Math.ceil((2 * cast) / 3) : Math.floor(cast / 2) + 1);
}
