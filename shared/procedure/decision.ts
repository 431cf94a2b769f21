import type { Code } from '../schema/ids.ts';
import type { Stance } from '../schema/position.ts';

/** How the room decides. Substance is voted on only when efforts at consensus are exhausted; the chair says when. */
export type DecisionRule =
  | { readonly type: 'consensus' }
  /** Adopted although these object; their objection is recorded. */
  | { readonly type: 'consensus-less'; readonly objectors: readonly Code[] }
  /** Two thirds of those present and voting. */
  | { readonly type: 'two-thirds' }
  /** More for than against. */
  | { readonly type: 'simple-majority' };

export const BALLOTS = ['for', 'against', 'abstain'] as const;
export type Ballot = (typeof BALLOTS)[number];

/** How a vote fell; lists sorted. The field writes it by its numbers: "134 to 0, with 2 abstentions". */
export interface Tally {
  readonly for: readonly Code[];
  readonly against: readonly Code[];
  readonly abstaining: readonly Code[];
  /** Members that cast no vote. */
  readonly notParticipating: readonly Code[];
}

/** Counts ballots of members; whoever is no member casts none. */
export function tally(members: readonly Code[], ballots: ReadonlyMap<Code, Ballot>): Tally {
  const sorted = members.toSorted();
  const who = (ballot: Ballot | undefined) => sorted.filter((code) => ballots.get(code) === ballot);
  return {
    for: who('for'),
    against: who('against'),
    abstaining: who('abstain'),
    notParticipating: who(undefined),
  };
}

export type Decision =
  | { readonly passes: true; readonly rule: DecisionRule['type'] }
  /** Who stands in the way: objectors under consensus, votes against under a majority. */
  | { readonly passes: false; readonly rule: DecisionRule['type']; readonly against: readonly Code[] };

/**
 * Whether something passes (rule P11). Consensus is the absence of objection: abstaining and not participating do not
 * break it. A majority is one of those present and voting: abstentions are no votes, and with no vote cast nothing passes.
 */
export function decide(rule: DecisionRule, { for: yes, against }: Tally): Decision {
  const passes = passesUnder(rule, yes, against);
  return passes ? { passes, rule: rule.type } : { passes, rule: rule.type, against: unnamed(rule, against) };
}

function passesUnder(rule: DecisionRule, yes: readonly Code[], against: readonly Code[]): boolean {
  switch (rule.type) {
    case 'consensus':
    case 'consensus-less':
      return unnamed(rule, against).length === 0;
    case 'two-thirds':
      return yes.length > 0 && 3 * yes.length >= 2 * (yes.length + against.length);
    case 'simple-majority':
      return yes.length > against.length;
  }
}

function unnamed(rule: DecisionRule, against: readonly Code[]): readonly Code[] {
  return rule.type === 'consensus-less' ? against.filter((code) => !rule.objectors.includes(code)) : against;
}

/**
 * How a delegation would vote on words it stands on like this, for a what-if (rule P12): whoever can accept votes for,
 * whoever objects against, whoever awaits instructions or says it has no position abstains; of whoever has said nothing,
 * nothing is assumed: it is counted as not participating.
 */
export function likelyBallot(stance: Stance): Ballot {
  if (stance === 'support' || stance === 'accept') return 'for';
  return stance === 'object' ? 'against' : 'abstain';
}
