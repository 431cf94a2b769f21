import type { Awareness } from 'y-protocols/awareness';
import { mayPreside } from '../../shared/procedure/rights.ts';
import { NO_PROCEDURE } from '../../shared/procedure/room/procedure.ts';
import type { Member } from '../../shared/schema/meeting.ts';
import type { Hand } from '../../shared/sync/contract.ts';
import { openChair, type ChairOffice } from './chair.ts';
import type { LeftBehind, Memory, Observed, SaveState, Session } from './contract.ts';
import type { DraftHistory } from './history/history.ts';
import type { StancePast } from './history/stance-past.ts';
import type { RoomSet } from './room-set.ts';
import { confidenceOf, deskOf } from './rooms.ts';
import { openAnswers } from './stores/answers-store.ts';
import { openChairActs, openOwnActs } from './room-acts.ts';
import { FIRST_DISPLAY, openDisplay } from './stores/display-store.ts';
import { openDraft } from './stores/draft-store.ts';
import type { AuthorsStore } from './stores/authors-store.ts';
import { openNotes } from './stores/notes-store.ts';
import { constant } from './stores/observed.ts';
import { shorten } from './stores/position-code.ts';
import { openPositions } from './stores/positions-store.ts';
import { openPresence } from './stores/presence-store.ts';
import { openProcedure } from './stores/procedure-store.ts';
import { openRevisions } from './stores/revisions-store.ts';
import { openRoster } from './stores/roster-store.ts';
import { openRulings } from './stores/rulings-store.ts';
import { openTags } from './stores/tags-store.ts';
import { openSoundings } from './stores/soundings-store.ts';
import { REASON_LIMIT } from '../../shared/positions/record.ts';

export interface SessionOptions {
  readonly member: Member;
  /** Opened with what `roomsOf` names; the session opens the delegations' confidence for the chair. */
  readonly rooms: RoomSet;
  readonly authors: AuthorsStore;
  readonly save: Observed<SaveState>;
  /** The room's carets; absent where there is no relay to carry them. */
  readonly awareness?: Awareness;
  /** What a chair asks of the relay. */
  readonly office: ChairOffice;
  /** The draft's past, where this member reads the draft. */
  readonly history?: DraftHistory;
  /** What became of positions, where this member reads any. */
  readonly stances?: StancePast;
  readonly memory: Memory;
  readonly leftBehind?: LeftBehind;
  readonly line: { goOffline(): void; goOnline(): void };
  /** Whether a relay says when acts in the room came in. */
  readonly stamped: boolean;
  /** Milliseconds since 1970, by the relay's clock where there is one. */
  readonly clock: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  /** Ends what stands behind the rooms. */
  readonly onLeave: () => void;
}

/**
 * Composes a meeting from its rooms' documents. The rooms are loaded from this machine's copies before.
 * `stores/` holds one value of the session a file, `line/` what is saved where, `meetings/` the ways in.
 */
export function createSession(options: SessionOptions): Session {
  const { member, rooms, authors, clock, random } = options;
  const hand: Hand = { code: member.code, mode: mayPreside(member) ? 'draft' : 'propose', now: clock, random };

  const chairDoc = rooms.get('chair');
  const roster = chairDoc && openRoster(chairDoc, member.meeting);
  const rulings = chairDoc && openRulings(chairDoc);
  const soundings = chairDoc && openSoundings(chairDoc);
  const tags = chairDoc && openTags(chairDoc);
  const acted = chairDoc && openProcedure({ doc: chairDoc, me: member, stamped: options.stamped, now: clock, random });
  const display = chairDoc && openDisplay(chairDoc);
  const positions = openPositions(rooms);
  const answers = openAnswers(rooms);
  const deskDoc = rooms.get(deskOf(member.code));
  const notes = deskDoc && openNotes(deskDoc);
  const recordDoc = rooms.get('record');
  const revisions = recordDoc && openRevisions(recordDoc);
  const presence = options.awareness && openPresence({ awareness: options.awareness, me: member, clock });

  const facts = {
    me: member,
    profile: roster?.profile ?? constant({ id: member.meeting, title: '', symbol: '', language: 'en' as const }),
    delegations: roster?.delegations ?? constant([]),
    groups: roster?.groups ?? constant([]),
    positions: positions.positions,
    rulings: rulings?.rulings ?? constant([]),
    soundings: soundings?.soundings ?? constant([]),
    answers: answers.answers,
    tags: tags?.tags ?? constant([]),
    tagging: tags?.tagging ?? constant(new Map()),
    revisions: revisions?.revisions ?? constant([]),
    procedure: acted?.procedure ?? constant(NO_PROCEDURE),
    display: display?.display ?? constant(FIRST_DISPLAY),
    authors: authors.authors,
  };
  const draft = openDraft(rooms.get('text'), facts);
  const { replica } = draft;

  // The chair hears every delegation that the roster names.
  const openConfidences = () => {
    for (const { code } of facts.delegations.get()) rooms.open(confidenceOf(code));
  };
  const unfollow = member.role === 'chair' ? facts.delegations.subscribe(openConfidences) : undefined;
  if (member.role === 'chair') openConfidences();

  const office =
    replica && roster && rulings && soundings && tags && mayPreside(member)
      ? openChair({ member, hand, replica, roster, rulings, soundings, tags, office: options.office })
      : undefined;
  const chair = office &&
    replica &&
    acted &&
    display && {
      ...office,
      room: openChairActs({ replica, act: acted.act, ...facts, now: clock, rulings: office }),
      setDisplay: display.set,
    };

  let gone = false;
  const filing = (on: Parameters<Session['actions']['withdrawPosition']>[0]['on']) =>
    mayPreside(member) && on !== undefined
      ? ({ delegation: on, source: 'floor' } as const)
      : ({ delegation: member.code, source: 'national' } as const);

  return {
    ...facts,
    ...(replica ? { replica } : {}),
    hand,
    draft: draft.draft,
    assessment: draft.assessment,
    numbers: draft.numbers,
    presence: presence?.presence ?? constant([]),
    save: options.save,
    memory: options.memory,
    ...(options.leftBehind ? { leftBehind: options.leftBehind } : {}),
    ...(replica && options.history ? { history: options.history } : {}),
    ...(options.stances ? { stances: options.stances } : {}),
    ...(notes ? { notes } : {}),
    showCaret: (caret) => presence?.show(caret),
    actions: {
      statePosition(request) {
        const { reason, condition, conditionOn } = request;
        const filed = filing(request.on);
        // The chair speaks for no delegation: without one named there is nothing to record.
        const speaks = filed.source === 'floor' ? mayPreside(member) : member.role === 'delegation';
        if (!speaks) return;
        positions.state({
          ...filed,
          target: request.target,
          stance: request.stance,
          ...(reason ? { reason: shorten(reason, REASON_LIMIT) } : {}),
          ...(condition ? { condition: shorten(condition, REASON_LIMIT) } : {}),
          ...(conditionOn ? { conditionOn } : {}),
          audience: filed.source === 'floor' ? 'room' : (request.audience ?? 'room'),
          at: clock(),
        });
      },
      withdrawPosition: ({ target, on }) => positions.withdraw({ ...filing(on), target }),
      answerSounding(request) {
        const { on, sounding, stance, audience } = request;
        const filed = filing(on);
        // The chair answers for no delegation: without one named there is nothing to record.
        if (!(filed.source === 'floor' ? mayPreside(member) : member.role === 'delegation')) return;
        const heard = filed.source === 'floor' ? 'room' : audience;
        answers.answer({ ...filed, sounding, stance, audience: heard, at: clock() });
      },
      withdrawAnswer: ({ sounding, on }) => answers.withdraw({ ...filing(on), sounding }),
    },
    ...(acted && member.role === 'delegation' ? { room: openOwnActs(member, acted.act) } : {}),
    ...(chair ? { chair } : {}),
    goOffline: options.line.goOffline,
    goOnline: options.line.goOnline,
    leave() {
      if (gone) return;
      gone = true;
      unfollow?.();
      presence?.stop();
      draft.stop();
      revisions?.stop();
      positions.stop();
      answers.stop();
      notes?.stop();
      soundings?.stop();
      tags?.stop();
      rulings?.stop();
      acted?.stop();
      display?.stop();
      roster?.stop();
      options.onLeave();
    },
  };
}
