import type { Code } from '../schema/ids.ts';
import { STANCES, type Stance } from '../schema/position.ts';
import type { Others } from './others.ts';

/**
 * Stances by code, read off one sorted list of codes for each stance, from support to objection. It makes nothing of its
 * own: there are hundreds of them at every full computation, and most are never asked.
 */
export class StanceLists implements ReadonlyMap<Code, Stance> {
  readonly #others: Others;
  readonly #reserves: readonly Code[];
  readonly #objectors: readonly Code[];

  constructor(others: Others, reserves: readonly Code[], objectors: readonly Code[]) {
    this.#others = others;
    this.#reserves = reserves;
    this.#objectors = objectors;
  }

  get size(): number {
    return this.#others.size + this.#reserves.length + this.#objectors.length;
  }
  get #lists(): readonly (readonly Code[])[] {
    const { supporters, accepters, neutral } = this.#others;
    return [supporters, accepters, neutral, this.#reserves, this.#objectors];
  }

  get(code: Code): Stance | undefined {
    return STANCES[this.#lists.findIndex((codes) => holds(codes, code))];
  }
  has(code: Code): boolean {
    return this.#lists.some((codes) => holds(codes, code));
  }
  *keys(): Generator<Code, undefined> {
    for (const codes of this.#lists) yield* codes;
  }
  *values(): Generator<Stance, undefined> {
    for (const [, stance] of this.entries()) yield stance;
  }
  *entries(): Generator<[Code, Stance], undefined> {
    for (const [at, codes] of this.#lists.entries()) for (const code of codes) yield [code, STANCES[at]!];
  }
  [Symbol.iterator](): Generator<[Code, Stance], undefined> {
    return this.entries();
  }
  forEach(visit: (stance: Stance, code: Code, stances: ReadonlyMap<Code, Stance>) => void): void {
    for (const [code, stance] of this) visit(stance, code, this);
  }
}

function holds(codes: readonly Code[], code: Code): boolean {
  let low = 0;
  let high = codes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (codes[middle]! < code) low = middle + 1;
    else high = middle;
  }
  return codes[low] === code;
}
