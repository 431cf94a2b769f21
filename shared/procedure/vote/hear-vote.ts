import { CHAIR, SECRETARIAT, type Code } from '../../schema/ids.ts';
import type { Delegation } from '../../schema/meeting.ts';
import { ok, refuse, type Result } from '../../schema/result.ts';
import type { RecordedVote, VoteEvent, VoteOpening, VoteRefusal } from './vote.ts';

/** Who has a vote (rule C18): the members of the roster, each once, sorted. */
export function votersOf(delegations: readonly Delegation[]): readonly Code[] {
  return [...new Set(delegations.flatMap(({ code, standing }) => (standing === 'member' ? code : [])))].sort();
}

/** Begins a vote. Without a quorum, where it is known, nothing is voted on. */
export function openVote(opening: VoteOpening): Result<RecordedVote, VoteRefusal> {
  const { members, quorum, by } = opening;
  if (!presides(by)) return refuse('not-presiding');
  if (members.length === 0) return refuse('nobody-has-a-vote');
  if (quorum) {
    if (!isCount(quorum.needed) || !isCount(quorum.present) || quorum.present > members.length)
      return refuse('quorum-malformed');
    if (quorum.present < quorum.needed) return refuse('quorum-missing');
  }
  return ok({ opening, ballots: new Map(), state: { type: 'open' }, intentions: new Map() });
}

/**
 * What an event makes of a vote (rule C18). The chair and the secretariat record; a delegation casts its own. While open each member's last
 * ballot counts; the chair's announcement closes it for good, and what is said afterwards changes no number.
 */
export function hearVote(vote: RecordedVote, event: VoteEvent): Result<RecordedVote, VoteRefusal> {
  const { opening, ballots, state, intentions } = vote;
  const isOwn = 'code' in event && event.code === event.by;
  if (!isOwn && !presides(event.by)) return refuse('not-presiding');
  if (state.type === 'cancelled') return refuse('vote-over');
  if ('code' in event && !opening.members.includes(event.code)) return refuse('no-vote');
  switch (event.type) {
    case 'cast':
      if (state.type !== 'open') return refuse('vote-over');
      if (ballots.get(event.code) === event.ballot) return refuse('ballot-same');
      return ok({ ...vote, ballots: new Map(ballots).set(event.code, event.ballot) });
    case 'clear': {
      if (state.type !== 'open') return refuse('vote-over');
      const left = new Map(ballots);
      return left.delete(event.code) ? ok({ ...vote, ballots: left }) : refuse('ballot-missing');
    }
    case 'announce':
      if (state.type !== 'open') return refuse('vote-over');
      if (ballots.size === 0) return refuse('nobody-voted');
      return ok({ ...vote, state: { type: 'announced', at: event.at } });
    case 'intend':
      if (state.type !== 'announced') return refuse('vote-open');
      if ((intentions.get(event.code) ?? ballots.get(event.code)) === event.ballot) return refuse('ballot-same');
      return ok({ ...vote, intentions: new Map(intentions).set(event.code, event.ballot) });
    case 'cancel':
      if (state.type !== 'open') return refuse('vote-over');
      return ok({ ...vote, state: { type: 'cancelled', at: event.at } });
  }
}

/**
 * The vote that its record comes to: what would be refused is passed over, so that two who record at once leave one and
 * the same vote in every copy. `undefined` where it could not have been opened.
 */
export function readVote(opening: VoteOpening, events: readonly VoteEvent[]): RecordedVote | undefined {
  const opened = openVote(opening);
  if (!opened.ok) return undefined;
  let vote = opened.value;
  for (const event of events) {
    const heard = hearVote(vote, event);
    if (heard.ok) vote = heard.value;
  }
  return vote;
}

function presides(code: Code): boolean {
  return code === CHAIR || code === SECRETARIAT;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
