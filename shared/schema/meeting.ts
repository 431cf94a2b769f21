import type { Code, MeetingId } from './ids.ts';
import type { Language } from './draft.ts';

export const ROLES = ['chair', 'secretariat', 'delegation', 'observer'] as const;
export type Role = (typeof ROLES)[number];

/** A delegation that takes part: a State, an observer State, or a group's own delegation (the European Union's). */
export interface Delegation {
  readonly code: Code;
  /** As the meeting's documents write it, in the draft's language. */
  readonly name: string;
  /** Observer States and organisations state no position and do not vote. */
  readonly standing: 'member' | 'observer';
}

/** A negotiating group: a dated set of delegations for which one may speak. A delegation sits in several. */
export interface Group {
  readonly code: Code;
  readonly name: string;
  readonly members: readonly Code[];
  /** ISO date of the membership list. */
  readonly asOf: string;
}

/** What the room knows about its meeting (room `chair`). */
export interface MeetingProfile {
  readonly id: MeetingId;
  readonly title: string;
  readonly symbol: string;
  readonly language: Language;
  /** Milliseconds within which a proposal needs a second, as the chair set it; absent: none is asked for (rule C14). */
  readonly secondWindow?: number;
}

/** Who sits at this screen: what an invitation grants, as the relay confirmed it. */
export interface Member {
  readonly meeting: MeetingId;
  readonly role: Role;
  /** `CHAIR`, `SEC`, the delegation's code, or `OBS` for an observer. */
  readonly code: Code;
  /** The delegation's name, for people. */
  readonly name: string;
  /** The person at the keyboard, as the invitation names them. */
  readonly person: string;
}
