import type { Choice, Promise, RedLine } from './red-lines.ts';
import type { Moves } from './smallest-moves.ts';

/**
 * One wording and what follows from it, as it is said: "If paragraph 7 reads 'encourages', one red line is crossed (AAA's);
 * BBB would then accept paragraph 12."
 */
export interface Step {
  readonly choice: Choice;
  /** Red lines against this wording. */
  readonly crossed: readonly RedLine[];
  /** Red lines elsewhere that end because of it: who holds one could then accept what it is on. */
  readonly lifted: readonly RedLine[];
  /** Support and acceptance elsewhere that come because of it. */
  readonly kept: readonly Promise[];
}

/** A way told wording by wording, in reading order; wordings from which nothing follows are left out. */
export function stepsOf({ choices, crossed, lifted, kept }: Moves): readonly Step[] {
  return choices
    .map((choice): Step => ({
      choice,
      crossed: crossed.filter(({ on }) => 'bracket' in on && isSame(on, choice)),
      lifted: lifted.filter(({ unless }) => unless && isSame(unless, choice)),
      kept: kept.filter(({ when }) => isSame(when, choice)),
    }))
    .filter((step) => step.crossed.length + step.lifted.length + step.kept.length > 0);
}

function isSame(a: Choice, b: Choice): boolean {
  return a.bracket === b.bracket && a.variant === b.variant;
}
