import type { Code } from '../../schema/ids.ts';
import type { Target } from '../../schema/position.ts';
import type { Assessment } from '../assessment.ts';

/** A provision as it stands or one wording, and who is on which side of it. */
export interface Taken {
  readonly target: Exclude<Target, { type: 'bracket' }>;
  /** Support it or can live with it. */
  readonly favour: readonly Code[];
  readonly against: readonly Code[];
  /** Have a stance and take no side: reserves, and on provisions stated "no position". */
  readonly undecided: readonly Code[];
}

/** Everything on which somebody has a stance, in reading order, each once. */
export function slotsTaken({ provisions }: Assessment): readonly Taken[] {
  const slots: Taken[] = [];
  const seen = new Set<string>();
  for (const { provision, stances, brackets } of provisions.values()) {
    if (stances.size > 0) {
      const who = (...wanted: readonly string[]) =>
        [...stances].flatMap(([code, stance]) => (wanted.includes(stance) ? code : []));
      slots.push({
        target: { type: 'provision', provision },
        favour: who('support', 'accept'),
        against: who('object'),
        undecided: who('none', 'reserve'),
      });
    }
    for (const { bracket, variants } of brackets) {
      if (seen.has(bracket)) continue;
      seen.add(bracket);
      for (const { variant, supporters, accepters, reserves, objectors } of variants) {
        const favour = [...supporters, ...accepters];
        if (favour.length + reserves.length + objectors.length > 0)
          slots.push({
            target: { type: 'variant', bracket, variant },
            favour,
            against: objectors,
            undecided: reserves,
          });
      }
    }
  }
  return slots;
}
