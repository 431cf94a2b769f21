import type { Draft, Language } from '../../shared/schema/draft.ts';
import type { MeetingId } from '../../shared/schema/ids.ts';
import type { Role } from '../../shared/schema/meeting.ts';
import type { Session } from '../session/contract.ts';

/** A meeting this machine has been in; its rooms are kept here, so it opens without a network. */
export interface KeptMeeting {
  readonly meeting: MeetingId;
  readonly title: string;
  readonly symbol: string;
  readonly role: Role;
  /** The delegation's code, for people. */
  readonly code: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
}

export interface MeetingRequest {
  readonly draft: Draft;
  readonly title: string;
  readonly symbol: string;
  readonly language: Language;
}

/** The ways into a meeting, as the first screen offers them. A way that fails rejects with a `Fault`. */
export interface Entrance {
  kept(): Promise<readonly KeptMeeting[]>;
  openDemonstration(): Promise<Session>;
  make(request: MeetingRequest): Promise<Session>;
  /** A link, a token, or the text of an invitation's file. */
  join(invitation: string): Promise<Session>;
  reopen(meeting: KeptMeeting): Promise<Session>;
  forget(meeting: KeptMeeting): Promise<void>;
}
