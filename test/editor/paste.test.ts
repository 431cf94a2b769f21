import { expect, test } from 'vitest';
import type { Place } from '../../shared/sync/contract.ts';
import { createUndo } from '../../shared/sync/undo.ts';
import { $erase } from '../../renderer/editor/writing/erase.ts';
import { $paste } from '../../renderer/editor/writing/paste.ts';
import { copyOf, handOf, opened, provisionId, shown, texts } from '../sync/building.ts';
import { openScreen } from './screen.ts';

const at = (offset: number, provision = 1): Place => ({ provision: provisionId(provision), offset });

function table(code: string, mode: 'draft' | 'propose') {
  const replica = copyOf(opened(texts('States agree.', 'They meet.')), 2);
  const hand = handOf(code, mode);
  const undo = createUndo(replica, hand);
  const screen = openScreen(replica, { hand, undo });
  return {
    replica,
    shown: () => shown(replica),
    undo: () => screen.binding.update(() => screen.binding.$undo()),
    redo: () => screen.binding.update(() => screen.binding.$redo()),
    paste: (text: string, from = at(6), to = from) =>
      screen.binding.update(() => $paste(screen.binding, { from, to, glyphs: [] }, text)),
    erase: (from: Place, to: Place) =>
      screen.binding.update(() => $erase(screen.binding, { from, to, glyphs: [] }, 'selection')),
    settle: () => expect(screen.shown()).toEqual(screen.expected()),
  };
}

test.for([
  ['a bracket', ' [may]', 'States[ [may]] agree.', ['insert', 'hold']],
  ['nested ones', ' [a [b] c]', 'States[ [a [b] c]] agree.', ['insert', 'hold', 'hold']],
  [
    'variants side by side',
    ' [shall][should]',
    'States[ [shall][should]] agree.',
    ['insert', 'choice', 'hold', 'hold'],
  ],
  ['variants with a slash between', ' [x]/[y]', 'States[ [x]/[y]] agree.', ['insert', 'choice', 'hold', 'hold']],
  ['a placeholder', ' [X]', 'States[ [X]] agree.', ['insert', 'placeholder']],
  ['an attribution, which is kept as words', ' [may: MEX]', 'States[ [may: MEX]] agree.', ['insert', 'hold']],
  ['a stray', ' may]', 'States[ may]] agree.', ['insert']],
  ['wordings parted by a slash in one bracket', ' [a / b]', 'States[ [a / b]] agree.', ['insert', 'hold']],
  ['an empty one', ' [] y', 'States[ [] y] agree.', ['insert', 'placeholder']],
] as const)('E14 pasting %s: literal brackets become brackets of one’s own', ([, text, line, kinds]) => {
  const eu = table('EU', 'propose');
  eu.paste(text);
  eu.settle();
  expect(eu.shown()).toEqual([line, 'They meet.']);
  const made = eu.replica.read().brackets;
  expect(made.map(({ kind }) => kind)).toEqual(kinds);
  expect(made.every(({ proponent }) => proponent === 'EU')).toBe(true);
  eu.undo();
  eu.settle();
  expect(eu.shown()).toEqual(['States agree.', 'They meet.']);
  expect(eu.replica.read().brackets).toEqual([]);
});

test('E14 paragraphs become provisions and a bracket over two of them one bracket; S11 one press takes all back', () => {
  for (const [mode, code] of [
    ['draft', 'CHAIR'],
    ['propose', 'EU'],
  ] as const) {
    const peer = table(code, mode);
    const before = peer.replica.read();
    peer.paste(' one\r\n\r\n[two\tX\u0007\n three] four\n', at(13));
    peer.settle();
    const over = peer.replica.read().brackets.find(({ kind }) => kind === 'hold');
    expect(over?.pieces.map(({ from, to }) => [from, to])).toEqual([
      [0, 5],
      [0, 6],
    ]);
    expect(peer.replica.read().provisions.map(({ text }) => text)).toEqual([
      'States agree. one',
      'two X',
      ' three four',
      'They meet.',
    ]);
    peer.undo();
    peer.settle();
    expect(peer.replica.read()).toEqual(before);
    peer.redo();
    peer.settle();
    expect(peer.replica.read().provisions).toHaveLength(4);
  }
});

test('S11 erasing over several provisions is one press of undo, drafting and proposing', () => {
  for (const [mode, code] of [
    ['draft', 'CHAIR'],
    ['propose', 'EU'],
  ] as const) {
    const peer = table(code, mode);
    const before = peer.replica.read();
    peer.erase(at(6), at(4, 2));
    peer.settle();
    expect(peer.replica.read()).not.toEqual(before);
    peer.undo();
    expect(peer.shown()).toEqual(['States agree.', 'They meet.']);
    expect(peer.replica.read().brackets).toEqual([]);
  }
});
