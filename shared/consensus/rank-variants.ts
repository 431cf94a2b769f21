import type { VariantAssessment } from './assessment.ts';

/**
 * Easiest variant first (rule C6): fewest objectors, fewest independent objectors, fewest reserves, most support,
 * nearest to agreed language, then as given. `distance` is 0 for agreed language and grows with every other word.
 */
export function rankVariants(
  variants: readonly VariantAssessment[],
  distance: (variant: VariantAssessment) => number = () => 0,
): readonly VariantAssessment[] {
  return variants.toSorted(
    (a, b) =>
      a.objectors.length - b.objectors.length ||
      a.independent - b.independent ||
      a.reserves.length - b.reserves.length ||
      b.supporters.length - a.supporters.length ||
      distance(a) - distance(b),
  );
}
