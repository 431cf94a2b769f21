import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Keys } from './Keys.tsx';
import './Popover.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
  /** Set for an entry that is one of a choice. */
  readonly chosen?: boolean;
  readonly disabled?: boolean;
  act(): void;
}

export interface MenuPart {
  readonly id: string;
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

/** What stands in a menu; where it has to be worked out, a function, which is asked when the menu opens. */
export type MenuParts = readonly MenuPart[] | (() => readonly MenuPart[]);

/** A menu that opens from its first child, a button. */
export function Menu({ label, parts, children }: { label: string; parts: MenuParts; children: ReactElement }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" offset={4}>
        <Opened label={label} parts={parts} />
      </Popover>
    </MenuTrigger>
  );
}

function Opened({ label, parts }: { label: string; parts: MenuParts }) {
  return (
    <AriaMenu aria-label={label} className="select-list">
      {(typeof parts === 'function' ? parts() : parts).map((part) => (
        <Part key={part.id} part={part} />
      ))}
    </AriaMenu>
  );
}

function Part({ part }: { part: MenuPart }) {
  const chosen = part.entries.filter((entry) => entry.chosen).map((entry) => entry.id);
  const choice = part.entries.some((entry) => entry.chosen !== undefined);
  return (
    <MenuSection
      aria-label={part.title ?? part.id}
      selectionMode={choice ? 'single' : 'none'}
      {...(choice ? { selectedKeys: chosen } : {})}
    >
      {part.title && <Header className="option-section">{part.title}</Header>}
      {part.entries.map((entry) => (
        <MenuItem
          key={entry.id}
          id={entry.id}
          textValue={entry.label}
          isDisabled={entry.disabled ?? false}
          onAction={() => entry.act()}
          className="option"
        >
          {choice ? <Check className="option-tick" aria-hidden /> : entry.icon}
          {entry.label}
          {entry.keys && <Keys of={entry.keys} />}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
