import type { Role } from '../../../shared/schema/meeting.ts';

export const VIEWS = ['draft', 'board', 'reader', 'desk', 'history', 'compare'] as const;
export type View = (typeof VIEWS)[number];

/** The views a role has: an observer reads what was published and nothing else. */
export function viewsOf(role: Role): readonly View[] {
  if (role === 'observer') return ['reader', 'compare'];
  return role === 'chair' || role === 'secretariat' ? VIEWS : ['draft', 'board', 'reader', 'history', 'compare'];
}
