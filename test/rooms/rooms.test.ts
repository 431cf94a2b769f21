import { expect, test } from 'vitest';
import { offerOption } from './operations/brackets.ts';
import { head } from './operations/provisions.ts';
import { runRoom, type RoomOptions } from './room.ts';

// Rooms whose peers have a screen, in `test/editor`, run the same operations with the same invariants, over 300 seeds;
// these are others, without what a screen could hide.
const LONG = process.env['LONG'] === '1';
const BATCH = 25;

/** Runs so many rooms, some in each test, so that a busy machine has the time. */
function inBatches(
  what: string,
  seeds: { readonly first: number; readonly count: number },
  options: Pick<RoomOptions, 'more'> = {},
): void {
  const end = seeds.first + seeds.count;
  for (let first = seeds.first; first < end; first += BATCH) {
    const last = Math.min(first + BATCH, end) - 1;
    test(`${what} (seeds ${first} to ${last})`, { timeout: 120_000 }, () => {
      let steps = 0;
      for (let seed = first; seed <= last; seed += 1) steps += runRoom({ seed, ...options }).steps;
      // A run that stops early, or whose operations are all refused, would pass for the wrong reason.
      expect(steps).toBeGreaterThan((last - first + 1) * 40);
    });
  }
}

inBatches('S2 no word is lost, doubled, misplaced or brought back, and all peers agree', {
  first: 10_000,
  count: LONG ? 5_000 : 100,
});

inBatches(
  'S2 W18 among headings that come and go, articles offered beside each other lose no word',
  { first: 20_000, count: LONG ? 500 : 12 },
  {
    more: [
      [head, 3],
      [offerOption, 4],
    ],
  },
);
