import * as Y from 'yjs';
import type { Bracket } from '../../schema/bracket.ts';
import type { Draft } from '../../schema/draft.ts';
import type { BracketId, Code, ProvisionId } from '../../schema/ids.ts';
import { createReplica, type Replica } from '../replica.ts';
import type { PastWrite } from './entry.ts';

/*
 * The past of a draft, step by step (rule F7).
 *
 * The journal is played once, forwards, through one replica. Each step keeps the draft it led to: a plain value that
 * shares everything unchanged with the one before, so that a thousand steps take little more room than the changes in
 * them, and any step is shown at once. Nothing is ever replayed for the sake of a slider.
 */

export interface HistoryStep {
  /** The first and the last write of the step, milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly code: Code;
  readonly person: string;
  readonly draft: Draft;
  /** Provisions that came, went or read otherwise after it. */
  readonly provisions: ReadonlySet<ProvisionId>;
  readonly opened: readonly Bracket[];
  /** With `closed`: withdrawn, or ruled on. */
  readonly closed: readonly Bracket[];
}

/** Writes of one hand with pauses no longer than this are one step, and no step is longer than `LONGEST_MS`. */
const PAUSE_MS = 8_000;
const LONGEST_MS = 60_000;

interface Written {
  readonly from: number;
  readonly to: number;
  readonly write: Omit<PastWrite, 'update'>;
}

const NOTHING: Draft = { title: '', symbol: '', language: 'en', provisions: [], brackets: [] };

export class Playback {
  readonly #doc = new Y.Doc();
  readonly #replica: Replica = createReplica(this.#doc);
  readonly #steps: HistoryStep[] = [];
  readonly #written = new Map<number, Written[]>();
  #before: Draft = NOTHING;

  get steps(): readonly HistoryStep[] {
    return this.#steps;
  }

  /** The draft before a step, the last one's by default. */
  before(step: number): Draft {
    return this.#steps[step - 1]?.draft ?? NOTHING;
  }

  /** Plays writes that follow those before; an entry that does not decode is passed over. Linear in what they changed. */
  add(writes: readonly PastWrite[]): void {
    for (let start = 0; start < writes.length;) {
      let end = start + 1;
      while (end < writes.length && isOneStep(writes, start, end)) end += 1;
      this.#play(writes.slice(start, end));
      start = end;
    }
  }

  /** When, and by whom, the character with this id was written; `undefined` where this past does not hold it. */
  writeOf(client: number, clock: number): Omit<PastWrite, 'update'> | undefined {
    const ranges = this.#written.get(client);
    if (ranges === undefined) return undefined;
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle]!.to <= clock) low = middle + 1;
      else high = middle;
    }
    const found = ranges[low];
    return found !== undefined && found.from <= clock ? found.write : undefined;
  }

  #play(writes: readonly PastWrite[]): void {
    this.#doc.transact(() => {
      for (const { update, ...write } of writes) {
        try {
          Y.applyUpdate(this.#doc, update);
          this.#note(update, write);
        } catch {
          // The relay took it, so it was sound there; without it the rest still plays.
        }
      }
    });
    const draft = this.#replica.read();
    const before = this.#before;
    this.#before = draft;
    if (draft === before) return;
    const [first, last] = [writes[0]!, writes.at(-1)!];
    const was = new Map(before.brackets.map((bracket) => [bracket.id, bracket]));
    const is = new Set<BracketId>(draft.brackets.map(({ id }) => id));
    this.#steps.push({
      from: first.at,
      to: last.at,
      code: first.code,
      person: first.person,
      draft,
      provisions: changedProvisions(before, draft),
      opened: draft.brackets.filter(({ id }) => !was.has(id)),
      closed: before.brackets
        .filter(({ id }) => !is.has(id))
        .map((bracket) => this.#replica.bracket(bracket.id) ?? bracket),
    });
  }

  #note(update: Uint8Array, write: Omit<PastWrite, 'update'>): void {
    const { from, to } = Y.parseUpdateMeta(update);
    for (const [client, start] of from) {
      const ranges = this.#written.get(client) ?? [];
      this.#written.set(client, ranges);
      // What was sent twice was written the first time.
      const known = ranges.at(-1)?.to ?? 0;
      const end = to.get(client) ?? start;
      if (end > known) ranges.push({ from: Math.max(start, known), to: end, write });
    }
  }
}

function isOneStep(writes: readonly PastWrite[], start: number, at: number): boolean {
  const [first, last, next] = [writes[start]!, writes[at - 1]!, writes[at]!];
  const same = next.code === first.code && next.person === first.person;
  return same && next.at - last.at <= PAUSE_MS && next.at - first.at <= LONGEST_MS;
}

/** A provision is another value when it reads otherwise; one round which brackets changed is named too. */
function changedProvisions(before: Draft, after: Draft): ReadonlySet<ProvisionId> {
  const changed = new Set<ProvisionId>();
  const was = new Map(before.provisions.map((provision) => [provision.id, provision]));
  for (const provision of after.provisions) {
    if (was.get(provision.id) !== provision) changed.add(provision.id);
    was.delete(provision.id);
  }
  for (const id of was.keys()) changed.add(id);
  const brackets = new Map(before.brackets.map((bracket) => [bracket.id, bracket]));
  const mark = ({ pieces }: Bracket) => pieces.forEach(({ provision }) => changed.add(provision));
  for (const bracket of after.brackets) {
    const old = brackets.get(bracket.id);
    brackets.delete(bracket.id);
    if (old !== bracket) mark(bracket);
  }
  for (const bracket of brackets.values()) mark(bracket);
  return changed;
}
