import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, type KeyboardEvent } from 'react';
import type { ProvisionId } from '../../../../shared/schema/ids.ts';
import { useText } from '../../../i18n/text.tsx';
import { useAssessment } from '../../../session/hooks.ts';
import { keeping } from '../keeping.ts';
import { RankedItem } from './RankedItem.tsx';
import { usePrinting } from '../../../app/use-printing.ts';
import { useNow } from '../../../app/use-now.ts';
import './ranked.css';

export interface RankedListProps {
  readonly selected: ProvisionId | undefined;
  onSelect(id: ProvisionId): void;
  onOpen(id: ProvisionId): void;
}

/** How high an item mostly is, in pixels; each is measured once it is in the page. */
const USUAL = 96;
const OVERSCAN = 6;

/**
 * Provisions, hardest first; one tab stop, arrows go along, Enter opens the provision in the draft. The page holds those in
 * sight, each with its place among all; paper holds them all.
 */
export function RankedList({ selected, onSelect, onOpen }: RankedListProps) {
  const say = useText();
  const now = useNow();
  const base = useId();
  const list = useRef<HTMLOListElement>(null);
  const { ranking, provisions } = useAssessment();
  const at = selected === undefined ? -1 : ranking.indexOf(selected);

  const printing = usePrinting();
  // What is chosen stays in the page, so that the list can point at it.
  const keepChosen = useMemo(() => keeping(at), [at]);
  const items = useVirtualizer({
    count: ranking.length,
    getScrollElement: () => list.current,
    getItemKey: (place) => ranking[place] ?? place,
    estimateSize: () => USUAL,
    overscan: OVERSCAN,
    rangeExtractor: keepChosen,
  });

  useEffect(() => {
    if (at >= 0) items.scrollToIndex(at, { align: 'auto' });
    // The list follows the choice, not what moves under it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);

  const shown = printing ? ranking.map((_, index) => ({ index, start: 0 })) : items.getVirtualItems();
  const move = (event: KeyboardEvent) => {
    const last = ranking.length - 1;
    const to = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
    const next = to === undefined ? undefined : ranking[to];
    if (next) onSelect(next);
    else if (event.key === 'Enter' && selected) onOpen(selected);
    else return;
    event.preventDefault();
  };

  return (
    <ol
      ref={list}
      role="listbox"
      className="ranked"
      tabIndex={0}
      aria-label={say('board.title')}
      aria-activedescendant={at >= 0 ? `${base}${selected}` : undefined}
      data-pane-home
      onKeyDown={move}
    >
      <li role="presentation" className="ranked-length" style={{ blockSize: items.getTotalSize() }} />
      {shown.map(({ index, start }) => {
        const id = ranking[index];
        const assessment = id && provisions.get(id);
        return assessment ? (
          <RankedItem
            key={id}
            id={`${base}${id}`}
            rank={index + 1}
            of={ranking.length}
            start={start}
            measure={items.measureElement}
            assessment={assessment}
            now={now}
            selected={id === selected}
            onSelect={() => onSelect(id)}
            onOpen={() => onOpen(id)}
          />
        ) : undefined;
      })}
    </ol>
  );
}
