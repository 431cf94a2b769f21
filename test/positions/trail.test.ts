import { expect, test } from 'vitest';
import { trailOf, type StanceStep } from '../../shared/positions/trail.ts';

const step = (at: number, stance: StanceStep['stance'], audience: StanceStep['audience'] = 'room') => ({
  at,
  stance,
  audience,
});
const words = (...steps: readonly StanceStep[]) =>
  trailOf(steps, 8).map(({ at, stance, audience }) => `${at} ${stance} ${audience}`);

test('K17 steps stand in the order of their moments, one for what says the same', () => {
  expect(words(step(30, 'support'), step(10, 'none'), step(20, 'reserve'), step(40, 'support'))).toEqual([
    '10 none room',
    '20 reserve room',
    '30 support room',
  ]);
});

test('K17 the same word told to others is another step; taken back for both audiences is one', () => {
  expect(
    words(step(10, 'object'), step(20, 'object', 'chair'), step(30, 'withdrawn'), step(30, 'withdrawn', 'chair')),
  ).toHaveLength(3);
});

test('K17 what was undone at once is left out, and so is a taking back of nothing', () => {
  expect(words(step(10, 'support'), step(30, 'object'), step(33, 'withdrawn'), step(33, 'support'))).toEqual([
    '10 support room',
  ]);
  expect(words(step(10, 'object'), step(12, 'withdrawn'))).toEqual([]);
});
