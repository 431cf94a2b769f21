import { expect, test } from 'vitest';
import { runRoom } from '../rooms/room.ts';
import type { PeerFactory } from '../rooms/peer.ts';
import { lexicalPeer, lexicalPeerWith } from './lexical-peer.ts';

const SEEDS = process.env['LONG'] === '1' ? 2_000 : 200;
const BATCH = 25;

for (let first = 0; first < SEEDS; first += BATCH) {
  test(
    `E5 every peer’s screen equals its draft, and its caret keeps its words (seeds ${first} to ${first + BATCH - 1})`,
    { timeout: 240_000 },
    () => {
      let steps = 0;
      for (let seed = first; seed < first + BATCH; seed += 1) steps += runRoom({ seed, factory: lexicalPeer }).steps;
      expect(steps).toBeGreaterThan(BATCH * 40);
    },
  );
}

test('E5 a screen that misses a change is noticed', () => {
  const careless: PeerFactory = (seat) =>
    lexicalPeerWith(seat, ({ projection }) => {
      let asked = 0;
      const apply = projection.$apply.bind(projection);
      projection.$apply = (change) => {
        if ((asked += 1) % 30 !== 0) apply(change);
      };
    });
  expect(() => {
    for (let seed = 0; seed < 20; seed += 1) runRoom({ seed, factory: careless });
  }).toThrow(/the screen does not show the draft/);
});
