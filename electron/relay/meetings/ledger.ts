/**
 * A meeting's ledger: the stream of facts that are no part of any room. It holds the signing key, every invitation that
 * was made or revoked, and every publication with the places where the rooms' chains stood.
 */
import type { JWK } from 'jose';
import type { Code } from '../../../shared/schema/ids.ts';
import { RELAY } from '../../../shared/sync/protocol/invitation.ts';
import type { Head } from '../journal/entry.ts';
import { genesis, openEntry } from '../journal/entry.ts';
import { ApiFault } from '../http/answer.ts';
import type { Fence } from '../rooms/room-setting.ts';
import { JournalBehind, JournalRefusal, type Journal } from '../journal/journal.ts';
import { readFact, readFacts, type Fact, type InvitedFact } from './facts-of-ledger.ts';

/** Who recorded a fact. */
export interface Recorder {
  readonly code: Code;
  readonly invitation: string;
}

/** Rooms' writes rest on it. */
export class Ledger implements Fence {
  readonly stream: string;
  readonly key: JWK;
  readonly revoked: Set<string>;
  /** Where publications recorded that the rooms' chains stood. */
  readonly published: Extract<Fact, { type: 'published' }>[];
  /** Every invitation that was made, by its id, in the order in which they were. */
  readonly invited: Map<string, InvitedFact>;
  /** The first entry that does not fit: what comes before it holds, and no more facts are recorded. */
  readonly brokenAt: number | undefined;
  readonly #journal: Journal;
  #head: Head;
  #last: Promise<unknown> = Promise.resolve();
  #listener: ((fact: Fact) => void) | undefined;
  /** Revocations that are in force and that the disk has not taken yet. */
  readonly #owed = new Map<string, { readonly by: Recorder; readonly at: number }>();

  private constructor(journal: Journal, stream: string, { head, facts, brokenAt }: Past) {
    const created = facts.find((fact) => fact.type === 'created');
    if (!created) throw new Error('a ledger begins with its key');
    this.key = created.key as JWK;
    this.revoked = new Set(facts.flatMap((fact) => (fact.type === 'revoked' ? [fact.jti] : [])));
    this.published = facts.flatMap((fact) => (fact.type === 'published' ? [fact] : []));
    this.invited = new Map(facts.flatMap((fact) => (fact.type === 'invited' ? [[fact.jti, fact]] : [])));
    this.brokenAt = brokenAt;
    this.#journal = journal;
    this.stream = stream;
    this.#head = head;
  }

  /** The ledger of a meeting, or `undefined` where there is no such meeting. */
  static async open(journal: Journal, meeting: string): Promise<Ledger | undefined> {
    const stream = ledgerStream(meeting);
    const { entries, head, brokenAt } = await journal.replay(stream);
    if (entries.length === 0 && brokenAt === undefined) return undefined;
    const facts = readFacts(entries.map((entry) => entry.body));
    const beyond = brokenAt === undefined ? [] : await revocationsAfter(journal, stream, head.seq);
    return new Ledger(journal, stream, { head, facts: [...facts, ...beyond], brokenAt });
  }

  get seq(): number | undefined {
    return this.brokenAt === undefined ? this.#head.seq : undefined;
  }

  keepUp(): Promise<void> {
    return this.#inTurn(() => this.#catchUp());
  }

  /** Begins a meeting's ledger with its key; the meeting exists when this is on disk. */
  static async begin(journal: Journal, meeting: string, key: JWK, at: number): Promise<Ledger> {
    const stream = ledgerStream(meeting);
    const fact: Fact = { type: 'created', key: { ...key } };
    const head = await journal.append(stream, genesis(stream), [entryOf(fact, { code: RELAY, invitation: '' }, at)]);
    return new Ledger(journal, stream, { head, facts: [fact], brokenAt: undefined });
  }

  /** Writes a fact down, one after the other; resolves when it is on disk. */
  record(fact: Fact, by: Recorder, at: number): Promise<void> {
    // Over what does not fit nothing is written: it would take the place of what stood there.
    if (this.brokenAt !== undefined) return Promise.reject(new JournalRefusal('journal-broken'));
    return this.#inTurn(async () => {
      for (;;) {
        try {
          this.#head = await this.#journal.append(this.stream, this.#head, [entryOf(fact, by, at)]);
          this.#note(fact);
          return;
        } catch (error) {
          if (!(error instanceof JournalBehind)) throw error;
          const inForce = !this.revoked.has(by.invitation);
          await this.#catchUp();
          // Whoever asked for it was shut out at another relay meanwhile.
          if (inForce && this.revoked.has(by.invitation)) throw new ApiFault('token-revoked');
        }
      }
    });
  }

  /**
   * Revokes an invitation: in force at once, whatever the disk says. Resolves when it is on disk; where the disk does not
   * take it, it rejects, and is written down as soon as the disk can.
   */
  async revoke(jti: string, by: Recorder, at: number): Promise<void> {
    this.revoked.add(jti);
    this.#owed.set(jti, { by, at });
    await this.record({ type: 'revoked', jti }, by, at);
    this.#owed.delete(jti);
  }

  /** Hears of facts that other relays write down; the answer ends that. */
  follow(listener: (fact: Fact) => void): () => void {
    this.#listener = listener;
    const stops = [
      this.#journal.follow(this.stream, () => void this.#inTurn(() => this.#catchUp()).catch(() => undefined)),
      this.#journal.onTrouble((trouble) => {
        if (trouble !== undefined) return;
        // Refused again, it is owed still, and comes with the next time.
        for (const [jti, { by, at }] of this.#owed) void this.revoke(jti, by, at).catch(() => undefined);
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  async #catchUp(): Promise<void> {
    const { entries, head } = await this.#journal.since(this.stream, this.#head);
    this.#head = head;
    for (const fact of readFacts(entries.map((entry) => entry.body))) {
      this.#note(fact);
      this.#listener?.(fact);
    }
  }

  #note(fact: Fact): void {
    if (fact.type === 'revoked') this.revoked.add(fact.jti);
    if (fact.type === 'published') this.published.push(fact);
    if (fact.type === 'invited') this.invited.set(fact.jti, fact);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }
}

interface Past {
  readonly head: Head;
  readonly facts: readonly Fact[];
  readonly brokenAt: number | undefined;
}

/**
 * Revocations that stand behind a break in the chain. A broken ledger opens no door that was closed: what can be read
 * there counts, whether it fits or not.
 */
async function revocationsAfter(journal: Journal, stream: string, seq: number): Promise<readonly Fact[]> {
  const revocations: Fact[] = [];
  try {
    for await (const { bytes } of journal.entries(stream, seq)) {
      const fact = factIn(bytes);
      if (fact?.type === 'revoked') revocations.push(fact);
    }
  } catch (error) {
    // What the disk does not give back is not there to be counted.
    if (error instanceof JournalRefusal) throw error;
  }
  return revocations;
}

function factIn(bytes: Uint8Array): Fact | undefined {
  try {
    return readFact(openEntry(bytes).body);
  } catch {
    return undefined;
  }
}

function ledgerStream(meeting: string): string {
  return `${meeting}/ledger`;
}

function entryOf(fact: Fact, by: { code: string; invitation: string }, at: number) {
  return { at, code: by.code, invitation: by.invitation, clients: [], body: Buffer.from(JSON.stringify(fact)) };
}
