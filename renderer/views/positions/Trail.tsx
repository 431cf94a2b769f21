import type { StanceStep } from '../../../shared/positions/trail.ts';
import { StanceGlyph } from '../../controls/StanceGlyph.tsx';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';

/** What was on record before, step by step; a single step is what stands above. */
export function Trail({ steps }: { steps: readonly StanceStep[] }) {
  const say = useText();
  const time = useTime();
  if (steps.length < 2) return undefined;
  return (
    <section className="position-trail" aria-labelledby="position-trail-title">
      <h3 id="position-trail-title" className="field-label">
        {say('position.trail')}
      </h3>
      <ol role="list">
        {steps.map(({ at, stance, audience }) => (
          <li key={`${at} ${stance}`} data-withdrawn={stance === 'withdrawn' || undefined}>
            <time dateTime={new Date(at).toISOString()} title={time.fully(at)}>
              {time.moment(at)}
            </time>
            <span className="position-trail-stance">
              {stance !== 'withdrawn' && <StanceGlyph stance={stance} size={16} />}
              {stance === 'withdrawn' ? say('position.trail.withdrawn') : say(`stance.${stance}`)}
            </span>
            {stance !== 'withdrawn' && audience === 'chair' && (
              <span className="position-trail-audience">{say('position.audience.chair')}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
