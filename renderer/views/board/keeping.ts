import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** What is in sight, and the one at `index` too: what has the focus must not go with scrolling, or the focus would be lost. */
export function keeping(index: number) {
  return (range: Range): number[] => {
    const shown = defaultRangeExtractor(range);
    return index < 0 || shown.includes(index) ? shown : [...shown, index].sort((a, b) => a - b);
  };
}
