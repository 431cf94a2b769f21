import type { ActId, Code } from '../schema/ids.ts';
import { refuse, ok, type Result } from '../schema/result.ts';
import type { Wording } from './room/act.ts';

/** Wording put under silence: agreed unless a delegation objects before the deadline. Times are the relay's. */
export interface Silence {
  readonly id: ActId;
  readonly wording: Wording;
  /** The wording in words of the draft, so that the record reads by itself. */
  readonly about: string;
  /** Whose objection breaks it. */
  readonly members: readonly Code[];
  readonly circulated: number;
  readonly deadline: number;
  readonly state: SilenceState;
  /** Objections that came after the deadline: on record, without effect on the silence. */
  readonly late: readonly SilenceBreak[];
}

export interface SilenceBreak {
  readonly by: Code;
  readonly reason: string;
  readonly at: number;
}

/**
 * `running`: before the deadline, nobody has objected. `broken`: one objection in time is enough. `lapsed`: the deadline
 * passed in silence, and the chair may gavel. `gavelled`: agreed. `withdrawn`: the chair took the wording back.
 */
export type SilenceState =
  | { readonly type: 'running' }
  | { readonly type: 'broken'; readonly by: SilenceBreak }
  | { readonly type: 'lapsed' }
  | { readonly type: 'gavelled'; readonly at: number }
  | { readonly type: 'withdrawn'; readonly at: number };

export type SilenceEvent =
  | ({ readonly type: 'object' } & SilenceBreak)
  | { readonly type: 'extend'; readonly deadline: number; readonly at: number }
  | { readonly type: 'withdraw'; readonly at: number }
  | { readonly type: 'gavel'; readonly words: string; readonly at: number };

export type SilenceRefusal =
  | 'deadline-not-ahead'
  | 'silence-over'
  | 'silence-running'
  | 'silence-broken'
  | 'words-changed'
  | 'reason-missing'
  | 'not-a-member';

/** Puts wording under silence. The deadline must lie ahead. */
export function circulate(
  wording: Pick<Silence, 'id' | 'wording' | 'about' | 'members' | 'deadline'>,
  now: number,
): Result<Silence, SilenceRefusal> {
  if (!(wording.deadline > now)) return refuse('deadline-not-ahead');
  return ok({ ...wording, circulated: now, state: { type: 'running' }, late: [] });
}

/** The silence as it is at `now`: running silence lapses at its deadline, whether or not anybody looked (rule P13). */
export function silenceAt(silence: Silence, now: number): Silence {
  return silence.state.type === 'running' && now >= silence.deadline
    ? { ...silence, state: { type: 'lapsed' } }
    : silence;
}

/**
 * What an event makes of a silence (rule P13). An objection before the deadline breaks it for good; one at or after the
 * deadline is kept as late. Only a running silence is extended, and only a lapsed one gavelled, on the words circulated.
 */
export function hear(before: Silence, event: SilenceEvent): Result<Silence, SilenceRefusal> {
  const silence = silenceAt(before, event.at);
  const { type } = silence.state;
  switch (event.type) {
    case 'object': {
      const objection: SilenceBreak = { by: event.by, reason: event.reason, at: event.at };
      if (event.reason.trim() === '') return refuse('reason-missing');
      if (!silence.members.includes(event.by)) return refuse('not-a-member');
      if (type === 'running') return ok({ ...silence, state: { type: 'broken', by: objection } });
      if (type === 'lapsed') return ok({ ...silence, late: [...silence.late, objection] });
      return refuse('silence-over');
    }
    case 'extend':
      if (type !== 'running') return refuse('silence-over');
      if (!(event.deadline > event.at)) return refuse('deadline-not-ahead');
      return ok({ ...silence, deadline: event.deadline });
    case 'withdraw':
      if (type !== 'running' && type !== 'lapsed') return refuse('silence-over');
      return ok({ ...silence, state: { type: 'withdrawn', at: event.at } });
    case 'gavel':
      if (type === 'running') return refuse('silence-running');
      if (type === 'broken') return refuse('silence-broken');
      if (type !== 'lapsed') return refuse('silence-over');
      if (event.words !== silence.wording.words) return refuse('words-changed');
      return ok({ ...silence, state: { type: 'gavelled', at: event.at } });
  }
}
