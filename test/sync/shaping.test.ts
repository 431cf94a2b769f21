import { expect, test } from 'vitest';
import { addProvision } from '../../shared/sync/commands/add-provision.ts';
import { closeBracket } from '../../shared/sync/commands/close-bracket.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { joinProvision } from '../../shared/sync/commands/join-provision.ts';
import { moveProvision } from '../../shared/sync/commands/move-provision.ts';
import { removeProvision } from '../../shared/sync/commands/remove-provision.ts';
import { second } from '../../shared/sync/commands/second.ts';
import { splitProvision } from '../../shared/sync/commands/split-provision.ts';
import { withdrawBracket } from '../../shared/sync/commands/withdraw-bracket.ts';
import { impliedBrackets } from '../../shared/sync/implied.ts';
import { createReplica } from '../../shared/sync/replica.ts';
import type { Replica } from '../../shared/sync/replica.ts';
import { seedDraft } from '../../shared/sync/seed.ts';
import { createUndo } from '../../shared/sync/undo.ts';
import type { Bracket } from '../../shared/schema/bracket.ts';
import { writeDraft } from '../../shared/interop/write-draft.ts';
import * as Y from 'yjs';
import { copyOf, handOf, heal, opened, provisionId, shown, texts } from './building.ts';

const P1 = provisionId(1);
const P2 = provisionId(2);
const P3 = provisionId(3);

const euHand = handOf('EU', 'propose');
const chairHand = handOf('CHAIR', 'draft');

function room(): { readonly chair: Replica; readonly eu: Replica; meet(): void } {
  const chair = opened(texts('one two', 'three four', 'five six'));
  const eu = copyOf(chair, 2);
  return { chair, eu, meet: () => heal(chair, eu) };
}

const only = (replica: Replica): Bracket => {
  const [bracket, ...more] = replica.read().brackets;
  expect(more).toEqual([]);
  return bracket!;
};

const propose = {
  split: (eu: Replica) => splitProvision(eu, euHand, { at: { provision: P2, offset: 6 } }),
  move: (eu: Replica) => moveProvision(eu, euHand, { provision: P1, after: P3 }),
  join: (eu: Replica) => joinProvision(eu, euHand, { provision: P2 }),
} as const;
type Shape = keyof typeof propose;

const before = ['one two', 'three four', 'five six'];

test.for([
  ['split', ['one two', 'three ', 'four', 'five six'], 'SPLIT'],
  ['move', ['three four', 'five six', 'one two'], 'MOVE to after 3'],
  ['join', ['one twothree four', 'five six'], 'JOIN to 1'],
] as const)('W10 a delegation proposes to %s, and the chair alone brings it about', ([kind, after, notation]) => {
  const { chair, eu, meet } = room();
  expect(propose[kind](eu).ok).toBe(true);
  meet();
  expect(chair.read().provisions.map(({ text }) => text)).toEqual(before);
  const proposed = only(chair);
  expect([proposed.kind, proposed.proponent]).toEqual([kind, 'EU']);
  expect(proposed.pieces.every(({ from, to }) => from === to)).toBe(true);
  expect(writeDraft(chair.read(), { format: 'text', rendering: 'attributed' })).toContain(`[${notation}: EU] `);
  expect(writeDraft(chair.read(), { format: 'text' })).toContain(`[${notation}] `);
  expect(writeDraft(chair.read(), { format: 'text', rendering: 'clean' })).not.toContain(notation);
  expect(closeBracket(eu, euHand, { bracket: proposed.id, closure: { outcome: 'keep', at: 1 } }).ok).toBe(false);
  expect(second(chair, handOf('MEX', 'propose'), { bracket: proposed.id, as: 'second' }).ok).toBe(true);
  expect(only(chair).supporters).toEqual(['MEX']);
  expect(closeBracket(chair, chairHand, { bracket: proposed.id, closure: { outcome: 'keep', at: 1 } }).ok).toBe(true);
  meet();
  for (const peer of [chair, eu]) {
    expect(peer.read().provisions.map(({ text }) => text)).toEqual(after);
    expect(peer.read().brackets).toEqual([]);
  }
});

test.for(['split', 'move', 'join'] as const)(
  'W10 a proposal to %s that is rejected or withdrawn leaves no trace',
  (kind) => {
    for (const end of ['drop', 'withdraw', 'undo'] as const) {
      const { chair, eu, meet } = room();
      const draft = chair.read();
      const undo = createUndo(eu, euHand);
      propose[kind](eu);
      meet();
      const { id } = only(eu);
      if (end === 'withdraw') expect(withdrawBracket(eu, euHand, { bracket: id }).ok).toBe(true);
      if (end === 'undo') expect(undo.undo()).toBe(true);
      if (end === 'drop') closeBracket(chair, chairHand, { bracket: id, closure: { outcome: 'drop', at: 1 } });
      meet();
      expect(chair.read()).toEqual(draft);
      expect(eu.bracket(id)?.closed?.outcome).toBe({ drop: 'drop', withdraw: 'withdrawn', undo: undefined }[end]);
    }
  },
);

test('W10 a ruling that brings a proposal about is not undone by undo', () => {
  const { chair, eu, meet } = room();
  const undo = createUndo(chair, chairHand);
  propose.move(eu);
  meet();
  closeBracket(chair, chairHand, { bracket: only(chair).id, closure: { outcome: 'keep', at: 1 } });
  expect(undo.undo()).toBe(false);
  expect(chair.indexOf(P1)).toBe(2);
});

test('W10 one proposal of a kind on a provision: another move takes the place of the first, and one home takes it back', () => {
  const { eu } = room();
  propose.move(eu);
  expect(propose.move(eu)).toEqual({ ok: false, reason: 'nothing-to-do' });
  expect(moveProvision(eu, euHand, { provision: P1, after: P2 }).ok).toBe(true);
  expect(only(eu).goesTo).toBe(P2);
  expect(moveProvision(eu, euHand, { provision: P1, after: null }).ok).toBe(true);
  expect(eu.read().brackets).toEqual([]);
  expect(splitProvision(eu, euHand, { at: { provision: P1, offset: 0 } }).ok).toBe(false);
  propose.split(eu);
  expect(propose.split(eu)).toEqual({ ok: false, reason: 'nothing-to-do' });
});

test('W10 a mark stays at its place while others write, and goes out of sight with its provision', () => {
  const { chair, eu, meet } = room();
  propose.split(eu);
  propose.move(eu);
  insertText(chair, chairHand, { at: { provision: P2, offset: 0 }, text: 'x ' });
  insertText(chair, chairHand, { at: { provision: P1, offset: 0 }, text: 'y ' });
  meet();
  const pieces = chair.read().brackets.map(({ kind, pieces: [piece] }) => [kind, piece?.provision, piece?.from]);
  expect(pieces).toEqual([
    ['move', P1, 0],
    ['split', P2, 8],
  ]);
  removeProvision(chair, chairHand, { provision: P3 });
  expect(chair.read().brackets.map(({ goesTo }) => goesTo)).toEqual([undefined, undefined]);
  const { id } = chair.read().brackets[0]!;
  expect(closeBracket(chair, chairHand, { bracket: id, closure: { outcome: 'keep', at: 1 } })).toEqual({
    ok: false,
    reason: 'place-gone',
  });
  removeProvision(chair, chairHand, { provision: P1 });
  expect(chair.read().brackets.map(({ kind }) => kind)).toEqual(['split']);
});

test('W10 what has come about meanwhile closes, and changes nothing', () => {
  const { chair, eu, meet } = room();
  propose.move(eu);
  moveProvision(chair, chairHand, { provision: P1, after: P3 });
  meet();
  const draft = chair.read().provisions;
  expect(closeBracket(chair, chairHand, { bracket: only(chair).id, closure: { outcome: 'keep', at: 1 } }).ok).toBe(
    true,
  );
  expect(chair.read().provisions).toEqual(draft);
});

test('W6 a proposal to move one’s own implied words does not hide them', () => {
  const { chair, eu, meet } = room();
  eu.doc.transact(() => eu.index.records.get(P1)?.own?.insert(0, 'z'));
  propose.move(eu);
  meet();
  expect(impliedBrackets(chair, new Map([[2, 'EU' as never]]))).toHaveLength(1);
});

test('W8 a provision is proposed before, after and as an alternative', () => {
  const { eu } = room();
  const made = { kind: 'operative', level: 0, text: 'new' } as const;
  for (const [after, relation] of [
    [null, undefined],
    [P1, { type: 'insertAfter', to: P1 }],
    [P2, { type: 'alternativeTo', to: P2 }],
  ] as const) {
    expect(addProvision(eu, euHand, { ...made, after, ...(relation && { relation }) }).ok).toBe(true);
  }
  expect(shown(eu)).toEqual(['[new]', 'one two', '[new]', 'three four', '[new]', 'five six']);
});

test('S1 a draft with proposals about its shape reads back as it was', () => {
  const { eu } = room();
  for (const kind of Object.keys(propose) as Shape[]) propose[kind](eu);
  moveProvision(eu, euHand, { provision: P3, after: null });
  const draft = eu.read();
  expect(draft.brackets).toHaveLength(4);
  const doc = new Y.Doc();
  const again = createReplica(doc);
  seedDraft(doc, draft);
  expect(again.read()).toEqual(draft);
});
