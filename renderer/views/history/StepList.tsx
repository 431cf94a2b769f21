import { useEffect, useRef, type KeyboardEvent } from 'react';
import { bareLabel } from '../../../shared/numbering/label.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { HistoryStep } from '../../../shared/sync/history/playback.ts';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';

export interface StepListProps {
  readonly steps: readonly { readonly step: HistoryStep; readonly index: number }[];
  readonly chosen: number | undefined;
  readonly numbers: ReadonlyMap<ProvisionId, string>;
  onChoose(index: number): void;
}

/** As many rows as are drawn round the chosen one; the slider goes through all. */
const ROWS = 200;

/** The steps by time, with who took each and what it did. */
export function StepList({ steps, chosen, numbers, onChoose }: StepListProps) {
  const say = useText();
  const time = useTime();
  const list = useRef<HTMLOListElement>(null);
  const at = steps.findIndex(({ index }) => index === chosen);
  const from = Math.max(0, Math.min(at - ROWS / 2, steps.length - ROWS));
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const walk = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = by === 0 ? undefined : steps[at + by];
    if (!next) return;
    event.preventDefault();
    onChoose(next.index);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-current]')?.focus());
  };
  return (
    <nav className="steps" aria-label={say('history.steps')} data-pane="outline">
      <ol ref={list} role="list">
        {steps.slice(from, from + ROWS).map(({ step, index }) => (
          <li key={index}>
            <button
              type="button"
              tabIndex={index === chosen ? 0 : -1}
              aria-current={index === chosen ? 'step' : undefined}
              onClick={() => onChoose(index)}
              onKeyDown={walk}
            >
              <span className="steps-who">
                <bdi className="steps-code">{step.code}</bdi>
                {step.person && <bdi>{step.person}</bdi>}
                <time dateTime={new Date(step.to).toISOString()} title={time.fully(step.to)}>
                  {time.moment(step.to)}
                </time>
              </span>
              <span className="steps-what">
                {whatOf(step)
                  .map(([id, values]) => say(id, values))
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );

  function whatOf(step: HistoryStep): [Parameters<typeof say>[0], Record<string, string | number>][] {
    const names = [...step.provisions].flatMap((id) => bareLabel(numbers.get(id) ?? '') || []);
    const ruled = step.closed.filter(({ closed }) => closed !== undefined && closed.outcome !== 'withdrawn').length;
    const withdrawn = step.closed.length - ruled;
    return [
      names.length > 0 && names.length <= 3
        ? ['history.what.in', { numbers: names.join(', ') }]
        : ['history.what.provisions', { count: step.provisions.size }],
      ...(step.opened.length > 0 ? [['history.what.opened', { count: step.opened.length }] as [never, never]] : []),
      ...(ruled > 0 ? [['history.what.ruled', { count: ruled }] as [never, never]] : []),
      ...(withdrawn > 0 ? [['history.what.withdrawn', { count: withdrawn }] as [never, never]] : []),
    ];
  }
}
