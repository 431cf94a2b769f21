import { useState, type ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { SearchField } from 'react-aria-components/SearchField';
import { Dialog } from '../controls/Dialog.tsx';
import { Keys } from '../controls/Keys.tsx';
import './Finder.css';

export interface Finding {
  readonly id: string;
  /** What is read aloud. */
  readonly words: string;
  readonly content?: ReactNode;
  readonly keys?: string;
}

export interface FinderProps {
  readonly title: string;
  readonly hint: string;
  readonly none: string;
  /** What the typed words find, best first; all there is for no words. */
  find(input: string): readonly Finding[];
  onChoose(id: string): void;
  onClose(): void;
}

/** A field over a list: type, arrow, Enter. The palette and "go to" are this. */
export function Finder({ title, hint, none, find, onChoose, onClose }: FinderProps) {
  const [input, setInput] = useState('');
  return (
    <Dialog title={title} open onClose={onClose} bare>
      <div className="finder">
        <Autocomplete inputValue={input} onInputChange={setInput}>
          <SearchField aria-label={title} autoFocus className="finder-field">
            <Input placeholder={hint} dir="auto" />
          </SearchField>
          <Menu
            aria-label={title}
            items={find(input)}
            className="finder-list"
            renderEmptyState={() => <p className="finder-none">{none}</p>}
            onAction={(key) => {
              onClose();
              onChoose(String(key));
            }}
          >
            {(finding) => (
              <MenuItem id={finding.id} textValue={finding.words} className="option finder-option">
                {finding.content ?? finding.words}
                {finding.keys && <Keys of={finding.keys} />}
              </MenuItem>
            )}
          </Menu>
        </Autocomplete>
      </div>
    </Dialog>
  );
}
