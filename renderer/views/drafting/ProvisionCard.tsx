import type { ProvisionAssessment } from '../../../shared/consensus/assessment.ts';
import type { Code, ProvisionId } from '../../../shared/schema/ids.ts';
import { STANCES } from '../../../shared/schema/position.ts';
import { Button } from '../../controls/Button.tsx';
import { StanceGlyph } from '../../controls/StanceGlyph.tsx';
import { StatusGlyph } from '../../controls/StatusGlyph.tsx';
import { StrengthLine } from '../../controls/StrengthLine.tsx';
import { groupBy } from '../../app/group-by.ts';
import { chordText } from '../../app/keymap.ts';
import { directionOf } from '../../i18n/language.ts';
import { useText } from '../../i18n/text.tsx';
import { useDraftLanguage, useNumbers, useSession } from '../../session/hooks.ts';
import { useKindOf } from '../../session/draft-parts.ts';
import { useLanguageOf } from '../../session/language-of.ts';
import { StandingRow } from './Standing.tsx';
import { useActs } from './use-acts.ts';
import './ProvisionCard.css';

export interface ProvisionCardProps {
  readonly id: ProvisionId;
  readonly assessment: ProvisionAssessment | undefined;
  onPosition(): void;
}

/** The provision as a whole: its status in a word, who stands how, one's own position, and the gavel. */
export function ProvisionCard({ id, assessment, onPosition }: ProvisionCardProps) {
  const say = useText();
  const { me, chair } = useSession();
  const acts = useActs();
  const language = useDraftLanguage();
  const kind = useKindOf(id);
  const number = useNumbers().get(id);
  const by = groupBy(assessment?.stances ?? [], ([, stance]) => stance);
  const mine = assessment?.stances.get(me.code) ?? 'none';
  const agreed = assessment?.status === 'agreed';
  return (
    <section className="provision-card" aria-label={say('draft.provision-card')}>
      <header>
        <h2>
          {number && <bdi dir={directionOf(language)}>{number}</bdi>} <span>{kind && say(`provision.${kind}`)}</span>
        </h2>
        {assessment && (
          <span className="provision-status">
            <StatusGlyph status={assessment.status} />
            {say(`status.${assessment.status}`)}
          </span>
        )}
      </header>
      <ProvisionStrength id={id} />
      {assessment && assessment.stances.size > 0 && (
        <ul role="list" className="standing" aria-label={say('draft.stances')}>
          {STANCES.toReversed()
            .filter((stance) => stance !== 'none' && by.has(stance))
            .map((stance) => (
              <StandingRow
                key={stance}
                stance={stance}
                codes={(by.get(stance) ?? []).map(([code]): Code => code).toSorted()}
              />
            ))}
        </ul>
      )}
      {assessment && (
        <div className="provision-acts">
          {me.role === 'delegation' && (
            <Button size="small" onPress={onPosition} icon={<StanceGlyph stance={mine} size={16} />}>
              {say('draft.your-position', { stance: say(`stance.${mine}`) })}
            </Button>
          )}
          {chair && (
            <>
              {agreed ? (
                <Button size="small" onPress={() => acts.reopen(id)}>
                  {say('draft.act.reopen')}
                </Button>
              ) : (
                <Button size="small" onPress={() => acts.agree(id)}>
                  {say('draft.act.agree')}
                </Button>
              )}
              <Button size="small" tone="plain" onPress={onPosition}>
                {say('draft.act.record-position')}
              </Button>
            </>
          )}
          {me.role === 'delegation' && <kbd className="visually-hidden">{chordText('position')}</kbd>}
        </div>
      )}
    </section>
  );
}

/** By itself, for its reading changes with the words and the rest of the card does not. */
function ProvisionStrength({ id }: { id: ProvisionId }) {
  const strength = useLanguageOf(id);
  return strength && <StrengthLine {...strength} />;
}
