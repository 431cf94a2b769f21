/**
 * Places of a longest stretch of values, not necessarily neighbours, that never fall; negative values are in none. What
 * lies on it can stay when the rest is put in order round it. Patience sorting, O(n log n).
 */
export function longestRise(values: readonly number[]): ReadonlySet<number> {
  /** By length, the place at which the rise of that length ends that ends lowest. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [place, value] of values.entries()) {
    if (value < 0) continue;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]!]! <= value) low = middle + 1;
      else high = middle;
    }
    before[place] = ends[low - 1];
    ends[low] = place;
  }
  const rise = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = before[place]) rise.add(place);
  return rise;
}
