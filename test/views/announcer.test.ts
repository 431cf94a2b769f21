import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newsQueue } from '../../renderer/app/announcer.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('V3 what one did is answered at once', () => {
  const told: string[] = [];
  newsQueue((words) => told.push(words)).announce('Bracket 1 of 3.', 'now');
  expect(told).toEqual(['Bracket 1 of 3.']);
});

it('V3 news is told together, at most once in five seconds, without repetition', () => {
  const told: string[] = [];
  const queue = newsQueue((words) => told.push(words));
  queue.announce('A.');
  vi.advanceTimersByTime(0);
  expect(told).toEqual(['A.']);
  queue.announce('B.');
  queue.announce('C.');
  queue.announce('B.');
  vi.advanceTimersByTime(4999);
  expect(told).toEqual(['A.']);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['A.', 'B. C.']);
});

it('V3 news waits after an answer, so that it does not cut it off', () => {
  const told: string[] = [];
  const queue = newsQueue((words) => told.push(words));
  queue.announce('Done.', 'now');
  queue.announce('News.');
  vi.advanceTimersByTime(4999);
  expect(told).toEqual(['Done.']);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['Done.', 'News.']);
});
