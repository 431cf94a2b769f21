/** A cell by its place; -1 is the header of the row or the column. */
export interface GridPlace {
  readonly row: number;
  readonly col: number;
}

/** Where a key leads in a grid of this size, or `undefined` for a key that does not move. */
export function step(
  { row, col }: GridPlace,
  press: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean },
  size: { readonly rows: number; readonly cols: number; readonly page: number; readonly rtl: boolean },
): GridPlace | undefined {
  const { rows, cols, page, rtl } = size;
  const far = press.ctrlKey || press.metaKey;
  const clamp = (place: GridPlace): GridPlace => ({
    row: Math.min(Math.max(place.row, -1), rows - 1),
    col: Math.min(Math.max(place.col, -1), cols - 1),
  });
  switch (press.key) {
    case 'ArrowUp':
      return clamp({ row: far ? -1 : row - 1, col });
    case 'ArrowDown':
      return clamp({ row: far ? rows - 1 : row + 1, col });
    case 'ArrowRight':
      return clamp({ row, col: col + (rtl ? -1 : 1) });
    case 'ArrowLeft':
      return clamp({ row, col: col + (rtl ? 1 : -1) });
    case 'PageUp':
      return clamp({ row: row - page, col });
    case 'PageDown':
      return clamp({ row: row + page, col });
    case 'Home':
      return clamp({ row: far ? 0 : row, col: 0 });
    case 'End':
      return clamp({ row: far ? rows - 1 : row, col: cols - 1 });
    default:
      return undefined;
  }
}
