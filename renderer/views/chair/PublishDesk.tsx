import { useState } from 'react';
import { STATUSES } from '../../../shared/consensus/assessment.ts';
import { CHAIR } from '../../../shared/schema/ids.ts';
import { Button } from '../../controls/Button.tsx';
import { StatusGlyph } from '../../controls/StatusGlyph.tsx';
import { useFaultText } from '../../i18n/fault.ts';
import { useFigures } from '../../i18n/figures.ts';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { useAssessment, useRevisions, useSession } from '../../session/hooks.ts';
import './PublishDesk.css';

/** Freeze the draft as a revision: what it holds now, a question, and what was published before. */
export function PublishDesk({ onCompare }: { onCompare(revision: number): void }) {
  const say = useText();
  const figures = useFigures();
  const time = useTime();
  const faultText = useFaultText();
  const { chair } = useSession();
  const assessment = useAssessment();
  const revisions = useRevisions();
  const [step, setStep] = useState<'rest' | 'sure' | 'busy'>('rest');
  const [state, setState] = useState<string>();
  const name = `Rev.${(revisions.at(-1)?.number ?? 0) + 1}`;

  const publish = async () => {
    if (!chair) return;
    setStep('busy');
    try {
      const revision = await chair.publish();
      setState(say('publish.done', { name: revision.name }));
    } catch (fault) {
      setState(faultText(fault));
    }
    setStep('rest');
  };

  return (
    <>
      <p className="desk-lead">{say('publish.lead')}</p>
      <section aria-labelledby="publish-now">
        <h3 id="publish-now">{say('publish.state')}</h3>
        <ul role="list" className="publish-counts">
          {STATUSES.filter((status) => assessment.counts[status] > 0).map((status) => (
            <li key={status}>
              <StatusGlyph status={status} />
              <span className="publish-count">{figures(assessment.counts[status])}</span> {say(`status.${status}`)}
            </li>
          ))}
          <li>
            <span />
            <span className="publish-count">{figures(assessment.openBrackets)}</span>
            {say('draft.open-brackets.bare', { count: assessment.openBrackets })}
          </li>
        </ul>
        {step === 'sure' ? (
          <div className="publish-sure">
            <span>{say('publish.sure')}</span>
            <Button tone="primary" onPress={() => void publish()}>
              {say('publish.yes')}
            </Button>
            <Button autoFocus onPress={() => setStep('rest')}>
              {say('publish.no')}
            </Button>
          </div>
        ) : (
          <Button tone="primary" isDisabled={step === 'busy'} onPress={() => setStep('sure')}>
            {say('publish.go', { name })}
          </Button>
        )}
        <p className="desk-state" role="status">
          {state}
        </p>
      </section>
      <section className="published" aria-labelledby="publish-before">
        <h3 id="publish-before">{say('publish.before')}</h3>
        {revisions.length === 0 && <p>{say('publish.none')}</p>}
        <ol role="list">
          {revisions.toReversed().map((revision) => (
            <li key={revision.number}>
              <strong>{revision.name}</strong>
              <time dateTime={new Date(revision.at).toISOString()}>{time.fully(revision.at)}</time>
              <span>{say('publish.by', { code: revision.by === CHAIR ? say('role.chair') : revision.by })}</span>
              <Button
                tone="plain"
                size="small"
                aria-label={say('compare.with.name', { name: revision.name })}
                onPress={() => onCompare(revision.number)}
              >
                {say('compare.with')}
              </Button>
              <code title={say('reader.hash.what')}>{revision.hash.slice(0, 12)}</code>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
