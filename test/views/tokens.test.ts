import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../shared/consensus/assessment.ts';
import { STANCES } from '../../shared/schema/position.ts';

const css = readFileSync(resolve(import.meta.dirname, '../../renderer/app/tokens.css'), 'utf8');

/** A token's colour in light and in dark, as the first rule of the file sets it. */
function token(name: string): readonly [string, string] {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css) ?? [];
  if (!light || !dark) throw new Error(`no token --${name}`);
  return [light, dark];
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'])('V5 %s', (theme) => {
  const at = theme === 'light' ? 0 : 1;
  const surfaces = ['desk', 'panel', 'paper', 'raised'].map((name) => token(name)[at]);

  it.each(['ink', 'ink-soft', 'ink-faint', 'ink-agreed', 'ink-open', 'ink-blocked', 'ink-ready'])(
    'V5 --%s has 4.5:1 on every surface',
    (name) => {
      for (const surface of surfaces) expect(contrast(token(name)[at], surface)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(STATUSES)('V5 the glyph of %s has 4.5:1 on its colour', (status) => {
    expect(contrast(token(`on-${status}`)[at], token(`status-${status}`)[at])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(STANCES)('V5 the glyph of %s has 4.5:1 on its colour', (stance) => {
    expect(contrast(token(`on-${stance}`)[at], token(`stance-${stance}`)[at])).toBeGreaterThanOrEqual(4.5);
  });

  it('V5 the frames of controls have 3:1 on every surface', () => {
    for (const surface of surfaces) expect(contrast(token('line-firm')[at], surface)).toBeGreaterThanOrEqual(3);
  });
});
