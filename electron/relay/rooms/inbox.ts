/**
 * What waits for a room's next turn. While a disk hangs no turn ends, and what members send gathers here: past its bound,
 * whoever has the most waiting is dropped with all of it. Nothing of that was acknowledged, so their clients still have it
 * and send it again.
 *
 * What a turn has taken is in memory too, until it ends, and may come back. So a turn takes no more than half of the
 * bound, and while one is under way no more than the other half waits: the two together never pass it. A message is no
 * larger than half of it (`limits.ts`).
 */
import type { Connection } from './connection.ts';
import type { Inbound } from './turn.ts';

export type Ask = Extract<Inbound, { type: 'ask' }>;

/** What one thing that waits takes in memory beside its bytes. */
const KEEP = 256;

export class Inbox {
  readonly #half: number;
  readonly #of = new Map<Connection, number>();
  #waiting: Inbound[] = [];
  #bytes = 0;

  /** `most`: bytes that may wait, those of the turn that is under way included. */
  constructor(most: number) {
    this.#half = most / 2;
  }

  /** Bytes that wait. */
  get bytes(): number {
    return this.#bytes;
  }

  get length(): number {
    return this.#waiting.length;
  }

  /** Puts it last; the connections that must go for it. */
  put(inbound: Inbound): readonly Connection[] {
    // What is put in has a place where nothing else waits: an answer holds everything, and must come through at last.
    const room = Math.max(this.#half, sizeOf(inbound));
    this.#waiting.push(inbound);
    this.#count(inbound);
    const dropped: Connection[] = [];
    while (this.#bytes > room) {
      const heaviest = this.#heaviest();
      if (heaviest === undefined) break;
      this.leave(heaviest);
      dropped.push(heaviest);
    }
    return dropped;
  }

  /** Puts back what had been taken, before everything that came since. */
  putBack(taken: readonly Inbound[]): void {
    this.#waiting.unshift(...taken);
    for (const inbound of taken) this.#count(inbound);
  }

  /** What the next turn takes, in order. */
  take(): Inbound[] {
    if (this.#bytes <= this.#half) return this.takeAll();
    let bytes = 0;
    const beyond = this.#waiting.findIndex((inbound) => (bytes += sizeOf(inbound)) > this.#half);
    const count = Math.max(1, beyond);
    const [taken, left] = [this.#waiting.slice(0, count), this.#waiting.slice(count)];
    this.takeAll();
    this.putBack(left);
    return taken;
  }

  takeAll(): Inbound[] {
    this.#of.clear();
    this.#bytes = 0;
    return this.#waiting.splice(0);
  }

  /** Forgets what a connection sent that is no longer there. */
  leave(connection: Connection): void {
    const bytes = this.#of.get(connection);
    if (bytes === undefined) return;
    this.#of.delete(connection);
    this.#bytes -= bytes;
    this.#waiting = this.#waiting.filter((inbound) => !('from' in inbound) || inbound.from !== connection);
  }

  #count(inbound: Inbound): void {
    if (!('from' in inbound)) return;
    const bytes = sizeOf(inbound);
    this.#of.set(inbound.from, (this.#of.get(inbound.from) ?? 0) + bytes);
    this.#bytes += bytes;
  }

  #heaviest(): Connection | undefined {
    let heaviest: Connection | undefined;
    let most = 0;
    for (const [connection, bytes] of this.#of) {
      if (bytes > most) [heaviest, most] = [connection, bytes];
    }
    return heaviest;
  }
}

/** Of all asks the last one of each who is still there: its answer covers those before. */
export function lastAsks(asks: readonly Ask[]): Ask[] {
  return [...new Map(asks.map((ask) => [ask.from, ask])).values()].filter(({ from }) => from.open);
}

function sizeOf(inbound: Inbound): number {
  if (!('from' in inbound)) return 0;
  return KEEP + (inbound.type === 'write' ? inbound.update : inbound.stateVector).length;
}
