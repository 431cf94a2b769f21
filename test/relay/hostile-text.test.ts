import { expect, test } from 'vitest';
import { encodeAnswer, encodeUpdate } from '../../shared/sync/protocol/sync-frame.ts';
import { TEXT_WRITES } from './attacks/attack.ts';
import { besiege } from './support/siege.ts';

for (const encode of [encodeUpdate, encodeAnswer]) {
  test(
    `R10 a hostile delegation gets nowhere in the text, with ${TEXT_WRITES.length} attacks as ${encode === encodeUpdate ? 'updates' : 'answers'}`,
    { timeout: 120_000 },
    async () => {
      expect(await besiege(TEXT_WRITES, encode)).toEqual([]);
    },
  );
}
