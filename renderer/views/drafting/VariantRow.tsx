import type { ReactNode } from 'react';
import type { VariantAssessment } from '../../../shared/consensus/assessment.ts';
import type { BracketId } from '../../../shared/schema/ids.ts';
import { useText } from '../../i18n/text.tsx';
import { useBracketFace, type BracketFace } from '../../session/draft-parts.ts';
import { useDraftLanguage } from '../../session/hooks.ts';
import { Proponents } from './Proponents.tsx';
import { Standing } from './Standing.tsx';
import { useBracketWords } from './bracket-words.ts';

export interface VariantRowProps {
  /** Absent: "no text". */
  readonly variant: BracketId | undefined;
  readonly standing: VariantAssessment | undefined;
  /** No delegation objects to it. */
  readonly landing: boolean;
  /** One of several in a list, or alone. */
  readonly as: 'li' | 'div';
  /** In the stead of words: what would become of the provision. */
  readonly shape?: ReactNode;
  /** What one can do with this wording. */
  acts?(variant: BracketFace | undefined): ReactNode;
}

/** One wording: its words, its proponents, how the room stands on it. */
export function VariantRow({ variant: id, standing, landing, as: Row, acts, shape }: VariantRowProps) {
  const say = useText();
  const variant = useBracketFace(id);
  return (
    <Row className="variant" data-kind={variant?.kind}>
      <p className="variant-words">
        {shape ??
          (id === undefined ? <em className="variant-none">{say('draft.no-text')}</em> : <VariantWords id={id} />)}
        {landing && <span className="variant-landing">{say('draft.landing')}</span>}
      </p>
      {variant && <Proponents bracket={variant} />}
      {standing && <Standing variant={standing} />}
      {acts?.(variant)}
    </Row>
  );
}

/** By themselves, for they change with every key in them and the rest of the row does not. */
function VariantWords({ id }: { id: BracketId }) {
  const say = useText();
  const language = useDraftLanguage();
  const words = useBracketWords(id);
  return (
    <q lang={language} dir="auto">
      {words || say('draft.empty-bracket')}
    </q>
  );
}
