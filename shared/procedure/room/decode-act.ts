/** Reads acts and stamps that others wrote. The guard and every client ask the same. */
import * as z from 'zod/mini';
import { isVariantId } from '../../positions/target.ts';
import { isCode, proponentOf, type ActId, type Code } from '../../schema/ids.ts';
import { decodeOpening, decodeVoteEvent } from '../vote/vote-record.ts';
import type { Act, Deed, Stamp } from './act.ts';

/** Characters of a reason. */
export const LONGEST_REASON = 280;
/** Characters of a paragraph's words. */
const LONGEST_WORDS = 100_000;
const LONGEST_ABOUT = 1000;
const MOST_MEMBERS = 1000;
/** A day: no speech is longer. */
const MOST_SECONDS = 86_400;

const id = z.string().check(z.refine((text) => proponentOf(text) !== undefined));
const code = z.string().check(z.refine(isCode));
const variant = z.string().check(z.refine(isVariantId));
const words = z.string().check(z.maxLength(LONGEST_WORDS));
const about = z.string().check(z.maxLength(LONGEST_ABOUT));
const time = z.number().check(z.int(), z.nonnegative());
const seconds = z.number().check(z.int(), z.nonnegative(), z.maximum(MOST_SECONDS));
const members = z.array(code).check(z.maxLength(MOST_MEMBERS));

const DEED = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('open-floor'), provision: z.optional(id) }),
  z.strictObject({ type: z.literal('ask'), code, reply: z.boolean() }),
  z.strictObject({ type: z.literal('take-back'), ask: id }),
  z.strictObject({ type: z.literal('call'), code, ask: z.optional(id), seconds }),
  z.strictObject({ type: z.literal('end-speech') }),
  z.strictObject({ type: z.literal('order'), asks: z.array(id).check(z.maxLength(MOST_MEMBERS)) }),
  z.strictObject({ type: z.literal('list'), closed: z.boolean() }),
  z.strictObject({ type: z.literal('limits'), speech: seconds, reply: seconds }),
  z.strictObject({
    type: z.literal('circulate'),
    wording: z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('provision'),
        provision: id,
        choices: z.array(z.strictObject({ bracket: id, variant })).check(z.maxLength(200)),
        words,
        shown: words,
      }),
      z.strictObject({ type: z.literal('whole'), words }),
    ]),
    about,
    deadline: time,
    members,
  }),
  z.strictObject({
    type: z.literal('object'),
    silence: id,
    code,
    reason: z.string().check(
      z.maxLength(LONGEST_REASON),
      z.refine((text) => text.trim() !== ''),
    ),
  }),
  z.strictObject({ type: z.literal('extend'), silence: id, deadline: time }),
  z.strictObject({ type: z.literal('withdraw'), silence: id }),
  z.strictObject({ type: z.literal('gavel'), silence: id, words }),
  z.strictObject({
    type: z.literal('adopt'),
    way: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('consensus') }),
      z.strictObject({ type: z.literal('silence'), silence: id }),
      z.strictObject({ type: z.literal('vote'), vote: id }),
    ]),
    words,
    about,
  }),
]);

const ACT = z.strictObject({ by: code, person: z.string().check(z.maxLength(120)), at: time, deed: z.unknown() });

/** An act as it stands under its id in the log; `undefined` for anything else. */
export function decodeAct(key: string, value: unknown): Act | undefined {
  const act = ACT.safeParse(value);
  if (!act.success || proponentOf(key) !== act.data.by) return undefined;
  const { person, at } = act.data;
  const by = act.data.by as Code;
  const deed = decodeDeed(act.data.deed, { id: key, by, at });
  return deed && { id: key as ActId, by, person, at, deed };
}

type Envelope = { readonly id: string; readonly by: Code; readonly at: number };

function decodeDeed(value: unknown, envelope: Envelope): Deed | undefined {
  const { type, vote } = (value ?? {}) as { readonly type?: unknown; readonly vote?: unknown };
  if (type === 'open-vote') {
    const opening = decodeOpening({ ...(value as object), ...envelope });
    if (!opening.ok) return undefined;
    const { subject, rule, members: voters, about: subjectWords, quorum } = opening.value;
    return onlyIf(value, { type, subject, rule, members: voters, about: subjectWords, ...(quorum ? { quorum } : {}) });
  }
  if (typeof vote === 'string' && proponentOf(vote) !== undefined) {
    const event = decodeVoteEvent({ ...(value as object), ...envelope });
    if (!event.ok) return undefined;
    const { by: _, at: __, ...said } = event.value;
    return onlyIf(value, { ...said, vote: vote as ActId } as Deed);
  }
  const deed = DEED.safeParse(value);
  return deed.success ? (deed.data as Deed) : undefined;
}

/** Nothing stands beside what a deed is made of: what nobody reads is a place to hide things. */
function onlyIf(value: unknown, deed: Deed): Deed | undefined {
  return Object.keys(value as object).every((key) => Object.hasOwn(deed, key)) ? deed : undefined;
}

/** Stored beside its key, which is its id. */
export function encodeAct({ by, person, at, deed }: Act): Omit<Act, 'id'> {
  return { by, person, at, deed };
}

/** `[ACT, time]`, as the relay writes it; `undefined` for anything else. */
export function decodeStamp(value: unknown): Stamp | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [act, at] = value as unknown[];
  if (typeof act !== 'string' || proponentOf(act) === undefined || typeof at !== 'number') return undefined;
  return { act: act as ActId, at };
}
