import { Button } from '../controls/Button.tsx';
import { Dialog } from '../controls/Dialog.tsx';
import { Keys } from '../controls/Keys.tsx';
import { useText } from '../i18n/text.tsx';
import { chordText, KEYMAP, type KeyName } from './keymap.ts';
import './KeysHelp.css';

/** Every key, in one place. */
export function KeysHelp({ onClose }: { onClose(): void }) {
  const say = useText();
  return (
    <Dialog title={say('keys.title')} open onClose={onClose} size="wide">
      <div className="keys-help">
        <section>
          <h3>{say('keys.anywhere')}</h3>
          <dl>
            {(Object.keys(KEYMAP) as KeyName[]).map((name) => (
              <Line key={name} keys={chordText(name)} what={say(`key.${name}`)} />
            ))}
          </dl>
        </section>
        <section>
          <h3>{say('keys.text')}</h3>
          <dl>
            <Line keys="Esc" what={say('key.escape')} />
            <Line keys="Ctrl+Z" what={say('key.undo')} />
            <Line keys="Ctrl+Shift+Z" what={say('key.redo')} />
          </dl>
          <h3>{say('keys.panel')}</h3>
          <dl>
            <Line keys="1–5" what={say('key.stances')} />
          </dl>
        </section>
      </div>
      {/* Something to stand on, so that a keyboard can scroll what does not fit. */}
      <Button size="small" onPress={onClose}>
        {say('app.close')}
      </Button>
    </Dialog>
  );
}

function Line({ keys, what }: { keys: string; what: string }) {
  return (
    <div>
      <dt>
        <Keys of={keys} />
      </dt>
      <dd>{what}</dd>
    </div>
  );
}
