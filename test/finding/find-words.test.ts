import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../shared/finding/fold.ts';
import { findWords } from '../../shared/finding/find-words.ts';
import { draftOf } from '../editor/draft.ts';

/** The words found, as they stand in the text. */
function found(line: string, words: string, whole = false): string[] {
  const draft = draftOf([line]);
  return findWords(draft, { words, whole }).map(({ from, to }) => draft.provisions[0]!.text.slice(from, to));
}

describe('F1 words are found', () => {
  test.each<[string, string, string, string[]]>([
    ['whatever their case', 'States SHALL, states shall', 'Shall', ['SHALL', 'shall']],
    ['whatever their accents', 'réaffirme, reaffirme', 'reaffirmé', ['réaffirme', 'reaffirme']],
    ['whether accents are composed or not', 're\u0301affirme', 'réaffirme', ['re\u0301affirme']],
    ['across brackets and their edges', 'States [+EU:sh]all [-NOR:act]', 'states shall act', ['States shall act']],
    ['as they are copied, with their brackets', 'States [+EU:shall] act', 'States [shall] act', ['States shall act']],
    ['across any blanks', 'small\u00a0 arms', 'small arms', ['small\u00a0 arms']],
    ['whatever the quotes and dashes', '“follow–up”', '"follow-up"', ['“follow–up”']],
    ['in Arabic with and without vowel marks', 'الأَسْلِحَة الصغيرة', 'الاسلحة', ['الأَسْلِحَة']],
    ['in Arabic stretched by a tatweel', 'الســلاح', 'السلاح', ['الســلاح']],
    ['in Chinese', '各国应采取措施，各国', '各国', ['各国', '各国']],
    ['in wide and narrow forms', '第１２段', '12', ['１２']],
    ['in Russian, where й is no и', 'мой мои', 'мой', ['мой']],
    ['in Russian with ё or е', 'учёт учет', 'учет', ['учёт', 'учет']],
    ['outside the basic plane', 'a𠮷b', '𠮷', ['𠮷']],
    ['without overlaps', 'aaaa', 'aa', ['aa', 'aa']],
  ])('F1 %s', (_, line, words, expected) => {
    expect(found(line, words)).toEqual(expected);
  });

  test.each<[string, string, string, string[]]>([
    ['not within others', 'arms, firearms, disarm', 'arms', ['arms']],
    ['beside signs', '(arms)/arms-arms', 'arms', ['arms', 'arms', 'arms']],
    ['not before an accented letter', 'arm armé', 'arm', ['arm']],
    ['anywhere in Chinese', '各国应', '国', ['国']],
    ['after one that goes on', 'armsarms arms', 'arms', ['arms']],
  ])('F1 whole words: %s', (_, line, words, expected) => {
    expect(found(line, words, true)).toEqual(expected);
  });

  test('F1 nothing is found for nothing, nor over two provisions', () => {
    expect(findWords(draftOf(['a b', 'c']), { words: ' [] ' })).toEqual([]);
    expect(findWords(draftOf(['a b', 'c']), { words: 'b c' })).toEqual([]);
  });

  test('F1 a stretch of any text is found where it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(), fc.nat(), (text, one, other) => {
        const units = [...text];
        const [from, to] = [one % (units.length + 1), other % (units.length + 1)].toSorted((a, b) => a - b);
        const words = units.slice(from, to).join('');
        const id = 'CHAIR-provision000';
        const provisions = [{ ...draftOf(['x']).provisions[0]!, id: id as never, text }];
        const wanted = fold(words).text.trim();
        const matches = findWords({ provisions }, { words });
        expect(matches.length > 0).toBe(wanted !== '');
        for (const match of matches) expect(fold(text.slice(match.from, match.to)).text.trim()).toContain(wanted);
      }),
    );
  });
});
