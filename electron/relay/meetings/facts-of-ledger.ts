import * as z from 'zod/mini';
import { ROLES } from '../../../shared/schema/meeting.ts';

const FACT = z.discriminatedUnion('type', [
  z.object({ type: z.literal('created'), key: z.record(z.string(), z.unknown()) }),
  z.object({
    type: z.literal('invited'),
    jti: z.string(),
    role: z.enum(ROLES),
    code: z.string(),
    /** The delegation's name; ledgers of before it was kept have none. */
    name: z.optional(z.string()),
    person: z.string(),
    exp: z.number(),
    /** Milliseconds since 1970. */
    at: z.optional(z.number()),
  }),
  z.object({ type: z.literal('revoked'), jti: z.string() }),
  z.object({
    type: z.literal('published'),
    number: z.number(),
    hash: z.string(),
    /** Room name → number and hash of its last entry, so that the past of a room cannot be rewritten as a whole. */
    heads: z.record(z.string(), z.object({ seq: z.number(), hash: z.string() })),
  }),
]);
/** One fact of a meeting's ledger. */
export type Fact = z.infer<typeof FACT>;
/** That an invitation was made: all that is kept of it, which lets nobody in. */
export type InvitedFact = Extract<Fact, { readonly type: 'invited' }>;

/** The fact that an entry of a ledger holds; `undefined` where it is none, as only a damaged or altered one is. */
export function readFact(body: Uint8Array): Fact | undefined {
  try {
    const parsed = FACT.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The facts that entries hold, in order; what is none is passed over. */
export function readFacts(bodies: readonly Uint8Array[]): readonly Fact[] {
  return bodies.flatMap((body) => readFact(body) ?? []);
}
