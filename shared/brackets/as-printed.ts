import type { GlyphPart, LayoutPart } from './layout-contract.ts';

/**
 * Parts as a printer sets them, for what is only read (rule E17): an opening edge that leans on the blank that its words
 * begin with stands behind it, and the blank with the words before, so that a line never ends on a bracket that opens.
 */
export function asPrinted(parts: readonly LayoutPart[]): readonly LayoutPart[] {
  const printed: LayoutPart[] = [];
  let leaning: GlyphPart[] = [];
  for (const part of parts) {
    if (part.type === 'glyph' && part.leans) {
      leaning.push(part);
    } else if (part.type === 'run' && leaning.length > 0) {
      const begins = part.from + 1;
      const own = new Set(leaning.map(({ bracket }) => bracket));
      printed.push({ ...part, to: begins, covers: part.covers.filter((id) => !own.has(id)) });
      printed.push(...leaning.map(({ leans: _leans, ...glyph }) => ({ ...glyph, at: begins })));
      if (begins < part.to) printed.push({ ...part, from: begins });
      leaning = [];
    } else {
      printed.push(part);
    }
  }
  return printed;
}
