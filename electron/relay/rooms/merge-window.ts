/**
 * How long a room waits between two turns, so that keystrokes that come close together leave in one frame.
 *
 * A frame costs the same for one keystroke as for ten, and it is paid for every reader. So what matters is deliveries a
 * second: writes times readers. Where there are few, a frame a keystroke is cheap and nobody should wait for it; where
 * there are so many that a frame a keystroke would fill the processor, waiting a little makes everybody faster. The
 * window grows with the square of the deliveries, up to its full length: at half the load it is a quarter.
 */
import type { Limits } from '../limits.ts';

/** Milliseconds in which a write is forgotten to a third. */
const MEMORY = 500;

export class MergeWindow {
  readonly #limits: Pick<Limits, 'mergeWindowMs' | 'mergeFullAt'>;
  /** Writes a second, of late. */
  #rate = 0;
  #at = 0;

  constructor(limits: Pick<Limits, 'mergeWindowMs' | 'mergeFullAt'>) {
    this.#limits = limits;
  }

  /** A write has come. */
  note(now: number): void {
    this.#rate = this.#rateAt(now) + 1000 / MEMORY;
    this.#at = now;
  }

  /** How long after one turn the next may begin, in milliseconds. */
  length(readers: number, now: number): number {
    const { mergeWindowMs, mergeFullAt } = this.#limits;
    const part = Math.min(1, (this.#rateAt(now) * readers) / mergeFullAt);
    const length = mergeWindowMs * part * part;
    // No timer is that short.
    return length < 1 ? 0 : length;
  }

  #rateAt(now: number): number {
    return this.#rate * Math.exp(-Math.max(0, now - this.#at) / MEMORY);
  }
}
