import type { Member } from '../schema/meeting.ts';
import type { Position } from '../schema/position.ts';

/**
 * Whether a member may see a position (rule P2): an observer none; what is told to the chair alone only its delegation
 * and the chair; the secretariat serves the room and sees what the room sees.
 */
export function maySee(position: Position, member: Pick<Member, 'role' | 'code'>): boolean {
  if (member.role === 'observer') return false;
  if (position.audience === 'room' || member.role === 'chair') return true;
  return member.role === 'delegation' && member.code === position.delegation;
}

/** The positions a member may see; what anything shown to that member is computed from. */
export function visibleTo(positions: readonly Position[], member: Pick<Member, 'role' | 'code'>): readonly Position[] {
  return positions.filter((position) => maySee(position, member));
}
