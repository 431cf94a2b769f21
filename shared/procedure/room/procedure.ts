import type { ActId, Code, VoteId } from '../../schema/ids.ts';
import { circulate, hear, type Silence } from '../silence.ts';
import { hearVote, openVote } from '../vote/hear-vote.ts';
import type { RecordedVote, VoteEvent } from '../vote/vote.ts';
import { voteOutcome } from '../vote/vote-outcome.ts';
import type { Act, AdoptionWay } from './act.ts';
import { CLOSED_FLOOR, hearOnFloor, type Floor } from './floor.ts';
import { orderActs, type HeardAct, type OrderedActs } from './order-acts.ts';

/** That the whole draft was adopted: said once, for good. */
export interface Adoption {
  readonly id: ActId;
  readonly way: AdoptionWay;
  readonly by: Code;
  readonly person: string;
  readonly at: number;
  /** What it read (`wholeWords`). */
  readonly words: string;
  readonly about: string;
}

/** What was done in the room comes to this. */
export interface Procedure {
  readonly floor: Floor;
  /** Oldest first. Whether a running one has lapsed is asked of `silenceAt`. */
  readonly silences: readonly Silence[];
  /** Oldest first. */
  readonly votes: readonly RecordedVote[];
  readonly adoption?: Adoption;
  /** Not at the relay yet: nothing but the floor knows of them. */
  readonly waiting: readonly Act[];
}

export const NO_PROCEDURE: Procedure = { floor: CLOSED_FLOOR, silences: [], votes: [], waiting: [] };

/**
 * Reads the log (rules U1, U3, U4): acts in the order in which the relay had them, each judged by what came before it. What
 * would be refused is passed over, so that every copy comes to the same. The floor decides nothing, and shows at once what
 * has not reached the relay.
 */
export function readProcedure({ heard, waiting }: OrderedActs): Procedure {
  let floor = CLOSED_FLOOR;
  const silences = new Map<ActId, Silence>();
  const votes = new Map<ActId, RecordedVote>();
  let adoption: Adoption | undefined;
  for (const act of heard) {
    floor = hearOnFloor(floor, act);
    hearSilence(silences, act);
    hearInVote(votes, act);
    adoption ??= adopted(act, silences, votes);
  }
  for (const act of waiting) floor = hearOnFloor(floor, { ...act, heard: act.at });
  return {
    floor,
    silences: [...silences.values()],
    votes: [...votes.values()],
    ...(adoption ? { adoption } : {}),
    waiting,
  };
}

/** The procedure as a log has it. */
export function procedureOf(...log: Parameters<typeof orderActs>): Procedure {
  return readProcedure(orderActs(...log));
}

function hearSilence(silences: Map<ActId, Silence>, { id, deed, heard }: HeardAct): void {
  if (deed.type === 'circulate') {
    const { wording, about, deadline, members } = deed;
    const made = circulate({ id, wording, about, deadline, members }, heard);
    if (made.ok) silences.set(id, made.value);
    return;
  }
  if (deed.type !== 'object' && deed.type !== 'extend' && deed.type !== 'withdraw' && deed.type !== 'gavel') return;
  const before = silences.get(deed.silence);
  const after =
    before && hear(before, deed.type === 'object' ? { ...deed, by: deed.code, at: heard } : { ...deed, at: heard });
  if (after?.ok) silences.set(deed.silence, after.value);
}

function hearInVote(votes: Map<ActId, RecordedVote>, { id, by, deed, heard }: HeardAct): void {
  if (deed.type === 'open-vote') {
    const opened = openVote({ ...deed, id: id as string as VoteId, by, at: heard });
    if (opened.ok) votes.set(id, opened.value);
    return;
  }
  if (!('vote' in deed)) return;
  const before = votes.get(deed.vote);
  const { vote: _, ...said } = deed;
  const after = before && hearVote(before, { ...said, by, at: heard } as VoteEvent);
  if (after?.ok) votes.set(deed.vote, after.value);
}

function adopted(
  { id, by, person, deed, heard }: HeardAct,
  silences: ReadonlyMap<ActId, Silence>,
  votes: ReadonlyMap<ActId, RecordedVote>,
): Adoption | undefined {
  if (deed.type !== 'adopt' || !carries(deed.way, silences, votes)) return undefined;
  const { way, words, about } = deed;
  return { id, way, words, about, by, person, at: heard };
}

/** A silence or a vote on the whole has to have come to it. */
function carries(
  way: AdoptionWay,
  silences: ReadonlyMap<ActId, Silence>,
  votes: ReadonlyMap<ActId, RecordedVote>,
): boolean {
  switch (way.type) {
    case 'consensus':
      return true;
    case 'silence': {
      const silence = silences.get(way.silence);
      return silence?.wording.type === 'whole' && silence.state.type === 'gavelled';
    }
    case 'vote': {
      const vote = votes.get(way.vote);
      return (
        vote?.opening.subject.type === 'whole' && vote.state.type === 'announced' && voteOutcome(vote).decision.passes
      );
    }
  }
}
