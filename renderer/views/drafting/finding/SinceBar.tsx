import { ChevronDown, ChevronUp } from 'lucide-react';
import type { SinceKind } from '../../../../shared/finding/since.ts';
import { chordText } from '../../../app/keymap.ts';
import { Button } from '../../../controls/Button.tsx';
import { IconButton } from '../../../controls/IconButton.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useTime } from '../../../i18n/time.ts';
import type { SinceYouLeft } from './use-since.ts';
import './SinceBar.css';

export interface SinceBarProps {
  readonly left: SinceYouLeft;
  /** Which item one is at, from 1; 0 before the first. */
  readonly at: number;
  onStep(by: 1 | -1): void;
  onDone(): void;
}

const TOLD = ['changed', 'new', 'gone', 'opened', 'closed', 'mention'] as const satisfies readonly (
  | SinceKind
  | 'gone'
)[];

/** One line on return: what happened meanwhile, and one key that walks through it. */
export function SinceBar({ left, at, onStep, onDone }: SinceBarProps) {
  const say = useText();
  const time = useTime();
  const { items, counts } = left.since;
  return (
    <section className="since-bar" aria-label={say('since.title')} data-pane="since">
      <strong>
        {say('since.title')} <time dateTime={new Date(left.seenAt).toISOString()}>{time.moment(left.seenAt)}</time>
      </strong>
      <ul role="list">
        {TOLD.filter((kind) => counts[kind] > 0).map((kind) => (
          <li key={kind}>{say(`since.${kind}`, { count: counts[kind] })}</li>
        ))}
      </ul>
      <span className="since-at" role="status">
        {at > 0 && say('since.at', { index: at, count: items.length })}
      </span>
      <IconButton
        label={say('key.previous-change')}
        keys={chordText('previous-change')}
        isDisabled={at <= 1}
        onPress={() => onStep(-1)}
      >
        <ChevronUp />
      </IconButton>
      <IconButton
        label={say('key.next-change')}
        keys={chordText('next-change')}
        isDisabled={items.length === 0}
        onPress={() => onStep(1)}
      >
        <ChevronDown />
      </IconButton>
      <Button size="small" onPress={onDone}>
        {say('since.done')}
      </Button>
    </section>
  );
}
