import type { Code } from '../../../shared/schema/ids.ts';
import type { MadeInvitation } from './InvitationCard.tsx';

/** An invitation among many; a withdrawn one stays in the list, so that nobody wonders where it went. */
export interface ListedInvitation extends MadeInvitation {
  readonly revoked: boolean;
}

/** A delegation or group that can be invited. */
export interface Seat {
  readonly code: Code;
  readonly name: string;
}

/** Those of the seats that hold no invitation of this list that still works. */
export function withoutInvitation(seats: readonly Seat[], list: readonly ListedInvitation[]): readonly Seat[] {
  const invited = new Set(list.filter(({ revoked }) => !revoked).map(({ code }) => code));
  return seats.filter(({ code }) => !invited.has(code));
}

/** The list with one more; it takes the place of an earlier one for the same code, so that the order stays. */
export function listed(list: readonly ListedInvitation[], made: ListedInvitation): readonly ListedInvitation[] {
  const at = list.findIndex(({ code }) => code === made.code);
  return at < 0 ? [...list, made] : list.with(at, made);
}
