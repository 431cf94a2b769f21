import type { Code } from '../../schema/ids.ts';
import type { Stance } from '../../schema/position.ts';
import type { BracketAssessment, VariantAssessment } from '../assessment.ts';

/** How far a delegation leans towards one side of something: 1 wholly for, -1 wholly against, 0 on neither side. */
export type Leanings = ReadonlyMap<Code, number>;

/** Which side of an issue each wording of a bracket is on; absent: on neither. */
export type Sides = (variant: VariantAssessment['variant']) => 1 | -1 | 0;

/** Whoever awaits instructions or says it has no position takes no side. */
const WEIGHT: Readonly<Record<Stance, number>> = { support: 1, accept: 0.5, none: 0, reserve: 0, object: -1 };

/** How everybody with a stance leans on a provision as it stands. */
export function leanOnProvision(stances: ReadonlyMap<Code, Stance>, side: 1 | -1): Leanings {
  return new Map([...stances].map(([code, stance]) => [code, side * WEIGHT[stance] || 0]));
}

/**
 * How everybody with a stance on a wording leans on a bracket (rule C21): as it takes the easiest wording of one side,
 * less how it takes the easiest of the other, halved. What is not said counts as neither for nor against; where a side has
 * no wording, the other speaks alone. Empty where no wording is on a side.
 */
export function leanOnBracket({ variants }: BracketAssessment, sides: Sides): Leanings {
  const best = [new Map<Code, number>(), new Map<Code, number>()] as const;
  const wordings = [0, 0];
  for (const variant of variants) {
    const side = sides(variant.variant);
    if (side === 0) continue;
    const at = side === 1 ? 0 : 1;
    wordings[at]!++;
    for (const [stance, codes] of stancesOf(variant))
      for (const code of codes) best[at].set(code, Math.max(best[at].get(code) ?? -1, WEIGHT[stance]));
  }
  const [towards, away] = best;
  const share = wordings[0]! > 0 && wordings[1]! > 0 ? 2 : 1;
  const leanings = new Map<Code, number>();
  for (const code of new Set([...towards.keys(), ...away.keys()]))
    leanings.set(code, ((towards.get(code) ?? 0) - (away.get(code) ?? 0)) / share);
  return leanings;
}

function stancesOf({ supporters, accepters, reserves, objectors }: VariantAssessment) {
  return [
    ['support', supporters],
    ['accept', accepters],
    ['reserve', reserves],
    ['object', objectors],
  ] as const;
}
