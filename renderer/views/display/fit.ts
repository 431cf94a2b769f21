import type { DisplaySetting, DisplaySize } from '../../session/stores/display-store.ts';

/** What a display tells the chair of itself. */
export interface DisplayReport {
  /** Parts that the provision is shown in; 1 where it fits the screen. */
  readonly pages: number;
  /** The last row cannot read letters of this size. */
  readonly tooSmall: boolean;
}

/** Letters by the height of the screen. */
const SIZES: Readonly<Record<Exclude<DisplaySize, 'depth'>, number>> = { small: 0.042, medium: 0.06, large: 0.085 };

/** Letters are read from 150 times their height, and a capital is seven tenths of the size of its type. */
const READABLE = 150;
const CAPITAL = 0.7;

/** The size of type, in pixels of a screen `pixels` high, that the last row needs (rule D3). */
export function sizeForDepth({ depth, height }: Pick<DisplaySetting, 'depth' | 'height'>, pixels: number): number {
  return ((depth / READABLE / height) * pixels) / CAPITAL;
}

/** The size of type, in pixels, and whether the last row can read it. */
export function typeSize(
  setting: DisplaySetting,
  pixels: number,
): { readonly size: number; readonly tooSmall: boolean } {
  const needed = sizeForDepth(setting, pixels);
  const size = setting.size === 'depth' ? needed : SIZES[setting.size] * pixels;
  return { size, tooSmall: size < needed * 0.99 };
}

/** Lines that stand on one screen, and the parts that a text comes in. */
export function partsOf(lines: number, perPage: number): number {
  return Math.max(1, Math.ceil(lines / Math.max(1, perPage)));
}
