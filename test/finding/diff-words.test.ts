import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords } from '../../shared/finding/diff-words.ts';

const told = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ type, text }) => (type === 'same' ? text : type === 'inserted' ? `{+${text}+}` : `{-${text}-}`))
    .join('');

test.each([
  ['States shall act', 'States should act', 'States {-shall-}{+should+} act'],
  ['States act', 'States [act]', 'States {+[+}act{+]+}'],
  ['', 'new', '{+new+}'],
  ['old', '', '{-old-}'],
  ['各国应采取措施', '各国宜采取措施', '各国{-应-}{+宜+}采取措施'],
  ['needs[ and y', 'needs[ and x][ and y', 'needs{+[ and x]+}[ and y'],
  ['a b', 'a c b', 'a{+ c+} b'],
  ['[a][b] c', '[b] c', '{-[a]-}[b] c'],
  ['a b c d', 'a x c y', 'a {-b-}{+x+} c {-d-}{+y+}'],
])('F8 %s, then %s', (before, after, changes) => {
  expect(told(before, after)).toBe(changes);
});

test('F8 what stays and goes is the old text, what stays and comes the new', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', ' ', '[', ']', '国', 'cd '), { maxLength: 40 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = diffWords(before, after);
      const join = (without: string) =>
        changes.flatMap(({ type, text: words }) => (type === without ? [] : [words])).join('');
      expect(join('inserted')).toBe(before);
      expect(join('struck')).toBe(after);
    }),
  );
});
