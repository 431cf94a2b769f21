import { memo } from 'react';
import type { ProvisionAssessment } from '../../../../shared/consensus/assessment.ts';
import type { Code } from '../../../../shared/schema/ids.ts';
import { StatusGlyph } from '../../../controls/StatusGlyph.tsx';
import { useFigures } from '../../../i18n/figures.ts';
import { useText } from '../../../i18n/text.tsx';
import type { Names } from '../use-names.ts';
import { isOf, type Column } from './columns.ts';
import { MatrixCell } from './MatrixCell.tsx';
import type { CellLabels } from './use-cell-labels.ts';

export const ROW = 30;
export const ROW_HEADER = 104;

export interface MatrixRowProps {
  readonly assessment: ProvisionAssessment;
  readonly columns: readonly Column[];
  /** The columns in sight, by their places. */
  readonly shown: readonly number[];
  readonly names: Names;
  readonly labels: CellLabels;
  /** Whose column is one's own. */
  readonly me: Code | undefined;
  readonly row: number;
  readonly start: number;
  readonly width: number;
  readonly columnSize: number;
  readonly head: string;
  /** The column of the active cell, where it is in this row. */
  readonly active: number | undefined;
  readonly selected: boolean;
}

/** A provision and the stances on it that are in sight. Drawn anew only when they change: scrolling down passes it by. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { assessment, columns, shown, names, labels, me, row, start, width, columnSize, head, active, selected } =
    props;
  const say = useText();
  const figures = useFigures();
  const { status } = assessment;
  const provision = names.provision(assessment.provision);
  return (
    <div
      role="row"
      className="matrix-row"
      aria-rowindex={row + 2}
      aria-selected={selected}
      style={{ insetBlockStart: start, blockSize: ROW, inlineSize: width }}
    >
      <div
        role="rowheader"
        className="matrix-rowheader"
        style={{ inlineSize: ROW_HEADER }}
        aria-colindex={1}
        aria-label={`${provision}, ${say(`status.${status}`)}`}
        data-row={row}
        data-col={-1}
        tabIndex={active === -1 ? 0 : -1}
      >
        <StatusGlyph status={status} size={14} />
        <bdi>{head}</bdi>
      </div>
      {shown.map((index) => {
        const column = columns[index];
        return column ? (
          <MatrixCell
            key={column.id}
            assessment={assessment}
            column={column}
            provision={provision}
            who={column.type === 'silent' ? '' : names.holder(column.code)}
            labels={labels}
            figures={figures}
            row={row}
            col={index}
            start={ROW_HEADER + index * columnSize}
            size={columnSize}
            active={active === index}
            own={isOf(column, me)}
          />
        ) : undefined;
      })}
    </div>
  );
});
