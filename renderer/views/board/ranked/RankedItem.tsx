import { memo } from 'react';
import { useIntl } from 'react-intl';
import type { ProvisionAssessment } from '../../../../shared/consensus/assessment.ts';
import { StatusGlyph } from '../../../controls/StatusGlyph.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useTime } from '../../../i18n/time.ts';
import { useDraftLanguage } from '../../../session/hooks.ts';
import { useWording } from '../../../session/wording.ts';
import { ReasonLine } from './ReasonLine.tsx';
import { tellingReasons } from './telling-reasons.ts';

const BRIEF = 2;

export interface RankedItemProps {
  readonly id: string;
  readonly rank: number;
  /** How many are ranked. */
  readonly of: number;
  /** Where it begins in the list, in pixels. */
  readonly start: number;
  readonly assessment: ProvisionAssessment;
  readonly now: number;
  readonly selected: boolean;
  measure(item: HTMLElement | null): void;
  onSelect(): void;
  onOpen(): void;
}

/** A provision in the list: its number and first words, its status in a word, and why, in the shortest words. */
export const RankedItem = memo(function RankedItem(props: RankedItemProps) {
  const { id, rank, of, start, assessment, now, selected, measure, onSelect, onOpen } = props;
  const say = useText();
  const time = useTime();
  const intl = useIntl();
  const language = useDraftLanguage();
  const wording = useWording();
  const { provision, status, reasons } = assessment;
  const number = wording.number(provision);
  const since = reasons.find((reason) => reason.type === 'open-since');
  const telling = tellingReasons(reasons);
  const shown = selected ? telling : telling.slice(0, BRIEF);
  return (
    <li
      ref={measure}
      id={id}
      role="option"
      aria-posinset={rank}
      aria-setsize={of}
      data-index={rank - 1}
      style={{ transform: `translateY(${start}px)` }}
      aria-selected={selected}
      className="ranked-item"
      data-status={status}
      onClick={onSelect}
      onDoubleClick={onOpen}
    >
      <span className="ranked-rank" aria-hidden>
        {intl.formatNumber(rank)}
      </span>
      <div className="ranked-body">
        <p className="ranked-head">
          {number && <bdi className="ranked-number">{number}</bdi>}
          <span className="ranked-opening" lang={language} dir="auto">
            {wording.opening(provision)}
          </span>
        </p>
        <p className="ranked-status">
          <StatusGlyph status={status} size={15} />
          <span>{say(`status.${status}`)}</span>
          {since && (
            <time dateTime={new Date(since.at).toISOString()} title={time.fully(since.at)}>
              {say('board.since', { since: time.since(since.at, now) })}
            </time>
          )}
        </p>
        {shown.length > 0 && (
          <ul role="list" className="ranked-reasons">
            {shown.map((reason, at) => (
              <li key={at} data-reason={reason.type}>
                <ReasonLine reason={reason} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}, isSame);

/** Handlers are new at every render and do the same: what is shown decides. */
function isSame(a: RankedItemProps, b: RankedItemProps): boolean {
  return (
    a.assessment === b.assessment &&
    a.rank === b.rank &&
    a.of === b.of &&
    a.start === b.start &&
    a.selected === b.selected &&
    a.now === b.now &&
    a.id === b.id
  );
}
