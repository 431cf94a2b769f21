import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { ProvisionId } from '../../../../shared/schema/ids.ts';
import { useText } from '../../../i18n/text.tsx';
import { useAssessment } from '../../../session/hooks.ts';
import { RankedItem } from './RankedItem.tsx';
import { useNow } from '../../../app/use-now.ts';
import './ranked.css';

export interface RankedListProps {
  readonly selected: ProvisionId | undefined;
  onSelect(id: ProvisionId): void;
  onOpen(id: ProvisionId): void;
}

/** Provisions, hardest first; one tab stop, arrows go along, Enter opens the provision in the draft. */
export function RankedList({ selected, onSelect, onOpen }: RankedListProps) {
  const say = useText();
  const now = useNow();
  const base = useId();
  const list = useRef<HTMLOListElement>(null);
  const { ranking, provisions } = useAssessment();
  const at = selected === undefined ? -1 : ranking.indexOf(selected);

  useEffect(() => {
    const chosen = selected && document.getElementById(`${base}${selected}`);
    if (chosen) chosen.scrollIntoView({ block: 'nearest' });
  }, [base, selected]);

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
      {ranking.map((id, place) => {
        const assessment = provisions.get(id);
        return assessment ? (
          <RankedItem
            key={id}
            id={`${base}${id}`}
            rank={place + 1}
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
