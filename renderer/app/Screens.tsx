import { useEffect, useState } from 'react';
import { Fault } from '../../shared/schema/result.ts';
import { useText } from '../i18n/text.tsx';
import type { Session } from '../session/contract.ts';
import type { Entrance } from '../session/meetings/contract.ts';
import { membershipKey } from '../session/meetings/known-meetings.ts';
import { SessionContext } from '../session/hooks.ts';
import { DisplayView } from '../views/display/DisplayView.tsx';
import { ImportReport } from '../views/start/ImportReport.tsx';
import { DRAFT_EXTENSIONS, DRAFT_MAX_BYTES, readFile, type ReadFile } from '../views/start/read-file.ts';
import { StartView } from '../views/start/StartView.tsx';
import { useHost } from './host-context.ts';
import { MeetingScreen } from './meeting/MeetingScreen.tsx';
import { ReopenContext } from './meeting/reopen-context.ts';
import { displayIn } from './meeting/display-window.ts';
import { endStay, hasStay, noteStay, stayed } from './meeting/stay.ts';
import { Settings } from './Settings.tsx';
import './Screens.css';

type Screen =
  | { readonly type: 'start'; readonly fault?: unknown }
  | { readonly type: 'joining' }
  /** The room display, in a window of its own. */
  | { readonly type: 'display'; readonly session?: Session }
  | { readonly type: 'report'; readonly file: ReadFile }
  | { readonly type: 'meeting'; readonly session: Session };

/** Which screen is shown: the ways in, or the meeting one is in. */
export function Screens({ entrance }: { entrance: Entrance }) {
  const say = useText();
  const host = useHost();
  const [screen, show] = useState<Screen>(() => ({
    type: displayIn(location.hash) ? 'display' : holdsInvitation(location.hash) || hasStay() ? 'joining' : 'start',
  }));
  const enter = (session: Session) => {
    noteStay(session.me);
    show({ type: 'meeting', session });
  };
  const chooseFile = async () => {
    const opened = await host.openFile({ extensions: DRAFT_EXTENSIONS, maxBytes: DRAFT_MAX_BYTES });
    if (opened) show({ type: 'report', file: readFile(opened, { now: Date.now(), random: Math.random }) });
  };

  useEffect(() => {
    const wanted = displayIn(location.hash);
    if (!wanted && (holdsInvitation(location.hash) || !hasStay())) return;
    let gone = false;
    const open = async () => {
      // The meeting is one that this machine is in: neither a display's address nor a stay holds an invitation.
      const kept = (await entrance.kept()).find((known) =>
        wanted ? known.meeting === wanted.meeting && known.code === wanted.code : stayed(known),
      );
      if (wanted && !kept) throw new Fault('display-away');
      const session = kept && (await entrance.reopen(kept));
      if (gone) session?.leave();
      else show(session ? { type: wanted ? 'display' : 'meeting', session } : { type: 'start' });
    };
    open().catch((fault: unknown) => {
      if (!wanted) endStay();
      if (!gone) show({ type: 'start', fault });
    });
    return () => {
      gone = true;
    };
  }, [entrance]);

  useEffect(() => {
    const join = () => {
      if (!holdsInvitation(location.hash)) return;
      show({ type: 'joining' });
      entrance.joinFromAddress().then(
        (session) => {
          if (session) enter(session);
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
      endStay();
      session.leave();
      show({ type: 'start' });
    };
    const reopen = async () => {
      session.leave();
      show({ type: 'joining' });
      try {
        const kept = (await entrance.kept()).find((known) => membershipKey(known) === membershipKey(session.me));
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
  if (screen.type === 'display') {
    return (
      screen.session && (
        <SessionContext.Provider value={screen.session}>
          <DisplayView />
        </SessionContext.Provider>
      )
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
