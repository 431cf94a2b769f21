import { expect, test } from 'vitest';
import { writeDraft } from '../../shared/interop/write-draft.ts';
import * as Y from 'yjs';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { addBracket } from '../../shared/sync/commands/add-bracket.ts';
import { addProvision } from '../../shared/sync/commands/add-provision.ts';
import { addVariant } from '../../shared/sync/commands/add-variant.ts';
import { closeBracket } from '../../shared/sync/commands/close-bracket.ts';
import { eraseText } from '../../shared/sync/commands/erase-text.ts';
import { removeProvision } from '../../shared/sync/commands/remove-provision.ts';
import { replaceText } from '../../shared/sync/commands/replace-text.ts';
import { second } from '../../shared/sync/commands/second.ts';
import { splitProvision } from '../../shared/sync/commands/split-provision.ts';
import { withdrawBracket } from '../../shared/sync/commands/withdraw-bracket.ts';
import { drawnDraft, impliedBrackets } from '../../shared/sync/implied.ts';
import { createUndo } from '../../shared/sync/undo.ts';
import { readFresh } from '../../shared/sync/replica.ts';
import type { Replica } from '../../shared/sync/replica.ts';
import type { Hand } from '../../shared/sync/contract.ts';
import type { BracketId, Code, ProvisionId } from '../../shared/schema/ids.ts';
import { copyOf, draftOf, handOf, heal, opened, provision, provisionId, seeded, shown, texts } from './building.ts';

const chair = handOf('CHAIR', 'draft');

/** Types character by character, as a person does; gives the place behind. */
export function type(replica: Replica, hand: Hand, provision: ProvisionId, offset: number, text: string): number {
  let at = offset;
  for (const character of text) {
    const done = insertText(replica, hand, { at: { provision, offset: at }, text: character });
    if (!done.ok) throw new Error(done.reason);
    at = done.value.offset;
  }
  return at;
}

const span = (from: number, to: number, provision = provisionId(1)) => ({ provision, from, to });

/** Two delegations and the chair in one room, with client ids in either order. */
function room(order: 0 | 1, ...lines: string[]) {
  const [c, e, m] = order === 0 ? [1, 2, 3] : [3, 2, 1];
  const chairs = opened(texts(...lines), c);
  const eu = copyOf(chairs, e!);
  const mex = copyOf(chairs, m!);
  const EU = handOf('EU', 'propose', seeded(1));
  const MEX = handOf('MEX', 'propose', seeded(2));
  return { chairs, eu, mex, EU, MEX, all: [chairs, eu, mex] as const };
}

function agree(...replicas: readonly Replica[]): string[] {
  heal(...replicas);
  const [first, ...rest] = replicas;
  for (const each of replicas) expect(each.read()).toEqual(readFresh(each.doc));
  for (const each of rest) expect(each.read()).toEqual(first!.read());
  return shown(first!);
}

const brackets = (replica: Replica) =>
  replica
    .read()
    .brackets.map((each) => `${each.proponent} ${each.kind}${each.variantOf === undefined ? '' : ' variant'}`);

for (const order of [0, 1] as const) {
  const ids = order === 0 ? 'ascending' : 'descending';

  test(`W2 typing on stays in one proposal and writes to the map once, ${ids} client ids`, () => {
    const { eu, EU, all } = room(order, 'States shall act');
    let bytes = 0;
    eu.doc.on('update', (update: Uint8Array) => (bytes += update.length));
    type(eu, EU, provisionId(1), 6, ' parties');
    const first = bytes;
    type(eu, EU, provisionId(1), 14, ' to this');
    expect((bytes - first) / 8).toBeLessThan(20);
    expect(agree(...all)).toEqual(['States[ parties to this] shall act']);
    expect(brackets(all[0])).toEqual(['EU insert']);
  });

  test(`W2 typing before the first character of one's own proposal extends it, ${ids} client ids`, () => {
    const { eu, EU, all } = room(order, 'States act');
    type(eu, EU, provisionId(1), 6, ' xyz');
    type(eu, EU, provisionId(1), 6, '12');
    expect(agree(...all)).toEqual(['States[12 xyz] act']);
  });

  test(`W2 after a reload typing on goes into the same proposal, ${ids} client ids`, () => {
    const { eu, EU, chairs, all } = room(order, 'States act');
    type(eu, EU, provisionId(1), 6, ' abc');
    const again = copyOf(eu, order === 0 ? 9 : 0);
    const mine = (client: number) => [2, 9, 0].includes(client);
    Object.assign(again, { isMine: mine });
    type(again, EU, provisionId(1), 10, 'def');
    expect(agree(...all, again)).toEqual(['States[ abcdef] act']);
    expect(brackets(chairs)).toEqual(['EU insert']);
  });

  test(`W2 two people of one delegation type on at once and both stay inside, ${ids} client ids`, () => {
    const { eu, EU, all } = room(order, 'States act');
    type(eu, EU, provisionId(1), 6, ' abc');
    const colleague = copyOf(eu, order === 0 ? 9 : 0);
    type(colleague, handOf('EU', 'propose', seeded(5)), provisionId(1), 10, 'XYZ');
    type(eu, EU, provisionId(1), 10, 'def');
    expect(agree(...all, colleague)[0]).toMatch(/^States\[ abc(defXYZ|XYZdef)\] act$/);
  });

  test(`W3 what others type at the edge of a proposal stays outside it, in its middle it is nested, ${ids} client ids`, () => {
    const { eu, mex, EU, MEX, all } = room(order, 'States act');
    type(eu, EU, provisionId(1), 6, ' abc');
    heal(...all);
    type(mex, MEX, provisionId(1), 10, '_edge');
    type(mex, MEX, provisionId(1), 8, '+in+');
    type(eu, EU, provisionId(1), 10, 'def');
    // Both typed at one place at once: what goes on with a proposal stands in it, what others put there beside it.
    expect(agree(...all)).toEqual(['States[ a[+in+]bcdef][_edge] act']);
    heal(...all);
    type(eu, EU, provisionId(1), eu.provision(provisionId(1))!.text.indexOf('_edge') + 3, '!');
    expect(agree(...all)).toEqual(['States[ a[+in+]bcdef][_ed[!]ge] act']);
  });

  test(`W3 a proposal cut in two by the chair shows as a piece in each half, ${ids} client ids`, () => {
    const { eu, chairs, EU, all } = room(order, 'States act');
    type(eu, EU, provisionId(1), 6, ' one two');
    heal(...all);
    splitProvision(chairs, chair, { at: { provision: provisionId(1), offset: 10 } });
    type(eu, EU, provisionId(1), 14, ' three');
    expect(agree(...all)).toEqual(['States[ one]', '[ two three] act']);
    expect(brackets(eu)).toEqual(['EU insert']);
  });
}

test("W4 striking others' words brackets them, and deletions that touch are one", () => {
  const { eu, EU, all } = room(0, 'States shall act now');
  eraseText(eu, EU, { spans: [span(7, 12)] });
  eraseText(eu, EU, { spans: [span(12, 16)] });
  eraseText(eu, EU, { spans: [span(6, 7)] });
  expect(eraseText(eu, EU, { spans: [span(8, 11)] })).toEqual({ ok: false, reason: 'nothing-to-do' });
  expect(agree(...all)).toEqual(['States[ shall act] now']);
  expect(brackets(eu)).toEqual(['EU delete']);
});

test("W4 striking one's own proposed words takes them back, and the last one the proposal with them", () => {
  const { eu, EU, all } = room(0, 'States act');
  type(eu, EU, provisionId(1), 6, ' all');
  eraseText(eu, EU, { spans: [span(6, 8)] });
  expect(agree(...all)).toEqual(['States[ll] act'.replace('[ll]', '[ll]')]);
  eraseText(eu, EU, { spans: [span(6, 8)] });
  expect(agree(...all)).toEqual(['States act']);
  expect(brackets(eu)).toEqual([]);
});

test('W4 a mixed selection does both', () => {
  const { eu, mex, EU, MEX, all } = room(0, 'States act now');
  type(eu, EU, provisionId(1), 6, ' xx');
  heal(...all);
  type(mex, MEX, provisionId(1), 9, 'yy');
  heal(...all);
  eraseText(eu, EU, { spans: [span(4, 15)] });
  expect(agree(...all)).toEqual(['Stat[es[yy] act] now']);
  expect(brackets(eu)).toEqual(['EU delete', 'MEX insert']);
});

test("W5 replacing others' words makes a choice of the old and the new", () => {
  const { eu, EU, all } = room(0, 'States shall act');
  const done = replaceText(eu, EU, { spans: [span(7, 12)], text: 's' });
  expect(done).toEqual({ ok: true, value: { provision: provisionId(1), offset: 13 } });
  type(eu, EU, provisionId(1), 13, 'hould');
  expect(agree(...all)).toEqual(['States [shall][should] act']);
  expect(brackets(eu)).toEqual(['EU choice', 'CHAIR hold variant', 'EU insert variant']);
  const again = replaceText(eu, EU, { spans: [span(12, 18)], text: 'may' });
  expect(again).toEqual({ ok: true, value: { provision: provisionId(1), offset: 15 } });
  expect(agree(...all)).toEqual(['States [shall][may] act']);
  eraseText(eu, EU, { spans: [span(12, 15)] });
  expect(agree(...all)).toEqual(['States [shall] act']);
  expect(brackets(eu)).toEqual(['EU delete']);
});

test('W5 W17 withdrawing a choice takes one’s own wordings along, and it goes on for those of others', () => {
  const { eu, mex, EU, MEX, all } = room(0, 'States shall act');
  replaceText(eu, EU, { spans: [span(7, 12)], text: 'should' });
  const choice = eu.read().brackets.find((each) => each.kind === 'choice')!.id;
  heal(...all);
  expect(addVariant(mex, MEX, { choice, text: 'may' }).ok).toBe(true);
  expect(addVariant(mex, MEX, { choice }).ok).toBe(true);
  expect(agree(...all)).toEqual(['States [shall][should][may] act']);
  expect(eu.bracket(choice)).toMatchObject({ noText: true, pieces: [] });
  expect(withdrawBracket(mex, MEX, { bracket: choice })).toEqual({ ok: false, reason: 'not-yours' });
  withdrawBracket(eu, EU, { bracket: choice });
  expect(agree(...all)).toEqual(['States [shall][may] act']);
  expect(withdrawBracket(eu, EU, { bracket: choice })).toEqual({ ok: false, reason: 'nothing-to-do' });
  const own = mex.read().brackets.find((each) => each.kind === 'insert')!.id;
  expect(withdrawBracket(mex, MEX, { bracket: own }).ok).toBe(true);
  heal(...all);
  expect(withdrawBracket(eu, EU, { bracket: choice }).ok).toBe(true);
  expect(agree(...all)).toEqual(['States shall act']);
});

test('W7 W6 a ruling keeps or drops a proposal, and words typed into it meanwhile count as open', () => {
  const { chairs, eu, EU, all } = room(0, 'States act');
  type(eu, EU, provisionId(1), 6, ' all');
  heal(...all);
  const bracket = eu.read().brackets[0]!.id;
  type(eu, EU, provisionId(1), 10, ' and');
  closeBracket(chairs, chair, { bracket, closure: { outcome: 'keep', at: 5 } });
  expect(agree(...all)).toEqual(['States all and act']);
  const registry = new Map([
    [1, 'CHAIR' as Code],
    [2, 'EU' as Code],
  ]);
  expect(impliedBrackets(chairs, registry)).toEqual([{ ...span(10, 14), code: 'EU' }]);
  // What leaves the meeting has the characters that the screen has.
  const drawn = drawnDraft(chairs, registry);
  expect(writeDraft(drawn, { format: 'text' })).toContain('States all[ and] act');
  expect(drawnDraft(chairs, new Map([[1, 'CHAIR' as Code]]))).toBe(chairs.read());
  expect(chairs.bracket(bracket)?.closed).toEqual({ outcome: 'keep', at: 5 });
  // The accepted words are the text now: their proponent strikes them like anybody's.
  eraseText(eu, EU, { spans: [span(6, 14)] });
  expect(agree(...all)).toEqual(['States[ all] act']);
});

test('W7 choosing a variant leaves its words and takes the others out', () => {
  const { chairs, eu, EU, all } = room(0, 'States shall act');
  replaceText(eu, EU, { spans: [span(7, 12)], text: 'should' });
  heal(...all);
  const { brackets: open } = chairs.read();
  const choice = open.find((each) => each.kind === 'choice')!;
  const variant = open.find((each) => each.kind === 'insert')!;
  const wrong = closeBracket(chairs, chair, {
    bracket: choice.id,
    closure: { outcome: 'chosen', variant: 'EU-000000000000' as BracketId, at: 1 },
  });
  expect(wrong).toEqual({ ok: false, reason: 'variant-unknown' });
  closeBracket(chairs, chair, { bracket: choice.id, closure: { outcome: 'chosen', variant: variant.id, at: 1 } });
  expect(agree(...all)).toEqual(['States should act']);
  expect(brackets(chairs)).toEqual([]);
});

test.for(['insertAfter', 'alternativeTo'] as const)(
  'W8 a provision put in beside another (%s) leaves it its subparagraphs',
  (type) => {
    const replica = opened(
      draftOf([
        provision(1, 'States shall:'),
        provision(2, 'mark;', { kind: 'subparagraph', level: 1 }),
        provision(3, 'trace;', { kind: 'subparagraph', level: 1 }),
        provision(4, 'States report.'),
      ]),
    );
    const added = addProvision(replica, handOf('EU', 'propose'), {
      after: provisionId(1),
      kind: 'operative',
      level: 0,
      relation: { type, to: provisionId(1) },
      text: 'States meet.',
    });
    expect(added.ok).toBe(true);
    expect(replica.read().provisions.map(({ text }) => text)).toEqual([
      'States shall:',
      'mark;',
      'trace;',
      'States meet.',
      'States report.',
    ]);
  },
);

test('W8 a provision is proposed, written in, and withdrawn; another is proposed for deletion', () => {
  const { eu, mex, EU, MEX, all } = room(0, 'one', 'two');
  const made = addProvision(eu, EU, { after: provisionId(1), kind: 'operative', level: 0, text: 'new' });
  if (!made.ok) throw new Error(made.reason);
  type(eu, EU, made.value.provision, 3, 'er');
  eraseText(eu, EU, { spans: [{ provision: made.value.provision, from: 0, to: 1 }] });
  heal(...all);
  type(mex, MEX, made.value.provision, 2, '!');
  removeProvision(mex, MEX, { provision: provisionId(2) });
  expect(agree(...all)).toEqual(['one', '[ew[!]er]', '[two]']);
  expect(brackets(eu)).toEqual(['EU insert', 'MEX insert', 'MEX delete']);
  removeProvision(eu, EU, { provision: made.value.provision });
  expect(agree(...all)).toEqual(['one', '[two]']);
});

test("W9 a delegation neither drafts nor calls others' words its own, and each voice is its own", () => {
  const { eu, EU } = room(0, 'States act');
  const drafting = handOf('EU', 'draft');
  expect(insertText(eu, drafting, { at: { provision: provisionId(1), offset: 0 }, text: 'x' })).toMatchObject({
    ok: false,
  });
  expect(eraseText(eu, drafting, { spans: [span(0, 2)] })).toEqual({ ok: false, reason: 'chair-only' });
  expect(addBracket(eu, EU, { kind: 'insert', spans: [span(0, 2)] })).toEqual({ ok: false, reason: 'not-yours' });
  const held = addBracket(eu, EU, { kind: 'hold', spans: [span(0, 6)], note: 'scope' });
  if (!held.ok) throw new Error(held.reason);
  expect(second(eu, EU, { bracket: held.value, as: 'second' })).toEqual({ ok: false, reason: 'nothing-to-do' });
  const MEX = handOf('MEX', 'propose');
  second(eu, MEX, { bracket: held.value, as: 'second' });
  second(eu, handOf('NOR', 'propose'), { bracket: held.value, as: 'keep' });
  expect(eu.bracket(held.value)).toMatchObject({ supporters: ['MEX'], keepers: ['NOR'], note: 'scope' });
  second(eu, MEX, { bracket: held.value, as: 'none' });
  expect(eu.bracket(held.value)).toMatchObject({ supporters: [], keepers: ['NOR'] });
});

test("S7 undo takes back one's own proposal and leaves what others put in it", () => {
  const { eu, mex, EU, MEX, all } = room(0, 'States act');
  const undo = createUndo(eu, EU);
  type(eu, EU, provisionId(1), 6, ' all');
  heal(...all);
  type(mex, MEX, provisionId(1), 8, '+');
  heal(...all);
  undo.undo();
  expect(agree(...all)).toEqual(['States[+] act']);
  undo.redo();
  expect(agree(...all)[0]).toMatch(/^States\[.*\] act$/);
  expect(brackets(eu).toSorted()).toEqual(['EU insert', 'MEX insert']);
  type(eu, EU, provisionId(1), 6, 'x');
  expect(agree(...all)[0]).toMatch(/^States\[x.*\] act$/);
});

test('S7 undoing an erasure brings the words back into their brackets, for everybody', () => {
  const { chairs, mex, MEX, all } = room(1, 'States shall act');
  addBracket(mex, MEX, { kind: 'hold', spans: [span(7, 12)] });
  heal(...all);
  const undo = createUndo(chairs, chair);
  eraseText(chairs, chair, { spans: [span(5, 14)] });
  expect(agree(...all)).toEqual(['State[]ct']);
  undo.undo();
  expect(agree(...all)).toEqual(['States [shall] act']);
  undo.redo();
  undo.undo();
  expect(agree(...all)).toEqual(['States [shall] act']);
});

test('S7 undo leaves accepted words and rulings alone', () => {
  const { chairs, eu, EU, all } = room(0, 'States act');
  const undo = createUndo(eu, EU);
  type(eu, EU, provisionId(1), 6, ' all');
  heal(...all);
  const bracket = eu.read().brackets[0]!.id;
  closeBracket(chairs, chair, { bracket, closure: { outcome: 'keep', at: 5 } });
  heal(...all);
  undo.undo();
  expect(agree(...all)).toEqual(['States all act']);
  expect(eu.bracket(bracket)?.closed?.outcome).toBe('keep');
});

for (const together of [true, false]) {
  test(`S7 words that two erased at once come back once, although both undo ${together ? 'at once' : 'in turn'}`, () => {
    for (const order of [0, 1] as const) {
      const { chairs, all } = room(order, 'States shall act');
      const secretariat = copyOf(chairs, order === 0 ? 8 : 0);
      const sec = handOf('SEC', 'draft', seeded(8));
      const one = createUndo(chairs, chair);
      const other = createUndo(secretariat, sec);
      eraseText(chairs, chair, { spans: [span(7, 13)] });
      eraseText(secretariat, sec, { spans: [span(10, 16)] });
      expect(agree(...all, secretariat)).toEqual(['States ']);
      one.undo();
      if (!together) heal(chairs, secretariat);
      other.undo();
      expect(agree(...all, secretariat)).toEqual(['States shall act']);
    }
  });
}

test('W13 proposed words look as their place does, and no format is written for them', () => {
  const chairs = opened(draftOf([provision(1, 'one two three', { marks: [{ from: 4, to: 7, kind: 'italic' }] })]), 1);
  addBracket(chairs, chair, { kind: 'hold', spans: [span(8, 13)] });
  eraseText(chairs, chair, { spans: [span(8, 10)] });
  const eu = copyOf(chairs, 2);
  const EU = handOf('EU', 'propose', seeded(1));
  for (const at of [11, 8, 7, 6, 5, 4, 2, 0]) {
    const before = eu.provision(provisionId(1))!;
    const isItalic = before.marks.some(({ from, to }) => from < at && at <= to);
    expect(insertText(eu, EU, { at: { provision: provisionId(1), offset: at }, text: 'x' })).toMatchObject({
      ok: true,
    });
    const { marks } = eu.provision(provisionId(1))!;
    expect([at, marks.some(({ from, to }) => from <= at && at < to)]).toEqual([at, isItalic]);
  }
  expect(replaceText(eu, EU, { spans: [span(5, 9)], text: 'other' })).toMatchObject({ ok: true });
  const own = eu.doc.store.clients.get(2)!;
  expect(own.filter((item) => item instanceof Y.Item && item.content instanceof Y.ContentFormat)).toEqual([]);
  const marked = { at: { provision: provisionId(1), offset: 0 }, text: 'x', marks: ['bold'] } as const;
  expect(insertText(eu, EU, marked)).toEqual({ ok: false, reason: 'chair-only' });
  heal(chairs, eu);
  expect(chairs.read()).toEqual(readFresh(eu.doc));
});
