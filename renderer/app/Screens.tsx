import { useEffect, useState } from 'react';
import type { Session } from '../session/contract.ts';
import type { Entrance } from '../session/meetings/contract.ts';
import { StartView } from '../views/start/StartView.tsx';
import { MeetingScreen } from './meeting/MeetingScreen.tsx';
import { Settings } from './Settings.tsx';

type Screen =
  | { readonly type: 'start'; readonly fault?: unknown }
  | { readonly type: 'meeting'; readonly session: Session };

/** Which screen is shown: the ways in, or the meeting one is in. */
export function Screens({ entrance }: { entrance: Entrance }) {
  const [screen, show] = useState<Screen>({ type: 'start' });

  useEffect(() => {
    entrance.joinFromAddress().then(
      (session) => {
        if (session) show({ type: 'meeting', session });
      },
      (fault: unknown) => show({ type: 'start', fault }),
    );
  }, [entrance]);

  if (screen.type === 'meeting') {
    const { session } = screen;
    const leave = () => {
      session.leave();
      show({ type: 'start' });
    };
    return <MeetingScreen session={session} onLeave={leave} />;
  }
  return (
    <StartView
      entrance={entrance}
      settings={<Settings />}
      onEnter={(session) => show({ type: 'meeting', session })}
      onChooseFile={async () => {}}
    />
  );
}
