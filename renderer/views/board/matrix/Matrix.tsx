import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import type { Assessment } from '../../../../shared/consensus/assessment.ts';
import type { Code, ProvisionId } from '../../../../shared/schema/ids.ts';
import { stanceOfKey } from '../../../app/stance-keys.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { directionOf } from '../../../i18n/language.ts';
import { useText } from '../../../i18n/text.tsx';
import { useSession } from '../../../session/hooks.ts';
import { useWording } from '../../../session/wording.ts';
import { useInlineSize } from '../../../charts/use-inline-size.ts';
import type { Names } from '../use-names.ts';
import { isOf, type Column } from './columns.ts';
import { step, type GridPlace } from './grid-keys.ts';
import { indicesOf } from './grid-window.ts';
import { MatrixHeader } from './MatrixHeader.tsx';
import { MatrixRow, ROW, ROW_HEADER } from './MatrixRow.tsx';
import { useCellLabels } from './use-cell-labels.ts';
import { useGridWindow } from './use-grid-window.ts';
import './matrix.css';

/** As narrow as a code allows; wider where there is room. */
const COLUMN = { least: 46, most: 176 };
const HEADER = 34;

export interface MatrixProps {
  readonly assessment: Assessment;
  readonly rows: readonly ProvisionId[];
  readonly columns: readonly Column[];
  readonly names: Names;
  readonly selected: ProvisionId | undefined;
  onSelect(id: ProvisionId): void;
  onToggle(group: Code): void;
}

/** Provisions by delegations, as an ARIA grid: one tab stop, arrows move, digits state a position in one's own column. */
export function Matrix({ assessment, rows, columns, names, selected, onSelect, onToggle }: MatrixProps) {
  const say = useText();
  const { me, actions } = useSession();
  const { language } = useLanguage();
  const wording = useWording();
  const labels = useCellLabels();
  const rtl = directionOf(language) === 'rtl';
  const pane = useRef<HTMLDivElement>(null);
  const [wanted, want] = useState<GridPlace>({ row: 0, col: 0 });
  const following = useRef<GridPlace>(undefined);
  const room = useInlineSize(pane) - ROW_HEADER;
  const columnSize = Math.max(COLUMN.least, Math.min(COLUMN.most, Math.floor(room / columns.length)));
  const active: GridPlace = {
    row: Math.min(wanted.row, rows.length - 1),
    col: Math.min(wanted.col, columns.length - 1),
  };

  const shape = {
    rows: rows.length,
    cols: columns.length,
    row: ROW,
    col: columnSize,
    headRow: HEADER,
    headCol: ROW_HEADER,
  };
  const { shown, show } = useGridWindow(pane, shape);
  const shownRows = useMemo(() => indicesOf(shown.rows, active.row), [shown.rows, active.row]);
  const shownColumns = useMemo(() => indicesOf(shown.cols, active.col), [shown.cols, active.col]);
  const width = ROW_HEADER + columns.length * columnSize;

  // Before the next key: what is late would take an older render's place for the one that is wanted.
  useLayoutEffect(() => {
    const place = following.current;
    if (place?.row !== active.row || place.col !== active.col) return;
    following.current = undefined;
    pane.current
      ?.querySelector<HTMLElement>(`[data-row="${active.row}"][data-col="${active.col}"]`)
      ?.focus({ preventScroll: true });
  });

  const goTo = (place: GridPlace) => {
    show(place);
    following.current = place;
    want(place);
  };
  const own = me.role === 'delegation' ? me.code : undefined;

  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const page = Math.max(1, Math.floor((pane.current?.clientHeight ?? ROW) / ROW) - 1);
    const to = step(active, event, { rows: rows.length, cols: columns.length, page, rtl });
    const provision = rows[active.row];
    const column = columns[active.col];
    const stance = isOf(column, own) ? stanceOfKey(event.nativeEvent) : undefined;
    if (to) goTo(to);
    else if (event.key === 'Enter' || event.key === ' ') act(active);
    else if (stance && provision) {
      const target = { type: 'provision', provision } as const;
      if (stance === 'withdraw') actions.withdrawPosition({ target });
      else actions.statePosition({ target, stance });
    } else return;
    event.preventDefault();
  };
  const act = ({ row, col }: GridPlace) => {
    const column = columns[col];
    const provision = rows[row];
    if (row < 0 && column?.type === 'group') onToggle(column.code);
    else if (provision) onSelect(provision);
  };
  const point = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (place) act(place);
  };
  // By mouse, by a screen reader, by a script: wherever the focus went, the keys go on from there.
  const follow = (event: FocusEvent) => {
    const place = placeOf(event.target);
    if (place) want((before) => (before.row === place.row && before.col === place.col ? before : place));
  };

  const headers = useMemo(() => rows.map((id) => wording.number(id) ?? wording.opening(id)), [rows, wording]);
  return (
    <div
      ref={pane}
      role="grid"
      className="matrix"
      aria-label={say('board.matrix.title')}
      aria-describedby="matrix-keys"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      onKeyDown={press}
      onClick={point}
      onFocus={follow}
    >
      <MatrixHeader
        columns={columns}
        shown={shownColumns}
        first={ROW_HEADER}
        columnSize={columnSize}
        width={width}
        height={HEADER}
        active={active.row < 0 ? active.col : undefined}
        names={names}
        me={me.code}
      />
      <div role="rowgroup" className="matrix-rows" style={{ blockSize: rows.length * ROW, inlineSize: width }}>
        {shownRows.map((row) => {
          const id = rows[row];
          const found = id && assessment.provisions.get(id);
          return found ? (
            <MatrixRow
              key={id}
              assessment={found}
              columns={columns}
              shown={shownColumns}
              names={names}
              labels={labels}
              me={own}
              row={row}
              start={row * ROW}
              width={width}
              columnSize={columnSize}
              head={headers[row] ?? ''}
              active={active.row === row ? active.col : undefined}
              selected={id === selected}
            />
          ) : undefined;
        })}
      </div>
    </div>
  );
}

function placeOf(target: EventTarget): GridPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell ? { row: Number(cell.dataset['row']), col: Number(cell.dataset['col']) } : undefined;
}
