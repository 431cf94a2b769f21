import { expect, test } from 'vitest';
import { variantsOf } from '../../shared/brackets/variants.ts';
import { countBrackets } from '../../shared/brackets/count.ts';
import { assess } from '../../shared/consensus/assess.ts';
import { writeDraft } from '../../shared/interop/write-draft.ts';
import { closeBracket } from '../../shared/sync/commands/close-bracket.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { replaceText } from '../../shared/sync/commands/replace-text.ts';
import { createUndo } from '../../shared/sync/undo.ts';
import { second } from '../../shared/sync/commands/second.ts';
import { withdrawBracket } from '../../shared/sync/commands/withdraw-bracket.ts';
import type { Replica } from '../../shared/sync/replica.ts';
import type { Code } from '../../shared/schema/ids.ts';
import type { Position } from '../../shared/schema/position.ts';
import { readFresh } from '../../shared/sync/replica.ts';
import { copyOf, handOf, heal, opened, provisionId, seeded, texts } from './building.ts';

const chair = handOf('CHAIR', 'draft');
const ARV = handOf('ARV', 'propose', seeded(1));
const CST = handOf('CST', 'propose', seeded(2));
const DOV = handOf('DOV', 'propose', seeded(3));
const span = (from: number, to: number) => ({ provision: provisionId(1), from, to });

/** ARV's proposal of ` in writing`, on the screens of four. */
function proposed() {
  const chairs = opened(texts('States shall act'), 1);
  const [arv, cst, dov] = [2, 3, 4].map((client) => copyOf(chairs, client)) as [Replica, Replica, Replica];
  expect(insertText(arv, ARV, { at: { provision: provisionId(1), offset: 12 }, text: ' in writing' }).ok).toBe(true);
  heal(chairs, arv, cst, dov);
  const { id } = chairs.read().brackets[0]!;
  return { chairs, arv, cst, dov, id, heal: () => heal(chairs, arv, cst, dov) };
}

const printed = (replica: Replica) => writeDraft(replica.read(), { format: 'text', rendering: 'attributed' }).trim();

const delegations = ['ARV', 'CST', 'DOV', 'EMK'].map((code) => ({
  code: code as Code,
  name: code,
  standing: 'member' as const,
}));
const assessed = (replica: Replica, positions: readonly Position[] = []) =>
  assess({ draft: replica.read(), positions, delegations, groups: [], rulings: [] });

test("W17 a proposal that was replaced is the choice's first wording under its own name, and counts once", () => {
  const room = proposed();
  second(room.dov, DOV, { bracket: room.id, as: 'second' });
  expect(replaceText(room.cst, CST, { spans: [span(12, 23)], text: ' at once' }).ok).toBe(true);
  room.heal();
  for (const replica of [room.chairs, room.arv, room.cst, room.dov]) {
    expect(printed(replica)).toBe('1. States shall[ in writing: ARV, DOV][ at once: CST] act');
    const { brackets } = replica.read();
    expect(brackets.map(({ kind, proponent }) => `${kind} ${proponent}`)).toEqual([
      'choice CST',
      'insert ARV',
      'insert CST',
    ]);
    expect(countBrackets(replica.read())).toMatchObject({ count: 2, units: 1, choices: 1 });
    expect(replica.read()).toEqual(readFresh(replica.doc));
  }
  const on = { type: 'bracket', bracket: room.id } as const;
  const said = { delegation: 'EMK' as Code, stance: 'object', target: on, audience: 'room', source: 'national', at: 1 };
  const board = assessed(room.chairs, [said as Position]);
  expect(board.openBrackets).toBe(1);
  const wording = board.provisions
    .get(provisionId(1))!
    .brackets[0]!.variants.find(({ variant }) => variant === room.id);
  expect(wording).toMatchObject({ supporters: ['ARV', 'DOV'], objectors: ['EMK'] });
});

test('W17 ruling, withdrawing and typing on leave nothing of what stood for the proposal', () => {
  const replaced = () => {
    const room = proposed();
    replaceText(room.cst, CST, { spans: [span(12, 23)], text: ' at once' });
    room.heal();
    const choice = room.chairs.read().brackets.find(({ kind }) => kind === 'choice')!.id;
    return { ...room, choice };
  };
  const ruled = replaced();
  closeBracket(ruled.chairs, chair, {
    bracket: ruled.choice,
    closure: { outcome: 'chosen', variant: ruled.id, at: 1 },
  });
  ruled.heal();
  expect(printed(ruled.cst)).toBe('1. States shall in writing act');
  expect(ruled.cst.read().brackets).toEqual([]);
  const back = replaced();
  withdrawBracket(back.cst, CST, { bracket: back.choice });
  back.heal();
  expect(printed(back.arv)).toBe('1. States shall[ in writing: ARV] act');
  expect(back.arv.read().brackets.map(({ variantOf }) => variantOf)).toEqual([undefined]);
  const typed = replaced();
  insertText(typed.arv, ARV, { at: { provision: provisionId(1), offset: 23 }, text: ' now' });
  typed.heal();
  expect(printed(typed.dov)).toBe('1. States shall[ in writing now: ARV][ at once: CST] act');
});

test('W17 two who replace one proposal at the same moment come to one choice of three, whichever arrives first', () => {
  for (const order of [0, 1]) {
    const room = proposed();
    replaceText(room.cst, CST, { spans: [span(12, 23)], text: ' at once' });
    replaceText(room.dov, DOV, { spans: [span(12, 23)], text: ' orally' });
    if (order === 0) heal(room.chairs, room.cst);
    else heal(room.chairs, room.dov);
    room.heal();
    const { brackets } = room.chairs.read();
    const choices = brackets.filter(({ kind }) => kind === 'choice');
    expect(choices).toHaveLength(1);
    const wordings = brackets.filter(({ variantOf }) => variantOf === choices[0]!.id);
    expect(wordings.map(({ proponent }) => proponent)).toEqual(
      expect.arrayContaining(['ARV', 'CST', 'DOV'] as unknown[]),
    );
    expect(brackets).toHaveLength(4);
    for (const replica of [room.arv, room.cst, room.dov]) expect(replica.read()).toEqual(room.chairs.read());
    expect(room.arv.read()).toEqual(readFresh(room.arv.doc));
    const variant = wordings.find(({ proponent }) => proponent === 'DOV')!.id;
    closeBracket(room.chairs, chair, { bracket: choices[0]!.id, closure: { outcome: 'chosen', variant, at: 1 } });
    room.heal();
    expect(assessed(room.chairs).openBrackets).toBe(0);
    expect(printed(room.arv)).toBe('1. States shall orally act');
    expect(room.arv.read().brackets).toEqual([]);
  }
});

test('W17 a proposal that is withdrawn after it was replaced leaves no trace: what stood against it is a proposal of its own', () => {
  const room = proposed();
  replaceText(room.cst, CST, { spans: [span(12, 23)], text: ' at once' });
  room.heal();
  const undo = createUndo(room.arv, ARV);
  withdrawBracket(room.arv, ARV, { bracket: room.id });
  room.heal();
  for (const replica of [room.chairs, room.arv, room.cst, room.dov]) {
    expect(printed(replica)).toBe('1. States shall[ at once: CST] act');
    expect(replica.read().brackets.map(({ kind, variantOf }) => [kind, variantOf])).toEqual([['insert', undefined]]);
    expect(replica.read()).toEqual(readFresh(replica.doc));
  }
  expect(countBrackets(room.chairs.read())).toMatchObject({ count: 1, choices: 0 });
  expect(assessed(room.chairs).openBrackets).toBe(1);
  undo.undo();
  room.heal();
  expect(printed(room.dov)).toBe('1. States shall[ in writing: ARV][ at once: CST] act');
  undo.redo();
  room.heal();
  const left = room.chairs.read().brackets[0]!.id;
  closeBracket(room.chairs, chair, { bracket: left, closure: { outcome: 'drop', at: 1 } });
  room.heal();
  undo.undo();
  room.heal();
  expect(printed(room.dov)).toBe('1. States shall[ in writing: ARV] act');
  expect(room.dov.read()).toEqual(readFresh(room.dov.doc));
});

test('W17 of three wordings the first is withdrawn, and the other two are a choice', () => {
  const room = proposed();
  replaceText(room.cst, CST, { spans: [span(12, 23)], text: ' at once' });
  room.heal();
  replaceText(room.dov, DOV, { spans: [span(12, 23)], text: ' orally' });
  room.heal();
  withdrawBracket(room.arv, ARV, { bracket: room.id });
  room.heal();
  const { brackets } = room.chairs.read();
  expect(brackets.map(({ kind }) => kind)).toEqual(['choice', 'insert', 'insert']);
  expect(
    variantsOf(room.chairs.read(), brackets[0]!)
      .map(({ words }) => words)
      .toSorted(),
  ).toEqual(['at once', 'orally']);
  for (const replica of [room.arv, room.cst, room.dov]) expect(replica.read()).toEqual(readFresh(replica.doc));
  const chosen = brackets.find(({ kind, proponent }) => kind === 'insert' && proponent === 'DOV')!.id;
  const ruled = closeBracket(room.chairs, chair, {
    bracket: brackets[0]!.id,
    closure: { outcome: 'chosen', variant: chosen, at: 1 },
  });
  expect(ruled.ok).toBe(true);
  room.heal();
  expect(printed(room.arv)).toBe('1. States shall orally act');
  expect(room.arv.read().brackets).toEqual([]);
});

test('W17 what others wrote into a proposal that was replaced and is withdrawn is its wording from there on', () => {
  const room = proposed();
  replaceText(room.cst, CST, { spans: [span(12, 23)], text: ' at once' });
  insertText(room.dov, DOV, { at: { provision: provisionId(1), offset: 15 }, text: ' plain' });
  room.heal();
  withdrawBracket(room.arv, ARV, { bracket: room.id });
  room.heal();
  expect(printed(room.chairs)).toContain('[ plain: DOV]');
  expect(room.chairs.read().brackets.filter(({ kind }) => kind === 'choice')).toHaveLength(1);
});
