import type { WeighedVariant } from './weighed-variant.ts';

/**
 * Easiest variant first (rule C6): fewest objectors, fewest independent objectors, fewest reserves, most support,
 * nearest to agreed language, then as given. `distance` is 0 for agreed language and grows with every other word.
 */
export function rankVariants(
  variants: readonly WeighedVariant[],
  distance: (variant: WeighedVariant) => number = () => 0,
): readonly WeighedVariant[] {
  const harder = (a: WeighedVariant, b: WeighedVariant): number =>
    a.objectors.length - b.objectors.length ||
    a.independent - b.independent ||
    a.reserves.length - b.reserves.length ||
    b.support - a.support ||
    distance(a) - distance(b);
  // Put in one by one, each from behind: a bracket has a handful, and there are thousands of brackets.
  const ranked = variants.slice();
  for (let at = 1; at < ranked.length; at++) {
    const variant = ranked[at]!;
    let place = at;
    for (; place > 0 && harder(ranked[place - 1]!, variant) > 0; place--) ranked[place] = ranked[place - 1]!;
    ranked[place] = variant;
  }
  return ranked;
}
