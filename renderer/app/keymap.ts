/*
 * Every key of the program that works outside a text field, as data: the help sheet and the palette read it too.
 * No bare letters (they belong to the text), no Ctrl+Alt (AltGr), nothing while an input method composes.
 */
export interface Chord {
  /** `F8`, `K`, `.`, `/`, `Escape`. */
  readonly key: string;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

export const KEYMAP = {
  'next-bracket': { key: 'F8' },
  'previous-bracket': { key: 'F8', shift: true },
  'next-change': { key: 'F7' },
  'previous-change': { key: 'F7', shift: true },
  'who-wrote': { key: 'F2' },
  'next-pane': { key: 'F6' },
  'previous-pane': { key: 'F6', shift: true },
  'go-to': { key: 'G', ctrl: true },
  find: { key: 'F', ctrl: true },
  palette: { key: 'K', ctrl: true },
  position: { key: '.', ctrl: true },
  second: { key: 'Enter', ctrl: true },
  keep: { key: 'Enter', ctrl: true, shift: true },
  toolbar: { key: 'F10', alt: true },
  reader: { key: 'F9' },
  board: { key: 'F4' },
  display: { key: 'F5' },
  'display-here': { key: 'F5', shift: true },
  keys: { key: 'F1' },
} as const satisfies Record<string, Chord>;

export type KeyName = keyof typeof KEYMAP;

/** What the browser reports, as far as a chord needs it. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'
>;

/**
 * Whether a press is the chord. Letters are matched by what the layout writes, and by their place on the keyboard
 * where it writes no Latin letter (Russian, Arabic); Command stands for Ctrl.
 */
export function isChord(press: KeyPress, chord: Chord): boolean {
  if (press.isComposing) return false;
  if ((press.ctrlKey || press.metaKey) !== Boolean(chord.ctrl)) return false;
  if (press.altKey !== Boolean(chord.alt)) return false;
  if (chord.key.length > 1) return press.key === chord.key && press.shiftKey === Boolean(chord.shift);
  if (/^[A-Z]$/.test(chord.key)) {
    const latin = /^[a-z]$/i.test(press.key);
    return latin ? press.key.toUpperCase() === chord.key : press.code === `Key${chord.key}`;
  }
  return press.key === chord.key || press.code === CODES[chord.key];
}

const CODES: Readonly<Record<string, string>> = { '.': 'Period', '/': 'Slash' };

/** The key a press stands for, if it is one of ours. */
export function keyNameOf(press: KeyPress): KeyName | undefined {
  return (Object.keys(KEYMAP) as KeyName[]).find((name) => isChord(press, KEYMAP[name]));
}

/** `Ctrl+K`, as it is written on keyboards. */
export function chordText(name: KeyName): string {
  const chord: Chord = KEYMAP[name];
  return [chord.ctrl && 'Ctrl', chord.alt && 'Alt', chord.shift && 'Shift', chord.key].filter(Boolean).join('+');
}
