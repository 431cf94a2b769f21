import type { ComparisonCounts } from '../../../shared/revisions/compare/comparison.ts';
import type { ComparedLanguage } from '../../../shared/revisions/compare/compare-language.ts';
import { useText } from '../../i18n/text.tsx';

export interface SummaryProps {
  readonly counts: ComparisonCounts;
  readonly language: ReadonlyMap<string, ComparedLanguage>;
}

const TOLD = ['reworded', 'added', 'gone', 'moved', 'split', 'joined'] as const;

/** What changed, in one line: provisions by what became of them, disputes, strength of language. */
export function Summary({ counts, language }: SummaryProps) {
  const say = useText();
  const drifts = [...language.values()].map(({ drift }) => drift.overall);
  const sums = [
    ...TOLD.map((kind) => [counts[kind], `compare.sum.${kind}`] as const),
    [counts.opened, 'compare.opened'] as const,
    [counts.closed, 'compare.closed'] as const,
    ...(['weaker', 'stronger'] as const).map(
      (kind) => [drifts.filter((drift) => drift === kind).length, `compare.sum.${kind}`] as const,
    ),
  ].filter(([count]) => count > 0);
  return (
    <ul role="list" className="compare-sums">
      {sums.length === 0 && <li>{say('compare.alike')}</li>}
      {sums.map(([count, id]) => (
        <li key={id}>{say(id, { count })}</li>
      ))}
    </ul>
  );
}
