import type * as Y from 'yjs';
import type { Observed } from '../contract.ts';
import { ROOTS } from '../rooms.ts';
import { numberOf } from './decode.ts';
import { keep } from './observed.ts';

export const DISPLAY_SIZES = ['small', 'medium', 'large', 'depth'] as const;
export type DisplaySize = (typeof DISPLAY_SIZES)[number];

/** What the chair has set for every room display of the meeting. */
export interface DisplaySetting {
  /** `blank`: black. `frozen`: stays as it was. */
  readonly mode: 'live' | 'blank' | 'frozen';
  /** `depth`: as large as the last row needs. */
  readonly size: DisplaySize;
  /** Metres from the screen to the last row, and the height of the screen. */
  readonly depth: number;
  readonly height: number;
  /** Whether positions are shown; never unless the chair says so. */
  readonly positions: boolean;
  /** Which part of a provision that is longer than the screen. */
  readonly page: number;
}

export const FIRST_DISPLAY: DisplaySetting = {
  mode: 'live',
  size: 'medium',
  depth: 12,
  height: 2,
  positions: false,
  page: 0,
};

export interface DisplayStore {
  readonly display: Observed<DisplaySetting>;
  set(change: Partial<DisplaySetting>): void;
  stop(): void;
}

const SET_DISPLAY = Symbol('set display');

/** A key each, so that two who preside change different things and both get their way. */
export function openDisplay(doc: Y.Doc): DisplayStore {
  const root = doc.getMap<unknown>(ROOTS.display);
  const display = keep(read(root));
  const refresh = () => display.set(read(root));
  root.observe(refresh);
  return {
    display,
    set: (change) =>
      doc.transact(() => {
        for (const [key, value] of Object.entries(change)) if (root.get(key) !== value) root.set(key, value);
      }, SET_DISPLAY),
    stop: () => root.unobserve(refresh),
  };
}

function read(root: Y.Map<unknown>): DisplaySetting {
  const metres = (key: 'depth' | 'height', least: number, most: number) =>
    Math.min(most, Math.max(least, numberOf(root.get(key)) ?? FIRST_DISPLAY[key]));
  const mode = root.get('mode');
  const size = DISPLAY_SIZES.find((each) => each === root.get('size'));
  return {
    mode: mode === 'blank' || mode === 'frozen' ? mode : 'live',
    size: size ?? FIRST_DISPLAY.size,
    depth: metres('depth', 2, 100),
    height: metres('height', 0.3, 20),
    positions: root.get('positions') === true,
    page: Math.max(0, Math.floor(numberOf(root.get('page')) ?? 0)),
  };
}
