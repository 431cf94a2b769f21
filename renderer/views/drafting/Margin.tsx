import type { ReactNode } from 'react';
import type { Target } from '../../../shared/schema/position.ts';
import { usePlace } from '../../app/place.tsx';
import { EmptyState } from '../../controls/EmptyState.tsx';
import { useText } from '../../i18n/text.tsx';
import { useAssessment, useDraft } from '../../session/hooks.ts';
import { BracketCard } from './BracketCard.tsx';
import { ProvisionCard } from './ProvisionCard.tsx';
import { useSecondWindow } from './use-second-window.ts';
import { useDraftLookup } from './use-draft-lookup.ts';
import './Margin.css';

/** Beside the text: how the provision at the caret stands, and its brackets one by one. */
export function Margin({ onPosition }: { onPosition(target: Target): void }): ReactNode {
  const say = useText();
  const draft = useDraft();
  const assessment = useAssessment();
  const lookup = useDraftLookup();
  const { place, goTo } = usePlace();
  const needsSecond = useSecondWindow();
  const provision =
    (place.provision && lookup.provisions.get(place.provision)) ??
    draft.provisions.find(({ id }) => assessment.provisions.has(id)) ??
    draft.provisions[0];
  if (!provision) return <EmptyState title={say('draft.empty')} />;
  const assessed = assessment.provisions.get(provision.id);
  const brackets = lookup.startingIn.get(provision.id) ?? [];
  const hereOf = place.bracket && (lookup.brackets.get(place.bracket)?.variantOf ?? place.bracket);
  return (
    <aside className="margin" aria-label={say('draft.margin')} data-pane="margin">
      <ProvisionCard
        provision={provision}
        assessment={assessed}
        onPosition={() => onPosition({ type: 'provision', provision: provision.id })}
      />
      {brackets.map((bracket) => (
        <BracketCard
          key={bracket.id}
          bracket={bracket}
          variants={lookup.variantsOf.get(bracket.id) ?? []}
          words={lookup}
          assessment={assessed?.brackets.find((each) => each.bracket === bracket.id)}
          here={bracket.id === hereOf}
          needsSecond={needsSecond}
          onGo={() => goTo(provision.id, bracket.id)}
          onPosition={(variant) =>
            onPosition(
              variant ? { type: 'variant', bracket: bracket.id, variant } : { type: 'bracket', bracket: bracket.id },
            )
          }
        />
      ))}
      {brackets.length === 0 && assessed && (
        <p className="margin-clear">
          {say('draft.no-brackets', { reserves: assessed.reserves.length, objectors: assessed.objectors.length })}
        </p>
      )}
    </aside>
  );
}
