import { variantsOf } from '../../../../shared/brackets/variants.ts';
import { isShapeKind, type Bracket } from '../../../../shared/schema/bracket.ts';
import type { VariantId } from '../../../../shared/schema/position.ts';
import { usePlace } from '../../../app/place.tsx';
import { Button } from '../../../controls/Button.tsx';
import { EmptyState } from '../../../controls/EmptyState.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useAssessment, useDraft, useNumbers } from '../../../session/hooks.ts';
import { useDraftLookup } from '../use-draft-lookup.ts';
import type { Chosen } from './use-clean.ts';
import './VariantChooser.css';

export interface VariantChooserProps {
  /** What stands in each bracket now. */
  readonly chosen: Chosen;
  /** What one chose oneself; nobody else sees it. */
  readonly own: Chosen;
  onChoose(bracket: Bracket, variant: VariantId): void;
  onReset(): void;
}

const MOST = 160;

/** Beside the clean text: what stands in each bracket of the provision one reads, and what could. */
export function VariantChooser({ chosen, own, onChoose, onReset }: VariantChooserProps) {
  const say = useText();
  const draft = useDraft();
  const numbers = useNumbers();
  const assessment = useAssessment();
  const { startingIn } = useDraftLookup();
  const { place } = usePlace();
  const here = place.provision ?? draft.provisions[0]?.id;
  const brackets = (here && startingIn.get(here)) ?? [];
  return (
    <aside className="margin chooser" aria-label={say('rendering.chooser')} data-pane="margin">
      <header className="chooser-head">
        <h2>{here && numbers.get(here)}</h2>
        <p>{say('rendering.chooser.lead')}</p>
        {own.size > 0 && (
          <Button size="small" onPress={onReset}>
            {say('rendering.chooser.reset', { count: own.size })}
          </Button>
        )}
      </header>
      {brackets.length === 0 && <EmptyState title={say('rendering.chooser.none')} />}
      {brackets.map((bracket) => {
        const free = here && assessment.provisions.get(here)?.brackets.find((each) => each.bracket === bracket.id);
        return (
          <fieldset key={bracket.id} className="chooser-bracket">
            <legend>{say(`kind.${bracket.kind}`)}</legend>
            {variantsOf(draft, bracket).map(({ id, words }, index) => (
              <label key={id} className="chooser-variant">
                <input
                  type="radio"
                  name={bracket.id}
                  checked={chosen.has(bracket.id) ? chosen.get(bracket.id) === id : standsUnasked(bracket, id, index)}
                  onChange={() => onChoose(bracket, id)}
                />
                <span>
                  {words ? (
                    <q lang={draft.language} dir="auto">
                      {words.length <= MOST ? words : `${words.slice(0, MOST)}…`}
                    </q>
                  ) : isShapeKind(bracket.kind) ? (
                    say(`draft.rule.${id === 'text' ? 'keep' : 'drop'}.${bracket.kind}`)
                  ) : (
                    <em>{say('draft.no-text')}</em>
                  )}
                  {free?.landingZone.includes(id) && <small>{say('draft.landing')}</small>}
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </aside>
  );
}

/** Where nothing is said, the clean rendering's own rule holds (T6). */
function standsUnasked(bracket: Bracket, variant: VariantId, index: number): boolean {
  return bracket.kind === 'choice'
    ? index === 0
    : variant === (bracket.kind === 'insert' || isShapeKind(bracket.kind) ? 'none' : 'text');
}
