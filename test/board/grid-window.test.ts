import { expect, test } from 'vitest';
import { indicesOf, reach, windowOf } from '../../renderer/views/board/matrix/grid-window.ts';

const shape = { rows: 400, cols: 195, row: 30, col: 46, headRow: 34, headCol: 104 };
const view = { top: 0, start: 0, blockSize: 334, inlineSize: 564 };
const window = (more: Partial<typeof view>, spare = 0) => windowOf({ ...view, ...more }, shape, spare);

test('K2 what is in sight is drawn, and some beyond, and nothing that is not there', () => {
  expect(window({})).toEqual({ rows: { from: 0, to: 10 }, cols: { from: 0, to: 10 } });
  expect(window({ top: 45, start: 46 })).toEqual({ rows: { from: 1, to: 12 }, cols: { from: 1, to: 11 } });
  expect(window({ top: 45 }, 3).rows).toEqual({ from: 0, to: 15 });
  expect(window({ top: 400 * 30 - 300 }, 3).rows).toEqual({ from: 387, to: 400 });
  // A pane that is lower than its head, and one that is scrolled past what is left.
  expect(window({ blockSize: 20 }).rows).toEqual({ from: 0, to: 0 });
  expect(windowOf({ ...view, top: 9000 }, { ...shape, rows: 2 }, 3).rows).toEqual({ from: 2, to: 2 });
});

test('K2 a cell is scrolled into sight as far as it needs', () => {
  const sight = { start: 300, length: 300 };
  expect(reach(10, 30, sight)).toBeUndefined();
  expect(reach(19, 30, sight)).toBeUndefined();
  expect(reach(9, 30, sight)).toBe(270);
  expect(reach(20, 30, sight)).toBe(330);
});

test('K2 where the focus is stays drawn, wherever one scrolls', () => {
  expect(indicesOf({ from: 3, to: 6 }, 4)).toEqual([3, 4, 5]);
  expect(indicesOf({ from: 3, to: 6 }, 1)).toEqual([1, 3, 4, 5]);
  expect(indicesOf({ from: 3, to: 6 }, 90)).toEqual([3, 4, 5, 90]);
  expect(indicesOf({ from: 3, to: 6 }, -1)).toEqual([3, 4, 5]);
  expect(indicesOf({ from: 6, to: 6 }, -1)).toEqual([]);
});
