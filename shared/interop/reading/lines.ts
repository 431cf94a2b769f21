/** One line of a source: offsets of the line and of its words without the white space around them. */
export interface Line {
  readonly from: number;
  /** Past the words; what follows up to `from` of the next line is white space. */
  readonly wordsTo: number;
  readonly wordsFrom: number;
}

/** The lines of a source. A line ends at `\n`, at `\r` not followed by one, and at the Unicode line separators. */
export function linesOf(source: string): readonly Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|[\n\r\u2028\u2029]/gu;
  for (let from = 0; from <= source.length;) {
    breaks.lastIndex = from;
    const end = breaks.exec(source);
    const to = end?.index ?? source.length;
    let wordsFrom = from;
    let wordsTo = to;
    while (wordsFrom < wordsTo && isBlank(source.charCodeAt(wordsFrom))) wordsFrom += 1;
    while (wordsTo > wordsFrom && isBlank(source.charCodeAt(wordsTo - 1))) wordsTo -= 1;
    lines.push({ from, wordsFrom, wordsTo });
    if (end === null) break;
    from = to + end[0].length;
  }
  return lines;
}

/** White space that layouts are made of: space, tab, form feed, vertical tab, byte order mark. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 12 || code === 11 || code === 0xfeff;
}

/** Line and column of an offset, both counted from 1, columns in UTF-16 units. */
export function placeOf(lines: readonly Line[], offset: number): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.from <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - lines[low]!.from + 1 };
}

/**
 * The width at which a text's lines were broken by its layout, or `undefined` where every line is a paragraph of its
 * own: the length that nineteen of twenty lines keep within, if it is one at which pages are set.
 */
export function wrapWidth(lines: readonly Line[]): number | undefined {
  const lengths = lines
    .filter((line) => line.wordsTo > line.wordsFrom)
    .map((line) => line.wordsTo - line.from)
    .sort((a, b) => a - b);
  if (lengths.length < 4) return undefined;
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  return width >= 50 && width <= 160 ? width : undefined;
}
