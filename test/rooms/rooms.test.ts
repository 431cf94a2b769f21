import { expect, test } from 'vitest';
import { runRoom } from './room.ts';

const SEEDS = process.env['LONG'] === '1' ? 5_000 : 300;
const BATCH = 25;

for (let first = 0; first < SEEDS; first += BATCH) {
  const last = Math.min(first + BATCH, SEEDS) - 1;
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
