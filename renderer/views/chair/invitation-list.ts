import { fold } from '../../../shared/finding/fold.ts';
import type { Code } from '../../../shared/schema/ids.ts';
import type { IssuedInvitation } from '../../../shared/sync/protocol/api.ts';

export const STANDINGS = ['in-force', 'withdrawn', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A delegation or group that can be invited. */
export interface Seat {
  readonly code: Code;
  readonly name: string;
}

/** Whether an invitation still lets somebody in; a withdrawn one stays in the list, so that nobody wonders where it went. */
export function standingOf({ revoked, expires }: IssuedInvitation, now: number): Standing {
  return revoked ? 'withdrawn' : expires <= now ? 'ended' : 'in-force';
}

/** Those of the seats for which no invitation is in force, from whichever window it was made. */
export function withoutInvitation(
  seats: readonly Seat[],
  issued: readonly IssuedInvitation[],
  now: number,
): readonly Seat[] {
  const invited = new Set(issued.filter((each) => standingOf(each, now) === 'in-force').map(({ code }) => code));
  return seats.filter(({ code }) => !invited.has(code));
}

export interface Wanted {
  /** Part of a code, a name or a person, whatever its case and accents. */
  readonly words: string;
  readonly standing: Standing | 'all';
}

/** The invitations to be looked at, in the order in which they were made. The chair's own is none of them. */
export function chosenFrom(
  issued: readonly IssuedInvitation[],
  { words, standing }: Wanted,
  now: number,
): readonly IssuedInvitation[] {
  const wanted = fold(words).text.trim();
  return issued.filter(
    (each) =>
      each.role !== 'chair' &&
      (standing === 'all' || standingOf(each, now) === standing) &&
      fold(`${each.code} ${each.name ?? ''} ${each.person}`).text.includes(wanted),
  );
}
