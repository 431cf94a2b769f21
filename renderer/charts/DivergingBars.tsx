import './DivergingBars.css';

export interface DivergingBar {
  readonly id: string;
  readonly label: string;
  readonly away: number;
  readonly between: number;
  readonly towards: number;
}

export interface DivergingBarsProps {
  /** What the bars come to, in a sentence; read instead of them. */
  readonly summary: string;
  readonly bars: readonly DivergingBar[];
  formatValue(value: number): string;
}

/** Who stands on which side, line by line: against towards the start, for towards the end, on neither side between. */
export function DivergingBars({ summary, bars, formatValue }: DivergingBarsProps) {
  const widest = Math.max(1, ...bars.map(({ away, between, towards }) => Math.max(away, towards) + between / 2));
  const share = (count: number) => `${(100 * count) / widest}%`;
  return (
    <div className="diverging" role="img" aria-label={summary}>
      {bars.map(({ id, label, away, between, towards }) => (
        <div key={id} className="diverging-row" aria-hidden>
          <span className="diverging-label">{label}</span>
          <span className="diverging-count">{formatValue(away)}</span>
          <span className="diverging-track">
            <span className="diverging-side" data-side="away">
              <span style={{ inlineSize: share(away) }} data-tone="away" />
              <span style={{ inlineSize: share(between / 2) }} data-tone="between" />
            </span>
            <span className="diverging-side" data-side="towards">
              <span style={{ inlineSize: share(between / 2) }} data-tone="between" />
              <span style={{ inlineSize: share(towards) }} data-tone="towards" />
            </span>
          </span>
          <span className="diverging-count">{formatValue(towards)}</span>
        </div>
      ))}
    </div>
  );
}
