import type { ComparedProvision, ComparedRow } from '../../../shared/revisions/compare/comparison.ts';

export const KINDS = ['all', 'words', 'brackets', 'places'] as const;
export type Kind = (typeof KINDS)[number];

/** Which changed provisions are looked at: of one kind, of one delegation's making. */
export interface Filter {
  readonly kind: Kind;
  /** A delegation's code; absent: everybody's. */
  readonly by?: string;
}

/** A row with the number of the first change in it, from 1, where the filter lets it through. */
export interface NumberedRow {
  readonly row: ComparedRow;
  readonly first?: number;
}

/** The rows with the changes that the filter lets through counted on through the text. */
export function numbered(
  rows: readonly ComparedRow[],
  filter: Filter,
): { readonly rows: readonly NumberedRow[]; readonly count: number } {
  let count = 0;
  const out = rows.map((row): NumberedRow => {
    if (row.type === 'left' || row.changes === 0 || !passes(row, filter)) return { row };
    const first = count + 1;
    count += row.changes;
    return { row, first };
  });
  return { rows: out, count };
}

function passes(row: ComparedProvision, { kind, by }: Filter): boolean {
  if (by !== undefined && !row.by.some((code) => code === by)) return false;
  switch (kind) {
    case 'all':
      return true;
    case 'words':
      return row.words.some(({ type }) => type === 'changed');
    case 'brackets':
      return row.opened.length + row.closed.length > 0;
    case 'places':
      return row.moved || row.recast || row.descent.type === 'split' || row.descent.type === 'joined';
  }
}
