import type { Assessment } from '../../shared/consensus/assessment.ts';
import type { PublicStatus } from '../../shared/procedure/gavel.ts';
import type { Procedure } from '../../shared/procedure/room/procedure.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import type { BracketId, Code, ProvisionId, SoundingId } from '../../shared/schema/ids.ts';
import type { Delegation, Group, MeetingProfile, Member, Role } from '../../shared/schema/meeting.ts';
import type { Position, Stance, Target, VariantId } from '../../shared/schema/position.ts';
import type { IssueTag, TagMark, Tagging } from '../../shared/schema/issue-tag.ts';
import type { Ruling } from '../../shared/schema/ruling.ts';
import type { Sounding, SoundingAnswer, SoundingSubject } from '../../shared/schema/sounding.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../../shared/sync/contract.ts';
import type { Passage } from '../../shared/sync/reading/beyond.ts';
import type { IssuedInvitation } from '../../shared/sync/protocol/api.ts';
import type { CloseReason } from '../../shared/sync/protocol/close.ts';
import type { DraftHistory } from './history/history.ts';
import type { StancePast } from './history/stance-past.ts';
import type { WriteRefusalReason } from '../../shared/sync/protocol/refusal.ts';
import type { ChairActs, OwnActs } from './room-acts.ts';
import type { DisplaySetting } from './stores/display-store.ts';
import type { NotesStore } from './stores/notes-store.ts';

/** A value that changes; made for `useSyncExternalStore`: `get` returns the same object until it changes. */
export interface Observed<Value> {
  get(): Value;
  subscribe(listener: () => void): () => void;
}

/** Why the relay does not take this member's changes for good; `renderer/i18n` has the words. */
export type ClosedReason = 'left' | Exclude<CloseReason, PassingClose>;
type PassingClose = 'room-unreadable' | 'relay-stopping' | 'slow-reader' | 'too-many' | 'write-refused';

/**
 * The truth about what is saved where (UX 3.9). `pending`: changes the relay has not acknowledged.
 * `kept: false`: this browser keeps nothing on disk, so that they live in this window alone.
 */
export type SaveState =
  | { readonly type: 'connecting'; readonly pending: number; readonly kept: boolean }
  | { readonly type: 'saved' }
  | { readonly type: 'saving'; readonly pending: number; readonly kept: boolean }
  | { readonly type: 'offline'; readonly pending: number; readonly kept: boolean }
  /** A meeting without a relay: everything is on this machine and nowhere else. */
  | { readonly type: 'local'; readonly kept: boolean }
  /**
   * A change was not taken: by the relay for its disk (`journal-…`), which passes, or for a rule that it breaks. What
   * breaks a rule is `stopped` here, before it is sent, wherever that can be told here. With `words-accepted` all else
   * that is written here still goes out, and is taken.
   */
  | {
      readonly type: 'refused';
      readonly pending: number;
      readonly kept: boolean;
      readonly reason: WriteRefusalReason;
      readonly stopped?: true;
    }
  | { readonly type: 'closed'; readonly pending: number; readonly kept: boolean; readonly reason: ClosedReason };

/** Another person in the room, as shown in the outline, the margin and at the caret. */
export interface Presence {
  readonly client: number;
  readonly code: Code;
  readonly person: string;
  readonly provision?: ProvisionId;
  /** Anchors of the selection, for the editor's overlay. */
  readonly anchor?: unknown;
  readonly head?: unknown;
  readonly composing: boolean;
  /** Milliseconds since 1970 of the last move. */
  readonly movedAt: number;
}

/** A published revision as the record keeps it; what an observer reads. */
export interface Revision {
  readonly number: number;
  /** `Rev.1` */
  readonly name: string;
  readonly at: number;
  readonly by: Code;
  readonly draft: Draft;
  /** SHA-256 of the canonical form, hexadecimal. */
  readonly hash: string;
  /** Whether brackets keep their proponents' names (DESIGN 6: attributed compilation or negotiating text). */
  readonly attributed: boolean;
  /** What was agreed and what reopened when it was published; absent in revisions from before it was kept. */
  readonly status?: PublicStatus;
}

/** `chosen` with `text` keeps the words of a bracket that is no choice, with `none` lets "no text" stand. */
export type RuleRequest = {
  readonly bracket: BracketId;
  /** All that is in it too (rule B20). */
  readonly family?: boolean;
} & ({ readonly outcome: 'keep' | 'drop' } | { readonly outcome: 'chosen'; readonly variant: VariantId });

/** A signed invitation, for a link, a file or a QR code. */
export interface Invitation {
  /** What it is listed and withdrawn by; no secret. */
  readonly id: string;
  readonly token: string;
  readonly link: string;
  readonly role: Role;
  readonly code: Code;
  readonly expires: number;
}

/** What stands in copies of the text that were set aside and never reached the room. */
export interface LeftBehind {
  readonly passages: Observed<readonly Passage[]>;
  /** Removes those copies from this machine. */
  drop(): void;
}

export interface Memory {
  recall(key: string): Promise<unknown>;
  remember(key: string, value: unknown): void;
}

/**
 * One joined meeting on this machine: the only owner of Y.Docs, providers and presence.
 * Views read domain values through the hooks of `renderer/session/hooks.ts` and act through `actions`.
 * What a role may not do is absent for it: an observer has no `replica`, only the chair has `chair`.
 */
export interface Session {
  readonly me: Member;
  readonly profile: Observed<MeetingProfile>;
  readonly delegations: Observed<readonly Delegation[]>;
  readonly groups: Observed<readonly Group[]>;
  /** Absent for an observer while the live text is closed to observers. */
  readonly replica?: DraftReplica;
  readonly hand: Hand;
  readonly draft: Observed<Draft>;
  readonly assessment: Observed<Assessment>;
  /** What the member may see: the room's, their own confidential ones, and for the chair everybody's. */
  readonly positions: Observed<readonly Position[]>;
  readonly rulings: Observed<readonly Ruling[]>;
  /** The issues this meeting divides along, as the chair's list has them. */
  readonly tags: Observed<readonly IssueTag[]>;
  /** What carries which of them. */
  readonly tagging: Observed<Tagging>;
  /** Wordings tested in the room, oldest first, ended ones included. */
  readonly soundings: Observed<readonly Sounding[]>;
  /** Answers to them: the room's, one's own, and for the chair everybody's. */
  readonly answers: Observed<readonly SoundingAnswer[]>;
  readonly revisions: Observed<readonly Revision[]>;
  /** Floor, speakers, silences, votes; empty for an observer. Times are the relay's, as `hand.now` is. */
  readonly procedure: Observed<Procedure>;
  readonly display: Observed<DisplaySetting>;
  readonly presence: Observed<readonly Presence[]>;
  readonly save: Observed<SaveState>;
  /** Absent where nothing was set aside. */
  readonly leftBehind?: LeftBehind;
  /** Numbers in force, by provision (`2 bis`, `(a)`); frozen ones where a revision froze them. */
  readonly numbers: Observed<ReadonlyMap<ProvisionId, string>>;
  /** Client ids by the code they belong to, from the relay's registry. */
  readonly authors: Observed<ReadonlyMap<number, Code>>;
  showCaret(
    caret:
      | {
          readonly anchor: unknown;
          readonly head: unknown;
          readonly provision: ProvisionId;
          readonly composing: boolean;
        }
      | undefined,
  ): void;
  readonly actions: {
    /**
     * States a position; as the chair, `on` records a delegation's from the floor. `stance: 'none'` says so on the
     * record and departs from the line of one's group; to take a position back is `withdrawPosition`.
     */
    statePosition(request: {
      readonly target: Target;
      readonly stance: Stance;
      readonly reason?: string;
      readonly condition?: string;
      /** The wording the position hangs on, where it is one of the draft's (rule P8). */
      readonly conditionOn?: NonNullable<Position['conditionOn']>;
      readonly audience?: 'room' | 'chair';
      readonly on?: Code;
    }): void;
    /** Takes a position back, for both audiences: the group's line holds again. */
    withdrawPosition(request: { readonly target: Target; readonly on?: Code }): void;
    /** How one's delegation would stand if it read so; no position changes (rule Q1). As the chair, `on` records what a delegation said from the floor, for the room. */
    answerSounding(request: {
      readonly sounding: SoundingId;
      readonly stance: Stance;
      readonly audience: SoundingAnswer['audience'];
      readonly on?: Code;
    }): void;
    withdrawAnswer(request: { readonly sounding: SoundingId; readonly on?: Code }): void;
  };
  /** What a delegation does in the room. */
  readonly room?: OwnActs;
  readonly chair?: {
    readonly room: ChairActs;
    setDisplay(change: Partial<DisplaySetting>): void;
    /** Closes the bracket in the draft and puts the decision on record; a refusal does neither. */
    rule(request: RuleRequest): WriteOutcome<Ruling>;
    /** Puts words in the stead of all that a bracket holds, and rules for them (rule W11). */
    bridge(request: { readonly bracket: BracketId; readonly text: string }): WriteOutcome<Ruling>;
    /** Makes one proposal of those that say the same as this one at its place (rule W12). */
    merge(bracket: BracketId): WriteOutcome<Ruling>;
    /** Milliseconds within which a proposal needs a second; `undefined` ends it (rule C14). */
    setSecondWindow(window: number | undefined): void;
    agreeAdRef(provision: ProvisionId): WriteOutcome<Ruling>;
    reopen(provision: ProvisionId): WriteOutcome<Ruling>;
    /** Asks the room how it would stand if it read so; nothing in the draft changes. */
    sound(request: {
      readonly subject: SoundingSubject;
      readonly words: string;
      readonly answers: Sounding['answers'];
    }): SoundingId;
    editTags(tags: readonly IssueTag[]): void;
    /** What a provision, a bracket or a variant carries from now on; none takes it off the lines. */
    tag(target: Target, marks: readonly TagMark[]): void;
    /** Ends the test without a ruling. */
    letGo(sounding: SoundingId): void;
    /** Records that the wording tested stands, and ends the test; free words are put into the draft first. */
    ruleOnSounding(sounding: SoundingId): WriteOutcome<Ruling>;
    publish(): Promise<Revision>;
    invite(request: {
      readonly role: Role;
      readonly code: Code;
      readonly name: string;
      readonly person: string;
    }): Promise<Invitation>;
    /** Every invitation made for this meeting, from whichever window; without what lets anybody in. */
    invitations(): Promise<readonly IssuedInvitation[]>;
    /** Withdraws an invitation by its id. */
    revoke(id: string): Promise<void>;
    editRoster(request: { readonly delegations: readonly Delegation[]; readonly groups: readonly Group[] }): void;
  };
  /** The draft's past; absent where there is no replica, for an observer is told nothing of it. */
  readonly history?: DraftHistory;
  /** What became of the positions that this member may see: the room's and its own. Absent for an observer. */
  readonly stances?: StancePast;
  /** One's own delegation's notes, which nobody else receives. */
  readonly notes?: Pick<NotesStore, 'notes' | 'write'>;
  /** Small JSON values that this machine keeps of this meeting, for this member alone; in a window that keeps nothing, while it lives. */
  readonly memory: Memory;
  /** For tests and the network panel: drop the line and take it up again. */
  goOffline(): void;
  goOnline(): void;
  leave(): void;
}
