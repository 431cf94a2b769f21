import type { Code } from '../schema/ids.ts';

/** What stands on a page before the seats of one thing: where the supporters end, the accepters, and the neutral. */
export const HEAD = 3;

/**
 * Who stands in favour of a thing, or says to have no position on it: seats on a page, those of one stance side by side and
 * in order. A meeting has thousands of these and asks few of them, so lists of codes are made when they are asked for, and
 * are then the same at every asking.
 */
export class Others {
  readonly #codes: readonly Code[];
  readonly #page: Uint16Array;
  readonly #from: number;
  #lists: readonly (readonly Code[])[] | undefined;

  /** `codes`: by seat. At `from` on the page stand three ends, counted from behind them, and then the seats. */
  constructor(codes: readonly Code[], page: Uint16Array, from: number) {
    this.#codes = codes;
    this.#page = page;
    this.#from = from;
  }

  /** How many support it. */
  get supporting(): number {
    return this.#page[this.#from]!;
  }
  get size(): number {
    return this.#page[this.#from + 2]!;
  }
  get supporters(): readonly Code[] {
    return this.#read()[0]!;
  }
  get accepters(): readonly Code[] {
    return this.#read()[1]!;
  }
  get neutral(): readonly Code[] {
    return this.#read()[2]!;
  }

  #read(): readonly (readonly Code[])[] {
    return (this.#lists ??= [this.#list(0), this.#list(1), this.#list(2)]);
  }
  #list(nth: number): readonly Code[] {
    const codes: Code[] = [];
    const start = nth === 0 ? 0 : this.#page[this.#from + nth - 1]!;
    const end = this.#page[this.#from + nth]!;
    for (let at = start; at < end; at++) codes.push(this.#codes[this.#page[this.#from + HEAD + at]!]!);
    return codes;
  }
}

/** Nobody. */
export const NO_OTHERS = new Others([], new Uint16Array(HEAD), 0);
