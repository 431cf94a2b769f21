import type { Member } from '../../shared/schema/meeting.ts';

/** Under what this machine keeps how the board stood when a member last looked; it goes when the meeting is forgotten. */
export function lookKey({ meeting, code }: Pick<Member, 'meeting' | 'code'>): string {
  return `rostrum.look.${meeting}.${code}`;
}
