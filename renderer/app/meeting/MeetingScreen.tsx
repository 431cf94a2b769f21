import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Session } from '../../session/contract.ts';
import { SessionContext, useSession } from '../../session/hooks.ts';
import { useText } from '../../i18n/text.tsx';
import { CommandProvider, useCommands } from '../commands.tsx';
import { GoTo } from '../GoTo.tsx';
import { chordText } from '../keymap.ts';
import { useHost } from '../host-context.ts';
import { inTwoFrames } from '../in-two-frames.ts';
import { KeysHelp } from '../KeysHelp.tsx';
import { Palette } from '../Palette.tsx';
import { escapeIsTaken, focusPane, focusText } from '../panes.ts';
import { PlaceProvider, usePlace } from '../place.tsx';
import { SideProvider, useSide } from '../side.tsx';
import { useKeys } from '../use-keys.ts';
import { usePageHead } from '../use-page-head.ts';
import { SoundingBar } from '../../views/positions/SoundingBar.tsx';
import { DisplayView } from '../../views/display/DisplayView.tsx';
import { openDisplayWindow } from './display-window.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { FloorLine } from './FloorLine.tsx';
import { Header } from './Header.tsx';
import { LeftBehindBar } from './LeftBehindBar.tsx';
import { MeetingViews } from './MeetingViews.tsx';
import { viewsOf, type View } from './view.ts';
import './MeetingScreen.css';

/** One joined meeting: its views, and the keys that work in all of them. */
export function MeetingScreen({ session, onLeave }: { session: Session; onLeave(): void }) {
  return (
    <SessionContext.Provider value={session}>
      <PlaceProvider>
        <SideProvider>
          <CommandProvider>
            <Meeting onLeave={onLeave} />
          </CommandProvider>
        </SideProvider>
      </PlaceProvider>
    </SessionContext.Provider>
  );
}

type Overlay = 'palette' | 'go-to' | 'keys';

function Meeting({ onLeave }: { onLeave(): void }) {
  const say = useText();
  const session = useSession();
  const host = useHost();
  const { me, chair } = session;
  const views = viewsOf(me.role);
  const [view, setView] = useState<View>(views[0] ?? 'reader');
  const [overlay, setOverlay] = useState<Overlay>();
  const { goTo, goToWords, place } = usePlace();
  const { show: showSide } = useSide();
  const [displayed, setDisplayed] = useState(false);
  const [lastFocus] = useState(() => new Map<Element, HTMLElement>());
  const toggle = (other: View) => {
    if (views.includes(other)) setView(view === other ? (views[0] ?? other) : other);
  };

  const show = async (other: View) => {
    setView(other);
    // One for React to draw the view, one for the page to lay it out.
    await new Promise<void>((drawn) => inTwoFrames(drawn));
  };

  usePageHead();
  const inRoom = me.role !== 'observer';
  const openDisplay = useCallback(() => {
    if (!openDisplayWindow(session, host)) setDisplayed(true);
  }, [session, host]);
  const openDisplayHere = useCallback(() => {
    if (place.provision) chair?.room.openFloor(place.provision);
    openDisplay();
  }, [place.provision, chair, openDisplay]);

  useKeys({
    ...(chair ? { display: openDisplay, 'display-here': openDisplayHere } : {}),
    palette: () => setOverlay('palette'),
    'go-to': () => setOverlay('go-to'),
    keys: () => setOverlay('keys'),
    'next-pane': () => focusPane(1, lastFocus),
    'previous-pane': () => focusPane(-1, lastFocus),
    reader: () => toggle('reader'),
    board: () => toggle('board'),
  });

  useEffect(() => {
    const back = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !escapeIsTaken(event.target)) focusText();
    };
    window.addEventListener('keydown', back);
    return () => window.removeEventListener('keydown', back);
  }, []);

  const commands = useMemo(
    () => [
      ...views
        .filter((each) => each !== view)
        .map((each) => ({ id: `view.${each}`, label: say(`view.${each}`), run: () => setView(each) })),
      { id: 'go-to', label: say('goto.title'), keys: chordText('go-to'), run: () => setOverlay('go-to') },
      ...(inRoom ? [{ id: 'display', label: say('display.open'), keys: chordText('display'), run: openDisplay }] : []),
      ...(chair
        ? [
            {
              id: 'display-here',
              label: say('display.here'),
              keys: chordText('display-here'),
              run: openDisplayHere,
            },
          ]
        : []),
      { id: 'keys', label: say('keys.title'), keys: chordText('keys'), run: () => setOverlay('keys') },
      { id: 'leave', label: say('meeting.leave'), run: onLeave },
    ],
    [views, view, say, onLeave, inRoom, chair, openDisplay, openDisplayHere],
  );
  useCommands(commands);

  const close = () => setOverlay(undefined);
  return (
    <div className="meeting">
      <Header
        views={views}
        view={view}
        exportMenu={<ExportMenu show={show} />}
        onView={setView}
        onPalette={() => setOverlay('palette')}
        onKeys={() => setOverlay('keys')}
        onLeave={onLeave}
      />
      {inRoom && (
        <FloorLine
          onPanel={() => {
            setView('draft');
            showSide('room');
          }}
        />
      )}
      <LeftBehindBar />
      <SoundingBar />
      <MeetingViews view={view} onView={setView} onDisplay={openDisplay} />
      {displayed && <DisplayView onLeave={() => setDisplayed(false)} />}
      {overlay === 'palette' && <Palette onClose={close} />}
      {overlay === 'keys' && <KeysHelp onClose={close} />}
      {overlay === 'go-to' && <GoTo onClose={close} onGo={goTo} onGoToWords={goToWords} />}
    </div>
  );
}
