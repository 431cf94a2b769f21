import { AxisBottom, AxisLeft, AxisRight } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear, scaleTime } from '@visx/scale';
import { useRef } from 'react';
import { useInlineSize } from './use-inline-size.ts';
import './StepChart.css';

export interface StepSeries {
  readonly id: string;
  readonly label: string;
  /** Ascending in time; the value holds until the next point. */
  readonly points: readonly { readonly at: number; readonly value: number }[];
  readonly tone: 'firm' | 'faint' | 'agreed' | 'open';
  /** The ground under the line is filled. */
  readonly filled?: boolean;
}

export interface StepChartProps {
  /** What the chart says, in one sentence: its accessible name. */
  readonly summary: string;
  readonly series: readonly StepSeries[];
  /** Moments to mark on the time axis, such as rulings. */
  readonly ticks?: readonly number[];
  readonly height: number;
  readonly rtl: boolean;
  formatTime(at: number): string;
  formatValue(value: number): string;
}

/** Half the width of a time under the axis, in pixels. */
const HALF_LABEL = 36;
const MARGIN = { top: 8, bottom: 26, axis: 30, far: 10 };

/** Lines that hold from one event to the next; time runs in the direction of reading. */
export function StepChart({ summary, series, ticks = [], height, rtl, formatTime, formatValue }: StepChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useInlineSize(frame);
  const all = series.flatMap(({ points }) => points);
  const times = all.map(({ at }) => at);
  const from = Math.min(...times);
  const to = Math.max(...times, from + 60_000);
  const most = Math.max(1, ...all.map(({ value }) => value));
  const [left, right] = rtl ? [MARGIN.far, MARGIN.axis] : [MARGIN.axis, MARGIN.far];
  const inner = { width: Math.max(0, width - left - right), height: height - MARGIN.top - MARGIN.bottom };
  const x = scaleTime({ domain: [from, to], range: rtl ? [inner.width, 0] : [0, inner.width] });
  const y = scaleLinear({ domain: [0, most], range: [inner.height, 0], nice: true });
  const Values = rtl ? AxisRight : AxisLeft;
  const whole = y.ticks(Math.min(4, most)).filter(Number.isInteger);
  // Words in the middle of their tick would be cut at the chart's ends.
  const anchorAt = (at: number) => {
    if (at > inner.width + right - HALF_LABEL) return rtl ? 'start' : 'end';
    return at < HALF_LABEL - left ? (rtl ? 'end' : 'start') : 'middle';
  };
  // A scale gives more ticks than it is asked for; a time that would stand in the one before it is left out.
  const shownTimes: number[] = [];
  let taken = -Infinity;
  for (const time of x.ticks(Math.max(2, Math.floor(inner.width / 110))).toSorted((a, b) => x(a) - x(b))) {
    const at = x(time);
    const isMiddle = anchorAt(at) === 'middle';
    const begins = isMiddle ? at - HALF_LABEL : at < HALF_LABEL ? at : at - 2 * HALF_LABEL;
    if (begins < taken) continue;
    taken = begins + 2 * HALF_LABEL;
    shownTimes.push(Number(time));
  }
  return (
    <div ref={frame} className="chart" style={{ blockSize: height }}>
      {width > 0 && all.length > 0 && (
        <svg width={width} height={height} role="img" aria-label={summary}>
          <Group left={left} top={MARGIN.top}>
            {whole.map((value) => (
              <line key={value} className="chart-grid" x1={0} x2={inner.width} y1={y(value)} y2={y(value)} />
            ))}
            {series.map(({ id, points, tone, filled }) => (
              <g key={id} className={`chart-series chart-${tone}`}>
                {filled && <path className="chart-ground" d={ground(points, x, y, inner.height)} />}
                <path className="chart-line" d={steps(points, x, y)} />
              </g>
            ))}
            {ticks.map((at, index) => (
              <line key={index} className="chart-tick" x1={x(at)} x2={x(at)} y1={inner.height} y2={inner.height + 4} />
            ))}
            <Values
              scale={y}
              left={rtl ? inner.width : 0}
              tickValues={whole}
              hideAxisLine
              hideTicks
              tickFormat={(value) => formatValue(Number(value))}
              tickLabelProps={{
                className: 'chart-label',
                dx: rtl ? 4 : -4,
                dy: '0.32em',
                textAnchor: rtl ? 'start' : 'end',
              }}
            />
            <AxisBottom
              scale={x}
              top={inner.height}
              tickValues={shownTimes}
              hideTicks
              axisLineClassName="chart-axis"
              tickFormat={(value) => formatTime(Number(value))}
              tickLabelProps={(value) => ({ className: 'chart-label', textAnchor: anchorAt(x(Number(value))), dy: 4 })}
            />
          </Group>
        </svg>
      )}
    </div>
  );
}

type Scale = (value: number) => number;
type Points = StepSeries['points'];

function steps(points: Points, x: Scale, y: Scale): string {
  return points
    .map(({ at, value }, index) => (index === 0 ? `M${x(at)},${y(value)}` : `H${x(at)}V${y(value)}`))
    .join('');
}

function ground(points: Points, x: Scale, y: Scale, floor: number): string {
  const [start] = points;
  const end = points.at(-1);
  return start && end ? `${steps(points, x, y)}V${floor}H${x(start.at)}Z` : '';
}
