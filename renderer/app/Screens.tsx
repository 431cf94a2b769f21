import { useEffect, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import type { Session } from '../session/contract.ts';
import type { Entrance } from '../session/meetings/contract.ts';
import { ImportReport } from '../views/start/ImportReport.tsx';
import { DRAFT_EXTENSIONS, DRAFT_MAX_BYTES, readFile, type ReadFile } from '../views/start/read-file.ts';
import { StartView } from '../views/start/StartView.tsx';
import { useHost } from './host-context.ts';
import { MeetingScreen } from './meeting/MeetingScreen.tsx';
import { ReopenContext } from './meeting/reopen-context.ts';
import { Settings } from './Settings.tsx';
import './Screens.css';

type Screen =
  | { readonly type: 'start'; readonly fault?: unknown }
  | { readonly type: 'joining' }
  | { readonly type: 'report'; readonly file: ReadFile }
  | { readonly type: 'meeting'; readonly session: Session };

/** Which screen is shown: the ways in, or the meeting one is in. */
export function Screens({ entrance }: { entrance: Entrance }) {
  const say = useText();
  const host = useHost();
  const [screen, show] = useState<Screen>(() => ({ type: holdsInvitation(location.hash) ? 'joining' : 'start' }));
  const enter = (session: Session) => show({ type: 'meeting', session });
  const chooseFile = async () => {
    const opened = await host.openFile({ extensions: DRAFT_EXTENSIONS, maxBytes: DRAFT_MAX_BYTES });
    if (opened) show({ type: 'report', file: readFile(opened, { now: Date.now(), random: Math.random }) });
  };

  useEffect(() => {
    const join = () => {
      if (!holdsInvitation(location.hash)) return;
      show({ type: 'joining' });
      entrance.joinFromAddress().then(
        (session) => {
          if (session) show({ type: 'meeting', session });
        },
        (fault: unknown) => show({ type: 'start', fault }),
      );
    };
    join();
    window.addEventListener('hashchange', join);
    return () => window.removeEventListener('hashchange', join);
  }, [entrance]);

  if (screen.type === 'meeting') {
    const { session } = screen;
    const leave = () => {
      session.leave();
      show({ type: 'start' });
    };
    const reopen = async () => {
      const { meeting, code, person } = session.me;
      session.leave();
      show({ type: 'joining' });
      try {
        const kept = (await entrance.kept()).find(
          (known) => known.meeting === meeting && known.code === code && known.person === person,
        );
        if (kept) enter(await entrance.reopen(kept));
        else show({ type: 'start' });
      } catch (fault) {
        show({ type: 'start', fault });
      }
    };
    return (
      <ReopenContext.Provider value={() => void reopen()}>
        <MeetingScreen session={session} onLeave={leave} />
      </ReopenContext.Provider>
    );
  }
  if (screen.type === 'joining') return <p className="joining">{say('start.join.joining')}</p>;
  if (screen.type === 'report') {
    return (
      <ImportReport file={screen.file} entrance={entrance} onEnter={enter} onBack={() => show({ type: 'start' })} />
    );
  }
  return (
    <StartView
      entrance={entrance}
      settings={<Settings />}
      joinFault={screen.type === 'start' ? screen.fault : undefined}
      onEnter={enter}
      onChooseFile={chooseFile}
    />
  );
}

function holdsInvitation(hash: string): boolean {
  return hash.startsWith('#/join/');
}
