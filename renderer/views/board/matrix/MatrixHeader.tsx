import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import type { Code } from '../../../../shared/schema/ids.ts';
import { useText } from '../../../i18n/text.tsx';
import type { Names } from '../use-names.ts';
import type { Column } from './columns.ts';

export interface MatrixHeaderProps {
  readonly columns: readonly Column[];
  /** The columns in sight, by their places. */
  readonly shown: readonly number[];
  /** Where the first column begins, and how wide each is. */
  readonly first: number;
  readonly columnSize: number;
  readonly width: number;
  readonly height: number;
  /** The column of the active cell, where it is a head. */
  readonly active: number | undefined;
  readonly names: Names;
  readonly me: Code;
}

/** The columns' heads: codes, with the name one hover away; a group's opens and shuts its members. */
export const MatrixHeader = memo(function MatrixHeader(props: MatrixHeaderProps) {
  const { columns, shown, first, columnSize, width, height, active, names, me } = props;
  const say = useText();
  return (
    <div role="rowgroup" className="matrix-head" style={{ blockSize: height, inlineSize: width }}>
      <div role="row" aria-rowindex={1} className="matrix-headrow">
        <div
          role="columnheader"
          className="matrix-corner"
          aria-colindex={1}
          data-row={-1}
          data-col={-1}
          tabIndex={active === -1 ? 0 : -1}
        >
          {say('board.matrix.paragraph')}
        </div>
        {shown.map((index) => {
          const column = columns[index];
          if (!column) return undefined;
          const isGroup = column.type === 'group';
          const name = column.type === 'silent' ? say('board.matrix.silent.what') : names.holder(column.code);
          return (
            <div
              key={column.id}
              role="columnheader"
              className="matrix-colheader"
              data-type={column.type}
              data-own={(column.type === 'delegation' && column.code === me) || undefined}
              data-member={(column.type === 'delegation' && column.inGroup !== undefined) || undefined}
              style={{ insetInlineStart: first + index * columnSize, inlineSize: columnSize }}
              aria-colindex={index + 2}
              aria-label={
                isGroup
                  ? `${name}. ${say(column.expanded ? 'board.matrix.collapse' : 'board.matrix.expand', { group: column.code })}`
                  : name
              }
              {...(isGroup ? { 'aria-expanded': column.expanded } : {})}
              title={name}
              data-row={-1}
              data-col={index}
              tabIndex={active === index ? 0 : -1}
            >
              <bdi>{column.type === 'silent' ? say('board.matrix.silent') : column.code}</bdi>
              {isGroup &&
                (column.expanded ? <ChevronDown aria-hidden /> : <ChevronRight className="directional" aria-hidden />)}
            </div>
          );
        })}
      </div>
    </div>
  );
});
