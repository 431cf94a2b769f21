import { ArrowLeft, Keyboard, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Draft } from '../../../shared/schema/draft.ts';
import { Badge } from '../../controls/Badge.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import { useText } from '../../i18n/text.tsx';
import type { SaveState } from '../../session/contract.ts';
import { isAlike } from '../../session/alike.ts';
import { useObserved, useOfDraft, useRevisions, useSelected, useSession } from '../../session/hooks.ts';
import { chordText } from '../keymap.ts';
import { Settings } from '../Settings.tsx';
import { PeopleHere } from './PeopleHere.tsx';
import { SaveBadge } from './SaveBadge.tsx';
import type { View } from './view.ts';
import './Header.css';

export interface HeaderProps {
  readonly views: readonly View[];
  readonly view: View;
  readonly exportMenu: ReactNode;
  onView(view: View): void;
  onPalette(): void;
  onKeys(): void;
  onLeave(): void;
}

/** What meeting this is, whether the text is live, what is saved where, and the way to the other views. */
export function Header({ views, view, exportMenu, onView, onPalette, onKeys, onLeave }: HeaderProps) {
  const say = useText();
  const writes = views.includes('draft');
  return (
    <header className="bar" data-pane="header">
      <IconButton label={say('meeting.leave')} onPress={onLeave}>
        <ArrowLeft className="directional" />
      </IconButton>
      <MeetingTitle />
      <nav className="bar-views" aria-label={say('view.choose')}>
        {views.map((each) => (
          <button
            key={each}
            type="button"
            className="bar-view"
            aria-current={each === view ? 'page' : undefined}
            onClick={() => onView(each)}
          >
            {say(`view.${each}`)}
          </button>
        ))}
      </nav>
      <div className="bar-end">
        <Save always={writes} />
        {writes && <PeopleHere />}
        {exportMenu}
        <IconButton label={say('palette.title')} keys={chordText('palette')} onPress={onPalette}>
          <Search />
        </IconButton>
        <IconButton label={say('keys.title')} keys={chordText('keys')} onPress={onKeys}>
          <Keyboard />
        </IconButton>
        <Settings />
      </div>
    </header>
  );
}

/** By itself: how much waits to be saved is another number with every key. */
function Save({ always }: { always: boolean }) {
  const troubled = useSelected(useSession().save, isUnsaved);
  return (always || troubled) && <SaveBadge />;
}

function isUnsaved({ type }: SaveState): boolean {
  return type !== 'saved';
}

function namesOf({ title, symbol, language }: Draft): Pick<Draft, 'title' | 'symbol' | 'language'> {
  return { title, symbol, language };
}

function MeetingTitle() {
  const say = useText();
  const { me, profile } = useSession();
  const meeting = useObserved(profile);
  const draft = useOfDraft(namesOf, isAlike);
  // An observer reads no room that names the meeting; what was published does.
  const { title, symbol, language } = meeting.title ? meeting : draft;
  const last = useRevisions().at(-1);
  const standing =
    me.role === 'observer'
      ? say('meeting.observer')
      : last
        ? say('meeting.live.after', { revision: last.name })
        : say('meeting.live');
  return (
    <div className="bar-title">
      {symbol && <bdi className="bar-symbol">{symbol}</bdi>}
      <h1 lang={language} dir="auto">
        {title || say('meeting.untitled')}
      </h1>
      <Badge>{standing}</Badge>
    </div>
  );
}
