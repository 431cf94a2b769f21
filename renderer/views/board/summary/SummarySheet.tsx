import type { Assessment, BracketAssessment, ProvisionAssessment } from '../../../../shared/consensus/assessment.ts';
import { FormattedList, useIntl } from 'react-intl';
import { StatusGlyph } from '../../../controls/StatusGlyph.tsx';
import { Text, useText } from '../../../i18n/text.tsx';
import { useTime } from '../../../i18n/time.ts';
import { useDraft, useObserved, useSession } from '../../../session/hooks.ts';
import { useWording } from '../../../session/wording.ts';
import { Progress } from '../progress/Progress.tsx';
import { ReasonLine } from '../ranked/ReasonLine.tsx';
import { tellingReasons } from '../ranked/telling-reasons.ts';
import { useNames } from '../use-names.ts';

export interface SummarySheetProps {
  readonly assessment: Assessment;
  /** It holds what was told to the chair alone, and says so. */
  readonly confidential: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const COUNTED = ['blocked', 'reserved', 'open', 'reopened', 'ready', 'agreed'] as const;

/** What stands between the room and consensus, on paper: ranked provisions with reasons, landing zones, what is agreed. */
export function SummarySheet({ assessment, confidential, at }: SummarySheetProps) {
  const say = useText();
  const time = useTime();
  const intl = useIntl();
  const wording = useWording();
  const draft = useDraft();
  const { profile } = useSession();
  const meeting = useObserved(profile);
  const found = assessment.ranking.flatMap((id) => assessment.provisions.get(id) ?? []);
  const open = found.filter(({ status }) => status !== 'agreed' && status !== 'ready');
  const inOrder = (status: ProvisionAssessment['status']) =>
    [...assessment.provisions.values()].filter((one) => one.status === status);
  // A bracket over several provisions is told once, where it stands highest.
  const zones = [
    ...new Map(
      found
        .flatMap(({ brackets }) => brackets)
        .filter(({ landingZone }) => landingZone.length > 0)
        .map((zone) => [zone.bracket, zone] as const)
        .toReversed(),
    ).values(),
  ].toReversed();
  const number = ({ provision }: ProvisionAssessment) => wording.number(provision) ?? wording.opening(provision);
  return (
    <article className="summary-sheet">
      <header>
        <p className="summary-symbol">
          <bdi>{meeting.symbol}</bdi>
        </p>
        <h2>{say('summary.title')}</h2>
        <p className="summary-meeting" lang={draft.language} dir="auto">
          {meeting.title || draft.title}
        </p>
        <p>{say('summary.as-of', { moment: time.fully(at) })}</p>
        <p className="summary-basis" data-confidential={confidential || undefined}>
          {say(confidential ? 'summary.basis.chair' : 'summary.basis.room')}
        </p>
      </header>
      <ul role="list" className="summary-counts">
        {COUNTED.map((status) => (
          <li key={status}>
            <StatusGlyph status={status} size={15} />
            <b>{intl.formatNumber(assessment.counts[status])}</b> {say(`status.${status}`)}
          </li>
        ))}
        <li>{say('board.open-brackets', { count: assessment.openBrackets })}</li>
      </ul>

      <h3>{say('board.title')}</h3>
      {open.length === 0 && <p>{say('summary.nothing')}</p>}
      <ol className="summary-ranked">
        {open.map((one) => (
          <li key={one.provision}>
            <p className="summary-head">
              <StatusGlyph status={one.status} size={14} />
              <b>
                <bdi>{number(one)}</bdi>
              </b>
              <span>{say(`status.${one.status}`)}</span>
              <span className="summary-words" lang={draft.language} dir="auto">
                {wording.number(one.provision) && wording.opening(one.provision)}
              </span>
            </p>
            <ul role="list">
              {/* Landing zones have a list of their own below. */}
              {tellingReasons(one.reasons.filter(({ type }) => type !== 'landing-zone')).map((reason, place) => (
                <li key={place}>
                  <ReasonLine reason={reason} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>

      <h3>{say('summary.landing')}</h3>
      {zones.length === 0 && <p>{say('summary.landing.none')}</p>}
      <ul role="list" className="summary-zones">
        {zones.map((zone) => (
          <li key={zone.bracket}>
            <Zone zone={zone} />
          </li>
        ))}
      </ul>

      <h3>{say('summary.agreed')}</h3>
      <p>
        {inOrder('agreed').length === 0 ? (
          say('summary.agreed.none')
        ) : (
          <FormattedList
            type="conjunction"
            value={inOrder('agreed').map((one) => (
              <bdi key={one.provision}>{number(one)}</bdi>
            ))}
          />
        )}
      </p>
      {inOrder('ready').length > 0 && (
        <p>
          <Text
            id="summary.ready"
            values={{
              list: (
                <FormattedList
                  type="conjunction"
                  value={inOrder('ready').map((one) => (
                    <bdi key={one.provision}>{number(one)}</bdi>
                  ))}
                />
              ),
            }}
          />
        </p>
      )}

      <h3>{say('board.progress.title')}</h3>
      <Progress plain />
    </article>
  );
}

/** `Paragraph 7: nobody objects to “…”` */
function Zone({ zone }: { zone: BracketAssessment }) {
  const names = useNames();
  return (
    <>
      <b>{names.provision(zone.provision)}</b>{' '}
      <ReasonLine reason={{ type: 'landing-zone', bracket: zone.bracket, variants: zone.landingZone }} />
    </>
  );
}
