import { useState } from 'react';
import type { Passage } from '../../../shared/sync/reading/beyond.ts';
import { Button } from '../../controls/Button.tsx';
import { Dialog } from '../../controls/Dialog.tsx';
import { useText } from '../../i18n/text.tsx';
import type { LeftBehind } from '../../session/contract.ts';
import { useStands } from '../../session/draft-parts.ts';
import { useDraftLanguage, useObserved, useSession } from '../../session/hooks.ts';
import { useWording } from '../../session/wording.ts';
import { usePlace } from '../place.tsx';
import { useCopy } from '../use-copy.ts';
import '../../controls/view-bar.css';
import './LeftBehindBar.css';

/** Words of one's own that the room never got, above whatever view is open until they are let go. */
export function LeftBehindBar() {
  const { leftBehind } = useSession();
  return leftBehind && <Bar leftBehind={leftBehind} />;
}

function Bar({ leftBehind }: { leftBehind: LeftBehind }) {
  const say = useText();
  const passages = useObserved(leftBehind.passages);
  const [open, setOpen] = useState(false);
  if (passages.length === 0) return undefined;
  const close = () => setOpen(false);
  return (
    <div className="view-bar" role="status">
      <span>{say('left.bar', { count: passages.length })}</span>
      <Button size="small" onPress={() => setOpen(true)}>
        {say('left.show')}
      </Button>
      <Dialog title={say('left.title')} open={open} onClose={close} size="wide">
        <p className="left-what">{say('left.what')}</p>
        <ul className="left-list">
          {passages.map((passage) => (
            <Item key={`${passage.provision}/${passage.before}/${passage.words}`} passage={passage} onGone={close} />
          ))}
        </ul>
        <Acts
          words={passages.map(({ words }) => words).join('\n\n')}
          onDrop={() => {
            close();
            leftBehind.drop();
          }}
        />
      </Dialog>
    </div>
  );
}

function Item({ passage, onGone }: { passage: Passage; onGone(): void }) {
  const say = useText();
  const copy = useCopy();
  const language = useDraftLanguage();
  const { goTo } = usePlace();
  const number = useWording().number(passage.provision);
  const { provision, before, words, after } = passage;
  const isThere = useStands(provision);
  return (
    <li className="left-item">
      <p className="left-words" lang={language} dir="auto">
        {before}
        <mark>{words}</mark>
        {after}
      </p>
      <span className="left-acts">
        {isThere ? (
          <Button
            size="small"
            onPress={() => {
              onGone();
              goTo(provision);
            }}
          >
            {number ? say('left.go', { number }) : say('left.go.unnumbered')}
          </Button>
        ) : (
          <span className="left-gone">{say('left.gone')}</span>
        )}
        <Button size="small" onPress={() => copy(words, say('left.copied'))}>
          {say('app.copy')}
        </Button>
      </span>
    </li>
  );
}

function Acts({ words, onDrop }: { words: string; onDrop(): void }) {
  const say = useText();
  const copy = useCopy();
  const [asking, setAsking] = useState(false);
  return (
    <p className="left-end">
      <Button onPress={() => copy(words, say('left.copied'))}>{say('left.copy')}</Button>
      {asking ? (
        <Button tone="danger" autoFocus onPress={onDrop}>
          {say('left.drop.sure')}
        </Button>
      ) : (
        <Button tone="plain" onPress={() => setAsking(true)}>
          {say('left.drop')}
        </Button>
      )}
    </p>
  );
}
