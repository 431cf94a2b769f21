import { useMemo } from 'react';
import type { Assessment } from '../../shared/consensus/assessment.ts';
import type { Position } from '../../shared/schema/position.ts';
import type { Observed, Session } from './contract.ts';
import { useObserved, useSession } from './hooks.ts';
import { openAssessment, type AssessmentStore } from './stores/assessment-store.ts';

/**
 * How things stand by what was told to the whole room, for what the whole room sees. The chair's own assessment knows what was
 * told in confidence, and a status alone would give that away.
 */
export function roomAssessment(session: Session): Observed<Assessment> {
  const { replica } = session;
  if (!replica) return session.assessment;
  const positions = openPositionsOf(session.positions);
  let store: (AssessmentStore & { readonly end: () => void }) | undefined;
  let listeners = 0;
  const open = () => {
    const opened = openAssessment({ ...session, draft: replica, positions });
    const unobserve = replica.observe(opened.draftChanged);
    const end = () => {
      unobserve();
      opened.stop();
    };
    return (store ??= { ...opened, end });
  };
  return {
    get: () => (store ?? open()).assessment.get(),
    subscribe(listener) {
      const end = (store ?? open()).assessment.subscribe(listener);
      listeners += 1;
      return () => {
        end();
        listeners -= 1;
        // Whoever renders anew leaves and comes back in one breath; nothing is assessed afresh for that.
        setTimeout(() => {
          if (listeners > 0) return;
          store?.end();
          store = undefined;
        });
      };
    },
  };
}

export function useRoomAssessment(): Assessment {
  const session = useSession();
  return useObserved(useMemo(() => roomAssessment(session), [session]));
}

function openPositionsOf(all: Observed<readonly Position[]>): Observed<readonly Position[]> {
  let of: readonly Position[] | undefined;
  let open: readonly Position[] = [];
  return {
    get() {
      const now = all.get();
      if (now !== of) open = now.filter(({ audience }) => audience === 'room');
      of = now;
      return open;
    },
    subscribe: (listener) => all.subscribe(listener),
  };
}
