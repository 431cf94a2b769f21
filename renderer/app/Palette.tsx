import { useState } from 'react';
import { useFilter } from 'react-aria-components/Autocomplete';
import { useText } from '../i18n/text.tsx';
import { useCommandRegister } from './commands.tsx';
import { Finder } from './Finder.tsx';

/** All that can be done now, by its words. */
export function Palette({ onClose }: { onClose(): void }) {
  const say = useText();
  const register = useCommandRegister();
  const [commands] = useState(() => register.list());
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Finder
      title={say('palette.title')}
      hint={say('palette.hint')}
      none={say('palette.none')}
      find={(input) =>
        commands
          .filter(({ label }) => contains(label, input))
          .map(({ id, label, keys }) => ({ id, words: label, ...(keys ? { keys } : {}) }))
      }
      onChoose={(id) => commands.find((command) => command.id === id)?.run()}
      onClose={onClose}
    />
  );
}
