import { expect, test } from 'vitest';
import { BracketPrinter } from '../../shared/brackets/print.ts';
import { cleanDraft } from '../../shared/interop/clean-draft.ts';
import { addBracket } from '../../shared/sync/commands/add-bracket.ts';
import { addVariant } from '../../shared/sync/commands/add-variant.ts';
import { closeBracket } from '../../shared/sync/commands/close-bracket.ts';
import { eraseText } from '../../shared/sync/commands/erase-text.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { offerVariant } from '../../shared/sync/commands/offer-variant.ts';
import { replaceText } from '../../shared/sync/commands/replace-text.ts';
import { withdrawBracket } from '../../shared/sync/commands/withdraw-bracket.ts';
import { impliedBrackets } from '../../shared/sync/implied.ts';
import { createUndo } from '../../shared/sync/undo.ts';
import type { Replica } from '../../shared/sync/replica.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import type { Code } from '../../shared/schema/ids.ts';
import type { Result } from '../../shared/schema/result.ts';
import { bracketed } from '../brackets/bracketed.ts';
import { copyOf, handOf, heal, opened, provisionId, seeded, texts } from './building.ts';

const chair = handOf('CHAIR', 'draft');
const ARV = handOf('ARV', 'propose', seeded(1));
const CST = handOf('CST', 'propose', seeded(2));
const registry = new Map([1, 2, 3].map((client, at) => [client, ['CHAIR', 'ARV', 'CST'][at] as Code]));

function room(text: string) {
  const chairs = opened(texts(text), 1);
  const arv = copyOf(chairs, 2);
  const cst = copyOf(chairs, 3);
  return { chairs, arv, cst, all: [chairs, arv, cst] as const };
}

const span = (from: number, to: number) => ({ provision: provisionId(1), from, to });
const valueOf = <Value>(outcome: Result<Value, string>): Value => {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
};

/** The first provision as every peer prints it, brackets and all. */
function printed(...replicas: readonly Replica[]): string {
  heal(...replicas);
  const [first, ...rest] = replicas.map((each) => {
    const draft = each.read();
    return new BracketPrinter(draft).print(draft.provisions[0]!).words;
  });
  for (const each of rest) expect(each).toBe(first);
  return first!;
}

const clean = (replica: Replica) => cleanDraft(replica.read()).provisions.map(({ text }) => text);

test('W15 a choice with the words as they stand is made by whoever drafts and whoever proposes', () => {
  for (const hand of [chair, ARV]) {
    const { chairs, arv, all } = room('States shall act');
    valueOf(offerVariant(hand === ARV ? arv : chairs, hand, { spans: [span(7, 12)], text: 'should' }));
    expect(printed(...all)).toBe('States [shall][should] act');
    expect(clean(chairs)).toEqual(['States shall act']);
  }
});

test('W15 behind a slash the choice has one bracket, and what is typed on is in it', () => {
  const { chairs, arv, cst, all } = room('States shall act');
  const choice = valueOf(offerVariant(arv, ARV, { spans: [span(7, 12)], text: 'should', slash: true }));
  expect(printed(...all)).toBe('States [shall/should] act');
  valueOf(insertText(arv, ARV, { at: { provision: provisionId(1), offset: 19 }, text: ' at once' }));
  expect(printed(...all)).toBe('States [shall/should at once] act');
  expect(impliedBrackets(chairs, registry)).toEqual([]);
  valueOf(offerVariant(cst, CST, { spans: [span(7, 12)], text: 'may', slash: true }));
  const variant = chairs.read().brackets.find(({ kind, variantOf }) => kind === 'insert' && variantOf === choice)!;
  valueOf(closeBracket(chairs, chair, { bracket: choice, closure: { outcome: 'chosen', variant: variant.id, at: 1 } }));
  expect(chairs.read().provisions[0]!.text).toContain('should at once');
});

test('W15 a choice behind a slash is ruled on, withdrawn, struck and undone without a trace of the slash', () => {
  const made = () => {
    const peers = room('States shall act');
    const undo = createUndo(peers.arv, ARV);
    const choice = valueOf(offerVariant(peers.arv, ARV, { spans: [span(7, 12)], text: 'should', slash: true }));
    heal(...peers.all);
    const [old, next] = peers.chairs.read().brackets.filter(({ variantOf }) => variantOf === choice);
    return { ...peers, undo, choice, old: old!, next: next! };
  };
  for (const [which, left] of [
    ['old', 'States shall act'],
    ['next', 'States should act'],
  ] as const) {
    const { chairs, choice, all, ...rest } = made();
    const variant = rest[which].id;
    valueOf(closeBracket(chairs, chair, { bracket: choice, closure: { outcome: 'chosen', variant, at: 1 } }));
    expect(printed(...all)).toBe(left);
  }
  for (const which of ['choice', 'next'] as const) {
    const { arv, all, ...rest } = made();
    const bracket = which === 'choice' ? rest.choice : rest.next.id;
    valueOf(withdrawBracket(arv, ARV, { bracket }));
    expect(printed(...all)).toBe('States shall act');
  }
  const struck = made();
  valueOf(eraseText(struck.arv, ARV, { spans: [span(13, 19)] }));
  expect(printed(...struck.all)).toBe('States [shall] act');
  const undone = made();
  undone.undo.undo();
  expect(printed(...undone.all)).toBe('States shall act');
});

test.for([true, false])(
  'W15 what is offered beside the last words of a bracket stands in that bracket (typed %s)',
  (typed) => {
    const { chairs, arv, all } = room('Mark at manufacture or import.');
    const hold = valueOf(addBracket(chairs, chair, { kind: 'hold', spans: [span(5, 29)] }));
    printed(...all);
    const spans = [span(23, 29)];
    valueOf<unknown>(
      typed ? replaceText(arv, ARV, { spans, text: 'transfer' }) : offerVariant(arv, ARV, { spans, text: 'transfer' }),
    );
    expect(printed(...all)).toBe('Mark [at manufacture or [transfer][import]].');
    valueOf(insertText(arv, ARV, { at: { provision: provisionId(1), offset: 31 }, text: 's' }));
    expect(printed(...all)).toBe('Mark [at manufacture or [transfers][import]].');
    valueOf(closeBracket(chairs, chair, { bracket: hold, closure: { outcome: 'drop', at: 1 } }));
    expect(printed(...all)).toBe('Mark.');
  },
);

test('W15 "no text" is offered beside words, and ruled for', () => {
  const { chairs, arv, all } = room('States shall act');
  const choice = valueOf(offerVariant(arv, ARV, { spans: [span(6, 12)] }));
  expect(printed(...all)).toBe('States[ shall] act');
  expect(chairs.bracket(choice)).toMatchObject({ kind: 'choice', noText: true });
  valueOf(closeBracket(chairs, chair, { bracket: choice, closure: { outcome: 'chosen', at: 1 } }));
  expect(printed(...all)).toBe('States act');
});

test("W15 who replaces the whole of another's proposal makes it the first variant, with no bracket in a bracket", () => {
  const made = () => {
    const peers = room('States shall act');
    valueOf(insertText(peers.arv, ARV, { at: { provision: provisionId(1), offset: 12 }, text: ' in writing' }));
    heal(...peers.all);
    valueOf(replaceText(peers.cst, CST, { spans: [span(12, 23)], text: ' where practicable' }));
    heal(...peers.all);
    return peers;
  };
  const { chairs, all } = made();
  expect(printed(...all)).toBe('States shall[ in writing][ where practicable] act');
  expect(clean(chairs)).toEqual(['States shall in writing act']);
  const rule = (which: 0 | 1) => {
    const peers = made();
    const { brackets } = peers.chairs.read();
    const bracket = brackets.find(({ kind }) => kind === 'choice')!.id;
    const variant = brackets.filter(({ variantOf }) => variantOf === bracket)[which]!.id;
    valueOf(closeBracket(peers.chairs, chair, { bracket, closure: { outcome: 'chosen', variant, at: 1 } }));
    const text = printed(...peers.all);
    expect(peers.chairs.read().brackets).toEqual([]);
    return text;
  };
  expect(rule(0)).toBe('States shall in writing act');
  expect(rule(1)).toBe('States shall where practicable act');
  const third = made();
  valueOf(offerVariant(third.arv, ARV, { spans: [span(12, 23)], text: ' at once' }));
  expect(printed(...third.all)).toBe('States shall[ in writing][ where practicable][ at once] act');
});

/** Whoever makes a choice, a third delegation offers another wording to it; the words as printed, and as read again. */
const FORMS: readonly { form: string; source: string; on: string; next: string }[] = [
  { form: 'beside', source: 'We [may][must] act', on: 'must', next: 'We [may][must][can] act' },
  {
    form: 'beside, with blanks',
    source: 'We [may go] [must go] on',
    on: 'may go',
    next: 'We [may go] [must go] [can] on',
  },
  { form: 'beside, with slashes', source: 'We [may]/[must] act', on: 'must', next: 'We [may]/[must]/[can] act' },
  { form: 'behind a slash', source: 'We [may/must] act', on: 'may', next: 'We [may/must/can] act' },
  {
    form: 'behind slashes',
    source: 'We [may / must / will] act',
    on: 'will',
    next: 'We [may / must / will / can] act',
  },
  { form: 'a whole choice', source: 'We [may/must] act', on: 'may/must', next: 'We [may/must/can] act' },
  {
    form: 'options in a phrase',
    source: 'We [Option 1: may] [Option 2: must] act',
    on: 'must',
    next: 'We [Option 1: may] [Option 2: must] [Option 3: can] act',
  },
  { form: 'a placeholder', source: 'by [20XX] and', on: '20XX', next: 'by [20XX][can] and' },
  { form: 'a value range', source: 'in [40-70] [70-95] days', on: '70-95', next: 'in [40-70] [70-95] [can] days' },
  { form: 'a value on hold', source: 'in 12 [-18] months', on: '-18', next: 'in 12 [-18][can] months' },
  { form: 'inside a word', source: 'commitment[s] to', on: 's', next: 'commitment[s][can] to' },
];

test.for(FORMS)('W15 another wording lands in the form of the choice: $form', ({ source, on, next }) => {
  const read = bracketed(source).draft;
  const chairs = opened(read, 1);
  const [arv, cst] = [copyOf(chairs, 2), copyOf(chairs, 3)];
  const { id, text } = read.provisions[0]!;
  const at = text.indexOf(on);
  valueOf(offerVariant(cst, CST, { spans: [{ provision: id, from: at, to: at + on.length }], text: 'can' }));
  expect(printed(chairs, arv, cst)).toBe(next);
  expect(impliedBrackets(chairs, registry)).toEqual([]);
  const again = bracketed(next).draft;
  const shapes = (draft: Draft) =>
    draft.brackets.map(({ kind, pieces, bare, variantOf }) => [
      kind === 'insert' ? 'hold' : kind,
      pieces.map(({ from, to }) => [from, to]),
      pieces.length > 0 && bare,
      variantOf && draft.brackets.findIndex(({ id: choice }) => choice === variantOf),
    ]);
  expect(shapes(again)).toEqual(shapes(chairs.read()));
  const added = chairs.read().brackets.find(({ kind, proponent }) => kind === 'insert' && proponent === 'CST')!;
  valueOf(withdrawBracket(cst, CST, { bracket: added.id }));
  expect(printed(chairs, arv, cst)).toBe(source);
});

test('W15 a place is told as it is once the slash before a wording has gone with it', () => {
  for (const [act, words, offset] of [
    [(arv: Replica) => eraseText(arv, ARV, { spans: [span(13, 19)] }), 'States shall act', 12],
    [(arv: Replica) => replaceText(arv, ARV, { spans: [span(13, 23)], text: ' now' }), 'States shall act now', 20],
  ] as const) {
    const { arv } = room('States shall act');
    valueOf(offerVariant(arv, ARV, { spans: [span(7, 12)], text: 'should', slash: true }));
    expect(arv.read().provisions[0]!.text).toBe('States shall/should act');
    expect(act(arv)).toEqual({ ok: true, value: { provision: provisionId(1), offset } });
    expect(arv.read().provisions[0]!.text).toBe(words);
  }
});

test.each([
  '[may]/[must]',
  '[may/must]',
  '[may / must]',
  '[may] [must]',
  '[may][must]',
  '[Option 1: may] [Option 2: must]',
])('W15 W7 a wording that comes to %s while the chair rules leaves nothing behind, whatever comes of it', (form) => {
  for (const first of ['chosen', 'none'] as const) {
    for (const then of ['drop', 'keep', 'withdraw'] as const) {
      const { chairs, cst, all } = (() => {
        const chairs = opened(bracketed(`1. States ${form} act`).draft, 1);
        const [arv, cst] = [copyOf(chairs, 2), copyOf(chairs, 3)];
        return { chairs, cst, all: [chairs, arv, cst] as const };
      })();
      const { brackets } = chairs.read();
      const choice = brackets.find(({ kind }) => kind === 'choice')!.id;
      const variant = brackets.find(({ variantOf }) => variantOf === choice)!.id;
      valueOf(addVariant(cst, CST, { choice, text: 'can' }));
      const closure = { outcome: 'chosen', at: 1, ...(first === 'chosen' && { variant }) } as const;
      valueOf(closeBracket(chairs, chair, { bracket: choice, closure }));
      const stands = first === 'chosen' ? ' may' : '';
      const met = printed(...all);
      expect(met.replaceAll(/[[\]]/gu, '')).toContain(`can`);
      expect(met.startsWith(`States${stands.trimEnd()}`)).toBe(true);
      expect(impliedBrackets(chairs, registry)).toEqual([]);
      const { id } = chairs.read().brackets.find(({ kind }) => kind === 'insert')!;
      expect(chairs.read().brackets).toHaveLength(1);
      if (then === 'withdraw') valueOf(withdrawBracket(cst, CST, { bracket: id }));
      else valueOf(closeBracket(chairs, chair, { bracket: id, closure: { outcome: then, at: 2 } }));
      const left = printed(...all);
      const words = then === 'keep' ? `${stands} can` : stands;
      expect(left.replaceAll(/ +/gu, ' ')).toBe(`States${words} act`);
      expect(chairs.read().brackets).toEqual([]);
      expect(impliedBrackets(chairs, registry)).toEqual([]);
    }
  }
});
