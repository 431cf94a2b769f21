import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import './Popover.css';
import './Select.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectProps<Value extends string> {
  readonly label: ReactNode;
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: NoInfer<Value>) => void;
  /** The label is read aloud but not shown: the value speaks for itself. */
  readonly bare?: boolean;
  readonly className?: string;
}

/** One of a few values. */
export function Select<Value extends string>({ label, options, value, onChange, bare, className }: SelectProps<Value>) {
  return (
    <AriaSelect
      className={`select ${bare ? 'select-bare' : ''} ${className ?? ''}`}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Label className={bare ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="select-button">
        <SelectValue className="select-value" />
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox items={options} className="select-list">
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className="option">
              <Check className="option-tick" aria-hidden />
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
