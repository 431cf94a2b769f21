import { memo, type CSSProperties } from 'react';
import type { ProvisionAssessment } from '../../../../shared/consensus/assessment.ts';
import { groupStanceIn, silentIn, stanceIn, type CellStance, type Column } from './columns.ts';
import type { CellLabels } from './use-cell-labels.ts';

export interface MatrixCellProps {
  readonly assessment: ProvisionAssessment;
  readonly column: Column;
  /** What the row's provision and the column's delegation or group are called. */
  readonly provision: string;
  readonly who: string;
  readonly labels: CellLabels;
  /** A number as the reader writes it. */
  readonly figures: (count: number) => string;
  readonly row: number;
  readonly col: number;
  readonly start: number;
  readonly size: number;
  readonly active: boolean;
  readonly own: boolean;
}

/**
 * One cell: a shape on its colour, and a label that says it all by itself. It is a single element whose shape is drawn by
 * the style sheet, since dozens come and go with every frame that is scrolled.
 */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { column, row, col, start, size, active, own } = props;
  const { label, cell, mixed, count } = contentOf(props);
  const style: CSSProperties = { insetInlineStart: start, inlineSize: size };
  return (
    <div
      role="gridcell"
      className={cell ? `matrix-cell matrix-shape stance-${cell.stance}` : 'matrix-cell'}
      style={style}
      aria-colindex={col + 2}
      aria-label={label}
      data-row={row}
      data-col={col}
      data-inside={cell?.inside || undefined}
      data-own={own || undefined}
      data-member={(column.type === 'delegation' && column.inGroup !== undefined) || undefined}
      tabIndex={active ? 0 : -1}
    >
      {mixed ? <i className="matrix-mixed" /> : count}
    </div>
  );
});

interface CellContent {
  readonly label: string;
  readonly cell?: CellStance | undefined;
  readonly mixed?: boolean;
  readonly count?: string;
}

function contentOf({ assessment, column, provision, who, labels, figures }: MatrixCellProps): CellContent {
  switch (column.type) {
    case 'silent': {
      const count = silentIn(assessment, column.seats);
      return { label: labels.silent(provision, count), ...(count > 0 ? { count: figures(count) } : {}) };
    }
    case 'group': {
      const group = groupStanceIn(assessment, column.members);
      if (!group) return { label: labels.cell(provision, who, undefined) };
      return { label: labels.group(provision, who, group), cell: group, mixed: group.mixed };
    }
    case 'delegation': {
      const cell = stanceIn(assessment, column.code);
      return { label: labels.cell(provision, who, cell), cell };
    }
  }
}
