import { underNegotiation } from '../../../../shared/schema/under-negotiation.ts';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { Ruling } from '../../../../shared/schema/ruling.ts';
import { StepChart } from '../../../charts/StepChart.tsx';
import { Disclosure } from '../../../controls/Disclosure.tsx';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { directionOf } from '../../../i18n/language.ts';
import { useText } from '../../../i18n/text.tsx';
import { useTime } from '../../../i18n/time.ts';
import { useAssessment, useDraft, useRevisions, useRulings, useSession } from '../../../session/hooks.ts';
import { useNow } from '../../../app/use-now.ts';
import { burnUp } from './burn-up.ts';
import './progress.css';

/** Past two days the axis names days, not hours. */
const LONG_MS = 48 * 3_600_000;

/** How far the room has come: a sentence, agreed provisions against a moving total, open brackets, and the table, save on paper (`plain`). */
export function Progress({ plain = false }: { plain?: boolean }) {
  const say = useText();
  const time = useTime();
  const intl = useIntl();
  const now = useNow();
  const { language } = useLanguage();
  const { replica } = useSession();
  const draft = useDraft();
  const rulings = useRulings();
  const revisions = useRevisions();
  const { counts, openBrackets } = useAssessment();
  const points = useMemo(
    () =>
      burnUp({
        rulings,
        revisions,
        total: underNegotiation(draft),
        agreed: counts.agreed,
        openBrackets,
        open: draft.brackets.filter(({ variantOf }) => variantOf === undefined),
        closed: ({ act }) => ('bracket' in act ? replica?.bracket(act.bracket) : undefined),
        now,
      }),
    [rulings, revisions, draft, counts, openBrackets, replica, now],
  );
  const start = points[0];
  const last = points.at(-1);
  if (!start || !last) return <p className="progress-none">{say('board.progress.none')}</p>;
  const summary = say('board.progress.summary', {
    agreed: last.agreed,
    total: last.total,
    brackets: last.brackets,
    start: time.fully(start.at),
  });
  const rtl = directionOf(language) === 'rtl';
  const series = (pick: (point: (typeof points)[number]) => number) =>
    points.map((point) => ({ at: point.at, value: pick(point) }));
  const formatTime = (at: number) =>
    last.at - start.at > LONG_MS ? intl.formatDate(at, { weekday: 'short', day: 'numeric' }) : time.moment(at);
  const ticks = rulings.map(({ at }) => at);
  return (
    <div className="progress">
      <p className="progress-summary">{summary}</p>
      <figure>
        <figcaption>
          <span className="progress-key" data-tone="agreed" /> {say('board.progress.agreed')}
          <span className="progress-key" data-tone="faint" /> {say('board.progress.total')}
        </figcaption>
        <StepChart
          summary={summary}
          height={132}
          rtl={rtl}
          ticks={ticks}
          formatTime={formatTime}
          formatValue={intl.formatNumber}
          series={[
            { id: 'total', label: say('board.progress.total'), tone: 'faint', points: series(({ total }) => total) },
            {
              id: 'agreed',
              label: say('board.progress.agreed'),
              tone: 'agreed',
              filled: true,
              points: series(({ agreed }) => agreed),
            },
          ]}
        />
      </figure>
      <figure>
        <figcaption>
          <span className="progress-key" data-tone="open" /> {say('board.progress.brackets')}
        </figcaption>
        <StepChart
          summary={say('board.open-brackets', { count: last.brackets })}
          height={76}
          rtl={rtl}
          formatTime={formatTime}
          formatValue={intl.formatNumber}
          series={[
            {
              id: 'brackets',
              label: say('board.progress.brackets'),
              tone: 'open',
              filled: true,
              points: series(({ brackets }) => brackets),
            },
          ]}
        />
      </figure>
      {!plain && (
        <Disclosure title={say('board.progress.table')}>
          <div className="progress-table">
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('board.progress.when')}</th>
                  <th scope="col">{say('board.progress.agreed')}</th>
                  <th scope="col">{say('board.progress.total')}</th>
                  <th scope="col">{say('board.progress.brackets')}</th>
                  <th scope="col">{say('board.progress.ruling')}</th>
                  <th scope="col">{say('board.progress.by')}</th>
                </tr>
              </thead>
              <tbody>
                {points
                  .filter(({ ruling }, at) => ruling !== undefined || at === 0 || at === points.length - 1)
                  .map((point, at) => (
                    <tr key={at}>
                      <th scope="row">{time.moment(point.at)}</th>
                      <td>{intl.formatNumber(point.agreed)}</td>
                      <td>{intl.formatNumber(point.total)}</td>
                      <td>{intl.formatNumber(point.brackets)}</td>
                      <td dir="auto">{point.ruling?.about}</td>
                      <td>
                        <RuledBy ruling={point.ruling} />
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        </Disclosure>
      )}
    </div>
  );
}

/** Who recorded a ruling: the person, where they gave a name, and the hand they wrote with. */
function RuledBy({ ruling }: { ruling: Ruling | undefined }) {
  if (!ruling) return null;
  return (
    <>
      {ruling.person && <bdi>{ruling.person}</bdi>} <bdi className="progress-hand">{ruling.by}</bdi>
    </>
  );
}
