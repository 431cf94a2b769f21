import { memo, type KeyboardEvent } from 'react';
import { excerptOf } from '../../../shared/brackets/excerpt.ts';
import type { Status } from '../../../shared/consensus/assessment.ts';
import type { Bracket } from '../../../shared/schema/bracket.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { Provision } from '../../../shared/schema/provision.ts';
import { StatusGlyph } from '../../controls/StatusGlyph.tsx';
import { useFigures } from '../../i18n/figures.ts';
import { useText } from '../../i18n/text.tsx';

export interface OutlineRowProps {
  readonly provision: Provision;
  /** Open brackets with a piece in it; the same list as long as none of them changes. */
  readonly brackets: readonly Bracket[];
  readonly number: string;
  /** The draft's: a number with a dash reads the way its draft does. */
  readonly direction: 'ltr' | 'rtl';
  readonly status: Status | undefined;
  readonly open: number;
  readonly here: boolean;
  /** Codes of those who are there, apart by spaces. */
  readonly people: string;
  goTo(provision: ProvisionId): void;
}

const MOST = 90;

export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { provision, brackets, number, direction, status, open, here, people, goTo } = props;
  const say = useText();
  const figures = useFigures();
  return (
    <li className="outline-row" data-kind={provision.kind} style={{ '--level': provision.level }}>
      <button
        type="button"
        tabIndex={here ? 0 : -1}
        aria-current={here ? 'true' : undefined}
        {...(here ? { 'data-pane-home': true } : {})}
        onClick={() => goTo(provision.id)}
        onKeyDown={walk}
      >
        {status ? <StatusGlyph status={status} label={say(`status.${status}`)} size={14} /> : <span />}
        <span className="outline-words">
          {number && (
            <bdi className="outline-number" dir={direction}>
              {number}
            </bdi>
          )}
          <span dir="auto">{excerptOf(provision, { brackets, most: MOST }) || say(`provision.${provision.kind}`)}</span>
        </span>
        {people && <bdi className="outline-people">{people}</bdi>}
        {open > 0 && (
          <span className="outline-open" aria-label={say('draft.open-brackets', { count: open })}>
            {figures(open)}
          </span>
        )}
      </button>
    </li>
  );
});

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = STEPS[event.key];
  if (!step) return;
  const rows = [...(event.currentTarget.closest('ol')?.querySelectorAll('button') ?? [])];
  const at = rows.findIndex((row) => row === event.currentTarget);
  event.preventDefault();
  rows[step(at, rows.length - 1)]?.focus();
}
