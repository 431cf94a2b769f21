import type { Language } from '../schema/draft.ts';

/** How ordinals are written: figures, letters, Roman numerals, and the Arabic and Chinese series. */
export type System =
  | 'figure'
  | 'lower'
  | 'upper'
  | 'roman'
  | 'ROMAN'
  | 'arabic-indic'
  | 'abjad'
  | 'arabic-words'
  | 'han';

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';
const ARABIC_WORDS = ['أولا', 'ثانيا', 'ثالثا', 'رابعا', 'خامسا', 'سادسا', 'سابعا', 'ثامنا', 'تاسعا', 'عاشرا'];
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const HAN = '零一二三四五六七八九';

/** The ordinal `n` (1 and up) in a series: `3` in `lower` is `c`, 27 is `aa`. */
export function ordinal(n: number, system: System): string {
  switch (system) {
    case 'figure':
      return String(n);
    case 'arabic-indic':
      return arabicFigures(n);
    case 'lower':
      return letters(n, LATIN);
    case 'upper':
      return letters(n, LATIN).toUpperCase();
    case 'abjad':
      return letters(n, ABJAD);
    case 'roman':
      return roman(n);
    case 'ROMAN':
      return roman(n).toUpperCase();
    case 'arabic-words':
      return ARABIC_WORDS[n - 1] ?? arabicFigures(n);
    case 'han':
      return han(n);
  }
}

/** The place of a written ordinal in its series; `undefined` where it is none of that series. */
export function ordinalValue(text: string, system: System): number | undefined {
  if (text === '') return undefined;
  switch (system) {
    case 'figure':
      return /^\d{1,9}$/u.test(text) ? Number(text) : undefined;
    case 'arabic-indic':
      return /^[٠-٩]{1,9}$/u.test(text)
        ? Number([...text].map((digit) => digit.charCodeAt(0) - 0x660).join(''))
        : undefined;
    case 'lower':
    case 'upper': {
      const right = system === 'lower' ? /^[a-z]{1,3}$/u : /^[A-Z]{1,3}$/u;
      return right.test(text) ? lettersValue(text.toLowerCase(), LATIN) : undefined;
    }
    case 'abjad':
      return [...text].every((letter) => ABJAD.includes(letter)) ? lettersValue(text, ABJAD) : undefined;
    case 'roman':
    case 'ROMAN': {
      if (!(system === 'roman' ? /^[ivxlcdm]{1,15}$/u : /^[IVXLCDM]{1,15}$/u).test(text)) return undefined;
      const value = romanValue(text.toLowerCase());
      return value > 0 && roman(value) === text.toLowerCase() ? value : undefined;
    }
    case 'arabic-words': {
      const place = ARABIC_WORDS.indexOf(text);
      return place < 0 ? undefined : place + 1;
    }
    case 'han': {
      for (let n = 1; n < 100; n += 1) if (han(n) === text) return n;
      return undefined;
    }
  }
}

function arabicFigures(n: number): string {
  return [...String(n)].map((digit) => String.fromCharCode(0x660 + Number(digit))).join('');
}

function letters(n: number, alphabet: string): string {
  let text = '';
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / alphabet.length)) {
    text = alphabet[(rest - 1) % alphabet.length]! + text;
  }
  return text;
}

function lettersValue(text: string, alphabet: string): number {
  let value = 0;
  for (const letter of text) value = value * alphabet.length + alphabet.indexOf(letter) + 1;
  return value;
}

function roman(n: number): string {
  let text = '';
  let rest = n;
  for (const [value, numeral] of ROMAN) {
    while (rest >= value) {
      text += numeral;
      rest -= value;
    }
  }
  return text;
}

function romanValue(text: string): number {
  let value = 0;
  let rest = text;
  for (const [amount, numeral] of ROMAN) {
    while (rest.startsWith(numeral)) {
      value += amount;
      rest = rest.slice(numeral.length);
    }
  }
  return rest === '' ? value : 0;
}

function han(n: number): string {
  if (n < 10) return HAN[n]!;
  if (n > 99) return String(n);
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? HAN[tens] : ''}十${n % 10 > 0 ? HAN[n % 10] : ''}`;
}

const LATIN_SUFFIXES = (
  'bis ter quater quinquies sexies septies octies nonies decies undecies duodecies terdecies quaterdecies quindecies ' +
  'sexdecies septdecies octodecies novodecies vicies'
).split(' ');
const ARABIC_SUFFIXES = 'مكررا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا'.split(' ');
/** Spellings met in texts, and the one we write. */
const SPELLINGS: Readonly<Record<string, string>> = { novies: 'nonies', quinqiues: 'quinquies', مكرراً: 'مكررا' };

/** The `n`th suffix after a number, with the space before it where the language has one: 1 is ` bis`, 2 ` ter`. */
export function suffix(n: number, language: Language): string {
  if (language === 'zh') return `之${han(n + 1)}`;
  const word = language === 'ar' ? ARABIC_SUFFIXES[n - 1] : LATIN_SUFFIXES[n - 1];
  return word === undefined ? ` bis ${n}` : ` ${word}`;
}

/** The place of a suffix word (`ter` is 2); `undefined` for any other word. */
export function suffixValue(word: string): number | undefined {
  const plain = SPELLINGS[word.toLowerCase()] ?? word.toLowerCase();
  for (const list of [LATIN_SUFFIXES, ARABIC_SUFFIXES]) {
    const place = list.indexOf(plain);
    if (place >= 0) return place + 1;
  }
  return plain.startsWith('之') ? (ordinalValue(plain.slice(1), 'han') ?? 1) - 1 || undefined : undefined;
}

/** What stands for "alternative" behind a number. */
export function alternative(n: number, language: Language): string {
  const word = language === 'ar' ? ' بديل' : language === 'zh' ? '备选' : ' alt';
  return n === 1 ? word : `${word} ${language === 'ar' ? arabicFigures(n) : n}`;
}

/** A regular expression's source that matches any suffix, `alt` included. */
export const SUFFIX_PATTERN = `(?:${[...LATIN_SUFFIXES].reverse().join('|')}|novies|quinqiues|alt(?:\\s?\\d{1,2})?|${ARABIC_SUFFIXES.join('|')}|بديل|之[一二三四五六七八九十]{1,3}|备选)`;
