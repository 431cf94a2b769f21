/**
 * What a connection sends, at no more than its allowance. Past it, the socket is not read; frames that had been read
 * with the last packet wait here in their order.
 */
import type { Limits } from '../limits.ts';
import { Bucket } from './bucket.ts';

interface Source {
  readonly open: boolean;
  pause(): void;
  resume(): void;
}

interface Frame {
  readonly data: Buffer;
  readonly binary: boolean;
}

export class Intake {
  readonly #source: Source;
  readonly #take: (frame: Frame) => number;
  readonly #onSlowed: () => void;
  readonly #now: () => number;
  readonly #frames: Bucket;
  readonly #bytes: Bucket;
  #waiting: Frame[] = [];
  #timer: NodeJS.Timeout | undefined;
  #slowed = false;

  constructor(
    source: Source,
    setting: {
      readonly limits: Limits;
      readonly now: () => number;
      /** Takes a frame; how many ordinary ones it counts for. */
      take(frame: Frame): number;
      /** Told when it is first past its allowance. */
      onSlowed?(): void;
    },
  ) {
    const { limits, now } = setting;
    this.#source = source;
    this.#take = (frame) => setting.take(frame);
    this.#onSlowed = () => setting.onSlowed?.();
    this.#now = now;
    this.#frames = new Bucket(limits.framesPerSecond, limits.frameBurst, now());
    this.#bytes = new Bucket(limits.bytesPerSecond, limits.byteBurst, now());
  }

  push(data: Buffer, binary: boolean): void {
    if (this.#timer) this.#waiting.push({ data, binary });
    else this.#pass({ data, binary });
  }

  /** Takes so many frames more off the allowance, for what an earlier one turned out to cost. */
  charge(frames: number): void {
    this.#slow(this.#frames.take(frames, this.#now()));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
  }

  #pass(frame: Frame): void {
    const cost = this.#take(frame);
    const now = this.#now();
    this.#slow(Math.max(this.#frames.take(cost, now), this.#bytes.take(frame.data.length, now)));
  }

  #slow(wait: number): void {
    if (wait === 0 || !this.#source.open) return;
    if (!this.#slowed) this.#onSlowed();
    this.#slowed = true;
    this.#source.pause();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#goOn(), wait);
  }

  #goOn(): void {
    this.#timer = undefined;
    if (!this.#source.open) return this.stop();
    while (this.#waiting.length > 0 && !this.#timer) this.#pass(this.#waiting.shift()!);
    if (!this.#timer) this.#source.resume();
  }
}
