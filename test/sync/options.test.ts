import { expect, test } from 'vitest';
import { writeDraft } from '../../shared/interop/write-draft.ts';
import { numberDraft } from '../../shared/numbering/number.ts';
import { closeBracket } from '../../shared/sync/commands/close-bracket.ts';
import { freezeNumbers } from '../../shared/sync/commands/freeze-numbers.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { offerOption } from '../../shared/sync/commands/offer-option.ts';
import { withdrawBracket } from '../../shared/sync/commands/withdraw-bracket.ts';
import { impliedBrackets } from '../../shared/sync/implied.ts';
import { createUndo } from '../../shared/sync/undo.ts';
import { heal, provisionId } from './building.ts';
import { ARV, chair, CST, MEETING, printed, read, registry, room, valueOf, wordings } from './options-rig.ts';

test('W18 an option beside a provision stands behind it, is read back, and prints the same', () => {
  const { chairs, arv, cst, all } = room();
  const choice = valueOf(offerOption(arv, ARV, { provision: provisionId(1), text: 'States gathered.' }));
  expect(printed(...all).slice(0, 3)).toEqual([
    '1. Option 1: States met.',
    'Option 2: States gathered.',
    '2. States decided:',
  ]);
  heal(...all);
  valueOf(offerOption(cst, CST, { provision: provisionId(1), text: 'States came.' }));
  const lines = printed(...all);
  expect(lines.slice(0, 3)).toEqual([
    '1. Option 1: States met.',
    'Option 2: States gathered.',
    'Option 3: States came.',
  ]);
  expect(chairs.read().brackets.filter(({ variantOf }) => variantOf === choice)).toHaveLength(3);
  expect(impliedBrackets(chairs, registry)).toEqual([]);
  expect(chairs.provision(provisionId(1))!.text).toBe('States met.');
  const text = writeDraft(chairs.read(), { format: 'text' });
  const again = read(text);
  expect(wordings(again)).toEqual([['Option 1: States met.', 'Option 2: States gathered.', 'Option 3: States came.']]);
  expect(writeDraft(again, { format: 'text' })).toBe(text);
});

test('W18 what stands under a provision belongs to its option, and the ruling takes all of it', () => {
  for (const [which, left] of [
    [
      0,
      ['1. States met.', '2. States decided:', '    (a) to mark arms;', '    (b) to trace arms.', '3. States closed.'],
    ],
    [1, ['1. States met.', '2. States took note.', '3. States closed.']],
    ['none', ['1. States met.', '2. States closed.']],
  ] as const) {
    const { chairs, arv, all } = room();
    const choice = valueOf(offerOption(arv, ARV, { provision: provisionId(2), text: 'States took note.' }));
    expect(printed(...all)).toEqual([
      '1. States met.',
      '2. Option 1: States decided:',
      '    (a) to mark arms;',
      '    (b) to trace arms.',
      'Option 2: States took note.',
      '3. States closed.',
    ]);
    const variant =
      which === 'none' ? undefined : chairs.read().brackets.filter((each) => each.variantOf === choice)[which]!.id;
    valueOf(
      closeBracket(chairs, chair, {
        bracket: choice,
        closure: { outcome: 'chosen', at: 1, ...(variant && { variant }) },
      }),
    );
    expect(printed(...all)).toEqual(left);
    expect(chairs.read().brackets).toEqual([]);
  }
});

test('N9 W18 an option that stands takes the frozen number of what it stood beside', () => {
  const { chairs, arv, all } = room();
  valueOf(freezeNumbers(chairs, chair, { frozen: true }));
  heal(...all);
  const choice = valueOf(offerOption(arv, ARV, { provision: provisionId(1), text: 'States gathered.' }));
  heal(...all);
  const variant = chairs.read().brackets.filter((each) => each.variantOf === choice)[1]!.id;
  valueOf(closeBracket(chairs, chair, { bracket: choice, closure: { outcome: 'chosen', variant, at: 1 } }));
  expect(printed(...all)[0]).toBe('1. States gathered.');
  expect([...numberDraft(chairs.read()).values()]).toEqual(['1.', '2.', '(a)', '(b)', '3.']);
});

test('W18 "no text" can be an option, and is read as such again', () => {
  const { chairs, arv, all } = room();
  const choice = valueOf(offerOption(arv, ARV, { provision: provisionId(1) }));
  expect(printed(...all).slice(0, 2)).toEqual(['1. Option 1: States met.', 'Option 2: No text']);
  expect(wordings(chairs.read())).toEqual([['States met.', 'no text']]);
  expect(wordings(read(writeDraft(chairs.read(), { format: 'text' })))).toEqual([['Option 1: States met.', 'no text']]);
  valueOf(closeBracket(chairs, chair, { bracket: choice, closure: { outcome: 'chosen', at: 1 } }));
  expect(printed(...all)[0]).toBe('1. States decided:');
});

test('W18 an option is withdrawn and undone without a trace; the others are counted anew', () => {
  const { chairs, arv, cst, all } = room();
  const undo = createUndo(arv, ARV);
  const before = printed(...all);
  valueOf(offerOption(arv, ARV, { provision: provisionId(1), text: 'A.' }));
  undo.undo();
  expect(printed(...all)).toEqual(before);
  const choice = valueOf(offerOption(arv, ARV, { provision: provisionId(1), text: 'B.' }));
  heal(...all);
  valueOf(offerOption(cst, CST, { provision: provisionId(1), text: 'C.' }));
  heal(...all);
  valueOf(withdrawBracket(arv, ARV, { bracket: choice }));
  expect(printed(...all).slice(0, 2)).toEqual(['1. Option 1: States met.', 'Option 2: C.']);
  const own = chairs.read().brackets.find(({ proponent }) => proponent === 'CST')!.id;
  valueOf(withdrawBracket(cst, CST, { bracket: own }));
  heal(...all);
  valueOf(withdrawBracket(arv, ARV, { bracket: choice }));
  expect(printed(...all)).toEqual(before);
});

test('W18 two who offer an option beside one provision at once come to one choice, whichever arrives first', () => {
  for (const order of [0, 1]) {
    const { chairs, arv, cst, all } = room();
    valueOf(offerOption(arv, ARV, { provision: provisionId(1), text: 'A.' }));
    valueOf(offerOption(cst, CST, { provision: provisionId(1), text: 'B.' }));
    heal(chairs, order === 0 ? arv : cst);
    const lines = printed(...all).slice(0, 3);
    expect(lines[0]).toBe('1. Option 1: States met.');
    expect(lines.slice(1).toSorted()).toEqual(
      lines[1]!.endsWith('A.') ? ['Option 2: A.', 'Option 3: B.'] : ['Option 2: B.', 'Option 3: A.'],
    );
    expect(wordings(chairs.read())).toHaveLength(1);
  }
});

test('W18 an option beside options that were read from a text goes on in their fashion', () => {
  const source = '1. Alt A. States met.\n\nAlt B. States gathered.\n\n2. Next.\n';
  const { chairs, arv, all } = room(read(source));
  const [first] = chairs.read().provisions;
  valueOf(offerOption(arv, ARV, { provision: first!.id, text: 'States came.' }));
  expect(printed(...all)).toEqual([
    '1. Alt A. States met.',
    'Alt B. States gathered.',
    'Alt C. States came.',
    '2. Next.',
  ]);
  const text = writeDraft(chairs.read(), { format: 'text' });
  expect(wordings(read(text))[0]).toHaveLength(3);
});

test('W18 options have their label in the language of the draft, and are read from it', () => {
  for (const language of ['ar', 'es', 'fr', 'ru', 'zh'] as const) {
    const { chairs, arv, all } = room({ ...MEETING, language });
    valueOf(offerOption(arv, ARV, { provision: provisionId(1), text: 'A.' }));
    heal(...all);
    const text = writeDraft(chairs.read(), { format: 'text' });
    expect(wordings(read(text)).map(({ length }) => length)).toEqual([2]);
  }
});

test('W18 words typed at an option’s edges belong to it', () => {
  const { chairs, arv, all } = room();
  valueOf(offerOption(arv, ARV, { provision: provisionId(1), text: 'A.' }));
  heal(...all);
  valueOf(insertText(chairs, chair, { at: { provision: provisionId(1), offset: 11 }, text: ' And how.' }));
  heal(...all);
  expect(wordings(chairs.read())[0]).toEqual(['States met. And how.', 'A.']);
});
