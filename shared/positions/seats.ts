import { CHAIR, SECRETARIAT, type Code } from '../schema/ids.ts';
import type { Delegation, Group } from '../schema/meeting.ts';

/** A group as positions see it: those of its members that have a seat. */
export interface SeatedGroup {
  readonly code: Code;
  readonly members: readonly Code[];
  /** The members' indices in `Seats.codes`. */
  readonly seats: readonly number[];
}

/** Whose positions count, and which groups speak for them (rules P4 and P5). */
export interface Seats {
  /** Every code that can hold a position of its own, sorted. */
  readonly codes: readonly Code[];
  /** Index in `codes`; -1 for a code without a seat. */
  indexOf(code: Code): number;
  /** Groups with at least one seated member, in the roster's order. */
  readonly groups: readonly SeatedGroup[];
  group(code: Code): SeatedGroup | undefined;
  groupsOf(code: Code): readonly SeatedGroup[];
  /** Whoever can state a position: a seat by its index, a group by `codes.length` plus its own; -1 for anybody else. */
  speakerOf(code: Code): number;
  /** By seat: the indices in `groups` of those it sits in. */
  readonly groupsAt: readonly (readonly number[])[];
}

/**
 * Seats the roster. Members have a seat, observers have none. A group speaks for its members in the roster and has no seat
 * of its own, unless it has no member there: an objection must not vanish because a list is missing. For the same reason
 * `heard`, codes that hold positions or brackets without standing in the roster, are seated, each for itself alone.
 */
export function seatRoster(
  delegations: readonly Delegation[],
  groups: readonly Group[],
  heard: Iterable<Code> = [],
): Seats {
  const named = new Set(groups.map(({ code }) => code));
  const listed = new Set<Code>();
  const unseated = new Set<Code>([CHAIR, SECRETARIAT]);
  for (const { code, standing } of delegations) {
    if (named.has(code)) continue;
    if (standing === 'member') listed.add(code);
    else unseated.add(code);
  }
  const lists = groups.map(({ code, members }) => ({
    code,
    members: [...new Set(members)].filter((member) => listed.has(member)),
  }));
  for (const { code, members } of lists) if (members.length > 0) unseated.add(code);
  const seated = new Set(listed);
  for (const { code } of lists) if (!unseated.has(code)) seated.add(code);
  for (const code of heard) if (!unseated.has(code)) seated.add(code);

  const codes = [...seated].sort();
  const index = new Map(codes.map((code, at) => [code, at]));
  const speaking = lists
    .filter(({ members }) => members.length > 0)
    .map(({ code, members }) => ({ code, members, seats: members.map((member) => index.get(member)!) }));
  const byCode = new Map(speaking.map((group) => [group.code, group]));
  const speakers = new Map(index);
  const groupsAt: number[][] = codes.map(() => []);
  speaking.forEach((group, at) => {
    speakers.set(group.code, codes.length + at);
    for (const seat of group.seats) groupsAt[seat]!.push(at);
  });
  return {
    codes,
    indexOf: (code) => index.get(code) ?? -1,
    groups: speaking,
    group: (code) => byCode.get(code),
    groupsOf: (code) => (groupsAt[index.get(code) ?? -1] ?? []).map((at) => speaking[at]!),
    speakerOf: (code) => speakers.get(code) ?? -1,
    groupsAt,
  };
}
