import { expect, test } from 'vitest';
import { layOut } from '../../shared/brackets/lay-out.ts';
import { variantsOf } from '../../shared/brackets/variants.ts';
import { glyphNote } from '../../shared/interop/attribution-notes.ts';
import { writeDraft } from '../../shared/interop/write-draft.ts';
import { addVariant } from '../../shared/sync/commands/add-variant.ts';
import { closeBracket } from '../../shared/sync/commands/close-bracket.ts';
import { offerOption } from '../../shared/sync/commands/offer-option.ts';
import { offerVariant } from '../../shared/sync/commands/offer-variant.ts';
import { second } from '../../shared/sync/commands/second.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import type { Code } from '../../shared/schema/ids.ts';
import type { Position } from '../../shared/schema/position.ts';
import { copyOf, draftOf, handOf, heal, opened, provision, provisionId, seeded } from '../sync/building.ts';
import { chair, read, valueOf } from '../sync/options-rig.ts';

const EU = handOf('EU', 'propose', seeded(11));
const MEX = handOf('MEX', 'propose', seeded(12));
const DRAFT = draftOf([
  provision('h', 'Marking', { kind: 'heading' }),
  provision(1, 'States shall act'),
  provision(2, 'States met.'),
]);

function room(draft: Draft = DRAFT) {
  const chairs = opened(draft, 1);
  const [eu, mex] = [copyOf(chairs, 2), copyOf(chairs, 3)];
  return { chairs, eu, mex, all: [chairs, eu, mex] as const };
}

const position = (delegation: string, bracket: string, stance: Position['stance']) =>
  ({
    delegation: delegation as Code,
    target: { type: 'bracket', bracket },
    stance,
    audience: 'room',
    source: 'national',
    at: 1,
  }) as Position;

/** What is printed, once it is seen to be read with the same words and to print the same again, in both renderings. */
function printed(draft: Draft, positions: readonly Position[] = []): string[] {
  for (const format of ['markdown', 'text'] as const) {
    const text = writeDraft(draft, { format, rendering: 'attributed', positions });
    const again = read(text, format);
    for (const rendering of ['attributed', 'unattributed'] as const)
      expect(writeDraft(again, { format, rendering })).toBe(text);
    const choices = ({ brackets }: Draft) => brackets.filter(({ kind }) => kind === 'choice');
    const backed = (each: Draft) =>
      choices(each).map((choice) =>
        each.brackets.filter(({ variantOf }) => variantOf === choice.id).map(({ proponent }) => proponent),
      );
    if (positions.length === 0) expect(backed(again)).toEqual(backed(draft));
  }
  const text = writeDraft(draft, { format: 'text', rendering: 'attributed', positions });
  return text.split('\n').filter((line) => line !== '');
}

test('T5 wordings behind a slash say who stands behind each', () => {
  const { chairs, eu, mex, all } = room();
  const span = { provision: provisionId(1), from: 7, to: 12 };
  valueOf(offerVariant(eu, EU, { spans: [span], slash: true, text: 'should' }));
  heal(...all);
  expect(printed(chairs.read())[1]).toBe('1. States [shall / should: EU] act');
  const choice = chairs.read().brackets.find(({ kind }) => kind === 'choice')!.id;
  valueOf(addVariant(mex, MEX, { choice, text: 'may' }));
  heal(...all);
  const [shall, should, may] = variantsOf(chairs.read(), chairs.bracket(choice)!).map(({ id }) => id);
  valueOf(second(mex, MEX, { bracket: should as never, as: 'second' }));
  heal(...all);
  const positions = [
    position('RUS', should!, 'reserve'),
    position('USA', shall!, 'support'),
    position('RUS', may!, 'object'),
  ];
  expect(printed(chairs.read(), positions)[1]).toBe(
    '1. States [shall: USA / should: EU, MEX; RUS reserves / may: MEX; RUS objects] act',
  );
  // What is said of the choice is said of each wording on which nothing else is said.
  expect(printed(chairs.read(), [position('BRA', choice, 'reserve'), position('BRA', may!, 'support')])[1]).toBe(
    '1. States [shall: BRA reserves / should: EU, MEX; BRA reserves / may: MEX, BRA] act',
  );
});

test('T5 an option says who stands behind it behind its number, and its label goes with the ruling', () => {
  const { chairs, eu, mex, all } = room();
  const choice = valueOf(offerOption(eu, EU, { provision: provisionId(2), text: 'States came.' }));
  valueOf(offerOption(mex, MEX, { provision: provisionId('h'), text: 'Marks\nStates put marks.' }));
  heal(...all);
  const option = chairs.read().brackets.find(({ variantOf, kind }) => variantOf === choice && kind === 'insert')!.id;
  expect(printed(chairs.read(), [position('RUS', option, 'reserve')])).toEqual([
    'I. Option 1: Marking',
    '1. States shall act',
    '2. Option 1: States met.',
    'Option 2 (EU; RUS reserves): States came.',
    'Option 2 (MEX): Marks',
    '3. States put marks.',
  ]);
  const text = writeDraft(chairs.read(), { format: 'text', rendering: 'attributed' });
  const again = opened(read(text), 4);
  const [, choiceAgain] = again.read().brackets.filter(({ kind }) => kind === 'choice');
  const chosen = again
    .read()
    .brackets.find(({ proponent, variantOf }) => proponent === 'EU' && variantOf === choiceAgain!.id);
  // Another wording is the next option, behind nobody yet.
  valueOf(addVariant(again, chair, { choice: choiceAgain!.id, text: 'States sat.' }));
  expect(writeDraft(again.read(), { format: 'text' })).toContain('Option 3: States sat.');
  const closure = { outcome: 'chosen', variant: chosen!.id, at: 1 } as const;
  valueOf(closeBracket(again, chair, { bracket: choiceAgain!.id, closure }));
  expect(writeDraft(again.read(), { format: 'text' })).toContain('\n\nStates came.\n\n');
});

test('T5 options that were read with their labels have who stands behind those that come', () => {
  const { chairs, eu, all } = room(read('1. Alt A. States met.\n\nAlt B. States gathered.\n\n2. Next.\n'));
  valueOf(offerOption(eu, EU, { provision: chairs.read().provisions[0]!.id, text: 'States came.' }));
  heal(...all);
  expect(printed(chairs.read())).toEqual([
    '1. Alt A. States met.',
    'Alt B. States gathered.',
    'Alt C (EU). States came.',
    '2. Next.',
  ]);
});

test('T5 in every language an option says who stands behind it, and is read', () => {
  for (const language of ['ar', 'es', 'fr', 'ru', 'zh'] as const) {
    const { chairs, eu, all } = room({ ...DRAFT, language });
    valueOf(offerOption(eu, EU, { provision: provisionId(2), text: 'A.' }));
    heal(...all);
    expect(printed(chairs.read()).filter((line) => line.includes(' (EU)'))).toHaveLength(1);
  }
});

test('T5 beside a glyph stands who is behind each wording in it, or behind the option it begins', () => {
  const { chairs, eu, mex, all } = room();
  valueOf(
    offerVariant(eu, EU, { spans: [{ provision: provisionId(1), from: 7, to: 12 }], slash: true, text: 'should' }),
  );
  heal(...all);
  const choice = chairs.read().brackets.find(({ kind }) => kind === 'choice')!.id;
  valueOf(addVariant(mex, MEX, { choice, text: 'may' }));
  valueOf(offerOption(mex, MEX, { provision: provisionId(2), text: 'States came.' }));
  heal(...all);
  const positions = new Map([[choice, [position('RUS', choice, 'reserve')]]]);
  const noted = chairs.read().provisions.map((each) => {
    const brackets = chairs.bracketsIn(each.id);
    const byId = new Map(brackets.map((bracket) => [bracket.id, bracket]));
    return layOut(each, brackets).flatMap((part) => (part.type === 'glyph' ? [glyphNote(part, byId, positions)] : []));
  });
  expect(noted).toEqual([[], ['', 'RUS reserves / EU; RUS reserves / MEX; RUS reserves'], [''], ['MEX']]);
});
