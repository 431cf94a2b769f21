import { expect, test } from 'vitest';
import { offerOption } from './operations/brackets.ts';
import { head } from './operations/provisions.ts';
import { runRoom } from './room.ts';

// Rooms whose peers have a screen, in `test/editor`, run the same operations with the same invariants, over 300 seeds;
// these are others, without what a screen could hide.
const FIRST = 10_000;
const SEEDS = process.env['LONG'] === '1' ? 5_000 : 100;
const BATCH = 25;

for (let first = FIRST; first < FIRST + SEEDS; first += BATCH) {
  const last = Math.min(first + BATCH, FIRST + SEEDS) - 1;
  test(
    `S2 no word is lost, doubled, misplaced or brought back, and all peers agree (seeds ${first} to ${last})`,
    { timeout: 120_000 },
    () => {
      let steps = 0;
      for (let seed = first; seed <= last; seed += 1) steps += runRoom({ seed }).steps;
      // A run that stops early, or whose operations are all refused, would pass for the wrong reason.
      expect(steps).toBeGreaterThan((last - first + 1) * 40);
    },
  );
}

const FIRST_OF_ARTICLES = 20_000;
const SEEDS_OF_ARTICLES = process.env['LONG'] === '1' ? 500 : 12;

for (let first = FIRST_OF_ARTICLES; first < FIRST_OF_ARTICLES + SEEDS_OF_ARTICLES; first += BATCH) {
  const last = Math.min(first + BATCH, FIRST_OF_ARTICLES + SEEDS_OF_ARTICLES) - 1;
  test(
    `S2 W18 among headings that come and go, articles offered beside each other lose no word (seeds ${first} to ${last})`,
    { timeout: 120_000 },
    () => {
      let steps = 0;
      const more = [
        [head, 3],
        [offerOption, 4],
      ] as const;
      for (let seed = first; seed <= last; seed += 1) steps += runRoom({ seed, more }).steps;
      expect(steps).toBeGreaterThan((last - first + 1) * 40);
    },
  );
}
