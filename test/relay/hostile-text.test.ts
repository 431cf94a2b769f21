import { expect, test } from 'vitest';
import { encodeAnswer, encodeUpdate } from '../../shared/sync/protocol/sync-frame.ts';
import { MALFORMED } from './attacks/malformed.ts';
import { TEXT_ATTACKS } from './attacks/text.ts';
import { inParallel, siege } from './support/siege.ts';

const ATTACKS = [...TEXT_ATTACKS, ...MALFORMED];

for (const encode of [encodeUpdate, encodeAnswer]) {
  test(
    `R10 a hostile delegation gets nowhere in the text, with ${ATTACKS.length} attacks as ${encode === encodeUpdate ? 'updates' : 'answers'}`,
    { timeout: 120_000 },
    async () => {
      const field = await siege();
      const wrong: unknown[] = [];
      await inParallel(ATTACKS, async ([what, reason, make]) => {
        const outcome = await field.attack('text', encode(make(field.known())));
        if (outcome.reason !== reason || outcome.close !== 'write-refused') wrong.push([what, reason, outcome]);
      });
      expect(wrong).toEqual([]);
      await field.expectUntouched();
      expect(field.incidents()).toBe(ATTACKS.length);
    },
  );
}

test('R10 replaying old frames adds nothing, to the room or to the journal', async () => {
  const field = await siege();
  const outcome = await field.replay('text');
  expect(outcome).toEqual({ reason: undefined, close: undefined });
  await field.expectUntouched();
});
