import { ChevronDown, ChevronUp } from 'lucide-react';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import { IconButton } from '../../controls/IconButton.tsx';
import { useText } from '../../i18n/text.tsx';
import type { Find } from './use-find.ts';
import './FindField.css';

export interface FindFieldProps {
  readonly wanted: string;
  readonly find: Find;
  onWanted(words: string): void;
}

/** Find in the text: Enter goes on, Shift+Enter back. */
export function FindField({ wanted, find, onWanted }: FindFieldProps) {
  const say = useText();
  return (
    <div className="find">
      <SearchField
        aria-label={say('reader.find')}
        value={wanted}
        onChange={onWanted}
        onKeyDown={(event) => {
          if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
          else event.continuePropagation();
        }}
      >
        <Input className="find-input" placeholder={say('reader.find')} dir="auto" />
      </SearchField>
      <span className="find-count" role="status">
        {wanted.trim() && say('reader.found', { count: find.count, index: find.index })}
      </span>
      <IconButton label={say('reader.find.previous')} isDisabled={find.count === 0} onPress={() => find.step(-1)}>
        <ChevronUp />
      </IconButton>
      <IconButton label={say('reader.find.next')} isDisabled={find.count === 0} onPress={() => find.step(1)}>
        <ChevronDown />
      </IconButton>
    </div>
  );
}
