import { expect, test } from 'vitest';
import { cleanReading } from '../../shared/interop/clean-draft.ts';
import type { Bracket } from '../../shared/schema/bracket.ts';
import type { BracketId } from '../../shared/schema/ids.ts';
import { bracket, bracketId, draftOf, piece, provision, provisionId } from '../sync/building.ts';

const provisions = [
  provision(1, 'first words'),
  provision(2, 'second one'),
  provision('2a', 'under it', { kind: 'subparagraph', level: 1 }),
  provision(3, 'third one'),
];
const move = bracket('move', [piece(2, 0, 0)], { kind: 'move', goesTo: provisionId(3) });
const first = bracket('first', [piece(3, 0, 0)], { kind: 'move', goesTo: null });
const split = bracket('split', [piece(1, 6, 6)], { kind: 'split' });
const join = bracket('join', [piece(3, 0, 0)], { kind: 'join', goesTo: provisionId(1) });
const gone = bracket('gone', [piece(1, 0, 3)], { kind: 'insert' });

const reading = (brackets: readonly Bracket[], chosen: readonly BracketId[]) =>
  cleanReading(draftOf(provisions, brackets), new Map(chosen.map((id) => [id, 'text' as const])));

test.each([
  ['a move, with what stands under it', [move], ['first words', 'third one', 'second one', 'under it']],
  ['a move to the beginning', [first], ['third one', 'first words', 'second one', 'under it']],
  ['a split', [split], ['first ', 'words', 'second one', 'under it', 'third one']],
  ['a joining', [join], ['first wordsthird one', 'second one', 'under it']],
  ['a split and a joining', [split, join], ['first third one', 'words', 'second one', 'under it']],
  ['a split behind words that go', [gone, split], ['st ', 'words', 'second one', 'under it', 'third one']],
  [
    'a move that has come about',
    [bracket('m', [piece(2, 0, 0)], { kind: 'move', goesTo: provisionId(1) })],
    provisions.map(({ text }) => text),
  ],
  [
    'a move whose place is out of sight',
    [bracket('m', [piece(2, 0, 0)], { kind: 'move' })],
    provisions.map(({ text }) => text),
  ],
] as const)('T6 the clean rendering carries out what is chosen: %s', (_, brackets, texts) => {
  const chosen = brackets.filter(({ kind }) => kind !== 'insert').map(({ id }) => id);
  expect(reading(brackets, chosen).draft.provisions.map(({ text }) => text)).toEqual(texts);
});

test('T6 what nobody chose of a proposal about the shape changes nothing, and no mark is left', () => {
  const { draft } = reading([move, split, join], []);
  expect(draft).toMatchObject({ provisions, brackets: [] });
});

test('T6 places go both ways between the draft and its clean rendering, through splits and joinings', () => {
  const { toClean, toDraft } = reading([gone, split, join], [split.id, join.id]);
  const at = (name: number, offset: number) => ({ provision: provisionId(name), offset });
  const half = bracketId('split');
  for (const [draft, clean] of [
    [at(1, 8), { provision: half, offset: 2 }],
    [at(1, 6), { provision: half, offset: 0 }],
    [at(3, 4), at(1, 7)],
    [at(2, 3), at(2, 3)],
  ] as const) {
    expect(toClean(draft)).toEqual(clean);
    expect(toDraft(clean as typeof draft)).toEqual(draft);
  }
});
