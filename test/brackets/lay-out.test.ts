import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut } from '../../shared/brackets/lay-out.ts';
import { BracketPrinter } from '../../shared/brackets/print.ts';
import { overlapTags } from '../../shared/brackets/overlaps.ts';
import type { Bracket, Piece } from '../../shared/schema/bracket.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import type { BracketId, Code, ProvisionId } from '../../shared/schema/ids.ts';
import type { Provision } from '../../shared/schema/provision.ts';
import { bracketed } from './bracketed.ts';

const CHAIR = 'CHAIR' as Code;
const provision = (text: string, id = 'CHAIR-00000001', more: Partial<Provision> = {}): Provision => ({
  id: id as ProvisionId,
  kind: 'operative',
  level: 0,
  label: '1.',
  text,
  marks: [],
  proponent: CHAIR,
  ...more,
});
const bracket = (
  name: string,
  pieces: readonly (readonly [from: number, to: number, label?: boolean, provision?: string])[],
  more: Partial<Bracket> = {},
): Bracket => ({
  id: name as BracketId,
  kind: 'hold',
  pieces: pieces.map(([from, to, label = false, id = 'CHAIR-00000001']): Piece => ({
    provision: id as ProvisionId,
    from,
    to,
    label,
  })),
  proponent: CHAIR,
  supporters: [],
  keepers: [],
  opened: 0,
  ...more,
});
/** Glyphs as `[a` and `a]`, with their tags; runs as their words. */
const drawn = (of: Provision, brackets: readonly Bracket[]) =>
  layOut(of, brackets)
    .map((part) => {
      if (part.type === 'run') return of.text.slice(part.from, part.to);
      const tag = part.tag ?? '';
      return part.side === 'open' ? `[${tag}${part.bracket}:` : `:${part.bracket}${tag}]`;
    })
    .join('');

const within = (name: string) => ({ within: name as BracketId });

test.each([
  ['nests by containment', 'abcdef', [bracket('x', [[0, 6]]), bracket('y', [[2, 4]])], '[x:ab[y:cd:y]ef:x]'],
  ['opens the outer first at one place', 'abcd', [bracket('y', [[0, 2]]), bracket('x', [[0, 4]])], '[x:[y:ab:y]cd:x]'],
  ['closes the inner first at one place', 'abcd', [bracket('x', [[0, 4]]), bracket('y', [[2, 4]])], '[x:ab[y:cd:y]:x]'],
  ['closes before it opens', 'abcd', [bracket('x', [[0, 2]]), bracket('y', [[2, 4]])], '[x:ab:x][y:cd:y]'],
  ['numbers what overlaps', 'abcdef', [bracket('x', [[0, 4]]), bracket('y', [[2, 6]])], '[1x:ab[2y:cd:x1]ef:y2]'],
  ['shows no bare glyphs', 'abcd', [bracket('x', [[0, 4]]), bracket('y', [[1, 3]], { bare: true })], '[x:abcd:x]'],
])('B2 %s', (_, text, brackets, expected) => expect(drawn(provision(text), brackets)).toBe(expected));

test.each([
  [
    'the same words: `within` tells the inner',
    'ab',
    [bracket('x', [[0, 2]], within('y')), bracket('y', [[0, 2]])],
    '[y:[x:ab:x]:y]',
  ],
  [
    'the same words: else the first is the outer',
    'ab',
    [bracket('x', [[0, 2]]), bracket('y', [[0, 2]])],
    '[x:[y:ab:y]:x]',
  ],
  [
    'an empty one between two',
    'ab',
    [bracket('x', [[0, 1]]), bracket('e', [[1, 1]]), bracket('y', [[1, 2]])],
    '[x:a:x][e::e][y:b:y]',
  ],
  [
    'an empty one at the tail of its house',
    'ab',
    [bracket('x', [[0, 1]]), bracket('e', [[1, 1]], within('x')), bracket('y', [[1, 2]])],
    '[x:a[e::e]:x][y:b:y]',
  ],
  [
    'an empty one at the head of its house',
    'ab',
    [bracket('x', [[0, 1]]), bracket('e', [[1, 1]], within('y')), bracket('y', [[1, 2]])],
    '[x:a:x][y:[e::e]b:y]',
  ],
  ['an empty one in an empty one', '', [bracket('e', [[0, 0]]), bracket('f', [[0, 0]], within('e'))], '[e:[f::f]:e]'],
  [
    'two empty ones that claim each other',
    '',
    [bracket('e', [[0, 0]], within('f')), bracket('f', [[0, 0]], within('e'))],
    '[e:[f::f]:e]',
  ],
])('B3 %s', (_, text, brackets, expected) => expect(drawn(provision(text), brackets)).toBe(expected));

test('B2 a bracket over provisions opens at its first piece and closes at its last', () => {
  const [one, two, three] = ['CHAIR-00000001', 'CHAIR-00000002', 'CHAIR-00000003'] as const;
  const x = bracket('x', [
    [1, 3, false, one],
    [0, 3, true, two],
    [0, 1, true, three],
  ]);
  expect([one, two, three].map((id) => drawn(provision('abc', id), [x]))).toEqual(['a[x:bc', 'abc', 'a:x]bc']);
  expect(layOut(provision('abc', two), [x])).toEqual([
    { type: 'run', from: 0, to: 3, covers: ['x'], italic: false, bold: false },
  ]);
});

test('B4 tells glyphs before the number, and depths', () => {
  const parts = layOut(provision('abc'), [
    bracket('x', [[0, 3, true]]),
    bracket('y', [[0, 3]]),
    bracket('z', [[1, 2]]),
  ]);
  expect(
    parts.flatMap((part) =>
      part.type === 'glyph' ? [`${part.bracket}${part.side}${part.depth}${part.beforeLabel}`] : [],
    ),
  ).toEqual(['xopen1true', 'yopen2false', 'zopen3false', 'zclose3false', 'yclose2false', 'xclose1false']);
});

test('B2 cuts runs at the edges of marks and brackets', () => {
  const marks = [
    { from: 0, to: 3, kind: 'italic' },
    { from: 2, to: 5, kind: 'bold' },
  ] as const;
  const runs = layOut(provision('abcdef', 'CHAIR-00000001', { marks }), [bracket('x', [[1, 4]])]);
  expect(
    runs.flatMap((part) =>
      part.type === 'run'
        ? [`${part.from}-${part.to} ${part.covers.join()} ${part.italic ? 'i' : ''}${part.bold ? 'b' : ''}`]
        : [],
    ),
  ).toEqual(['0-1  i', '1-2 x i', '2-3 x ib', '3-4 x b', '4-5  b', '5-6  ']);
});

test('B5 numbers overlaps over several provisions alike in each of them', () => {
  const [one, two, three] = ['CHAIR-00000001', 'CHAIR-00000002', 'CHAIR-00000003'] as const;
  const draft: Draft = {
    title: '',
    symbol: '',
    language: 'en',
    provisions: [provision('abc', one), provision('def', two), provision('ghi', three)],
    brackets: [
      bracket('x', [
        [1, 3, false, one],
        [0, 2, true, two],
      ]),
      bracket('y', [
        [1, 3, false, two],
        [0, 1, true, three],
      ]),
    ],
  };
  const printer = new BracketPrinter(draft);
  expect(draft.provisions.map((each) => printer.print(each).words)).toEqual(['a[¹bc', 'd[²e]¹f', 'g]²hi']);
  expect([...overlapTags(draft)]).toEqual([
    ['x', '1'],
    ['y', '2'],
  ]);
  expect(
    bracketed('a[¹bc', 'd[²e]¹f', 'g]²hi').draft.brackets.map(({ pieces }) => pieces.map(({ from, to }) => [from, to])),
  ).toEqual([
    [
      [1, 3],
      [0, 2],
    ],
    [
      [1, 3],
      [0, 1],
    ],
  ]);
});

const spans = fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.boolean()), { maxLength: 7 });

test('B2 any brackets at all: the words in order, every edge once, opened before it closes', () => {
  fc.assert(
    fc.property(spans, (list) => {
      const brackets = list.map(([a, b, label], index) =>
        bracket(`b${index}`, [[Math.min(a, b), Math.max(a, b), label && Math.min(a, b) === 0]]),
      );
      const of = provision('abcdefgh');
      const open = new Set<string>();
      let words = '';
      let edges = 0;
      for (const part of layOut(of, brackets)) {
        if (part.type === 'run') {
          words += of.text.slice(part.from, part.to);
          expect(new Set(part.covers)).toEqual(open);
          expect(part.to).toBeGreaterThan(part.from);
        } else {
          edges += 1;
          expect(part.at).toBe(words.length);
          if (part.side === 'open') open.add(part.bracket);
          expect(open.has(part.bracket)).toBe(true);
          if (part.side === 'close') open.delete(part.bracket);
        }
      }
      expect(words).toBe(of.text);
      expect(edges).toBe(brackets.length * 2);
    }),
    { numRuns: 1_000, seed: 3 },
  );
});

test('B1 any brackets at all: printed, read and printed again they are the same', () => {
  fc.assert(
    fc.property(spans, (list) => {
      const brackets = list.map(([a, b], index) =>
        bracket(`CHAIR-b000000${index}`, [[Math.min(a, b), Math.max(a, b)]]),
      );
      const draft: Draft = { title: '', symbol: '', language: 'en', provisions: [provision('abcdefgh')], brackets };
      const words = new BracketPrinter(draft).print(draft.provisions[0]!).words;
      const again = bracketed(`x${words}`);
      expect(again.strays).toEqual([]);
      expect(again.draft.provisions[0]!.text).toBe('xabcdefgh');
      expect(new BracketPrinter(again.draft).print(again.draft.provisions[0]!).words).toBe(`x${words}`);
      const places = (of: Draft, shift: number) =>
        of.brackets
          .filter(({ bare }) => bare !== true)
          .map(({ pieces }) => `${pieces[0]!.from - shift}-${pieces[0]!.to - shift}`)
          .sort();
      expect(places(again.draft, 1)).toEqual(places(draft, 0));
    }),
    { numRuns: 1_000, seed: 5 },
  );
});
