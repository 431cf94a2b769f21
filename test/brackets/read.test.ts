import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countBrackets } from '../../shared/brackets/count.ts';
import { BracketPrinter } from '../../shared/brackets/print.ts';
import { variantsOf, wordsOf } from '../../shared/brackets/variants.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import { bracketed } from './bracketed.ts';

const printed = (draft: Draft) => {
  const printer = new BracketPrinter(draft);
  return draft.provisions.map((provision) => {
    const { opening, words } = printer.print(provision);
    const number = provision.kind === 'heading' ? '#' : provision.label;
    return opening + (number === '' ? '' : `${number} `) + words;
  });
};
/** Kinds and words of the brackets that print, outer before inner. */
const shown = (draft: Draft) =>
  draft.brackets.filter(({ bare }) => bare !== true).map((bracket) => `${bracket.kind}: ${wordsOf(draft, bracket)}`);
const choices = (draft: Draft) =>
  draft.brackets
    .filter(({ kind }) => kind === 'choice')
    .map((choice) => variantsOf(draft, choice).map(({ id, words }) => (id === 'none' ? 'none' : words)));

describe('forms', () => {
  test.each([
    ['hold', ['all [small] arms'], ['hold: small']],
    [
      'nesting',
      ['[urge [all] States [[in a position] to do so]]'],
      [
        'hold: urge all States in a position to do so',
        'hold: all',
        'hold: in a position to do so',
        'hold: in a position',
      ],
    ],
    ['inside a word', ['commitment[s] and [re]affirm'], ['hold: s', 'hold: re']],
    ['a lone comma', ['x[,] y'], ['hold: ,']],
    ['an empty one', ['x [] y'], ['placeholder: ']],
    ['a value range', ['[40-70] per cent'], ['hold: 40-70']],
    ['a whole paragraph with its number', ['[7. Whole]'], ['hold: Whole']],
    ['subparagraphs', ['1. To [do:', '(a) one;', '(b) two]'], ['hold: do:\none;\ntwo']],
    ['a whole draft', ['[# Title', '1. First', '2. Last]'], ['hold: Title\nFirst\nLast']],
  ])('B1 reads %s', (_, paragraphs, expected) => {
    const { draft, strays } = bracketed(...paragraphs);
    expect(shown(draft)).toEqual(expected);
    expect(strays).toEqual([]);
    expect(printed(draft)).toEqual(paragraphs);
  });

  test.each(['[X]', '[XX]', '[20XX]', '[…]', '[...]', '[  per cent]', '[Placeholder for finance]', '[TBD]', '[___]'])(
    'B11 reads %s as a placeholder',
    (words) => expect(bracketed(`by ${words} then`).draft.brackets[0]!.kind).toBe('placeholder'),
  );

  test.each([
    ['[a][b]', ['a', 'b']],
    ['[the one] [the other] [a third]', ['the one', 'the other', 'a third']],
    ['[a]/[b] / [c]', ['a', 'b', 'c']],
    ['[shall / should]', ['shall', 'should']],
    ['[shall/should/may]', ['shall', 'should', 'may']],
    ['[to do / not to do [this]]', ['to do', 'not to do this']],
    ['commitment[s][es]', ['s', 'es']],
  ])('B10 reads %s as variants', (words, expected) => {
    const { draft } = bracketed(`States ${words} act`);
    expect(choices(draft)).toEqual([expected]);
    expect(printed(draft)).toEqual([`States ${words} act`]);
  });

  test.each(['[and/or]', '[decision 1/CP.21]', '[A/CONF.192/15]', '[a] and [b]', '[, if so,] [then]', '[24/7]'])(
    'B10 reads no variants in %s',
    (words) => expect(choices(bracketed(`States ${words} act`).draft)).toEqual([]),
  );

  test.each([
    [['1. Option 1: abc', 'Option 2: def', '2. other'], [['Option 1: abc', 'Option 2: def']]],
    [['1. Option 1: abc', 'Option 2: No text', '2. other'], [['Option 1: abc', 'none']]],
    [['4. [Option 1: one;]', '[Option 2: two;]'], [['Option 1: one;', 'Option 2: two;']]],
    [
      ['Option I (paras 6-7):', '6. six', '7. seven', 'Option II (paras 6-7):', '6. other', '# Next'],
      [['Option I (paras 6-7):\nsix\nseven', 'Option II (paras 6-7):\nother']],
    ],
    [
      ['1. Option 1: x', 'Option (a): in', 'Option (b): in too', 'Option 2: y'],
      [
        ['Option 1: x\nOption (a): in\nOption (b): in too', 'Option 2: y'],
        ['Option (a): in', 'Option (b): in too'],
      ],
    ],
    [['1. Option 2: a lone one', '2. Option 1 would mean delay'], []],
  ])('B12 reads options of %j', (paragraphs, expected) => {
    const { draft } = bracketed(...paragraphs);
    expect(choices(draft)).toEqual(expected);
    expect(printed(draft)).toEqual(paragraphs);
  });

  test.each([
    ['[and ammunition: EU, Mexico; US delete]', 'insert', 'EU', ['MEX'], 'EU, Mexico; US delete'],
    ['[word - US; G77 delete]', 'insert', 'USA', [], 'US; G77 delete'],
    ['[Add: EU]', 'insert', 'EU', [], 'Add: EU'],
    ['[EU: as appropriate]', 'insert', 'EU', [], 'EU:'],
    [
      '[new wording: EU and its member States; RUS reserves]',
      'insert',
      'EU',
      [],
      'EU and its member States; RUS reserves',
    ],
    ['[phrase: ARV; BMR support]', 'insert', 'ARV', ['BMR'], 'ARV; BMR support'],
    ['[Delete: Russian Federation]', 'hold', 'CHAIR', [], 'Delete: Russian Federation'],
    ['[the following: NDC]', 'hold', 'CHAIR', [], undefined],
    ['[well-known and long-term]', 'hold', 'CHAIR', [], undefined],
  ])('B11 reads the attribution of %s', (words, kind, proponent, supporters, note) => {
    const { draft } = bracketed(`States ${words} act`);
    expect(draft.brackets[0]).toMatchObject({ kind, proponent, supporters });
    expect(draft.brackets[0]!.note).toBe(note);
    expect(draft.brackets[0]!.id.startsWith(`${proponent}-`)).toBe(true);
    expect(printed(draft)).toEqual([`States ${words} act`]);
  });

  test('B11 tells paragraphs that are agreed ad ref', () =>
    expect(bracketed('1. one [Agreed ad ref]', '2. two').agreed).toEqual([0]));
});

describe('recovery', () => {
  test.each([
    ['one stray [ takes nothing with it', ['1. a [stray b', '2. [c] d', '3. e [f] g'], ['0.2 unclosed'], 2],
    ['one stray ] takes nothing with it', ['1. a ]stray b', '2. [c] d'], ['0.2 unopened'], 1],
    ['a stray [ does not take the end of a section', ['[1. a', '2. b [ c', '3. d]'], ['1.2 unclosed'], 1],
    ['a stray ] does not take the beginning of a section', ['[1. a', '2. b ] c', '3. d]'], ['1.2 unopened'], 1],
    [
      'within one paragraph the nearest pair',
      ['1. The [identity] of [any [authority.'],
      ['0.18 unclosed', '0.23 unclosed'],
      1,
    ],
    ['a paragraph with its subparagraphs', ['1. To [do:', '(a) one;', '(b) two]', '2. x ['], ['3.2 unclosed'], 1],
    ['a balanced text as a plain stack', ['1. a [b', '2. c', '3. d] e'], [], 1],
    ['a stray before a number', ['[1. a', '2. b'], ['0.-1 unclosed'], 0],
  ])('B8 %s', (_, paragraphs, strays, count) => {
    const read = bracketed(...paragraphs);
    expect(read.strays.map(({ unit, offset, reason }) => `${unit}.${offset} ${reason}`)).toEqual(strays);
    expect(countBrackets(read.draft).count).toBe(count);
  });

  test('B9 reads a million brackets without overflowing', { timeout: 60_000 }, () => {
    const n = 300_000;
    for (const [words, count, strays] of [
      ['['.repeat(n), 0, n],
      [']'.repeat(n), 0, n],
      ['['.repeat(n) + ']'.repeat(n), n, 0],
    ] as const) {
      const read = bracketed(words);
      expect(countBrackets(read.draft)).toMatchObject({ count, maxDepth: count });
      expect(read.strays.length).toBe(strays);
      expect(printed(read.draft).join('') === words || strays > 0).toBe(true);
    }
  });

  test(
    'B9 leaves brackets over whole provisions in the words when they are beyond measure',
    { timeout: 60_000 },
    () => {
      const deep = 10_000;
      const between = Array.from({ length: 1_000 }, (_, index) => `${index + 2}. x`);
      const read = bracketed(`1. ${'['.repeat(deep)}a`, ...between, `9. b${']'.repeat(deep)}`);
      expect(new Set(read.strays.map(({ reason }) => reason))).toEqual(new Set(['too-deep']));
      expect(countBrackets(read.draft).count * 2 + read.strays.length).toBe(2 * deep);
    },
  );
});

const piece = fc.constantFrom(
  '[',
  ']',
  '[[',
  ']]',
  '][',
  '] [',
  ']/[',
  ' / ',
  '/',
  ' ',
  'a',
  'word',
  ',',
  'X',
  '¹',
  '[¹',
  ']¹',
  '²',
  ']²',
  '[²',
  'Option 1: ',
  'no text',
  ': EU',
  'ß漢🙂',
);
const paragraph = fc.array(piece, { maxLength: 24 }).map((parts) => parts.join(''));

test('B1 printing gives back any text, however unbalanced', () => {
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (paragraphs) => {
      const { draft, strays } = bracketed(...paragraphs.map((words) => `x${words}`));
      expect(printed(draft)).toEqual(paragraphs.map((words) => `x${words}`));
      const characters = paragraphs.join('').match(/[[\]]/gu)?.length ?? 0;
      expect(countBrackets(draft).count * 2 + strays.length).toBe(characters);
    }),
    { numRuns: 1_500, seed: 7 },
  );
});

test('B7 a balanced text leaves no stray', () => {
  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('a', ' ', 'b, ', '\n'),
      fc.array(tie('node'), { maxLength: 4 }).map((inner) => `[${inner.join('')}]`),
    ),
  })).node;
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 8 }), (parts) => {
      const paragraphs = parts
        .join('')
        .split('\n')
        .map((words) => `x${words}`);
      const { draft, strays } = bracketed(...paragraphs);
      expect(strays).toEqual([]);
      expect(printed(draft)).toEqual(paragraphs);
    }),
    { numRuns: 500, seed: 11 },
  );
});
