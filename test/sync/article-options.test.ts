import { expect, test } from 'vitest';
import { writeDraft } from '../../shared/interop/write-draft.ts';
import { addProvision, addProvisions } from '../../shared/sync/commands/add-provision.ts';
import { closeBracket } from '../../shared/sync/commands/close-bracket.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { moveProvision } from '../../shared/sync/commands/move-provision.ts';
import { offerOption } from '../../shared/sync/commands/offer-option.ts';
import { setProvision } from '../../shared/sync/commands/set-provision.ts';
import { withdrawBracket } from '../../shared/sync/commands/withdraw-bracket.ts';
import { impliedBrackets } from '../../shared/sync/implied.ts';
import { createUndo } from '../../shared/sync/undo.ts';
import type { BracketId } from '../../shared/schema/ids.ts';
import { draftOf, handOf, heal, provision, provisionId, seeded } from './building.ts';
import { ARV, chair, CST, printed, read, registry, room, valueOf, wordings } from './options-rig.ts';

const ARTICLES = draftOf([
  provision('h1', 'Marking', { kind: 'heading' }),
  provision(1, 'States mark arms:'),
  provision(2, 'when made;', { kind: 'subparagraph', level: 1 }),
  provision('h2', 'Records', { kind: 'heading', level: 1 }),
  provision(3, 'States keep records.'),
  provision('h3', 'Tracing', { kind: 'heading' }),
  provision(4, 'States trace arms.'),
]);
const HEADING = provisionId('h1');

const STANDING = [
  'I. Marking',
  '1. States mark arms:',
  '    (a) when made;',
  'A. Records',
  '2. States keep records.',
  'II. Tracing',
  '3. States trace arms.',
];
const OFFERED = [
  'I. Option 1: Marking',
  ...STANDING.slice(1, 5),
  'Option 2: Marking and import',
  '3. States mark on import.',
  '4. States report.',
  'II. Tracing',
  '5. States trace arms.',
];

function offered() {
  const made = room(ARTICLES);
  const text = 'Marking and import\nStates mark on import.\n\nStates report.\n';
  const choice = valueOf(offerOption(made.arv, ARV, { provision: HEADING, text }));
  heal(...made.all);
  const variants = (): BracketId[] => {
    const { brackets } = made.chairs.read();
    return brackets.filter(({ variantOf }) => variantOf === choice).map(({ id }) => id);
  };
  return { ...made, choice, variants };
}

const after = (name: string | number, text: string, kind: 'operative' | 'heading' = 'operative') =>
  ({ after: provisionId(name), kind, level: 0, text }) as const;

test('W18 an option beside a heading is one over its article: read back in both formats, and printed the same', () => {
  const { chairs, all } = offered();
  expect(printed(...all)).toEqual(OFFERED);
  expect(impliedBrackets(chairs, registry)).toEqual([]);
  const whole = [
    'Marking\nStates mark arms:\nwhen made;\nRecords\nStates keep records.',
    'Marking and import\nStates mark on import.\nStates report.',
  ];
  expect(wordings(chairs.read())).toEqual([whole]);
  for (const format of ['text', 'markdown'] as const) {
    const text = writeDraft(chairs.read(), { format });
    const again = read(text, format);
    expect(wordings(again)).toEqual([whole.map((words, at) => `Option ${at + 1}: ${words}`)]);
    expect(again.provisions.map(({ kind }) => kind)).toEqual(chairs.read().provisions.map(({ kind }) => kind));
    expect(writeDraft(again, { format })).toBe(text);
  }
});

test('W18 the ruling takes or leaves all of an article', () => {
  for (const [which, left] of [
    [0, STANDING],
    [1, ['I. Marking and import', '1. States mark on import.', '2. States report.', ...STANDING.slice(5)]],
    ['none', ['I. Tracing', '1. States trace arms.']],
  ] as const) {
    const { chairs, all, choice, variants } = offered();
    const variant = which === 'none' ? undefined : variants()[which]!;
    const closure = { outcome: 'chosen', at: 1, ...(variant && { variant }) } as const;
    valueOf(closeBracket(chairs, chair, { bracket: choice, closure }));
    expect(printed(...all)).toEqual(left);
    expect(chairs.read().brackets).toEqual([]);
    expect(impliedBrackets(chairs, registry)).toEqual([]);
  }
});

test('W18 what is put into an article later belongs to the option it stands in, whoever puts it there', () => {
  const { chairs, arv, cst, all, choice, variants } = offered();
  valueOf(addProvision(cst, CST, after(1, 'In the first.')));
  valueOf(addProvision(chairs, chair, after(3, 'At its end.')));
  const last = arv.read().provisions.find(({ text }) => text === 'States report.')!.id;
  valueOf(addProvision(cst, CST, { ...after(1, 'In the second.'), after: last }));
  const lines = printed(...all);
  expect(wordings(chairs.read())[0]!.map((words) => words.split('\n').slice(1))).toEqual([
    ['States mark arms:', 'In the first.', 'when made;', 'Records', 'States keep records.', 'At its end.'],
    ['States mark on import.', 'States report.', 'In the second.'],
  ]);
  expect(writeDraft(read(lines.join('\n\n')), { format: 'text' })).toBe(lines.join('\n\n'));
  valueOf(
    closeBracket(chairs, chair, { bracket: choice, closure: { outcome: 'chosen', variant: variants()[0]!, at: 1 } }),
  );
  expect(printed(...all).filter((line) => /import|report|second/u.test(line))).toEqual([]);
  expect(chairs.read().brackets.map(({ proponent }) => proponent)).toEqual(['CST']);
});

test('W18 what leaves an article, or becomes one of its own, is in its option no more', () => {
  const { chairs, all } = offered();
  valueOf(setProvision(chairs, chair, { provision: provisionId('h2'), level: 0 }));
  printed(...all);
  expect(wordings(chairs.read())[0]![1]).toBe('Marking and import\nStates mark on import.\nStates report.');
  const third = room(ARTICLES);
  valueOf(offerOption(third.arv, ARV, { provision: provisionId('h3'), text: 'Tracing arms' }));
  heal(...third.all);
  valueOf(addProvision(third.chairs, chair, after(4, 'Inspection', 'heading')));
  const moved = third.chairs.read().provisions.find(({ text }) => text === 'Inspection')!.id;
  const option = third.chairs.read().provisions.find(({ text }) => text === 'Tracing arms')!.id;
  valueOf(moveProvision(third.chairs, chair, { provision: moved, after: option }));
  printed(...third.all);
  expect(wordings(third.chairs.read())).toEqual([['Tracing\nStates trace arms.', 'Tracing arms']]);
});

test('W18 paragraphs of an article that is an option have options of their own', () => {
  const { chairs, cst, all, choice, variants } = offered();
  valueOf(offerOption(cst, CST, { provision: provisionId(3), text: 'States may keep records.' }));
  valueOf(offerOption(cst, CST, { provision: HEADING, text: 'Marks' }));
  const lines = printed(...all);
  expect(lines.filter((line) => line.includes('Option'))).toEqual([
    'I. Option 1: Marking',
    '2. Option 1: States keep records.',
    'Option 2: States may keep records.',
    'Option 2: Marking and import',
    'Option 3: Marks',
  ]);
  const again = read(writeDraft(chairs.read(), { format: 'markdown' }), 'markdown');
  expect(wordings(again).map(({ length }) => length)).toEqual([3, 2]);
  valueOf(
    closeBracket(chairs, chair, { bracket: choice, closure: { outcome: 'chosen', variant: variants()[0]!, at: 1 } }),
  );
  expect(printed(...all).filter((line) => line.includes('Option'))).toEqual([
    '2. Option 1: States keep records.',
    'Option 2: States may keep records.',
  ]);
});

test('W18 an article that was offered goes whole by withdrawal and by one undo; others’ words in it stay', () => {
  const { arv, cst, all } = room(ARTICLES);
  const undo = createUndo(arv, ARV);
  const text = 'Marks\nStates put marks.';
  valueOf(offerOption(arv, ARV, { provision: HEADING, text }));
  undo.undo();
  expect(printed(...all)).toEqual(STANDING);
  const choice = valueOf(offerOption(arv, ARV, { provision: HEADING, text }));
  heal(...all);
  const last = cst.read().provisions.find((each) => each.text === 'States put marks.')!.id;
  valueOf(addProvision(cst, CST, { ...after(1, 'And stamps.'), after: last }));
  heal(...all);
  valueOf(withdrawBracket(arv, ARV, { bracket: choice }));
  expect(printed(...all)).toEqual([
    ...STANDING.slice(0, 5),
    '[3. And stamps.]',
    'II. Tracing',
    '4. States trace arms.',
  ]);
});

test('W18 two who offer an article beside one heading at once come to one choice, and a word typed in it is in it', () => {
  const { chairs, arv, cst, all } = room(ARTICLES);
  valueOf(offerOption(arv, ARV, { provision: HEADING, text: 'Marks\nA.' }));
  valueOf(offerOption(cst, CST, { provision: HEADING, text: 'Stamps\nB.' }));
  heal(...all);
  const own = arv.read().provisions.find(({ text }) => text === 'A.')!.id;
  valueOf(insertText(arv, ARV, { at: { provision: own, offset: 2 }, text: ' And how.' }));
  printed(...all);
  const [options] = wordings(chairs.read());
  expect(wordings(chairs.read())).toHaveLength(1);
  expect(options!.slice(1).toSorted()).toEqual(['Marks\nA. And how.', 'Stamps\nB.']);
  expect(impliedBrackets(chairs, registry)).toEqual([]);
});

test('S13 sections that two move to one place at once stay together each', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const section = (name: string) => [
      provision(`h${name}`, name, { kind: 'heading' }),
      ...[1, 2, 3].map((at) => provision(`${name}${at}`, `${name}${at}`)),
    ];
    const { chairs, arv, all } = room(draftOf(['a', 'b', 'c'].flatMap(section)));
    const move = (replica: typeof arv, name: string, random: () => number) =>
      valueOf(
        moveProvision(replica, handOf('CHAIR', 'draft', random), {
          provision: provisionId(`h${name}`),
          after: provisionId('c3'),
        }),
      );
    move(chairs, 'a', seeded(seed));
    move(arv, 'b', seeded(seed + 100));
    heal(...all);
    const texts = chairs.read().provisions.map(({ text }) => text);
    expect(texts.join(' ')).toMatch(/^c c1 c2 c3 (?:a a1 a2 a3 b b1 b2 b3|b b1 b2 b3 a a1 a2 a3)$/u);
  }
});

test('S13 paragraphs that two paste at one place at once stay together each', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const { chairs, arv, all } = room(draftOf([provision(1, 'a'), provision(2, 'z')]));
    const paste = (replica: typeof arv, code: string, random: () => number) =>
      valueOf(
        addProvisions(replica, handOf(code, 'propose', random), {
          after: provisionId(1),
          kind: 'operative',
          level: 0,
          relation: { type: 'insertAfter', to: provisionId(1) },
          texts: ['1', '2', '3', '4'].map((each) => `${code}${each}`),
        }),
      );
    expect(paste(chairs, 'BMR', seeded(seed)).map(({ offset }) => offset)).toEqual([4, 4, 4, 4]);
    paste(arv, 'ARV', seeded(seed + 100));
    heal(...all);
    const texts = chairs.read().provisions.map(({ text }) => text);
    const [first, second] = [1, 5].map((at) => texts.slice(at, at + 4).join(' '));
    expect([first, second].toSorted()).toEqual(['ARV1 ARV2 ARV3 ARV4', 'BMR1 BMR2 BMR3 BMR4']);
  }
});

test('W18 beside a paragraph the lines below the first are its subparagraphs, and go with it', () => {
  const { arv, all } = room(ARTICLES);
  const choice = valueOf(
    offerOption(arv, ARV, { provision: provisionId(1), text: 'States stamp arms:\nwhen sold;\nwhen lent.' }),
  );
  expect(printed(...all).slice(0, 6)).toEqual([
    'I. Marking',
    '1. Option 1: States mark arms:',
    '    (a) when made;',
    'Option 2: States stamp arms:',
    '    (a) when sold;',
    '    (b) when lent.',
  ]);
  valueOf(withdrawBracket(arv, ARV, { bracket: choice }));
  expect(printed(...all)).toEqual(STANDING);
});
