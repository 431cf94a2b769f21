import { expect, test } from 'vitest';
import { BracketPrinter } from '../../shared/brackets/print.ts';
import { layOut } from '../../shared/brackets/lay-out.ts';
import { closeBracket } from '../../shared/sync/commands/close-bracket.ts';
import { variantsOf, wordsOf } from '../../shared/brackets/variants.ts';
import { cleanDraft } from '../../shared/interop/clean-draft.ts';
import type { Closure } from '../../shared/schema/bracket.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import { $paste } from '../../renderer/editor/writing/paste.ts';
import { openScreen } from '../editor/screen.ts';
import { copyOf, handOf, opened, provisionId, texts } from '../sync/building.ts';
import { bracketed } from './bracketed.ts';

const chair = handOf('CHAIR', 'draft');

const printed = (draft: Draft): string[] => {
  const printer = new BracketPrinter(draft);
  return draft.provisions.map((provision) => {
    const { opening, words } = printer.print(provision);
    const number = provision.kind === 'heading' ? '#'.repeat(provision.level + 1) : (provision.label ?? '');
    return opening + (number === '' ? '' : `${number} `) + words;
  });
};

/** `kind: words`, of a choice its variants; as they stand in the draft, outer before inner. */
const told = (draft: Draft): string[] =>
  draft.brackets
    .filter(({ variantOf }) => variantOf === undefined)
    .map((bracket) =>
      bracket.kind === 'choice'
        ? `choice: ${variantsOf(draft, bracket)
            .map(({ id, words }) => (id === 'none' ? 'no text' : words))
            .join(' | ')}`
        : `${bracket.kind}: ${wordsOf(draft, bracket)}`,
    );

interface Form {
  readonly form: string;
  readonly source: readonly string[];
  readonly read: readonly string[];
  /** A ruling on the bracket at `on` of those told, and what is printed then. A number chooses that variant. */
  readonly rule?: { readonly on: number; readonly as: 'keep' | 'drop' | 'none' | number };
  readonly after?: readonly string[];
}

const FORMS: readonly Form[] = [
  {
    form: '1 contested words',
    source: ['arms [and ammunition] move'],
    read: ['hold: and ammunition'],
    rule: { on: 0, as: 'drop' },
    after: ['arms move'],
  },
  {
    form: '2 alternatives side by side',
    source: ['States [shall][should] act'],
    read: ['choice: shall | should'],
    rule: { on: 0, as: 1 },
    after: ['States should act'],
  },
  {
    form: '2 alternatives side by side, with blanks',
    source: ['States [a one] [b two] [c three] act'],
    read: ['choice: a one | b two | c three'],
    rule: { on: 0, as: 0 },
    after: ['States a one act'],
  },
  {
    form: '3 alternatives with a slash between',
    source: ['States [may]/[must] act'],
    read: ['choice: may | must'],
    rule: { on: 0, as: 1 },
    after: ['States must act'],
  },
  {
    form: '4 a slash inside a bracket',
    source: ['States [may / must / can] act'],
    read: ['choice: may | must | can'],
    rule: { on: 0, as: 2 },
    after: ['States can act'],
  },
  { form: '4 a slash without brackets stays as words', source: ['States may / must act'], read: [] },
  {
    form: '5 nesting',
    source: ['we [urge [all] States [[in a position] to do so]]'],
    read: [
      'hold: urge all States in a position to do so',
      'hold: all',
      'hold: in a position to do so',
      'hold: in a position',
    ],
    rule: { on: 0, as: 'keep' },
    after: ['we urge [all] States [[in a position] to do so]'],
  },
  {
    form: '6 over several paragraphs',
    source: ['1. One [two', '2. three', '3. four] five'],
    read: ['hold: two\nthree\nfour'],
    rule: { on: 0, as: 'keep' },
    after: ['1. One two', '2. three', '3. four five'],
  },
  {
    form: '6 over the whole draft',
    source: ['[# Title', '1. First', '2. Last]'],
    read: ['hold: Title\nFirst\nLast'],
    rule: { on: 0, as: 'keep' },
    after: ['# Title', '1. First', '2. Last'],
  },
  {
    form: '7 a whole paragraph with its number',
    source: ['1. One', '[2. Two]'],
    read: ['hold: Two'],
    rule: { on: 0, as: 'drop' },
    after: ['1. One'],
  },
  { form: '7 a heading', source: ['[# Article three]', '1. One'], read: ['hold: Article three'] },
  {
    form: '8 options at the beginning of paragraphs',
    source: ['1. Option 1: shall act', 'Option 2: should act', '2. Next'],
    read: ['choice: Option 1: shall act | Option 2: should act'],
    rule: { on: 0, as: 1 },
    after: ['should act', '2. Next'],
  },
  {
    form: '8 options over articles',
    source: [
      '# Option 1: Marking',
      '1. Mark',
      '## When',
      '2. Now',
      '# Option 2: Tracing',
      '3. Trace',
      '# Next',
      '4. z',
    ],
    read: ['choice: Option 1: Marking\nMark\nWhen\nNow | Option 2: Tracing\nTrace'],
    rule: { on: 0, as: 1 },
    after: ['# Tracing', '3. Trace', '# Next', '4. z'],
  },
  {
    form: '8 options over articles, each on a line of its own',
    source: ['Option 1:', '# Marking', '1. Mark', 'Option 2:', '# Tracing', '2. Trace', '# Next', '3. z'],
    read: ['choice: Option 1:\nMarking\nMark | Option 2:\nTracing\nTrace'],
    rule: { on: 0, as: 0 },
    after: ['# Marking', '1. Mark', '# Next', '3. z'],
  },
  {
    form: '8 options over articles, options over paragraphs in them',
    source: [
      '# Option 1: Marking',
      '1. Option 1: Mark',
      'Option 2: Brand',
      '2. z',
      '# Option 2: Tracing',
      '## Option 1: How',
      '3. So',
      '## Option 2: When',
      '4. Then',
      '# Option 3: No text',
      '# Next',
    ],
    read: [
      'choice: Option 1: Marking\nOption 1: Mark\nOption 2: Brand\nz | Option 2: Tracing\nOption 1: How\nSo\nOption 2: When\nThen | no text',
      'choice: Option 1: Mark | Option 2: Brand',
      'choice: Option 1: How\nSo | Option 2: When\nThen',
    ],
    rule: { on: 0, as: 'none' },
    after: ['# Next'],
  },
  {
    form: '8 a heading that is an option to none',
    source: ['# Option 1: Marking', '1. Mark', '# Option 3: Next'],
    read: [],
  },
  {
    form: '8 options inside a phrase',
    source: ['States [Option 1: shall] [Option 2: should] act'],
    read: ['choice: Option 1: shall | Option 2: should'],
    rule: { on: 0, as: 0 },
    after: ['States shall act'],
  },
  {
    form: '9 "no text" as an option',
    source: ['1. Option 1: shall act', 'Option 2: No text', '2. Next'],
    read: ['choice: Option 1: shall act | no text'],
    rule: { on: 0, as: 'none' },
    after: ['2. Next'],
  },
  {
    form: '10 a placeholder',
    source: ['by [20XX] and [Placeholder for finance]'],
    read: ['placeholder: 20XX', 'placeholder: Placeholder for finance'],
    rule: { on: 0, as: 'drop' },
    after: ['by and [Placeholder for finance]'],
  },
  {
    form: '11 a value range',
    source: ['within 12 [-18] months'],
    read: ['hold: -18'],
    rule: { on: 0, as: 'keep' },
    after: ['within 12 -18 months'],
  },
  {
    form: '11 two value ranges',
    source: ['by [40-70] [70-95] per cent'],
    read: ['choice: 40-70 | 70-95'],
    rule: { on: 0, as: 1 },
    after: ['by 70-95 per cent'],
  },
  {
    form: '12 inside a word',
    source: ['commitment[s] [re]affirm'],
    read: ['hold: s', 'hold: re'],
    rule: { on: 0, as: 'drop' },
    after: ['commitment [re]affirm'],
  },
  {
    form: '13 punctuation in the bracket, and a lone comma',
    source: ['act[, as appropriate,] soon[,] and well'],
    read: ['hold: , as appropriate,', 'hold: ,'],
    rule: { on: 0, as: 'drop' },
    after: ['act soon[,] and well'],
  },
  {
    form: '14 a note in curly braces, and an asterisk keyed to a bracketed term, kept in place',
    source: ['the [NDMC*] {see annex} shall', '* not defined'],
    read: ['hold: NDMC*'],
    rule: { on: 0, as: 'keep' },
    after: ['the NDMC* {see annex} shall', '* not defined'],
  },
  { form: '16 a closing bracket too many', source: ['a [b] c] d'], read: ['hold: b'] },
  { form: '16 a bracket that is not closed', source: ['a [b c', 'd [e] f'], read: ['hold: e'] },
];

test.for(FORMS)('B1 form $form: read, shown, printed', ({ source, read }) => {
  const { draft } = bracketed(...source);
  expect(told(draft)).toEqual(read);
  expect(printed(draft)).toEqual(source);
  // On the screen: the same characters, glyph by glyph.
  const shown = draft.provisions.map((provision) =>
    layOut(provision, draft.brackets)
      .map((part) =>
        part.type === 'run' ? provision.text.slice(part.from, part.to) : part.side === 'open' ? '[' : ']',
      )
      .join(''),
  );
  expect(shown.map((line) => line.replace(/^\[(?=[^[\]]*\]$)/, '')).join('').length).toBeGreaterThan(0);
  const plain = source.map((line) => line.replace(/^(\[*)(?:\d+\. |#+ )/, '$1'));
  expect(shown).toEqual(plain);
});

test.for(FORMS.filter(({ rule }) => rule))('B14 B15 B16 form $form: ruled on', ({ source, rule, after }) => {
  const { draft } = bracketed(...source);
  const replica = opened(draft);
  const bracket = draft.brackets.filter(({ variantOf }) => variantOf === undefined)[rule!.on]!;
  const variant = typeof rule!.as === 'number' ? variantsOf(draft, bracket)[rule!.as]!.id : undefined;
  const closure: Closure =
    rule!.as === 'keep' || rule!.as === 'drop'
      ? { outcome: rule!.as, at: 1 }
      : { outcome: 'chosen', at: 1, ...(variant && { variant: variant as never }) };
  expect(closeBracket(replica, chair, { bracket: bracket.id, closure }).ok).toBe(true);
  expect(printed(replica.read())).toEqual(after);
});

test.for(FORMS)('E14 form $form: made in the editor, printed again, and clean', ({ source }) => {
  const words = source.map((line) => line.replace(/^(\[*)(?:# )/, '$1'));
  for (const [code, mode] of [
    ['CHAIR', 'draft'],
    ['EU', 'propose'],
  ] as const) {
    const replica = copyOf(opened(texts('')), 2);
    const screen = openScreen(replica, { hand: handOf(code, mode) });
    const at = { provision: provisionId(1), offset: 0 };
    screen.binding.update(() => $paste(screen.binding, { from: at, to: at, glyphs: [] }, words.join('\n')));
    expect(screen.shown()).toEqual(screen.expected());
    const draft = replica.read();
    const own = draft.brackets.filter(({ kind }) => kind !== 'insert');
    const again = { ...draft, provisions: draft.provisions.map((each) => ({ ...each, label: '' })), brackets: own };
    expect(printed(again)).toEqual(words);
    expect(cleanDraft(draft).brackets.every(({ kind }) => kind === 'placeholder')).toBe(true);
  }
});

test('B1 form 15: emphasis that crosses the edge of a bracket keeps to its words', () => {
  const { draft } = bracketed('In furtherance [pursuit] of');
  const [provision] = draft.provisions;
  const marked = { ...provision!, marks: [{ from: 3, to: 18, kind: 'italic' as const }] };
  const runs = layOut(marked, draft.brackets).flatMap((part) => (part.type === 'run' && part.italic ? [part] : []));
  expect(runs.map(({ from, to }) => provision!.text.slice(from, to))).toEqual(['furtherance ', 'pur']);
});

test('B7 two strays that happen to balance over many paragraphs are reported, and all others pair as they are', () => {
  const between = Array.from({ length: 30 }, (_, index) => `${index + 2}. here [is] one`);
  const { draft, strays } = bracketed('1. a [stray here', ...between, '99. and ]stray there');
  expect(strays.map(({ unit, reason }) => [unit, reason])).toEqual([
    [0, 'unclosed'],
    [31, 'unopened'],
  ]);
  expect(draft.brackets).toHaveLength(30);
  expect(bracketed('1. a [long here', ...between, '99. and to the end]').strays).toEqual([]);
});

test('B8 where brackets are missing, one that opens behind a number does not take a hundred paragraphs with it', () => {
  const between = Array.from({ length: 30 }, (_, index) => `${index + 2}. here [is] one`);
  const lines = ['1. [stray begins', ...between, '50. a stray ] here', '99. and one that ends]'];
  expect(bracketed(...lines).strays.map(({ unit }) => unit)).toEqual([0, 31, 32]);
  expect(bracketed('[1. stands round', ...lines.slice(1)).strays.map(({ unit }) => unit)).toEqual([31]);
});
