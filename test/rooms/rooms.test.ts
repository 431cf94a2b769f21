import { expect, test } from 'vitest';
import { runRoom } from './room.ts';

const SEEDS = process.env['LONG'] === '1' ? 2_000 : 200;
const BATCH = 50;

for (let first = 0; first < SEEDS; first += BATCH) {
  test(
    `S2 no word is lost, doubled, misplaced or brought back; peers agree (seeds ${first} to ${first + BATCH - 1})`,
    { timeout: 120_000 },
    () => {
      let steps = 0;
      for (let seed = first; seed < Math.min(first + BATCH, SEEDS); seed += 1) steps += runRoom({ seed }).steps;
      expect(steps).toBeGreaterThan(BATCH * 40);
    },
  );
}
