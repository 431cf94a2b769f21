import { useIntl } from 'react-intl';
import type { Status } from '../../../shared/consensus/assessment.ts';
import { Button } from '../../controls/Button.tsx';
import { StatusGlyph } from '../../controls/StatusGlyph.tsx';
import { useText } from '../../i18n/text.tsx';
import { useAssessment, useRulings } from '../../session/hooks.ts';
import { useNow } from '../../app/use-now.ts';
import './counters.css';

/** Hardest first, as the list below. */
const ORDER = ['blocked', 'reserved', 'open', 'reopened', 'ready', 'agreed'] as const satisfies readonly Status[];

/** How many provisions stand where, in one line that never jumps. */
export function Counters({ onSummary }: { onSummary: (() => void) | undefined }) {
  const say = useText();
  const intl = useIntl();
  const { counts, openBrackets } = useAssessment();
  return (
    <div className="counters">
      <ul role="list" aria-label={say('board.counts')}>
        {ORDER.map((status) => (
          <li key={status} data-none={counts[status] === 0 || undefined}>
            <StatusGlyph status={status} />
            <span className="counters-number">{intl.formatNumber(counts[status])}</span>
            <span>{say(`status.${status}`)}</span>
          </li>
        ))}
        <li className="counters-brackets">{say('board.open-brackets', { count: openBrackets })}</li>
      </ul>
      <Today />
      {onSummary && (
        <Button size="small" tone="plain" onPress={onSummary}>
          {say('summary.open')}
        </Button>
      )}
    </div>
  );
}

/** What the day has brought so far, from the record. */
function Today() {
  const say = useText();
  const now = useNow();
  const rulings = useRulings();
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const today = rulings.filter(({ at }) => at >= midnight);
  if (today.length === 0) return undefined;
  const agreed = today.filter(({ act }) => act.type === 'adRef').length;
  const reopened = today.filter(({ act }) => act.type === 'reopen').length;
  const closed = today.length - agreed - reopened;
  return <p className="counters-today">{say('board.today', { closed, agreed, reopened })}</p>;
}
