import { isVariantId } from '../positions/target.ts';
import { isCode, proponentOf, type BracketId, type ProvisionId, type SoundingId } from '../schema/ids.ts';
import { STANCES, type Stance } from '../schema/position.ts';
import {
  SOUNDING_OUTCOMES,
  type Sounding,
  type SoundingAnswer,
  type SoundingOutcome,
  type SoundingSubject,
} from '../schema/sounding.ts';

/** Most characters of a wording that is asked about, in UTF-16 units: a long paragraph. */
export const SOUNDING_LIMIT = 4000;

// A question is one entry `ID`, written once; its end is another, `ID/e`. So nobody can change what was answered.
const END = '/e';

export function soundingEndKey(id: SoundingId): string {
  return `${id}${END}`;
}

/** Whose key it is and which of the two entries; `undefined` for a key of neither. */
export function parseSoundingKey(key: string): { readonly id: SoundingId; readonly part: 'asked' | 'end' } | undefined {
  const isEnd = key.endsWith(END);
  const id = isEnd ? key.slice(0, -END.length) : key;
  return proponentOf(id) === undefined ? undefined : { id: id as SoundingId, part: isEnd ? 'end' : 'asked' };
}

/** Reads an entry `ID`; whose it is comes from the key, which the relay guards. `undefined` for what is none. */
export function decodeSounding(id: SoundingId, value: unknown): Sounding | undefined {
  const raw = recordOf(value);
  const by = proponentOf(id);
  const subject = decodeSubject(raw?.['subject']);
  const words = raw?.['words'];
  const answers = raw?.['answers'];
  if (!raw || by === undefined || !subject || !isTime(raw['at'])) return undefined;
  if (typeof words !== 'string' || words.length > SOUNDING_LIMIT || (answers !== 'room' && answers !== 'chair')) {
    return undefined;
  }
  const person = typeof raw['person'] === 'string' ? raw['person'] : '';
  return { id, subject, words, answers, by, person, at: raw['at'] };
}

export function decodeSoundingEnd(value: unknown): Sounding['end'] {
  const raw = recordOf(value);
  if (!raw || !(SOUNDING_OUTCOMES as readonly unknown[]).includes(raw['outcome']) || !isTime(raw['at']))
    return undefined;
  return { outcome: raw['outcome'] as SoundingOutcome, at: raw['at'] };
}

/** Keys of what the chair records from the floor; their first part is the chair's own, so that the guard sees whose they are. */
const FLOOR = 'CHAIR:';

type AnswerPlace = Pick<SoundingAnswer, 'delegation' | 'sounding' | 'source'>;

/** Where an answer stands: `CODE|ID`, and `CHAIR:CODE|ID` for what the chair recorded from the floor (rule Q3). */
export function answerKey({ delegation, sounding, source }: AnswerPlace): string {
  return `${source === 'floor' ? FLOOR : ''}${delegation}|${sounding}`;
}

export function parseAnswerKey(key: string): AnswerPlace | undefined {
  const bar = key.indexOf('|');
  const whose = key.slice(0, bar);
  const source = whose.startsWith(FLOOR) ? 'floor' : 'national';
  const delegation = source === 'floor' ? whose.slice(FLOOR.length) : whose;
  const sounding = key.slice(bar + 1);
  if (bar < 0 || !isCode(delegation) || proponentOf(sounding) === undefined) return undefined;
  return { delegation, sounding: sounding as SoundingId, source };
}

/** Reads an answer; whose, from where and for whom comes from its key and its room. `undefined` for what is none. */
export function decodeAnswer(
  key: string,
  value: unknown,
  audience: SoundingAnswer['audience'],
): SoundingAnswer | undefined {
  const whose = parseAnswerKey(key);
  const raw = recordOf(value);
  if (!whose || !raw || !(STANCES as readonly unknown[]).includes(raw['stance']) || !isTime(raw['at']))
    return undefined;
  return { ...whose, stance: raw['stance'] as Stance, audience, at: raw['at'] };
}

function decodeSubject(value: unknown): SoundingSubject | undefined {
  const raw = recordOf(value);
  const provision = idOf<ProvisionId>(raw?.['provision']);
  const bracket = idOf<BracketId>(raw?.['bracket']);
  const variant = raw?.['variant'];
  if (!raw || !provision || (raw['bracket'] !== undefined && !bracket)) return undefined;
  if (raw['type'] === 'words') return { type: 'words', provision, ...(bracket ? { bracket } : {}) };
  if (raw['type'] !== 'variant' || !bracket || typeof variant !== 'string' || !isVariantId(variant)) return undefined;
  return { type: 'variant', provision, bracket, variant };
}

function idOf<Id extends string>(value: unknown): Id | undefined {
  return typeof value === 'string' && proponentOf(value) !== undefined ? (value as Id) : undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
