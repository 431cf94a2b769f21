import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines, type Measure, type SetPart } from '../../shared/pages/break-lines.ts';
import { PageLines } from '../../shared/pages/page-lines.ts';
import type { ProvisionId } from '../../shared/schema/ids.ts';
import { draftOf } from '../editor/draft.ts';

/** Every letter one em, ideographs two, bold ones half as much again. */
const measure: Measure = (text, style) =>
  [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0) * (style === 'bold' ? 1.5 : 1);

function linesOf(parts: readonly (string | SetPart)[], width: number): string[] {
  const set = parts.map((part): SetPart => (typeof part === 'string' ? { text: part, style: 'plain' } : part));
  const text = set.map((part) => part.text).join('');
  const before = set.map((_, index) => set.slice(0, index).reduce((sum, part) => sum + part.text.length, 0));
  const starts = breakLines(set, width, measure).map(({ part, at }) => before[part]! + at);
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
}

describe('F5 lines break', () => {
  test.each<[string, readonly (string | SetPart)[], number, string[]]>([
    ['after blanks, which may hang over', ['one two three'], 7, ['one two ', 'three']],
    ['not before a stop or a closing bracket', ['one two', ']', ', six'], 7, ['one ', 'two], ', 'six']],
    ['not after an opening bracket', ['one ', '[', 'two]'], 5, ['one ', '[two]']],
    ['nor after a blank behind one', ['one two', '[', ' six]'], 9, ['one ', 'two[ six]']],
    ['between two variants', ['[one]', '[two]'], 5, ['[one]', '[two]']],
    ['not within a word that a bracket opens in', ['one commit', '[', 'ment', ']'], 8, ['one ', 'commit[m', 'ent]']],
    ['after a hyphen', ['follow-up text'], 8, ['follow-', 'up text']],
    ['between ideographs, and not before their stops', ['各国应采取，措施。'], 6, ['各国应', '采取，', '措施。']],
    ['where nothing else is left, between letters', ['abcdefgh'], 3, ['abc', 'def', 'gh']],
    ['by what bold letters take', [{ text: 'one two', style: 'bold' }], 7, ['one ', 'two']],
    ['never where there is room', ['one two three'], 13, ['one two three']],
    ['not at all in nothing', [''], 5, ['']],
  ])('F5 %s', (_, parts, width, lines) => {
    expect(linesOf(parts, width)).toEqual(lines);
  });

  test('F5 no letter is lost, and no line is wider than the column but by blanks', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom(...'ab [](),-。国 '), maxLength: 12 }), { maxLength: 6 });
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 9 }), (parts, width) => {
        const lines = linesOf(parts, width);
        expect(lines.join('')).toBe(parts.join(''));
        for (const line of lines) expect(measure(line.trimEnd(), 'plain')).toBeLessThanOrEqual(width);
        expect(lines.slice(1).every((line) => line !== '')).toBe(true);
      }),
    );
  });
});

describe('F5 lines are counted', () => {
  // Two of these and a blank fit into the full column, and no narrower one.
  const long = 'abcdefghijklmnopqr '.repeat(10).trim();
  const draft = draftOf(['# Part', long, `(${long}`, '', 'last [+EU:words]']);
  const none = () => [];

  test('F5 through the draft, subparagraphs in a narrower column', () => {
    const lines = [...new PageLines(measure, 'en').count(draft.provisions, none).values()];
    expect(lines.map(({ first, starts }) => [first, starts.length])).toEqual([
      [1, 1],
      [2, 5],
      [7, 10],
      [17, 1],
      [18, 1],
    ]);
  });

  test('F5 the same after a change as afresh, and only what changed is measured', () => {
    const counted = (asked: { count: number }) => (text: string, style: 'plain' | 'italic' | 'bold') => {
      asked.count += 1;
      return measure(text, style);
    };
    const asked = { count: 0 };
    const kept = new PageLines(counted(asked), 'en');
    kept.count(draft.provisions, none);
    const whole = asked.count;
    const changed = draft.provisions.map((provision) =>
      provision.text === '' ? { ...provision, text: long } : provision,
    );
    asked.count = 0;
    const after = kept.count(changed, none);
    expect(asked.count).toBeLessThan(whole / 2);
    expect(after).toEqual(new PageLines(measure, 'en').count(changed, none));
  });

  test('F5 brackets take room, names of proponents none', () => {
    const at = (id: ProvisionId) => draft.brackets.filter(({ pieces }) => pieces[0]!.provision === id);
    const lines = new PageLines(measure, 'en').count(draft.provisions, at);
    expect([...lines.values()].at(-1)!.starts).toEqual([{ part: 0, at: 0 }]);
    const named = draft.brackets.map((bracket) => ({ ...bracket, supporters: ['NOR', 'MEX'] as never }));
    const other = new PageLines(measure, 'en').count(draft.provisions, (id) =>
      named.filter(({ pieces }) => pieces[0]!.provision === id),
    );
    expect(other).toEqual(lines);
  });
});
