import { memo, type CSSProperties } from 'react';
import { useIntl } from 'react-intl';
import type { ProvisionAssessment } from '../../../../shared/consensus/assessment.ts';
import { StanceGlyph } from '../../../controls/StanceGlyph.tsx';
import { useText } from '../../../i18n/text.tsx';
import type { Names } from '../use-names.ts';
import { groupStanceIn, silentIn, stanceIn, type CellStance, type Column } from './columns.ts';

export interface MatrixCellProps {
  readonly assessment: ProvisionAssessment;
  readonly column: Column;
  readonly names: Names;
  readonly row: number;
  readonly col: number;
  readonly start: number;
  readonly size: number;
  readonly active: boolean;
  readonly own: boolean;
}

/** One cell: a shape on its colour, and a label that says it all by itself. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { assessment, column, names, row, col, start, size, active, own } = props;
  const { label, content } = useCell(assessment, column, names);
  const style: CSSProperties = { insetInlineStart: start, inlineSize: size };
  return (
    <div
      role="gridcell"
      className="matrix-cell"
      style={style}
      aria-colindex={col + 2}
      aria-label={label}
      data-row={row}
      data-col={col}
      data-own={own || undefined}
      data-member={(column.type === 'delegation' && column.inGroup !== undefined) || undefined}
      tabIndex={active ? 0 : -1}
    >
      {content}
    </div>
  );
});

function useCell(assessment: ProvisionAssessment, column: Column, names: Names) {
  const say = useText();
  const intl = useIntl();
  const provision = names.provision(assessment.provision);
  switch (column.type) {
    case 'silent': {
      const count = silentIn(assessment, column.seats);
      return {
        label: say('board.matrix.cell.silent', { provision, count }),
        content: <span className="matrix-count">{count > 0 && intl.formatNumber(count)}</span>,
      };
    }
    case 'group': {
      const who = names.holder(column.code);
      const group = groupStanceIn(assessment, column.members);
      if (!group) return silent(who);
      const stances = group.counts
        .map(([stance, count]) => say('board.matrix.count', { count, stance: say(`stance.${stance}`) }))
        .join(', ');
      return {
        label: group.mixed ? say('board.matrix.cell.mixed', { provision, who, stances }) : said(who, group),
        content: <Shape cell={group} mixed={group.mixed} />,
      };
    }
    case 'delegation': {
      const who = names.holder(column.code);
      const cell = stanceIn(assessment, column.code);
      return cell ? { label: said(who, cell), content: <Shape cell={cell} /> } : silent(who);
    }
  }

  function silent(who: string) {
    return { label: say('board.matrix.cell', { provision, who, stance: say('stance.none') }), content: '' };
  }
  function said(who: string, { stance, inside }: CellStance): string {
    const words = say(`stance.${stance}`);
    return say(inside ? 'board.matrix.cell.inside' : 'board.matrix.cell', { provision, who, stance: words });
  }
}

function Shape({ cell: { stance, inside }, mixed }: { cell: CellStance; mixed?: boolean }) {
  return (
    <span className="matrix-stance" data-inside={inside || undefined} data-mixed={mixed || undefined}>
      <StanceGlyph stance={stance} size={20} />
    </span>
  );
}
