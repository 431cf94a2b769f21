import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addBracket } from '../../shared/sync/commands/add-bracket.ts';
import { addProvision } from '../../shared/sync/commands/add-provision.ts';
import { addVariant } from '../../shared/sync/commands/add-variant.ts';
import { bridgeBracket } from '../../shared/sync/commands/bridge-bracket.ts';
import { closeBracket } from '../../shared/sync/commands/close-bracket.ts';
import { eraseText } from '../../shared/sync/commands/erase-text.ts';
import { freezeNumbers } from '../../shared/sync/commands/freeze-numbers.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { mergeDuplicates } from '../../shared/sync/commands/merge-duplicates.ts';
import { moveProvision } from '../../shared/sync/commands/move-provision.ts';
import { removeProvision } from '../../shared/sync/commands/remove-provision.ts';
import { replaceText } from '../../shared/sync/commands/replace-text.ts';
import { restoreProvision } from '../../shared/sync/commands/restore-provision.ts';
import { second } from '../../shared/sync/commands/second.ts';
import { setProvision } from '../../shared/sync/commands/set-provision.ts';
import { GUARD_BOUNDS } from '../../shared/sync/guard/bounds.ts';
import type { Ground } from '../../shared/sync/guard/matter.ts';
import type { Refused } from '../../shared/sync/guard/verdict.ts';
import { reviewOwn } from '../../shared/sync/guard/review-own.ts';
import { readFresh } from '../../shared/sync/replica.ts';
import { createUndo } from '../../shared/sync/undo.ts';
import type { Replica } from '../../shared/sync/replica.ts';
import { numberDraft } from '../../shared/numbering/number.ts';
import { copyOf, handOf, heal, opened, provisionId, shown, texts } from './building.ts';

const P1 = provisionId(1);
const chairHand = handOf('CHAIR', 'draft');
const euHand = handOf('EU', 'propose');
const mexHand = handOf('MEX', 'propose');

function room(...lines: readonly string[]) {
  const chair = opened(texts(...lines));
  const eu = copyOf(chair, 2);
  const mex = copyOf(chair, 3);
  return { chair, eu, mex, meet: () => heal(chair, eu, mex) };
}

const span = (from: number, to: number) => ({ provision: P1, from, to });
const first = (replica: Replica) => replica.read().brackets[0]!;

test('B20 accepting a bracket with all that is in it lifts brackets and takes proposals; a choice in it stays open', () => {
  const { chair, eu, mex, meet } = room('one two three four five six');
  const outer = addBracket(chair, chairHand, { kind: 'hold', spans: [span(4, 23)] });
  meet();
  insertText(eu, euHand, { at: { provision: P1, offset: 7 }, text: ' new' });
  eraseText(mex, mexHand, { spans: [span(8, 14)] });
  replaceText(mex, mexHand, { spans: [span(19, 23)], text: 'FIVE' });
  addBracket(mex, mexHand, { kind: 'hold', spans: [span(0, 3)] });
  meet();
  expect(outer.ok).toBe(true);
  const bracket = outer.ok ? outer.value : ('' as never);
  closeBracket(chair, chairHand, { bracket, family: true, closure: { outcome: 'keep', at: 5 } });
  meet();
  expect(shown(eu)).toEqual(['[one] two new four [FIVE][five] six']);
  expect(chair.bracket(bracket)?.closed?.outcome).toBe('keep');
});

test('B20 of a choice the chosen variant is accepted with all that is in it, and the others go', () => {
  const { chair, eu, meet } = room('one two three');
  replaceText(eu, euHand, { spans: [span(4, 7)], text: 'zwei' });
  meet();
  addBracket(chair, chairHand, { kind: 'hold', spans: [span(8, 9)] });
  const choice = chair.read().brackets.find(({ kind }) => kind === 'choice')!;
  const variant = chair.read().brackets.find(({ kind, variantOf }) => kind === 'insert' && variantOf === choice.id)!;
  closeBracket(chair, chairHand, {
    bracket: choice.id,
    family: true,
    closure: { outcome: 'chosen', variant: variant.id, at: 5 },
  });
  expect(shown(chair)).toEqual(['one zwei three']);
});

test.for([
  [
    'a proposal',
    (eu: Replica) => insertText(eu, euHand, { at: { provision: P1, offset: 3 }, text: ' new' }),
    'one| two three',
  ],
  ['a deletion', (eu: Replica) => eraseText(eu, euHand, { spans: [span(4, 7)] }), 'one | three'],
  ['a choice', (eu: Replica) => replaceText(eu, euHand, { spans: [span(4, 7)], text: 'zwei' }), 'one | three'],
  [
    'an empty placeholder',
    (eu: Replica) => addBracket(eu, euHand, { kind: 'placeholder', spans: [span(4, 4)] }),
    'one |two three',
  ],
] as const)('W11 the chair puts bridging words in the stead of %s, ruled on in one act', ([, propose, expected]) => {
  const { chair, eu, meet } = room('one two three');
  propose(eu);
  meet();
  const bracket = chair.read().brackets.find(({ variantOf }) => variantOf === undefined)!;
  const undo = createUndo(chair, chairHand);
  expect(bridgeBracket(eu, euHand, { bracket: bracket.id, text: 'BRIDGE', at: 5 }).ok).toBe(false);
  const done = bridgeBracket(chair, chairHand, { bracket: bracket.id, text: 'BRIDGE', at: 5 });
  meet();
  expect(shown(eu)).toEqual([expected.replace('|', 'BRIDGE')]);
  expect(eu.read().brackets).toEqual([]);
  const closed = eu.bracket(bracket.id)?.closed;
  expect([closed?.outcome, closed?.variant]).toEqual(['chosen', done.ok && done.value]);
  expect(undo.undo()).toBe(false);
});

test('W11 bridging words stay inside the brackets round the ones they replace, and a provision proposed whole stays', () => {
  const { chair, eu, meet } = room('one two three');
  const outer = addBracket(chair, chairHand, { kind: 'hold', spans: [span(4, 13)] });
  meet();
  eraseText(eu, euHand, { spans: [span(4, 7)] });
  addProvision(eu, euHand, { after: P1, kind: 'operative', level: 0, text: 'four' });
  meet();
  const [, deletion, whole] = chair.read().brackets;
  bridgeBracket(chair, chairHand, { bracket: deletion!.id, text: 'BRIDGE', at: 5 });
  bridgeBracket(chair, chairHand, { bracket: whole!.id, text: 'FOUR', at: 5 });
  expect(shown(chair)).toEqual(['one [BRIDGE three]', 'FOUR']);
  expect(outer.ok && chair.bracket(outer.value)?.closed).toBe(undefined);
});

test('B21 W12 proposals that say the same at the same place become one, and nobody who stood behind them is lost', () => {
  const { chair, eu, mex, meet } = room('one three', 'four');
  insertText(eu, euHand, { at: { provision: P1, offset: 3 }, text: ' two' });
  insertText(mex, mexHand, { at: { provision: P1, offset: 3 }, text: ' two' });
  eraseText(eu, euHand, { spans: [{ provision: provisionId(2), from: 0, to: 4 }] });
  eraseText(mex, mexHand, { spans: [{ provision: provisionId(2), from: 0, to: 4 }] });
  moveProvision(eu, euHand, { provision: P1, after: provisionId(2) });
  moveProvision(mex, mexHand, { provision: P1, after: provisionId(2) });
  meet();
  const words = chair.read().brackets.filter(({ kind }) => kind === 'insert');
  second(chair, handOf('RUS', 'propose'), { bracket: words[1]!.id, as: 'second' });
  for (const kind of ['insert', 'delete', 'move']) {
    const { id } = chair.read().brackets.find((each) => each.kind === kind)!;
    expect(mergeDuplicates(eu, euHand, { bracket: id, at: 5 }).ok).toBe(false);
    expect(mergeDuplicates(chair, chairHand, { bracket: id, at: 5 }).ok).toBe(true);
    expect(mergeDuplicates(chair, chairHand, { bracket: id, at: 5 }).ok).toBe(false);
  }
  meet();
  expect(eu.read().provisions.map(({ text }) => text)).toEqual(['one two three', 'four']);
  const left = eu.read().brackets;
  expect(left.map(({ kind }) => kind)).toEqual(['move', 'insert', 'delete']);
  const other = words[0]!.proponent === 'EU' ? 'MEX' : 'EU';
  expect(left[1]!.supporters).toEqual([other, 'RUS'].sort());
  for (const { proponent, supporters } of left)
    expect([proponent, ...supporters].filter((code) => code !== 'RUS').sort()).toEqual(['EU', 'MEX']);
  expect(eu.bracket(words[1]!.id)?.closed?.variant).toBe(left[1]!.id);
});

test('B21 what differs in a word or a place is no duplicate; the same wording twice in one choice is', () => {
  const { chair, eu, mex, meet } = room('one three', 'four');
  insertText(eu, euHand, { at: { provision: P1, offset: 3 }, text: ' two' });
  insertText(mex, mexHand, { at: { provision: P1, offset: 9 }, text: ' two' });
  meet();
  expect(mergeDuplicates(chair, chairHand, { bracket: first(chair).id, at: 5 }).ok).toBe(false);
  const choice = addBracket(chair, chairHand, { kind: 'choice', spans: [], variants: [[span(0, 3)]] });
  meet();
  const id = choice.ok ? choice.value : ('' as never);
  addVariant(eu, euHand, { choice: id, text: 'eins' });
  addVariant(mex, mexHand, { choice: id, text: 'eins' });
  meet();
  const variant = chair.read().brackets.find(({ variantOf, kind }) => variantOf === id && kind === 'insert')!;
  expect(mergeDuplicates(chair, chairHand, { bracket: variant.id, at: 5 }).ok).toBe(true);
  expect(chair.read().brackets.filter(({ variantOf }) => variantOf === id)).toHaveLength(2);
});

test('N2 frozen numbers stand while paragraphs come and go, until they are let go', () => {
  const { chair } = room('one', 'two');
  const numbers = () => [...numberDraft(chair.read()).values()];
  expect(freezeNumbers(chair, euHand, { frozen: true }).ok).toBe(false);
  freezeNumbers(chair, chairHand, { frozen: true });
  addProvision(chair, chairHand, { after: P1, kind: 'operative', level: 0, text: 'between' });
  expect(numbers()).toEqual(['1.', '1 bis.', '2.']);
  freezeNumbers(chair, chairHand, { frozen: false });
  expect(numbers()).toEqual(['1.', '2.', '3.']);
});

for (const [outcome, words] of [
  ['keep', ['one', 'New words']],
  ['drop', ['one']],
] as const) {
  test(`W14 a proposed provision is as a ruling left it (${outcome}), whatever its proponent's client writes`, () => {
    const { chair, eu, meet } = room('one');
    const made = addProvision(eu, euHand, { after: P1, kind: 'operative', level: 1, text: 'New words' });
    const id = made.ok ? made.value.provision : P1;
    meet();
    const away = copyOf(eu, 4_294_967_295);
    const bracket = chair.read().brackets.find(({ kind }) => kind === 'insert')!.id;
    expect(closeBracket(chair, chairHand, { bracket, closure: { outcome, at: 5 } })).toMatchObject({ ok: true });
    meet();
    const ruled = chair.read().provisions;
    expect(ruled.map(({ text }) => text)).toEqual(words);
    // One forges with the ruling before it; the other wrote at the same time, under an id that wins every tie.
    for (const replica of [eu, away]) {
      const entry = replica.doc.getMap('provisions').get(id) as Y.Map<unknown>;
      replica.doc.transact(() => {
        entry.set('hidden', outcome === 'keep');
        entry.set('kind', 'note');
        entry.set('level', 7);
        replica.doc.getMap('brackets').set(`${bracket}/w`, { o: 'withdrawn', t: 1 });
      });
      heal(chair, eu, away);
      for (const each of [chair, eu, away]) expect(each.read().provisions).toEqual(ruled);
      expect(readFresh(chair.doc)).toEqual(chair.read());
      expect(chair.bracket(bracket)?.closed?.outcome).toBe(outcome);
    }
    for (const key of ['hidden', 'kind', 'level']) {
      const refusal = reviewForged(eu, (doc) => {
        (doc.getMap('provisions').get(id) as Y.Map<unknown>).set(`${key}/c`, key === 'hidden' ? true : 1);
      });
      expect(refusal).toBeDefined();
    }
    // The chair's and the secretariat's hands go on drafting it.
    const request = { provision: id, kind: 'preambular', level: 0 } as const;
    if (outcome === 'drop') expect(restoreProvision(chair, chairHand, request)).toMatchObject({ ok: true });
    expect(setProvision(chair, chairHand, request)).toMatchObject({ ok: true });
    expect(chair.provision(id)).toMatchObject({ kind: 'preambular', level: 0 });
    removeProvision(chair, chairHand, request);
    expect(shown(chair)).toEqual(['one']);
    restoreProvision(chair, chairHand, request);
    heal(chair, eu, away);
    expect(eu.provision(id)).toMatchObject({ kind: 'preambular', level: 0, text: 'New words' });
  });
}

/** What the guard says of what a delegation's own client would do. */
function reviewForged(replica: Replica, change: (doc: Y.Doc) => void) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(replica.doc));
  const ground: Ground = {
    doc,
    room: { kind: 'text' },
    writer: { role: 'delegation', code: euHand.code, person: '' },
    mayWrite: true,
    owner: () => undefined,
    ...GUARD_BOUNDS,
  };
  let refusal: Refused | undefined;
  doc.on('beforeObserverCalls', (transaction: Y.Transaction) => (refusal = reviewOwn(transaction, ground)));
  doc.transact(() => change(doc));
  return refusal;
}

test('W16 what is typed among bridging words later is not ruled on, and undo takes it back', () => {
  const { chair, eu, meet } = room('one two three');
  const held = addBracket(chair, chairHand, { kind: 'hold', spans: [span(4, 7)] });
  bridgeBracket(chair, chairHand, { bracket: held.ok ? held.value : ('' as never), text: 'BRIDGE', at: 5 });
  const undo = createUndo(chair, chairHand);
  insertText(chair, chairHand, { at: { provision: P1, offset: 6 }, text: 'x' });
  expect(shown(chair)).toEqual(['one BRxIDGE three']);
  expect(undo.undo()).toBe(true);
  expect(shown(chair)).toEqual(['one BRIDGE three']);
  meet();
  expect(eu.read()).toEqual(readFresh(chair.doc));
});
