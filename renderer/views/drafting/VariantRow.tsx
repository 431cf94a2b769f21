import type { ReactNode } from 'react';
import type { VariantAssessment } from '../../../shared/consensus/assessment.ts';
import type { Bracket } from '../../../shared/schema/bracket.ts';
import { useText } from '../../i18n/text.tsx';
import { useDraft } from '../../session/hooks.ts';
import { Proponents } from './Proponents.tsx';
import { Standing } from './Standing.tsx';

export interface VariantRowProps {
  /** Absent: "no text". */
  readonly words: string | undefined;
  readonly variant: Bracket | undefined;
  readonly standing: VariantAssessment | undefined;
  /** No delegation objects to it. */
  readonly landing: boolean;
  /** One of several in a list, or alone. */
  readonly as: 'li' | 'div';
  /** In the stead of words: what would become of the provision. */
  readonly shape?: ReactNode;
  /** What one can do with this wording. */
  readonly acts?: ReactNode;
}

/** One wording: its words, its proponents, how the room stands on it. */
export function VariantRow({ words, variant, standing, landing, as: Row, acts, shape }: VariantRowProps) {
  const say = useText();
  const { language } = useDraft();
  return (
    <Row className="variant" data-kind={variant?.kind}>
      <p className="variant-words">
        {shape ??
          (words === undefined ? (
            <em className="variant-none">{say('draft.no-text')}</em>
          ) : (
            <q lang={language} dir="auto">
              {words || say('draft.empty-bracket')}
            </q>
          ))}
        {landing && <span className="variant-landing">{say('draft.landing')}</span>}
      </p>
      {variant && <Proponents bracket={variant} />}
      {standing && <Standing variant={standing} />}
      {acts}
    </Row>
  );
}
