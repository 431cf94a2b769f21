import { useCallback, type ReactNode } from 'react';
import type { Assessment } from '../../../shared/consensus/assessment.ts';
import type { Draft } from '../../../shared/schema/draft.ts';
import type { Target } from '../../../shared/schema/position.ts';
import { usePlace } from '../../app/place.tsx';
import { keepFocus } from '../../app/keep-focus.ts';
import { EmptyState } from '../../controls/EmptyState.tsx';
import { useText } from '../../i18n/text.tsx';
import { isAlike } from '../../session/alike.ts';
import { useBracketFace, useStands } from '../../session/draft-parts.ts';
import { useOfAssessment, useOfDraft } from '../../session/hooks.ts';
import { BracketCard } from './BracketCard.tsx';
import { ProvisionCard } from './ProvisionCard.tsx';
import { useSecondWindow } from './use-second-window.ts';
import { useBeginningIn } from './use-draft-lookup.ts';
import './Margin.css';

/** Beside the text: how the provision at the caret stands, and its brackets one by one. */
export function Margin({ onPosition }: { onPosition(target: Target): void }): ReactNode {
  const say = useText();
  const { place, goTo } = usePlace();
  const needsSecond = useSecondWindow();
  const first = useOfDraft(firstOf);
  const firstAssessed = useOfAssessment(firstAssessedOf);
  const stands = useStands(place.provision);
  const provision = (stands ? place.provision : undefined) ?? firstAssessed ?? first;
  const assessed = useOfAssessment(
    useCallback(({ provisions }: Assessment) => (provision ? provisions.get(provision) : undefined), [provision]),
    isAlike,
  );
  const brackets = useBeginningIn(provision);
  const hereOf = useBracketFace(place.bracket)?.variantOf ?? place.bracket;
  const go = useCallback(
    (bracket: Parameters<typeof goTo>[1]) => provision && goTo(provision, bracket),
    [goTo, provision],
  );
  if (!provision) return <EmptyState title={say('draft.empty')} />;
  return (
    <aside ref={keepFocus} className="margin" aria-label={say('draft.margin')} data-pane="margin">
      <ProvisionCard
        id={provision}
        assessment={assessed}
        onPosition={() => onPosition({ type: 'provision', provision })}
      />
      {brackets.map((bracket) => (
        <BracketCard
          key={bracket}
          id={bracket}
          assessment={assessed?.brackets.find((each) => each.bracket === bracket)}
          here={bracket === hereOf}
          needsSecond={needsSecond}
          onGo={go}
          onPosition={onPosition}
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

function firstOf({ provisions }: Draft) {
  return provisions[0]?.id;
}

function firstAssessedOf({ provisions }: Assessment) {
  return provisions.keys().next().value;
}
