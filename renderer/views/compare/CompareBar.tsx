import { ChevronDown, ChevronUp, Printer } from 'lucide-react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { chordText } from '../../app/keymap.ts';
import { Button } from '../../controls/Button.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import { Select } from '../../controls/Select.tsx';
import { useText } from '../../i18n/text.tsx';
import { KINDS, type Filter } from './filter.ts';
import type { State, StateKey } from './pair.ts';

export interface CompareBarProps {
  readonly states: readonly State[];
  readonly from: State;
  readonly to: State;
  readonly beside: boolean;
  readonly folded: boolean;
  readonly filter: Filter;
  /** Delegations whose brackets were opened in between. */
  readonly codes: readonly string[];
  /** The change one is at, from 1; 0 before the first. */
  readonly at: number;
  readonly count: number;
  nameOf(state: State): string;
  onFrom(key: StateKey): void;
  onTo(key: StateKey): void;
  onBeside(beside: boolean): void;
  onFolded(folded: boolean): void;
  onFilter(filter: Filter): void;
  onStep(by: 1 | -1): void;
  onPrint(): void;
}

const EVERYBODY = 'all';

/** Which two states, how they are shown, which changes, and the way from one to the next. */
export function CompareBar(props: CompareBarProps) {
  const { states, from, to, beside, folded, filter, codes, at, count, nameOf } = props;
  const say = useText();
  const options = (other: State) =>
    states
      .filter(({ key }) => key !== other.key)
      .map((state) => ({ value: String(state.key), label: nameOf(state) }))
      .toReversed();
  const keyOf = (value: string) => states.find(({ key }) => String(key) === value)?.key ?? 'live';
  return (
    <div className="view-bar compare-bar" data-pane="toolbar" role="group" aria-label={say('compare.bar')}>
      <span className="compare-states">
        <Select
          bare
          label={say('compare.from')}
          value={String(from.key)}
          options={options(to)}
          onChange={(value) => props.onFrom(keyOf(value))}
        />
        <span className="compare-arrow" aria-hidden>
          →
        </span>
        <Select
          bare
          label={say('compare.to')}
          value={String(to.key)}
          options={options(from)}
          onChange={(value) => props.onTo(keyOf(value))}
        />
      </span>
      <ToggleButtonGroup
        aria-label={say('compare.shape')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[beside ? 'beside' : 'unified']}
        onSelectionChange={(keys) => props.onBeside(keys.has('beside'))}
        className="compare-shape"
      >
        {(['unified', 'beside'] as const).map((each) => (
          <ToggleButton key={each} id={each} className="button button-plain button-small">
            {say(`compare.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Select
        bare
        label={say('compare.filter')}
        value={filter.kind}
        options={KINDS.map((kind) => ({ value: kind, label: say(`compare.filter.${kind}`) }))}
        onChange={(kind) => props.onFilter({ ...filter, kind })}
      />
      {codes.length > 0 && (
        <Select
          bare
          label={say('history.by')}
          value={filter.by ?? EVERYBODY}
          options={[
            { value: EVERYBODY, label: say('history.by.all') },
            ...codes.map((code) => ({ value: code, label: code })),
          ]}
          onChange={(by) => props.onFilter(by === EVERYBODY ? { kind: filter.kind } : { kind: filter.kind, by })}
        />
      )}
      <ToggleButton className="button button-plain button-small" isSelected={folded} onChange={props.onFolded}>
        {say('compare.folded')}
      </ToggleButton>
      <span className="compare-bar-end">
        <span className="compare-count">
          {at > 0 ? say('compare.at', { index: at, count }) : say('compare.count', { count })}
        </span>
        <IconButton
          label={say('key.previous-change')}
          keys={chordText('previous-change')}
          isDisabled={count === 0}
          onPress={() => props.onStep(-1)}
        >
          <ChevronUp />
        </IconButton>
        <IconButton
          label={say('key.next-change')}
          keys={chordText('next-change')}
          isDisabled={count === 0}
          onPress={() => props.onStep(1)}
        >
          <ChevronDown />
        </IconButton>
        <Button tone="plain" size="small" icon={<Printer aria-hidden />} onPress={props.onPrint}>
          {say('compare.print')}
        </Button>
      </span>
    </div>
  );
}
