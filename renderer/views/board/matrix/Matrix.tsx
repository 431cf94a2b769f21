import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import type { Assessment } from '../../../../shared/consensus/assessment.ts';
import type { Code, ProvisionId } from '../../../../shared/schema/ids.ts';
import { stanceOfKey } from '../../../app/stance-keys.ts';
import { StatusGlyph } from '../../../controls/StatusGlyph.tsx';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { directionOf } from '../../../i18n/language.ts';
import { useText } from '../../../i18n/text.tsx';
import { useSession } from '../../../session/hooks.ts';
import { useWording } from '../../../session/wording.ts';
import { useInlineSize } from '../../../charts/use-inline-size.ts';
import type { Names } from '../use-names.ts';
import type { Column } from './columns.ts';
import { step, type GridPlace } from './grid-keys.ts';
import { MatrixCell } from './MatrixCell.tsx';
import { MatrixHeader } from './MatrixHeader.tsx';
import './matrix.css';

const ROW = 30;
/** As narrow as a code allows; wider where there is room. */
const COLUMN = { least: 46, most: 176 };
const HEADER = 34;
const ROW_HEADER = 104;
const OVERSCAN = 4;

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
  const rtl = directionOf(language) === 'rtl';
  const pane = useRef<HTMLDivElement>(null);
  const [wanted, want] = useState<GridPlace>({ row: 0, col: 0 });
  const following = useRef(false);
  const room = useInlineSize(pane) - ROW_HEADER;
  const columnSize = Math.max(COLUMN.least, Math.min(COLUMN.most, Math.floor(room / columns.length)));
  const active: GridPlace = {
    row: Math.min(wanted.row, rows.length - 1),
    col: Math.min(wanted.col, columns.length - 1),
  };

  // The active cell stays mounted while it is scrolled out of sight, or the focus would be lost with it.
  const keeping = (index: number) => (range: Range) => {
    const shown = defaultRangeExtractor(range);
    return index < 0 || shown.includes(index) ? shown : [...shown, index].sort((a, b) => a - b);
  };
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => pane.current,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
    scrollMargin: HEADER,
    scrollPaddingStart: HEADER,
    rangeExtractor: keeping(active.row),
  });
  const across = useVirtualizer({
    horizontal: true,
    isRtl: rtl,
    count: columns.length,
    getScrollElement: () => pane.current,
    estimateSize: () => columnSize,
    overscan: OVERSCAN,
    scrollMargin: ROW_HEADER,
    scrollPaddingStart: ROW_HEADER,
    rangeExtractor: keeping(active.col),
  });
  useEffect(() => across.measure(), [across, columnSize]);
  const shownColumns = across.getVirtualItems();
  const width = across.getTotalSize() + ROW_HEADER;

  useEffect(() => {
    if (!following.current) return;
    following.current = false;
    pane.current
      ?.querySelector<HTMLElement>(`[data-row="${active.row}"][data-col="${active.col}"]`)
      ?.focus({ preventScroll: true });
  });

  const goTo = (place: GridPlace) => {
    if (place.row >= 0) down.scrollToIndex(place.row, { align: 'auto' });
    if (place.col >= 0) across.scrollToIndex(place.col, { align: 'auto' });
    following.current = true;
    want(place);
  };
  const isOwn = (column: Column | undefined) =>
    me.role === 'delegation' && column?.type === 'delegation' && column.code === me.code;

  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const page = Math.max(1, Math.floor((pane.current?.clientHeight ?? ROW) / ROW) - 1);
    const to = step(active, event, { rows: rows.length, cols: columns.length, page, rtl });
    const provision = rows[active.row];
    const column = columns[active.col];
    const stance = isOwn(column) ? stanceOfKey(event.nativeEvent) : undefined;
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
        items={shownColumns}
        width={width}
        height={HEADER}
        active={active}
        names={names}
        me={me.code}
      />
      <div role="rowgroup" className="matrix-rows" style={{ blockSize: down.getTotalSize(), inlineSize: width }}>
        {down.getVirtualItems().map((item) => {
          const id = rows[item.index];
          const found = id && assessment.provisions.get(id);
          if (!id || !found) return undefined;
          return (
            <div
              key={id}
              role="row"
              className="matrix-row"
              aria-rowindex={item.index + 2}
              aria-selected={id === selected}
              style={{ insetBlockStart: item.start - HEADER, blockSize: ROW, inlineSize: width }}
            >
              <div
                role="rowheader"
                className="matrix-rowheader"
                style={{ inlineSize: ROW_HEADER }}
                aria-colindex={1}
                aria-label={`${names.provision(id)}, ${say(`status.${found.status}`)}`}
                data-row={item.index}
                data-col={-1}
                tabIndex={active.row === item.index && active.col < 0 ? 0 : -1}
              >
                <StatusGlyph status={found.status} size={14} />
                <bdi>{headers[item.index]}</bdi>
              </div>
              {shownColumns.map((column) => {
                const shown = columns[column.index];
                return shown ? (
                  <MatrixCell
                    key={shown.id}
                    assessment={found}
                    column={shown}
                    names={names}
                    row={item.index}
                    col={column.index}
                    start={column.start}
                    size={columnSize}
                    active={active.row === item.index && active.col === column.index}
                    own={isOwn(shown)}
                  />
                ) : undefined;
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function placeOf(target: EventTarget): GridPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell ? { row: Number(cell.dataset['row']), col: Number(cell.dataset['col']) } : undefined;
}
