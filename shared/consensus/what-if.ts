import type { Code, ProvisionId } from '../schema/ids.ts';
import {
  decide,
  likelyBallot,
  tally,
  type Ballot,
  type Decision,
  type DecisionRule,
  type Tally,
} from '../procedure/decision.ts';
import type { Assessment, ProvisionAssessment } from './assessment.ts';

/** How a provision would fare under a rule, on what has been said so far. */
export interface Prospect {
  readonly provision: ProvisionId;
  readonly tally: Tally;
  readonly decision: Decision;
}

/**
 * The vote a provision would get on its easiest wording (rule P12): a member votes as it stands on the provision as a
 * whole; against where it objects to that wording of a bracket inside, abstaining where it reserves on it; and where it
 * says nothing of the whole, as it stands on the wordings. Who has said nothing of any of these does not take part.
 */
export function likelyVote({ stances, brackets }: ProvisionAssessment, members: readonly Code[]): Tally {
  const ballots = new Map<Code, Ballot>();
  const harden = (codes: readonly Code[], ballot: Ballot): void => {
    for (const code of codes) if (rank(ballot) > rank(ballots.get(code))) ballots.set(code, ballot);
  };
  for (const { variants } of brackets) {
    const easiest = variants[0];
    if (!easiest) continue;
    harden([...easiest.supporters, ...easiest.accepters], 'for');
    harden(easiest.reserves, 'abstain');
    harden(easiest.objectors, 'against');
  }
  for (const [code, stance] of stances) {
    const whole = likelyBallot(stance);
    // Support for a wording is no support for the whole; an objection to it is one to the whole.
    if (ballots.get(code) === 'for') ballots.delete(code);
    harden([code], whole);
  }
  return tally(members, ballots);
}

function rank(ballot: Ballot | undefined): number {
  return ballot === undefined ? 0 : ['for', 'abstain', 'against'].indexOf(ballot) + 1;
}

/** What would pass under a rule, provision by provision in the board's order; agreed ones are left out. */
export function whatIf(
  { ranking, provisions }: Assessment,
  members: readonly Code[],
  rule: DecisionRule,
): readonly Prospect[] {
  return ranking.flatMap((id) => {
    const found = provisions.get(id);
    if (!found || found.status === 'agreed') return [];
    const votes = likelyVote(found, members);
    return [{ provision: id, tally: votes, decision: decide(rule, votes) }];
  });
}

/**
 * The vote that the whole would get on the easiest wordings (rule C25): against of whoever would vote against any part,
 * abstaining of whoever would abstain on one, for of whoever would vote for one. In practice a delegation may vote against
 * a paragraph and for the whole: this is the least that the whole can count on.
 */
export function likelyVoteOnWhole({ provisions }: Assessment, members: readonly Code[]): Tally {
  const ballots = new Map<Code, Ballot>();
  for (const provision of provisions.values()) {
    if (provision.status === 'agreed') continue;
    const part = likelyVote(provision, members);
    const hear = (codes: readonly Code[], ballot: Ballot): void => {
      for (const code of codes) if (rank(ballot) > rank(ballots.get(code))) ballots.set(code, ballot);
    };
    hear(part.for, 'for');
    hear(part.abstaining, 'abstain');
    hear(part.against, 'against');
  }
  return tally(members, ballots);
}
