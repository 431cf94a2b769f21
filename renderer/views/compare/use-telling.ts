import { useCallback } from 'react';
import { isChange } from '../../../shared/revisions/compare/count-changes.ts';
import { useText } from '../../i18n/text.tsx';
import type { ComparedProvision } from '../../../shared/revisions/compare/comparison.ts';
import type { NumberedRow } from './filter.ts';

/** More than anybody listens to. */
const MOST = 120;

/** A change in words for the ear: where it is, and what was struck and inserted. */
export function useTelling(
  nameOf: (row: ComparedProvision) => string,
): (rows: readonly NumberedRow[], change: number) => string {
  const say = useText();
  return useCallback(
    (rows, change) => {
      for (const { row, first } of rows) {
        if (row.type === 'left' || first === undefined || change >= first + row.changes) continue;
        const index = change - first - Number(isChange(row));
        const words = row.words.filter((each) => each.type === 'changed')[index];
        if (index < 0 || words === undefined) return nameOf(row);
        const { struck, inserted } = { struck: words.struck.slice(0, MOST), inserted: words.inserted.slice(0, MOST) };
        const kind = struck === '' ? 'inserted' : inserted === '' ? 'struck' : 'replaced';
        return `${nameOf(row)}: ${say(`compare.told.${kind}`, { struck, inserted })}`;
      }
      return '';
    },
    [say, nameOf],
  );
}
