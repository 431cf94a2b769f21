import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caretDiff, type CaretText } from '../../renderer/editor/writing/caret-diff.ts';

const LONE_HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** `ab|c` as a text with its caret. */
function at(marked: string): CaretText {
  return { text: marked.replace('|', ''), caret: marked.indexOf('|') };
}

function apply(text: string, change: ReturnType<typeof caretDiff>): string {
  if (change === undefined) return text;
  return text.slice(0, change.at) + change.inserted + text.slice(change.at + change.removed);
}

describe('E9 the caret tells what was composed', () => {
  test.each([
    ['E9 letters at the caret', 'ab|c', 'abxy|c', { at: 2, removed: 0, inserted: 'xy' }],
    ['E9 a repeated letter belongs to the caret', 'aa|a', 'aaa|a', { at: 2, removed: 0, inserted: 'a' }],
    ['E9 a space beside a space', 'fund| for', 'fund | for', { at: 4, removed: 0, inserted: ' ' }],
    ['E9 a word that gave way', 'the smal| arms', 'the small| arms', { at: 8, removed: 0, inserted: 'l' }],
    ['E9 a reconverted word', 'に日本|で', 'にニホン|で', { at: 1, removed: 2, inserted: 'ニホン' }],
    ['E9 taken out before the caret', 'abc|d', 'ab|d', { at: 2, removed: 1, inserted: '' }],
    ['E9 the whole text', 'abc|', '|', { at: 0, removed: 3, inserted: '' }],
  ])('%s', (_, before, after, expected) => {
    expect(caretDiff(at(before), at(after))).toEqual(expected);
  });

  test('E9 nothing changed', () => {
    expect(caretDiff(at('abc|'), at('|abc'))).toBeUndefined();
  });

  test('E9 halves of a pair are never parted', () => {
    // U+1F600 and U+1F601 share their first half.
    const change = caretDiff(at('x\u{1f600}|y'), at('x\u{1f601}|y'));
    expect(change).toEqual({ at: 1, removed: 2, inserted: '\u{1f601}' });
  });

  test('E9 the change, applied, always gives what is on the screen', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '[', '\u{1f600}', '\u{1f601}', '本'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(letters, letters, fc.nat(), fc.nat(), (before, after, one, other) => {
        const from = { text: before, caret: one % (before.length + 1) };
        const to = { text: after, caret: other % (after.length + 1) };
        const change = caretDiff(from, to);
        expect(apply(before, change)).toBe(after);
        expect(change?.inserted ?? '').not.toMatch(LONE_HALF);
      }),
      { numRuns: 2000, seed: 9 },
    );
  });
});
