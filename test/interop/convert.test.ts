import { BRACKET_KINDS, isShapeKind } from '../../shared/schema/bracket.ts';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { countBrackets } from '../../shared/brackets/count.ts';
import { arabicDraft } from '../../shared/demonstration/arabic.ts';
import { demonstration } from '../../shared/demonstration/demonstration.ts';
import { OPENED } from '../support/opened.ts';
import { readDraft, type DraftReading } from '../../shared/interop/read-draft.ts';
import type { Format } from '../../shared/interop/reading/inline.ts';
import { writeDraft } from '../../shared/interop/write-draft.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import type { BracketId } from '../../shared/schema/ids.ts';
import type { VariantId } from '../../shared/schema/position.ts';
import { createReplica } from '../../shared/sync/replica.ts';
import { seedDraft } from '../../shared/sync/seed.ts';
import { mintInOrder } from '../brackets/bracketed.ts';

const FORMATS: readonly Format[] = ['text', 'markdown'];

function read(text: string, format: Format): DraftReading {
  const reading = readDraft({ text, format, mint: mintInOrder() });
  if (!reading.ok) throw new Error(reading.reason);
  return reading.value;
}
const convert = (text: string, from: Format, to: Format) => writeDraft(read(text, from).draft, { format: to });
const wordsAndBrackets = (text: string) => text.match(/[\p{L}\p{N}]+|[[\]]/gu) ?? [];
const shape = (draft: Draft) =>
  draft.provisions.map(({ kind, level, label, text }) => `${kind} ${level} ${label}|${text}`);

describe('any text', () => {
  const nasty = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '[',
          ']',
          '[[',
          ']]',
          '][',
          '\n',
          '\n\n',
          '\r\n',
          '\r',
          '\t',
          '    ',
          '  ',
          ' ',
          '\u2028',
          '\f',
          '\ufeff',
          'a',
          'Word',
          '漢字',
          'ضمن',
          '🙂',
          'é',

          '1. ',
          '2bis. ',
          '(a) ',
          '[3. ',
          '[ (b) ',
          'IV. ',
          'Article 2 ',
          'PP1 ',
          '- ',
          '* ',
          '# ',
          '### ',
          '> ',
          '---',
          '---\n',
          '<!-- -->',
          '<b>',
          '</b>',
          '&nbsp;',

          '*',
          '**',
          '***',
          '_',
          '__',
          '\\',
          '\\[',
          '\\]',
          '\\\\',
          '\\\n',
          '`',
          '[^1]',
          '[^1]: ',
          '[a](http://b.c)',
          '[a](b)',
          '](',
          '¹',
          '[¹',
          ']¹',
          'Option 1: ',
          'No text',
          ': EU]',

          'Page 1 of 2\n',
          'title: x\n',
          'ENOUGH CAPITALS',
          'a long line of words that a layout may have broken somewhere about here or there,\n',
        ),
        fc.string({ unit: 'binary', maxLength: 6 }),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  test.each(FORMATS)('T3 %s to itself gives back every character', (format) => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(convert(text, format, format)).toBe(text);
      }),
      { numRuns: 4_000, seed: 23 },
    );
  });

  test('T1 between formats words and square brackets stay, in order', () => {
    fc.assert(
      fc.property(nasty, fc.constantFrom(...FORMATS), fc.constantFrom(...FORMATS), (text, from, to) => {
        expect(wordsAndBrackets(convert(text, from, to))).toEqual(wordsAndBrackets(text));
      }),
      { numRuns: 4_000, seed: 29 },
    );
  });

  test.each(FORMATS)('B6 every %s bracket is a pair, a stray that is reported, or part of a link', (format) => {
    fc.assert(
      fc.property(nasty, (text) => {
        const { draft, imbalance } = read(text, format);
        const pairs = countBrackets(draft).count;
        const all = text.match(/[[\]]/gu)?.length ?? 0;
        const links = text.match(/\[\^|\]\(/gu)?.length ?? 0;
        expect(pairs * 2 + imbalance.length).toBeLessThanOrEqual(all);
        if (format === 'text' || links === 0) expect(pairs * 2 + imbalance.length).toBe(all);
        const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u);
        for (const { line, column, reason } of imbalance) {
          expect(lines[line - 1]![column - 1]).toBe(reason === 'unopened' ? ']' : '[');
        }
      }),
      { numRuns: 2_000, seed: 31 },
    );
  });
});

test('T2 reads paragraphs, subparagraphs and headings of plain text', () => {
  const { draft } = read(
    [
      'I. INTRODUCTION',
      '',
      'We, the Member States,',
      '',
      'Recalling its decisions,',
      '',
      '1. First;',
      '(a) one;',
      '(b) two:',
      '(i) deep;',
      '(ii) deeper;',
      '(c) three;',
      '',
      '2 bis. Second.',
      '',
      '[3. Third]',
      '',
      'A. Part',
      '',
      'continued here.',
    ].join('\n'),
    'text',
  );
  expect(shape(draft)).toEqual([
    'heading 0 I.|INTRODUCTION',
    'preambular 0 |We, the Member States,',
    'preambular 0 |Recalling its decisions,',
    'operative 0 1.|First;',
    'subparagraph 1 (a)|one;',
    'subparagraph 1 (b)|two:',
    'subparagraph 2 (i)|deep;',
    'subparagraph 2 (ii)|deeper;',
    'subparagraph 1 (c)|three;',
    'operative 0 2 bis.|Second.',
    'operative 0 3.|Third',
    'heading 1 A.|Part',
    'operative 0 |continued here.',
  ]);
  expect(draft.brackets[0]!.pieces).toEqual([{ provision: draft.provisions[10]!.id, from: 0, to: 5, label: true }]);
});

test('T2 joins lines that a layout broke, and knows page headers', () => {
  const text = [
    ' 1.   States agreed that the words of a paragraph belong together even where the page is too narrow to hold',
    '      them, and that a line ends where the layout   ended it and not where the [writer] did, as is the case in',
    '      files that were printed first.',
    ' 2.   States noted that page headers are no part of a paragraph, whatever stands before and after them on the',
    '',
    '                     Page 1 of 2',
    'MEETING OF STATES',
    '',
    '      page.',
    '',
    '                     Page 2 of 2',
    'MEETING OF STATES',
    '',
  ].join('\n');
  const { draft } = read(text, 'text');
  expect(shape(draft)).toEqual([
    'operative 0 1.|States agreed that the words of a paragraph belong together even where the page is too narrow to hold them, and that a line ends where the layout ended it and not where the writer did, as is the case in files that were printed first.',
    'operative 0 2.|States noted that page headers are no part of a paragraph, whatever stands before and after them on the',
    'note 0 |Page 1 of 2 MEETING OF STATES',
    'operative 0 |page.',
    'note 0 |Page 2 of 2 MEETING OF STATES',
  ]);
});

test('T2 reads Markdown: headings, emphasis, escapes, lists, links, footnotes and front matter', () => {
  const text =
    '---\ntitle: A draft\n---\n\n## I. SCOPE \\[OF THIS\\]\n\n*Recalling* the **[old]** words,[^1]\n\n1. *Decides* to see [here](http://example.org/a);\n   1. deeper\n\n[^1]: A note.\n';
  const { draft, imbalance } = read(text, 'markdown');
  expect(draft.title).toBe('A draft');
  expect(shape(draft)).toEqual([
    'note 0 |title: A draft',
    'heading 0 I.|SCOPE OF THIS',
    'preambular 0 |Recalling the old words,[^1]',
    'operative 0 1.|Decides to see [here](http://example.org/a);',
    'subparagraph 1 1.|deeper',
    'note 0 |[^1]: A note.',
  ]);
  expect(draft.provisions[2]!.marks).toEqual([
    { from: 0, to: 9, kind: 'italic' },
    { from: 14, to: 17, kind: 'bold' },
  ]);
  expect([draft.brackets.length, imbalance.length]).toEqual([2, 0]);
});

test.for([
  [
    'a line above the first number',
    'A/CONF.192/BMS/2026/CRP.7\n\nDraft outcome\n\nI. Common ground\n\n1. States met.\n',
    'Draft outcome',
  ],
  [
    'a heading without a number',
    'Adopted by consensus:\n\n# Draft outcome\n\n## I. Common ground\n\n1. States met.\n',
    'Draft outcome',
  ],
  ['else the first heading', 'States met in June.\n\nI. Common ground\n\n1. States met.\n', 'Common ground'],
  ['else the first words', 'States met in June.\n\nThey reported.\n', 'States met in June.'],
])('T2 a text is called by %s', ([, text, title]) => {
  expect(read(text!, text!.includes('#') ? 'markdown' : 'text').draft.title).toBe(title);
});

test('T3 changed words are written anew, and the rest as it was', () => {
  const { draft } = read('*Recalls* the [old] words\n\n\n\n* second *one*\n', 'markdown');
  const provisions = draft.provisions.map((provision, index) =>
    index === 0
      ? {
          ...provision,
          text: provision.text.replace('Recalls', 'Notes'),
          marks: [{ from: 0, to: 5, kind: 'italic' as const }],
        }
      : provision,
  );
  const changed = {
    ...draft,
    provisions,
    brackets: draft.brackets.map((bracket) => ({
      ...bracket,
      pieces: bracket.pieces.map((piece) => ({ ...piece, from: piece.from - 2, to: piece.to - 2 })),
    })),
  };
  expect(writeDraft(changed, { format: 'markdown' })).toBe('_Notes_ the [old] words\n\n\n\n* second *one*\n');
});

test('T5 the attributed rendering says who stands behind what', () => {
  const { draft } = read('States [shall] act [by then: EU] now', 'text');
  const [first] = draft.brackets;
  const attributed = {
    ...draft,
    brackets: draft.brackets.map((bracket) =>
      bracket === first ? { ...bracket, proponent: 'ARV' as never, supporters: ['BMR' as never] } : bracket,
    ),
  };
  const position = {
    delegation: 'COR' as never,
    target: { type: 'bracket', bracket: first!.id },
    stance: 'reserve',
    audience: 'room',
    source: 'national',
    at: 0,
  } as const;
  expect(writeDraft(attributed, { format: 'text', rendering: 'attributed', positions: [position] })).toBe(
    'States [shall: ARV, BMR; COR reserves] act [by then: EU] now',
  );
});

test('T6 the clean rendering reads as the draft would under chosen variants', () => {
  const { draft } = read(
    '1. States [shall][should] act [now] by [X].\n\n2. Option 1: They meet.\n\nOption 2: No text\n',
    'text',
  );
  const [choice, , should, , , options] = draft.brackets;
  expect(writeDraft(draft, { format: 'text', rendering: 'clean' })).toBe(
    '1. States shall act now by [X].\n\n2. They meet.\n',
  );
  expect(
    writeDraft(draft, {
      format: 'text',
      rendering: 'clean',
      chosen: new Map<BracketId, VariantId>([
        [choice!.id, should!.id],
        [options!.id, 'none'],
      ]),
    }),
  ).toBe('1. States should act now by [X].\n');
});

describe('demonstration', () => {
  test.each([
    ['English', demonstration(OPENED).draft],
    ['Arabic', arabicDraft(OPENED)],
  ])('T1 the %s draft printed and read has the same words and brackets', (_, draft) => {
    for (const format of FORMATS) {
      const printed = writeDraft(draft, { format });
      const again = read(printed, format).draft;
      expect(countBrackets(again).count).toBe(countBrackets(draft).count);
      expect(again.provisions.map(({ text }) => text)).toEqual(draft.provisions.map(({ text }) => text));
      expect(writeDraft(again, { format })).toBe(printed);
    }
  });

  test('B2 holds brackets of every kind that has words, nested, overlapping and over provisions', () => {
    const { draft, delegations, groups, positions, rulings } = demonstration(OPENED);
    const { byKind, maxDepth, choices } = countBrackets(draft);
    const ofWords = BRACKET_KINDS.filter((kind) => !isShapeKind(kind));
    expect(ofWords.every((kind) => byKind[kind] > 0)).toBe(true);
    expect([
      maxDepth >= 3,
      choices >= 4,
      draft.brackets.some(({ noText }) => noText),
      draft.brackets.some(({ pieces }) => pieces.length > 2),
    ]).toEqual([true, true, true, true]);
    expect(draft.provisions.length).toBeGreaterThanOrEqual(25);
    expect(draft.provisions.length).toBeLessThanOrEqual(40);
    expect(delegations.length + groups.length).toBeGreaterThanOrEqual(12);
    const ids = new Set<string>([...draft.brackets.map(({ id }) => id), ...draft.provisions.map(({ id }) => id)]);
    expect(ids.size).toBe(draft.brackets.length + draft.provisions.length);
    for (const { target, delegation, conditionOn } of positions) {
      expect(ids.has(target.type === 'provision' ? target.provision : target.bracket)).toBe(true);
      if (target.type === 'variant' && !['text', 'none'].includes(target.variant)) {
        expect(draft.brackets.find(({ id }) => id === target.variant)!.variantOf).toBe(target.bracket);
      }
      if (conditionOn !== undefined) expect(ids.has(conditionOn.bracket)).toBe(true);
      expect([...delegations, ...groups].some(({ code }) => code === delegation)).toBe(true);
    }
    for (const { act } of rulings) expect(act.type === 'adRef' && ids.has(act.provision)).toBe(true);
    expect(demonstration(OPENED)).toEqual({ ...demonstration(OPENED) });
  });
});

const DATA = resolve(import.meta.dirname, '../../../shared/data');
const FILES = [
  ['02-unfccc-adp-nonpaper-2015-10-05.txt', 'text', 231],
  ['09-paris-draft-decision-2015.md', 'markdown', 470],
  ['11-wipo-tce-articles-adapted-2017.md', 'markdown', 150],
] as const;

describe.runIf(existsSync(DATA))('real texts beside the repository (../shared/data)', () => {
  test.each(FILES)('T1 %s keeps all words and brackets in every format', (name, format, pairs) => {
    const text = readFileSync(resolve(DATA, name), 'utf8');
    const { draft } = read(text, format);
    expect(countBrackets(draft).count).toBe(pairs);
    expect(writeDraft(draft, { format })).toBe(text);
    for (const to of FORMATS)
      expect(wordsAndBrackets(writeDraft(draft, { format: to }))).toEqual(wordsAndBrackets(text));
  });

  test.each(FILES)('T3 %s comes out of a shared document as it went in', (name, format) => {
    const text = readFileSync(resolve(DATA, name), 'utf8');
    const doc = new Y.Doc();
    seedDraft(doc, read(text, format).draft);
    expect(writeDraft(createReplica(doc).read(), { format })).toBe(text);
  });
});
