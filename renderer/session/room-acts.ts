import type { Ballot } from '../../shared/procedure/decision.ts';
import { gavelledWords } from '../../shared/procedure/gavelled-words.ts';
import { readsWith } from '../../shared/procedure/reads-with.ts';
import type { AdoptionWay, Choice, Deed, Wording } from '../../shared/procedure/room/act.ts';
import { LONGEST_REASON } from '../../shared/procedure/room/decode-act.ts';
import type { Procedure } from '../../shared/procedure/room/procedure.ts';
import { silenceAt, type Silence } from '../../shared/procedure/silence.ts';
import { votersOf } from '../../shared/procedure/vote/hear-vote.ts';
import { voteOutcome } from '../../shared/procedure/vote/vote-outcome.ts';
import type { RecordedVote, VoteRule, VoteSubject } from '../../shared/procedure/vote/vote.ts';
import { wholeWords } from '../../shared/procedure/whole-words.ts';
import { numberDraft } from '../../shared/numbering/number.ts';
import type { ActId, BracketId, Code, ProvisionId } from '../../shared/schema/ids.ts';
import type { Delegation, Member } from '../../shared/schema/meeting.ts';
import type { VariantId } from '../../shared/schema/position.ts';
import { ok, refuse, type Result } from '../../shared/schema/result.ts';
import type { DraftReplica } from '../../shared/sync/contract.ts';
import { aboutBracket, aboutProvision } from './about.ts';
import type { Observed, Session } from './contract.ts';
import { shorten } from './stores/position-code.ts';

/** What anybody in the room does under its own name. */
export interface OwnActs {
  ask(reply: boolean): void;
  takeBack(ask: ActId): void;
  /** Breaks a silence: on record at once, and for good. */
  object(silence: ActId, reason: string): void;
  cast(vote: ActId, ballot: Ballot): void;
  /** Takes one's own ballot back: not participating. */
  uncast(vote: ActId): void;
}

type CirculateRefusal = 'provision-gone' | 'nobody-has-a-vote';
export type OpenVoteRefusal = CirculateRefusal | 'vote-open';
export type VoteRequest =
  | { readonly type: 'whole' }
  | { readonly type: 'provision'; readonly provision: ProvisionId }
  | { readonly type: 'wording'; readonly bracket: BracketId; readonly variant: VariantId };

/** What the chair and the secretariat do for the room. */
export interface ChairActs {
  /** Without a provision the floor is closed. */
  openFloor(provision: ProvisionId | undefined): void;
  /** Gives the floor for as long as the limits say. */
  call(code: Code, ask?: ActId): void;
  endSpeech(): void;
  /** Puts a delegation that asked by its flag into the list. */
  askFor(code: Code, reply: boolean): void;
  /** Takes a delegation off the list. */
  takeBack(ask: ActId): void;
  /** Moves a request in the list: `by` -1 is one up. */
  moveAsk(ask: ActId, by: 1 | -1): void;
  closeList(closed: boolean): void;
  /** Seconds; 0 for no limit. */
  limit(limits: { readonly speech: number; readonly reply: number }): void;
  /** Puts a provision, read with these choices, or the whole draft under silence until the deadline. */
  circulate(request: {
    readonly provision?: ProvisionId;
    readonly choices?: readonly Choice[];
    readonly deadline: number;
  }): Result<ActId, CirculateRefusal>;
  extend(silence: ActId, deadline: number): void;
  withdraw(silence: ActId): void;
  /** Records what a delegation objected from the floor. */
  objectFor(silence: ActId, code: Code, reason: string): void;
  /** Why the chair may not gavel it now; `undefined` where it may. */
  whyNotGavel(silence: Silence): 'silence-running' | 'silence-broken' | 'silence-over' | 'words-changed' | undefined;
  /** Gavels what lapsed: the choices are ruled on and the provision agreed, once the relay has let the gavel stand. */
  gavel(silence: ActId): Promise<void>;
  /** One vote at a time: nothing is put to the vote before the one that is open is announced or cancelled. */
  openVote(request: VoteRequest, rule: VoteRule): Result<ActId, OpenVoteRefusal>;
  castFor(vote: ActId, code: Code, ballot: Ballot | undefined): void;
  /** A delegation says after the announcement how it meant to vote. */
  intendFor(vote: ActId, code: Code, ballot: Ballot): void;
  /**
   * Announces the result. A wording that passes then stands in the draft, once the relay has let the announcement stand;
   * where its words are others by then, it stays with the chair.
   */
  announce(vote: ActId): Promise<void>;
  cancel(vote: ActId): void;
  /** Records that the whole draft is adopted. */
  adopt(way: AdoptionWay): void;
}

/** How long past the deadline an objection that was in time may be on its way to the chair. */
export const GRACE_MS = 2000;

export function openOwnActs(me: Member, act: (deed: Deed) => ActId): OwnActs {
  const { code } = me;
  return {
    ask: (reply) => void act({ type: 'ask', code, reply }),
    takeBack: (ask) => void act({ type: 'take-back', ask }),
    object(silence, reason) {
      const words = shorten(reason.trim(), LONGEST_REASON);
      if (words !== '') act({ type: 'object', silence, code, reason: words });
    },
    cast: (vote, ballot) => void act({ type: 'cast', vote, code, ballot }),
    uncast: (vote) => void act({ type: 'clear', vote, code }),
  };
}

export interface ChairActsOptions {
  readonly replica: DraftReplica;
  readonly act: (deed: Deed) => ActId;
  readonly procedure: Observed<Procedure>;
  readonly delegations: Observed<readonly Delegation[]>;
  readonly now: () => number;
  readonly rulings: Pick<NonNullable<Session['chair']>, 'rule' | 'agreeAdRef'>;
}

export function openChairActs(options: ChairActsOptions): ChairActs {
  const { replica, act, procedure, delegations, now, rulings } = options;
  const floor = () => procedure.get().floor;
  const numbersNow = () => numberDraft(replica.read());
  const wordsOf = (provision: ProvisionId): string | undefined => {
    const found = replica.provision(provision);
    return found && gavelledWords(found, replica.bracketsIn(provision));
  };
  const wordsNow = (wording: Wording): string | undefined =>
    wording.type === 'whole' ? wholeWords(replica.read()) : wordsOf(wording.provision);
  const aboutWhole = () => [replica.read().symbol, replica.read().title].filter(Boolean).join(' ').slice(0, 500);

  const whyNotGavel: ChairActs['whyNotGavel'] = (silence) => {
    const at = silenceAt(silence, now() - GRACE_MS);
    if (at.state.type === 'running') return 'silence-running';
    if (at.state.type === 'broken') return 'silence-broken';
    if (at.state.type !== 'lapsed') return 'silence-over';
    return wordsNow(silence.wording) === silence.wording.words ? undefined : 'words-changed';
  };

  return {
    openFloor: (provision) => void act({ type: 'open-floor', ...(provision ? { provision } : {}) }),
    call(code, id) {
      const { asks, limits } = floor();
      const ask = asks.find((each) => each.id === id);
      act({ type: 'call', code, ...(ask ? { ask: ask.id } : {}), seconds: ask?.reply ? limits.reply : limits.speech });
    },
    endSpeech: () => void act({ type: 'end-speech' }),
    askFor: (code, reply) => void act({ type: 'ask', code, reply }),
    takeBack: (ask) => void act({ type: 'take-back', ask }),
    moveAsk(ask, by) {
      const asks = floor().asks.map(({ id }) => id);
      const from = asks.indexOf(ask);
      const to = from + by;
      if (from < 0 || to < 0 || to >= asks.length) return;
      asks.splice(from, 1);
      act({ type: 'order', asks: asks.toSpliced(to, 0, ask) });
    },
    closeList: (closed) => void act({ type: 'list', closed }),
    limit: ({ speech, reply }) => void act({ type: 'limits', speech, reply }),
    circulate({ provision, choices = [], deadline }) {
      const members = votersOf(delegations.get());
      if (members.length === 0) return refuse('nobody-has-a-vote');
      if (provision === undefined) {
        const wording: Wording = { type: 'whole', words: wholeWords(replica.read()) };
        return ok(act({ type: 'circulate', wording, about: aboutWhole(), deadline, members }));
      }
      const words = wordsOf(provision);
      if (words === undefined) return refuse('provision-gone');
      const wording: Wording = {
        type: 'provision',
        provision,
        choices,
        words,
        shown: readsWith(replica.read(), provision, choices),
      };
      const about = aboutProvision(provision, replica, numbersNow());
      return ok(act({ type: 'circulate', wording, about, deadline, members }));
    },
    extend: (silence, deadline) => void act({ type: 'extend', silence, deadline }),
    withdraw: (silence) => void act({ type: 'withdraw', silence }),
    objectFor(silence, code, reason) {
      const words = shorten(reason.trim(), LONGEST_REASON);
      if (words !== '') act({ type: 'object', silence, code, reason: words });
    },
    whyNotGavel,
    async gavel(id) {
      const silence = procedure.get().silences.find((each) => each.id === id);
      if (!silence || whyNotGavel(silence)) return;
      const { wording } = silence;
      act({ type: 'gavel', silence: id, words: wording.words });
      // An objection in time may still come before it at the relay: the draft follows only what stands there.
      const stands = await settled(procedure, id);
      if (!stands || wording.type === 'whole') return;
      for (const { bracket, variant } of wording.choices) rulings.rule({ bracket, outcome: 'chosen', variant });
      if (replica.bracketsIn(wording.provision).length === 0) rulings.agreeAdRef(wording.provision);
    },
    openVote(request, rule) {
      if (procedure.get().votes.some(({ state }) => state.type === 'open')) return refuse('vote-open');
      const members = votersOf(delegations.get());
      if (members.length === 0) return refuse('nobody-has-a-vote');
      const voted = subjectOf(request, replica);
      if (!voted) return refuse('provision-gone');
      const about =
        request.type === 'whole'
          ? aboutWhole()
          : request.type === 'provision'
            ? aboutProvision(request.provision, replica, numbersNow())
            : aboutWording(request.bracket, voted, replica, numbersNow());
      return ok(act({ type: 'open-vote', subject: voted, rule, members, about }));
    },
    castFor: (vote, code, ballot) =>
      void act(ballot ? { type: 'cast', vote, code, ballot } : { type: 'clear', vote, code }),
    intendFor: (vote, code, ballot) => void act({ type: 'intend', vote, code, ballot }),
    async announce(id) {
      act({ type: 'announce', vote: id });
      // A ballot in time may still come before it at the relay: the result is the one that stands there.
      const vote = await announced(procedure, id);
      if (!vote || !voteOutcome(vote).decision.passes || vote.opening.subject.type !== 'wording') return;
      const { bracket, variant, words } = vote.opening.subject;
      const now = subjectOf({ type: 'wording', bracket, variant }, replica);
      if (now?.type === 'wording' && now.words === words) rulings.rule({ bracket, outcome: 'chosen', variant });
    },
    cancel: (vote) => void act({ type: 'cancel', vote }),
    adopt: (way) => void act({ type: 'adopt', way, words: wholeWords(replica.read()), about: aboutWhole() }),
  };
}

/** Resolves to whether the gavel stands, as soon as the log tells. */
function settled(procedure: Observed<Procedure>, id: ActId): Promise<boolean> {
  return told(procedure, ({ silences, waiting }) => {
    const state = silences.find((each) => each.id === id)?.state.type;
    const isOnItsWay = waiting.some(({ deed }) => deed.type === 'gavel' && deed.silence === id);
    return isOnItsWay && state !== 'broken' && state !== 'withdrawn' ? undefined : { value: state === 'gavelled' };
  });
}

/** Resolves to the vote whose announcement stands, as soon as the log tells; to nothing where it does not. */
function announced(procedure: Observed<Procedure>, id: ActId): Promise<RecordedVote | undefined> {
  return told(procedure, ({ votes, waiting }) => {
    const vote = votes.find(({ opening }) => (opening.id as string) === id);
    const isOnItsWay = waiting.some(({ deed }) => deed.type === 'announce' && deed.vote === id);
    if (isOnItsWay && vote?.state.type === 'open') return undefined;
    return { value: vote?.state.type === 'announced' ? vote : undefined };
  });
}

/** Waits until the log tells what is looked for. */
function told<Value>(
  procedure: Observed<Procedure>,
  read: (procedure: Procedure) => { readonly value: Value } | undefined,
): Promise<Value> {
  return new Promise((resolve) => {
    const look = () => {
      const found = read(procedure.get());
      if (!found) return;
      stop();
      resolve(found.value);
    };
    const stop = procedure.subscribe(look);
    look();
  });
}

function subjectOf(request: VoteRequest, replica: DraftReplica): VoteSubject | undefined {
  switch (request.type) {
    case 'whole':
      return request;
    case 'provision': {
      const found = replica.provision(request.provision);
      return found && { ...request, words: gavelledWords(found, replica.bracketsIn(request.provision)) };
    }
    case 'wording': {
      const { bracket, variant } = request;
      if (!replica.bracket(bracket)) return undefined;
      if (variant === 'none') return { ...request, words: '' };
      const words = replica
        .bracket(variant === 'text' ? bracket : variant)
        ?.pieces.map(({ provision, from, to }) => replica.provision(provision)?.text.slice(from, to) ?? '');
      return words && { ...request, words: words.join(' … ') };
    }
  }
}

/** The wording voted on, with the number of the provision it stands in. */
function aboutWording(
  bracket: BracketId,
  subject: VoteSubject,
  replica: DraftReplica,
  numbers: ReadonlyMap<ProvisionId, string>,
): string {
  const words = subject.type === 'wording' ? subject.words : '';
  const about = aboutBracket(replica.bracket(bracket)!, replica, numbers);
  return words === '' ? about : `${about} → “${words.slice(0, 200)}”`;
}
