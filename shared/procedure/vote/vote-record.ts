import { isCode, proponentOf, type BracketId, type Code, type ProvisionId, type VoteId } from '../../schema/ids.ts';
import { ok, refuse, type Result } from '../../schema/result.ts';
import { isVariantId } from '../../positions/target.ts';
import { BALLOTS, type Ballot } from '../decision.ts';
import type { VoteEvent, VoteOpening, VoteSubject } from './vote.ts';

// Openings and events are plain JSON already, so that storing one needs no encoding; reading one takes nothing on trust.

export type VoteFault =
  | 'not-an-object'
  | 'id-unknown'
  | 'subject-unknown'
  | 'rule-unknown'
  | 'members-unknown'
  | 'quorum-unknown'
  | 'words-unknown'
  | 'by-unknown'
  | 'time-unknown'
  | 'event-unknown'
  | 'code-unknown'
  | 'ballot-unknown';

/** Most characters the words voted on may have, in UTF-16 units. */
const WORDS_LIMIT = 100_000;
/** Most members a vote may have; a meeting of all States has 193. */
const MEMBERS_LIMIT = 1000;

/** Reads a stored opening; anything else is refused with the first field that does not fit (rule C19). */
export function decodeOpening(value: unknown): Result<VoteOpening, VoteFault> {
  if (!isObject(value)) return refuse('not-an-object');
  const { id, rule, members, by, at, about, quorum } = value;
  if (typeof id !== 'string' || proponentOf(id) === undefined) return refuse('id-unknown');
  const subject = decodeSubject(value['subject']);
  if (!subject) return refuse('subject-unknown');
  if (rule !== 'two-thirds' && rule !== 'simple-majority') return refuse('rule-unknown');
  if (!isMembers(members)) return refuse('members-unknown');
  const sizes = quorum === undefined ? undefined : decodeQuorum(quorum);
  if (quorum !== undefined && !sizes) return refuse('quorum-unknown');
  if (!isWords(about)) return refuse('words-unknown');
  if (!isCodeValue(by)) return refuse('by-unknown');
  if (!isTime(at)) return refuse('time-unknown');
  const opening: VoteOpening = { id: id as VoteId, subject, rule, members, about, by, at };
  return ok(sizes ? { ...opening, quorum: sizes } : opening);
}

/** Reads a stored event; anything else is refused with the first field that does not fit (rule C19). */
export function decodeVoteEvent(value: unknown): Result<VoteEvent, VoteFault> {
  if (!isObject(value)) return refuse('not-an-object');
  const { type, code, ballot, by, at } = value;
  if (!isCodeValue(by)) return refuse('by-unknown');
  if (!isTime(at)) return refuse('time-unknown');
  switch (type) {
    case 'announce':
    case 'cancel':
      return ok({ type, by, at });
    case 'clear':
      return isCodeValue(code) ? ok({ type, code, by, at }) : refuse('code-unknown');
    case 'cast':
    case 'intend':
      if (!isCodeValue(code)) return refuse('code-unknown');
      return BALLOTS.includes(ballot as Ballot)
        ? ok({ type, code, ballot: ballot as Ballot, by, at })
        : refuse('ballot-unknown');
    default:
      return refuse('event-unknown');
  }
}

function decodeSubject(value: unknown): VoteSubject | undefined {
  if (!isObject(value)) return undefined;
  const { type, provision, bracket, variant, words } = value;
  if (type === 'whole') return { type };
  if (!isWords(words)) return undefined;
  if (type === 'provision' && isId(provision)) return { type, provision: provision as ProvisionId, words };
  if (type !== 'wording' || !isId(bracket) || typeof variant !== 'string' || !isVariantId(variant)) return undefined;
  return { type, bracket: bracket as BracketId, variant, words };
}

function decodeQuorum(value: unknown): VoteOpening['quorum'] {
  if (!isObject(value)) return undefined;
  const { needed, present } = value;
  return isCount(needed) && isCount(present) ? { needed, present } : undefined;
}

/** Sorted and without doubles, as `votersOf` gives them. */
function isMembers(value: unknown): value is readonly Code[] {
  if (!Array.isArray(value) || value.length > MEMBERS_LIMIT) return false;
  return value.every((code: unknown, at) => isCodeValue(code) && (at === 0 || (value[at - 1] as string) < code));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && proponentOf(value) !== undefined;
}

function isCodeValue(value: unknown): value is Code {
  return typeof value === 'string' && isCode(value);
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && value.length <= WORDS_LIMIT;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
