import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWrites } from '../../renderer/session/line/write-count.ts';

const counting = (inherited = 0) => {
  let settled = 0;
  const count = countWrites({ inherited, onInheritedSaved: () => (settled += 1) });
  return { count, settled: () => settled };
};

describe('what is pending', () => {
  test('O1 a change is pending until the write that carries it is acknowledged', () => {
    const { count } = counting();
    count.connected();
    count.sent('answer');
    count.acknowledged(1);
    count.changed();
    expect(count.pending()).toBe(1);
    count.sent('update');
    expect(count.pending()).toBe(1);
    count.acknowledged(2);
    expect(count.pending()).toBe(0);
  });

  test('O1 an acknowledged update says nothing of the changes before it', () => {
    const { count } = counting();
    count.changed();
    count.changed();
    count.connected();
    count.sent('answer');
    count.changed();
    count.sent('update');
    expect(count.pending()).toBe(3);
    count.acknowledged(1);
    expect(count.pending()).toBe(1);
  });

  test('O1 no update goes out before the answer that holds what it builds on', () => {
    const { count } = counting();
    count.connected();
    expect(count.mayStream()).toBe(false);
    count.sent('answer');
    expect(count.mayStream()).toBe(true);
    count.connected();
    expect(count.mayStream()).toBe(false);
  });

  test('O1 an acknowledgement of an earlier connection counts for nothing on the next', () => {
    const { count } = counting();
    count.connected();
    count.changed();
    count.sent('answer');
    count.connected();
    count.acknowledged(1);
    expect(count.pending()).toBe(1);
  });

  test('O2 changes of an earlier window are settled by the first answer, once', () => {
    const { count, settled } = counting(12);
    expect(count.pending()).toBe(12);
    count.connected();
    count.changed();
    count.sent('answer');
    count.acknowledged(1);
    expect([count.pending(), settled()]).toEqual([0, 1]);
    count.sent('answer');
    count.acknowledged(2);
    expect(settled()).toBe(1);
  });

  test('O1 whatever happens, a change is pending exactly while no acknowledged write holds it', () => {
    const step = fc.oneof(
      fc.constant('change' as const),
      fc.constant('answer' as const),
      fc.constant('connect' as const),
      fc.record({ ack: fc.nat(12) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { count } = counting();
        const unsaved = new Set<number>();
        let changes = 0;
        let writes: number[][] = [];
        count.connected();
        for (const next of steps) {
          if (next === 'connect') {
            count.connected();
            writes = [];
          } else if (next === 'answer') {
            count.sent('answer');
            writes.push([...unsaved]);
          } else if (next === 'change') {
            changes += 1;
            unsaved.add(changes);
            count.changed();
            if (count.mayStream()) {
              count.sent('update');
              writes.push([changes]);
            }
          } else {
            count.acknowledged(next.ack);
            for (const held of writes.slice(0, next.ack)) for (const change of held) unsaved.delete(change);
          }
          expect(count.pending()).toBe(unsaved.size);
        }
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
