import { memo, useEffect, useRef } from 'react';
import type { BracketAssessment } from '../../../shared/consensus/assessment.ts';
import { isShapeKind } from '../../../shared/schema/bracket.ts';
import type { BracketId } from '../../../shared/schema/ids.ts';
import type { Target, VariantId } from '../../../shared/schema/position.ts';
import { Button } from '../../controls/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { useBracketFace, type BracketFace } from '../../session/draft-parts.ts';
import { BracketActs } from './BracketActs.tsx';
import { ShapeWords } from './ShapeWords.tsx';
import { Proponents } from './Proponents.tsx';
import { SecondDue } from './SecondDue.tsx';
import type { SecondWindow } from './use-second-window.ts';
import { useVariantsOf } from './use-draft-lookup.ts';
import { VariantRow } from './VariantRow.tsx';
import { SecondButton } from './SecondButton.tsx';
import { useNow } from './use-now.ts';
import './BracketCard.css';

export interface BracketCardProps {
  readonly id: BracketId;
  readonly assessment: BracketAssessment | undefined;
  readonly here: boolean;
  readonly needsSecond: SecondWindow;
  onGo(bracket: BracketId): void;
  onPosition(target: Target): void;
}

/** One open bracket: its words, who put them in and who stands behind them, how the room stands, what one can do. */
export const BracketCard = memo(function BracketCard({ id, ...props }: BracketCardProps) {
  const bracket = useBracketFace(id);
  return bracket && <Card bracket={bracket} {...props} />;
});

function Card(props: Omit<BracketCardProps, 'id'> & { readonly bracket: BracketFace }) {
  const { bracket, assessment, here, needsSecond, onGo, onPosition } = props;
  const say = useText();
  const time = useTime();
  const now = useNow();
  const variants = useVariantsOf(bracket.id);
  const card = useRef<HTMLElement>(null);
  // The caret may be in a bracket whose card lies below the margin's edge.
  useEffect(() => {
    if (here) card.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  const state = (variant?: VariantId) =>
    onPosition(variant ? { type: 'variant', bracket: bracket.id, variant } : { type: 'bracket', bracket: bracket.id });
  const rows: readonly VariantId[] =
    bracket.kind === 'choice' ? [...variants, ...(bracket.noText ? (['none'] as const) : [])] : [];
  const standing = (id: VariantId) => assessment?.variants.find(({ variant }) => variant === id);
  return (
    <article ref={card} className="bracket-card" data-here={here || undefined} aria-label={say(`kind.${bracket.kind}`)}>
      <header>
        <button type="button" className="bracket-go" onClick={() => onGo(bracket.id)}>
          {say(`kind.${bracket.kind}`)}
        </button>
        <time dateTime={new Date(bracket.opened).toISOString()} title={time.fully(bracket.opened)}>
          {time.since(bracket.opened, now)}
        </time>
      </header>
      {bracket.kind === 'choice' ? (
        <ol role="list" className="bracket-variants">
          {rows.map((id) => (
            <VariantRow
              key={id}
              as="li"
              variant={id === 'none' || id === 'text' ? undefined : id}
              acts={(variant) => (
                <div className="bracket-acts">
                  {variant && <SecondButton bracket={variant} />}
                  <Button size="small" tone="plain" onPress={() => state(id)}>
                    {say('draft.act.position')}
                  </Button>
                </div>
              )}
              standing={standing(id)}
              landing={assessment?.landingZone.includes(id) ?? false}
            />
          ))}
        </ol>
      ) : (
        <VariantRow
          as="div"
          shape={isShapeKind(bracket.kind) ? <ShapeWords bracket={bracket} /> : undefined}
          variant={bracket.id}
          standing={standing(bracket.kind === 'delete' ? 'none' : 'text')}
          landing={false}
        />
      )}
      {bracket.kind === 'choice' && bracket.noText && <Proponents bracket={bracket} />}
      {(bracket.kind === 'choice' ? variants : [bracket.id]).map((each) => (
        <SecondDue key={each} id={each} needsSecond={needsSecond} />
      ))}
      {bracket.note && <p className="bracket-note">{bracket.note}</p>}
      <BracketActs bracket={bracket} variants={rows} onPosition={state} />
    </article>
  );
}
