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
  const towards = variants.filter(({ variant }) => sides(variant) === 1);
  const away = variants.filter(({ variant }) => sides(variant) === -1);
  const share = towards.length > 0 && away.length > 0 ? 2 : 1;
  const leanings = bestOf(towards, 1 / share);
  // Whoever has spoken on one side alone is left as it is.
  for (const [code, lean] of bestOf(away, -1 / share)) leanings.set(code, (leanings.get(code) ?? 0) + lean);
  return leanings;
}

/** How each takes the easiest of some wordings, times `scale`. */
function bestOf(variants: readonly VariantAssessment[], scale: number): Map<Code, number> {
  const best = new Map<Code, number>();
  for (const stance of EASIEST_FIRST) {
    for (const variant of variants)
      for (const code of listOf(variant, stance)) if (!best.has(code)) best.set(code, scale * WEIGHT[stance] || 0);
  }
  return best;
}

type Listed = Exclude<Stance, 'none'>;
const EASIEST_FIRST: readonly Listed[] = ['support', 'accept', 'reserve', 'object'];

function listOf({ supporters, accepters, reserves, objectors }: VariantAssessment, stance: Listed): readonly Code[] {
  switch (stance) {
    case 'support':
      return supporters;
    case 'accept':
      return accepters;
    case 'reserve':
      return reserves;
    case 'object':
      return objectors;
  }
}
