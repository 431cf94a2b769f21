import type { Draft, Language } from '../../../shared/schema/draft.ts';
import type { Delegation, Group, Member } from '../../../shared/schema/meeting.ts';
import type { Tagging } from '../../../shared/schema/issue-tag.ts';
import type { Position } from '../../../shared/schema/position.ts';
import type { Ruling } from '../../../shared/schema/ruling.ts';
import type { Observed, Session } from '../contract.ts';

/** A meeting this machine has been in; its rooms are kept here, so that it opens without a network and without a link. */
export interface KeptMeeting extends Member {
  readonly title: string;
  readonly symbol: string;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
}

export interface MeetingRequest {
  readonly draft: Draft;
  readonly title: string;
  readonly symbol: string;
  readonly language: Language;
  /** The chair, as the others read it. */
  readonly person?: string;
  readonly delegations?: readonly Delegation[];
  readonly groups?: readonly Group[];
  /** Positions on record from the start; what is told to the chair alone is nobody's to seed. */
  readonly positions?: readonly Position[];
  readonly rulings?: readonly Ruling[];
  /** What is about which issue from the start. */
  readonly tagging?: Tagging;
}

/** The ways into a meeting, as the first screen offers them. A way that fails rejects with a `Fault`. */
export interface Entrance {
  /** Latest opened first. */
  readonly known: Observed<readonly KeptMeeting[]>;
  kept(): Promise<readonly KeptMeeting[]>;
  openDemonstration(): Promise<Session>;
  /** With the host's relay where it has one; else on this machine alone. */
  make(request: MeetingRequest): Promise<Session>;
  /** A link, a token, or the text of an invitation's file. */
  join(invitation: string): Promise<Session>;
  reopen(meeting: KeptMeeting): Promise<Session>;
  /** Removes what this machine keeps of the meeting: its rooms' copies and the invitation. */
  forget(meeting: KeptMeeting): Promise<void>;
  /** Opens the meeting of the page's own address (`#/join/…`), once, and takes the invitation out of the address bar. */
  joinFromAddress(): Promise<Session | undefined>;
}
