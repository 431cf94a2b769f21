import { expect, test } from 'vitest';
import { stanceOfKey } from '../../renderer/app/stance-keys.ts';
import { step } from '../../renderer/views/board/matrix/grid-keys.ts';

const size = { rows: 10, cols: 5, page: 4, rtl: false };
const go = (key: string, from: [number, number], more: { ctrlKey?: boolean; rtl?: boolean } = {}) => {
  const { ctrlKey = false, rtl = false } = more;
  const to = step({ row: from[0], col: from[1] }, { key, ctrlKey, metaKey: false }, { ...size, rtl });
  return to && [to.row, to.col];
};

test('K2 arrows move by one cell, into the headers and no further', () => {
  expect(go('ArrowDown', [0, 0])).toEqual([1, 0]);
  expect(go('ArrowUp', [0, 0])).toEqual([-1, 0]);
  expect(go('ArrowUp', [-1, 0])).toEqual([-1, 0]);
  expect(go('ArrowLeft', [0, 0])).toEqual([0, -1]);
  expect(go('ArrowRight', [9, 4])).toEqual([9, 4]);
});
test('K2 from right to left the arrows keep their direction on the screen', () => {
  expect(go('ArrowLeft', [0, 0], { rtl: true })).toEqual([0, 1]);
  expect(go('ArrowRight', [0, 1], { rtl: true })).toEqual([0, 0]);
});
test('K2 Home and End go along the row, with Ctrl to the corners; pages by pages', () => {
  expect(go('Home', [3, 3])).toEqual([3, 0]);
  expect(go('End', [3, 0])).toEqual([3, 4]);
  expect(go('Home', [3, 3], { ctrlKey: true })).toEqual([0, 0]);
  expect(go('End', [3, 3], { ctrlKey: true })).toEqual([9, 4]);
  expect(go('PageDown', [3, 3])).toEqual([7, 3]);
  expect(go('x', [3, 3])).toBeUndefined();
});

test('K6 digits state a position by their place on the keyboard, and nothing with a modifier', () => {
  const press = (code: string, more = {}) =>
    stanceOfKey({ code, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...more });
  expect(['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit0'].map((key) => press(key))).toEqual([
    'support',
    'accept',
    'none',
    'reserve',
    'object',
    'withdraw',
  ]);
  expect(press('Numpad5')).toBe('object');
  expect(press('Digit6')).toBeUndefined();
  for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }])
    expect(press('Digit5', more)).toBeUndefined();
});
