import { expect, test } from 'vitest';
import { runRoom } from '../rooms/room.ts';
import { lexicalPeer, lexicalPeerWith } from './lexical-peer.ts';
import { BINDING_MUTATIONS, type BindingMutation } from './mutations.ts';

const SEEDS = process.env['LONG'] === '1' ? 5_000 : 300;
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

const MOST_SEEDS = 25;

/** What the first seed that notices says; `undefined` where none does. */
function noticed({ harm }: BindingMutation): string | undefined {
  for (let seed = 0; seed < MOST_SEEDS; seed += 1) {
    try {
      runRoom({ seed, factory: (seat) => lexicalPeerWith(seat, harm) });
    } catch (fault) {
      if (fault instanceof Error) return fault.message.split('\n', 1)[0];
      throw fault;
    }
  }
  return undefined;
}

test.for(BINDING_MUTATIONS.map((each) => [each.what, each] as const))(
  'E5 broken on purpose, the screens notice: %s',
  { timeout: 60_000 },
  ([, mutation]) => expect(noticed(mutation)).toBeDefined(),
);
