import { expect, test } from 'vitest';
import { addBracket } from '../../shared/sync/commands/add-bracket.ts';
import { eraseText } from '../../shared/sync/commands/erase-text.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { markText } from '../../shared/sync/commands/mark-text.ts';
import { createUndo } from '../../shared/sync/undo.ts';
import { readFresh } from '../../shared/sync/replica.ts';
import { copyOf, handOf, heal, opened, provisionId, shown, texts } from './building.ts';

const P1 = provisionId(1);
const chairHand = handOf('CHAIR', 'draft');
const euHand = handOf('EU', 'propose');
const span = (from: number, to: number) => ({ provision: P1, from, to });

/** `one [three]`, of a bracket that held `two three`. */
function erased(kind: 'hold' | 'placeholder' = 'hold') {
  const chair = opened(texts('one two three'));
  addBracket(chair, chairHand, { kind, spans: [span(4, 13)] });
  eraseText(chair, chairHand, { spans: [span(4, 8)] });
  expect(shown(chair)).toEqual(['one [three]']);
  return chair;
}

test('S4 words typed right before a bracket whose first characters were erased are outside it, whoever types', () => {
  for (const [client, hand, expected] of [
    [1, chairHand, ['one new [three]', 'one newer [three]']],
    [2, euHand, ['one [new ][three]', 'one [newer ][three]']],
    [4_000_000_000, euHand, ['one [new ][three]', 'one [newer ][three]']],
  ] as const) {
    const chair = erased();
    const peer = client === 1 ? chair : copyOf(chair, client);
    insertText(peer, hand, { at: { provision: P1, offset: 4 }, text: 'new ' });
    expect(shown(peer)).toEqual([expected[0]]);
    insertText(peer, hand, { at: { provision: P1, offset: 7 }, text: 'er' });
    expect(shown(peer)).toEqual([expected[1]]);
    heal(chair, peer);
    expect(chair.read()).toEqual(readFresh(peer.doc));
    expect(shown(chair)).toEqual([expected[1]]);
  }
});

test('S4 such words take no format from what was erased, and give none to what follows', () => {
  const chair = opened(texts('one two three'));
  addBracket(chair, chairHand, { kind: 'hold', spans: [span(4, 13)] });
  markText(chair, chairHand, { spans: [span(4, 13)], mark: 'bold', on: true });
  eraseText(chair, chairHand, { spans: [span(4, 8)] });
  insertText(chair, chairHand, { at: { provision: P1, offset: 4 }, text: 'new ', marks: ['italic'] });
  expect(shown(chair)).toEqual(['one new [three]']);
  expect(chair.read().provisions[0]!.marks).toEqual([
    { from: 4, to: 8, kind: 'italic' },
    { from: 8, to: 13, kind: 'bold' },
  ]);
  expect(chair.read()).toEqual(readFresh(chair.doc));
});

test('S4 words typed inside such a bracket stay inside, and what was erased comes back into it', () => {
  const chair = opened(texts('one two three'));
  const undo = createUndo(chair, chairHand);
  addBracket(chair, chairHand, { kind: 'hold', spans: [span(4, 13)] });
  undo.stopCapturing();
  eraseText(chair, chairHand, { spans: [span(4, 8)] });
  undo.stopCapturing();
  insertText(chair, chairHand, { at: { provision: P1, offset: 5 }, text: 'X' });
  undo.stopCapturing();
  insertText(chair, chairHand, { at: { provision: P1, offset: 4 }, text: 'new ' });
  expect(shown(chair)).toEqual(['one new [tXhree]']);
  undo.undo();
  undo.undo();
  undo.undo();
  expect(shown(chair)).toEqual(['one [two three]']);
});

test('S4 words typed further on, behind what was erased with its format, stand where they were typed', () => {
  const chair = opened(texts('one two three'));
  markText(chair, chairHand, { spans: [span(4, 9)], mark: 'bold', on: true });
  eraseText(chair, chairHand, { spans: [span(2, 6)] });
  for (const offset of [3, 2, 6]) insertText(chair, chairHand, { at: { provision: P1, offset }, text: 'X' });
  expect(shown(chair)).toEqual(['onXoX Xthree']);
});

test('S4 what goes on with a proposal inside such a bracket is in both, though nothing stands between their edges', () => {
  const chair = opened(texts('one two three'));
  addBracket(chair, chairHand, { kind: 'hold', spans: [span(4, 13)] });
  const eu = copyOf(chair, 2);
  insertText(eu, euHand, { at: { provision: P1, offset: 8 }, text: 'X' });
  heal(chair, eu);
  eraseText(chair, chairHand, { spans: [span(4, 8)] });
  heal(chair, eu);
  expect(shown(eu)).toEqual(['one [[X]three]']);
  insertText(eu, euHand, { at: { provision: P1, offset: 4 }, text: 'Y' });
  expect(shown(eu)).toEqual(['one [[YX]three]']);
});

test("S4 words that go on with a proposal at a place where another's bracket begins or ends in it are outside that", () => {
  const eu = opened(texts('States act'), 2);
  insertText(eu, euHand, { at: { provision: P1, offset: 6 }, text: ' shall soon' });
  const chair = copyOf(eu, 1);
  addBracket(chair, chairHand, { kind: 'hold', spans: [span(9, 21)] });
  addBracket(chair, chairHand, { kind: 'hold', spans: [span(0, 15)] });
  heal(eu, chair);
  // Of ` shall soon` the middle is left, and both brackets hold on to what is gone.
  eraseText(chair, chairHand, { spans: [span(6, 11), span(13, 17)] });
  heal(eu, chair);
  expect(shown(eu)).toEqual(['[States[[l ]] act]']);
  insertText(eu, euHand, { at: { provision: P1, offset: 8 }, text: 'so' });
  insertText(eu, euHand, { at: { provision: P1, offset: 6 }, text: 'al' });
  heal(eu, chair);
  expect(shown(chair)).toEqual(['[States[al[l ]so] act]']);
  expect(chair.read()).toEqual(readFresh(eu.doc));
});

test('S4 a proposal does not grow over words of others that its proponent struck and brought back at its end', () => {
  const chair = opened(texts('States act'));
  const added = insertText(
    chair,
    { ...chairHand, mode: 'propose' },
    { at: { provision: P1, offset: 6 }, text: ' shall' },
  );
  expect(added.ok).toBe(true);
  const undo = createUndo(chair, chairHand);
  eraseText(chair, chairHand, { spans: [span(12, 14)] });
  undo.undo();
  expect(shown(chair)).toEqual(['States[ shall] act']);
  insertText(chair, chairHand, { at: { provision: P1, offset: 13 }, text: 're' });
  expect(shown(chair)).toEqual(['States[ shall] react']);
});

test('S4 a proposal that others struck and brought back does not grow with what they type at its end', () => {
  const eu = opened(texts('States act'), 2);
  insertText(eu, euHand, { at: { provision: P1, offset: 6 }, text: ' shall' });
  const chair = copyOf(eu, 1);
  const undo = createUndo(chair, chairHand);
  eraseText(chair, chairHand, { spans: [span(6, 12)] });
  undo.undo();
  insertText(chair, chairHand, { at: { provision: P1, offset: 12 }, text: ' now' });
  expect(shown(chair)).toEqual(['States[ shall] now act']);
  heal(eu, chair);
  insertText(eu, euHand, { at: { provision: P1, offset: 12 }, text: ' all' });
  expect(shown(eu)).toEqual(['States[ shall all] now act']);
});

test('S4 a bracket whose end an undo brought back before its other words goes on holding them all', () => {
  const chair = opened(texts('abcdef'));
  const secretariat = copyOf(chair, 7);
  const hand = handOf('SEC', 'draft');
  const undo = createUndo(chair, chairHand);
  eraseText(chair, chairHand, { spans: [span(1, 5)] });
  undo.undo();
  insertText(secretariat, hand, { at: { provision: P1, offset: 4 }, text: 'XY' });
  addBracket(secretariat, hand, { kind: 'hold', spans: [span(4, 7)] });
  expect(shown(secretariat)).toEqual(['abcd[XYe]f']);
  heal(chair, secretariat);
  expect(shown(chair)).toEqual(['abcd[eXY]f']);
  expect(chair.read()).toEqual(readFresh(chair.doc));
  // Its first character gone, it holds the others all the same.
  eraseText(chair, chairHand, { spans: [span(5, 6)] });
  expect(shown(chair)).toEqual(['abcd[eY]f']);
});
