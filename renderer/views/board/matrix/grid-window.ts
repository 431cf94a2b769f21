/** Which rows and columns are drawn: from the first to before the last. */
export interface GridWindow {
  readonly rows: Stretch;
  readonly cols: Stretch;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A grid whose rows are of one height and its columns of one width, with a head row and a head column that stay in sight. */
export interface GridShape {
  readonly rows: number;
  readonly cols: number;
  readonly row: number;
  readonly col: number;
  readonly headRow: number;
  readonly headCol: number;
}

/** How far a pane is scrolled, from the side where lines begin, and how large it is, in pixels. */
export interface PaneView {
  readonly top: number;
  readonly start: number;
  readonly blockSize: number;
  readonly inlineSize: number;
}

/** What is in sight, and `spare` rows and columns more on each side. */
export function windowOf(view: PaneView, shape: GridShape, spare: number): GridWindow {
  return {
    rows: stretch(view.top, view.blockSize - shape.headRow, { size: shape.row, count: shape.rows, spare }),
    cols: stretch(view.start, view.inlineSize - shape.headCol, { size: shape.col, count: shape.cols, spare }),
  };
}

function stretch(
  start: number,
  length: number,
  { size, count, spare }: { readonly size: number; readonly count: number; readonly spare: number },
): Stretch {
  const from = Math.max(0, Math.floor(start / size) - spare);
  return { from: Math.min(from, count), to: Math.min(count, Math.ceil((start + Math.max(length, 0)) / size) + spare) };
}

/** Where to scroll so that a row or column is wholly in sight, going no further than that; `undefined` where it is. */
export function reach(index: number, size: number, view: { readonly start: number; readonly length: number }) {
  const before = index * size;
  if (before < view.start) return before;
  const after = before + size - view.length;
  return after > view.start ? after : undefined;
}

/** A stretch as indices, and one that stays drawn wherever it is: what has the focus must not go with scrolling. */
export function indicesOf({ from, to }: Stretch, kept: number): readonly number[] {
  const indices = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  if (kept < 0 || (kept >= from && kept < to)) return indices;
  return kept < from ? [kept, ...indices] : [...indices, kept];
}
