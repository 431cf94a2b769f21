import { memo } from 'react';
import type { BracketAssessment } from '../../../shared/consensus/assessment.ts';
import { isShapeKind, type Bracket } from '../../../shared/schema/bracket.ts';
import type { VariantId } from '../../../shared/schema/position.ts';
import { Button } from '../../controls/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import { BracketActs } from './BracketActs.tsx';
import { bracketWords, type BracketWords } from './bracket-words.ts';
import { ShapeWords } from './ShapeWords.tsx';
import { Proponents } from './Proponents.tsx';
import { SecondDue } from './SecondDue.tsx';
import type { SecondWindow } from './use-second-window.ts';
import { VariantRow } from './VariantRow.tsx';
import { SecondButton } from './SecondButton.tsx';
import { useNow } from './use-now.ts';
import './BracketCard.css';

export interface BracketCardProps {
  readonly bracket: Bracket;
  readonly variants: readonly Bracket[];
  readonly words: BracketWords;
  readonly assessment: BracketAssessment | undefined;
  readonly here: boolean;
  readonly needsSecond: SecondWindow;
  onGo(): void;
  onPosition(variant?: VariantId): void;
}

/** One open bracket: its words, who put them in and who stands behind them, how the room stands, what one can do. */
export const BracketCard = memo(function BracketCard(props: BracketCardProps) {
  const { bracket, variants, words, assessment, here, needsSecond, onGo, onPosition } = props;
  const say = useText();
  const time = useTime();
  const now = useNow();
  const rows: readonly { id: VariantId; bracket: Bracket | undefined }[] =
    bracket.kind === 'choice'
      ? [
          ...variants.map((variant) => ({ id: variant.id as VariantId, bracket: variant })),
          ...(bracket.noText ? [{ id: 'none' as const, bracket: undefined }] : []),
        ]
      : [];
  const standing = (id: VariantId) => assessment?.variants.find(({ variant }) => variant === id);
  return (
    <article className="bracket-card" data-here={here || undefined} aria-label={say(`kind.${bracket.kind}`)}>
      <header>
        <button type="button" className="bracket-go" onClick={onGo}>
          {say(`kind.${bracket.kind}`)}
        </button>
        <time dateTime={new Date(bracket.opened).toISOString()} title={time.fully(bracket.opened)}>
          {time.since(bracket.opened, now)}
        </time>
      </header>
      {bracket.kind === 'choice' ? (
        <ol role="list" className="bracket-variants">
          {rows.map((row) => (
            <VariantRow
              key={row.id}
              as="li"
              acts={
                <div className="bracket-acts">
                  {row.bracket && <SecondButton bracket={row.bracket} />}
                  <Button size="small" tone="plain" onPress={() => onPosition(row.id)}>
                    {say('draft.act.position')}
                  </Button>
                </div>
              }
              words={row.bracket ? bracketWords(row.bracket, words) : undefined}
              variant={row.bracket}
              standing={standing(row.id)}
              landing={assessment?.landingZone.includes(row.id) ?? false}
            />
          ))}
        </ol>
      ) : (
        <VariantRow
          as="div"
          words={isShapeKind(bracket.kind) ? '' : bracketWords(bracket, words)}
          shape={isShapeKind(bracket.kind) ? <ShapeWords bracket={bracket} /> : undefined}
          variant={bracket}
          standing={standing(bracket.kind === 'delete' ? 'none' : 'text')}
          landing={false}
        />
      )}
      {bracket.kind === 'choice' && <Proponents bracket={bracket} />}
      {(bracket.kind === 'choice' ? variants : [bracket]).map((each) => (
        <SecondDue key={each.id} bracket={each} needsSecond={needsSecond} />
      ))}
      {bracket.note && <p className="bracket-note">{bracket.note}</p>}
      <BracketActs
        bracket={bracket}
        variants={rows.map(({ id }) => id)}
        words={(id) => wordsOf(rows, id, words)}
        onPosition={onPosition}
      />
    </article>
  );
});

function wordsOf(
  rows: readonly { id: VariantId; bracket: Bracket | undefined }[],
  id: VariantId,
  words: BracketWords,
): string | undefined {
  const row = rows.find((each) => each.id === id);
  return row?.bracket && bracketWords(row.bracket, words);
}
