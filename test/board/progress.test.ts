import { expect, test } from 'vitest';
import { burnUp, type ProgressFacts } from '../../renderer/views/board/progress/burn-up.ts';
import { bid, bracket, pid, ruling } from '../consensus/meeting.ts';

const facts: ProgressFacts = {
  rulings: [],
  revisions: [],
  total: 5,
  agreed: 1,
  openBrackets: 1,
  open: [bracket(bid(1), 'hold', 1, { opened: 20 })],
  closed: () => bracket(bid(2), 'hold', 2, { opened: 10 }),
  now: 100,
};

test('K4 without a ruling there is nothing to draw', () => expect(burnUp(facts)).toEqual([]));

test('K4 agreed climbs and falls by rulings, brackets open and close, the last point is what stands now', () => {
  const rulings = [
    ruling({ type: 'keep', bracket: bid(2) }, 30),
    ruling({ type: 'adRef', provision: pid(2), words: '' }, 40),
    ruling({ type: 'adRef', provision: pid(3), words: '' }, 50),
    ruling({ type: 'reopen', provision: pid(3) }, 60),
  ];
  const points = burnUp({
    ...facts,
    rulings,
    closed: ({ act }) => (act.type === 'keep' ? facts.closed(rulings[0]!) : undefined),
  });
  expect(points.map(({ at, agreed, brackets }) => [at, agreed, brackets])).toEqual([
    [10, 0, 1],
    [20, 0, 2],
    [30, 0, 1],
    [40, 1, 1],
    [50, 2, 1],
    [60, 1, 1],
    [100, 1, 1],
  ]);
});

test('K4 a record that has long been quiet ends with its last event', () => {
  const rulings = [ruling({ type: 'adRef', provision: pid(2), words: '' }, 40)];
  const points = burnUp({ ...facts, rulings, now: 1e12, closed: () => undefined });
  expect(points.at(-1)!.at).toBe(40);
});
