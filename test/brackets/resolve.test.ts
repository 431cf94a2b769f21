import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countBrackets } from '../../shared/brackets/count.ts';
import { resolveBracket, type Resolution } from '../../shared/brackets/resolve.ts';
import { wordsOf } from '../../shared/brackets/variants.ts';
import type { Closure } from '../../shared/schema/bracket.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import { bracketed } from './bracketed.ts';

/** What is left of each provision. */
function after(draft: Draft, { erase, hide }: Resolution): readonly string[] {
  return draft.provisions
    .filter(({ id }) => !hide.includes(id))
    .map(({ id, text }) => {
      const gone = erase.filter(({ provision }) => provision === id);
      return [...text].filter((_, at) => !gone.some(({ from, to }) => from <= at && at < to)).join('');
    });
}

function resolve(paragraphs: readonly string[], which: number, outcome: Closure['outcome'], variant?: number) {
  const { draft } = bracketed(...paragraphs);
  const chosen = variant === undefined ? undefined : draft.brackets[variant]!.id;
  const closure: Closure = { outcome, at: 5, ...(chosen === undefined ? {} : { variant: chosen }) };
  const resolution = resolveBracket(draft, draft.brackets[which]!.id, closure)!;
  const index = new Map(draft.brackets.map(({ id }, place) => [id, place]));
  return {
    draft,
    left: after(draft, resolution),
    closed: resolution.close.map(({ bracket, closure: end }) => `${index.get(bracket)} ${end.outcome}`),
  };
}

test.each([
  ['B14 keep leaves the words and what is in them', ['a [b [c] d] e'], 0, 'keep', undefined, ['a b c d e'], ['0 keep']],
  ['B15 drop takes the words and one blank', ['a [b [c] d] e'], 0, 'drop', undefined, ['a e'], ['0 drop', '1 drop']],
  ['B15 drop before a stop takes the blank', ['a [b], c'], 0, 'drop', undefined, ['a, c'], ['0 drop']],
  ['B15 drop at the beginning', ['[b] c'], 0, 'drop', undefined, ['c'], ['0 drop']],
  ['B15 drop inside a word', ['commitment[s] of'], 0, 'drop', undefined, ['commitment of'], ['0 drop']],
  ['B15 drop of the inner leaves the outer', ['a [[b]] c'], 1, 'drop', undefined, ['a c'], ['1 drop']],
  ['B15 drop leaves what reaches out', ['[¹a [²b]¹ c]²'], 0, 'drop', undefined, ['c'], ['0 drop']],
  [
    'B16 choose the first',
    ['we [shall][should] go'],
    0,
    'chosen',
    1,
    ['we shall go'],
    ['0 chosen', '1 keep', '2 drop'],
  ],
  [
    'B16 choose the last, blanks between',
    ['we [a] [b] [c] go'],
    0,
    'chosen',
    3,
    ['we c go'],
    ['0 chosen', '1 drop', '2 drop', '3 keep'],
  ],
  ['B16 choose with slashes', ['we [a]/[b] go'], 0, 'chosen', 1, ['we a go'], ['0 chosen', '1 keep', '2 drop']],
  [
    'B16 choose in one bracket',
    ['we [shall / should] go'],
    0,
    'chosen',
    2,
    ['we should go'],
    ['0 chosen', '1 drop', '2 keep'],
  ],
  ['B16 choose no text', ['we [a][b] go'], 0, 'chosen', undefined, ['we go'], ['0 chosen', '1 drop', '2 drop']],
  [
    'B16 choose ends what is nested in the others',
    ['[a [x]][b [y]]'],
    0,
    'chosen',
    3,
    ['b y'],
    ['0 chosen', '1 drop', '3 keep', '2 drop'],
  ],
  [
    'B16 choose an option',
    ['1. Option 1: abc', 'Option 2: def', '2. z'],
    0,
    'chosen',
    2,
    ['def', 'z'],
    ['0 chosen', '1 drop', '2 keep'],
  ],
  [
    'B16 the option "no text"',
    ['1. Option 1: abc', 'Option 2: No text', '2. z'],
    0,
    'chosen',
    undefined,
    ['z'],
    ['0 chosen', '1 drop', '2 drop'],
  ],
  [
    'B16 dropping the last variant ends the choice',
    ['a [b [c][d]] e'],
    0,
    'drop',
    undefined,
    ['a e'],
    ['0 drop', '2 drop', '3 drop', '1 drop'],
  ],
  ['B17 a whole paragraph goes', ['1. a', '[2. b]', '3. c'], 0, 'drop', undefined, ['a', 'c'], ['0 drop']],
  ['B17 a paragraph of which a stop is left goes', ['1. a', '2. [b].'], 0, 'drop', undefined, ['a'], ['0 drop']],
  ['B17 paragraphs and parts of them', ['1. x [a', '2. b', '3. c] d'], 0, 'drop', undefined, ['x', 'd'], ['0 drop']],
  ['B14 withdrawing a hold leaves the words', ['a [b] c'], 0, 'withdrawn', undefined, ['a b c'], ['0 withdrawn']],
  ['B15 withdrawing a proposal takes its words', ['a [b: EU] c'], 0, 'withdrawn', undefined, ['a c'], ['0 withdrawn']],
] as const)('%s', (_, paragraphs, which, outcome, variant, left, closed) => {
  const resolved = resolve(paragraphs, which, outcome, variant);
  expect(resolved.left).toEqual(left);
  expect(resolved.closed).toEqual(closed);
});

test('B16 a variant of another choice is refused', () => {
  const { draft } = bracketed('[a][b] x [c][d]');
  const [choice, , , other] = draft.brackets;
  expect(resolveBracket(draft, choice!.id, { outcome: 'chosen', variant: other!.id, at: 0 })).toBeUndefined();
});

const words = fc
  .array(fc.constantFrom('[', ']', '[a][b]', 'a', 'b c', ' ', ' / ', ', '), { maxLength: 16 })
  .map((parts) => parts.join(''));

test('B15 whatever is ruled, no word goes that the bracket does not hold, and none is left in a dropped one', () => {
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 3 }),
      fc.nat(),
      fc.constantFrom('keep', 'drop'),
      (paragraphs, pick, outcome) => {
        const { draft } = bracketed(...paragraphs.map((each) => `z ${each} z`));
        if (draft.brackets.length === 0) return;
        const bracket = draft.brackets[pick % draft.brackets.length]!;
        const resolution = resolveBracket(draft, bracket.id, { outcome, at: 0 })!;
        const letters = (text: string) => text.replace(/[^a-z]/gu, '');
        const before = letters(draft.provisions.map(({ text }) => text).join(''));
        const left = letters(after(draft, resolution).join(''));
        const held = letters(bracket.pieces.length > 0 || bracket.kind === 'choice' ? wordsOf(draft, bracket) : '');
        expect(left.length).toBe(outcome === 'keep' ? before.length : before.length - held.length);
        expect(resolution.close[0]!.bracket).toBe(bracket.id);
        if (outcome === 'keep') expect(resolution.erase).toEqual([]);
      },
    ),
    { numRuns: 1_000, seed: 13 },
  );
});

test('B18 counts pairs, kinds, depth and disputes', () => {
  const { draft } = bracketed('a [b [c]] by [X] we [d][e] or [shall / should]', '[1. whole', '(a) too]');
  expect(countBrackets(draft)).toEqual({
    count: 7,
    byKind: { insert: 0, delete: 0, hold: 3, placeholder: 1, choice: 3, move: 0, split: 0, join: 0 },
    maxDepth: 2,
    units: 5,
    choices: 2,
  });
});
