import type { Draft } from '../schema/draft.ts';
import { CHAIR, type MeetingId, type RulingId } from '../schema/ids.ts';
import type { Delegation, Group, MeetingProfile } from '../schema/meeting.ts';
import type { Tagging } from '../schema/issue-tag.ts';
import type { Position } from '../schema/position.ts';
import type { Ruling } from '../schema/ruling.ts';
import { invariant } from '../schema/result.ts';
import { paragraphId } from './compose.ts';
import { outcomeTagging } from './issues.ts';
import { outcomeDraft } from './outcome.ts';
import { DELEGATIONS, GROUPS } from './roster.ts';
import { outcomePositions } from './stances.ts';

/** A meeting in full swing, all of it invented. */
export interface Demonstration {
  readonly profile: MeetingProfile;
  readonly draft: Draft;
  readonly delegations: readonly Delegation[];
  readonly groups: readonly Group[];
  readonly positions: readonly Position[];
  /** What has been gavelled: two paragraphs agreed *ad referendum*. */
  readonly rulings: readonly Ruling[];
  /** What is about which issue. */
  readonly tagging: Tagging;
}

const HOUR = 3_600_000;
/** How long before it is opened its draft was tabled: the last positions are then a few hours old. */
const UNDER_WAY = 44 * HOUR;

/**
 * The demonstration meeting as it stands when it is opened, in milliseconds since 1970: tabled two days before, with
 * brackets and positions since. The same value for the same moment, with fixed ids.
 */
export function demonstration(opened: number): Demonstration {
  const tabled = opened - UNDER_WAY;
  const draft = outcomeDraft(tabled);
  const { title, symbol, language } = draft;
  return {
    profile: { id: 'demonstration' as MeetingId, title, symbol, language },
    draft,
    delegations: DELEGATIONS,
    groups: GROUPS,
    positions: outcomePositions(tabled),
    rulings: [agreed(draft, 'reaffirmed', tabled + 29 * HOUR), agreed(draft, 'stocksc', tabled + 33 * HOUR)],
    tagging: outcomeTagging,
  };
}

function agreed(draft: Draft, name: string, at: number): Ruling {
  const provision = paragraphId(name);
  const words = draft.provisions.find(({ id }) => id === provision)?.text;
  invariant(words !== undefined, `${name} is a provision of the demonstration`);
  return {
    id: `${CHAIR}-ruling${name.padStart(6, '0')}` as RulingId,
    act: { type: 'adRef', provision, words },
    by: CHAIR,
    person: 'Chair of the meeting',
    at,
    about: words,
  };
}
