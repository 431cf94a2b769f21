import { memo, useCallback, type KeyboardEvent } from 'react';
import { excerptOf } from '../../../shared/brackets/excerpt.ts';
import type { Assessment } from '../../../shared/consensus/assessment.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import { StatusGlyph } from '../../controls/StatusGlyph.tsx';
import { useFigures } from '../../i18n/figures.ts';
import { useText } from '../../i18n/text.tsx';
import { useOfAssessment } from '../../session/hooks.ts';
import { useOutlineEntry } from './use-draft-lookup.ts';

export interface OutlineRowProps {
  readonly id: ProvisionId;
  readonly number: string;
  /** The draft's: a number with a dash reads the way its draft does. */
  readonly direction: 'ltr' | 'rtl';
  readonly here: boolean;
  /** Codes of those who are there, apart by spaces. */
  readonly people: string;
  goTo(provision: ProvisionId): void;
}

const MOST = 90;

/** One provision of the outline. It follows its own provision, so that a key renders one row and never the list. */
export const OutlineRow = memo(function OutlineRow({ id, number, direction, here, people, goTo }: OutlineRowProps) {
  const say = useText();
  const figures = useFigures();
  const { provision, brackets, open } = useOutlineEntry(id);
  const status = useOfAssessment(useCallback(({ provisions }: Assessment) => provisions.get(id)?.status, [id]));
  if (!provision) return null;
  return (
    <div role="listitem" className="outline-row" data-kind={provision.kind} style={{ '--level': provision.level }}>
      <button
        type="button"
        tabIndex={here ? 0 : -1}
        aria-current={here ? 'true' : undefined}
        {...(here ? { 'data-pane-home': true } : {})}
        onClick={() => goTo(id)}
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
    </div>
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
  const rows = [...(event.currentTarget.closest('[role=list]')?.querySelectorAll('button') ?? [])];
  const at = rows.findIndex((row) => row === event.currentTarget);
  event.preventDefault();
  rows[step(at, rows.length - 1)]?.focus();
}
