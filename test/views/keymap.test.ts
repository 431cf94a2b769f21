import { expect, it } from 'vitest';
import { isChord, KEYMAP, keyNameOf, type Chord, type KeyName, type KeyPress } from '../../renderer/app/keymap.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});

it('V4 no key of the program is a bare letter or sign, and none wants AltGr', () => {
  for (const chord of Object.values(KEYMAP) as Chord[]) {
    expect(chord.key.length > 1 || chord.ctrl).toBe(true);
    expect(chord.ctrl && chord.alt).toBeFalsy();
  }
});

it('V4 no two keys are the same', () => {
  const texts = (Object.values(KEYMAP) as Chord[]).map((chord) => JSON.stringify({ ...chord }));
  expect(new Set(texts).size).toBe(texts.length);
});

it('V4 nothing is a key while an input method composes', () => {
  expect(keyNameOf(press('F8', { isComposing: true }))).toBeUndefined();
  expect(keyNameOf(press('F8'))).toBe('next-bracket');
});

it.each<[string, KeyPress, KeyName | undefined]>([
  ['Ctrl+K', press('k', { code: 'KeyK', ctrlKey: true }), 'palette'],
  ['Ctrl+K where the layout moves it', press('k', { code: 'KeyV', ctrlKey: true }), 'palette'],
  ['Ctrl+K on a Russian layout', press('л', { code: 'KeyK', ctrlKey: true }), 'palette'],
  ['Command+K', press('k', { code: 'KeyK', metaKey: true }), 'palette'],
  ['Ctrl+. on AZERTY, with Shift', press('.', { code: 'Comma', ctrlKey: true, shiftKey: true }), 'position'],
  ['Shift+F8', press('F8', { shiftKey: true }), 'previous-bracket'],
  ['Alt+F8', press('F8', { altKey: true }), undefined],
  ['K alone', press('k', { code: 'KeyK' }), undefined],
  ['Ctrl+V', press('v', { code: 'KeyK', ctrlKey: true }), undefined],
])('V4 %s', (_name, pressed, meant) => {
  expect(keyNameOf(pressed)).toBe(meant);
  if (meant) expect(isChord(pressed, KEYMAP[meant])).toBe(true);
});
