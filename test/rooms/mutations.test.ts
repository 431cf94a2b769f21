import { expect, test } from 'vitest';
import { Broken } from './ledger.ts';
import { MUTATIONS } from './mutations.ts';
import { runRoom } from './room.ts';

const MOST_SEEDS = 25;

/** The first seed that notices; `undefined` where none does. */
function noticedAt(options: (typeof MUTATIONS)[number]['options']): string | undefined {
  for (let seed = 0; seed < MOST_SEEDS; seed += 1) {
    try {
      runRoom({ ...options, seed });
    } catch (fault) {
      if (fault instanceof Broken) return fault.message.split('\n', 1)[0];
      throw fault;
    }
  }
  return undefined;
}

test.for(MUTATIONS.map((each) => [each.what, each.options] as const))(
  'S10 broken on purpose, the rooms notice: %s',
  { timeout: 60_000 },
  ([, options]) => {
    expect(noticedAt(options)).toBeDefined();
  },
);
