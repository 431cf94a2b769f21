import { useCallback, useEffect, useState } from 'react';
import type { IssuedInvitation } from '../../../shared/sync/protocol/api.ts';
import { useSession } from '../../session/hooks.ts';

/** How often the relay is asked what other windows made and withdrew, while one looks. */
const LOOK_MS = 10_000;

export interface Issued {
  readonly list: readonly IssuedInvitation[];
  /** Asks the relay anew: after what was done here. */
  refresh(): Promise<void>;
}

/** The invitations as the relay has them, whichever window made or withdrew them. Without a relay there are none. */
export function useIssued(): Issued {
  const { chair } = useSession();
  const [list, setList] = useState<readonly IssuedInvitation[]>([]);
  const refresh = useCallback(async () => {
    if (!chair) return;
    const now = await chair.invitations();
    // What did not change stays the same object, so that its row is not drawn anew.
    setList((before) => {
      const known = new Map(before.map((each) => [each.id, each]));
      return now.map((each) => (known.get(each.id)?.revoked === each.revoked ? known.get(each.id)! : each));
    });
  }, [chair]);
  useEffect(() => {
    // A relay that is away is told of elsewhere; what was known stays in sight.
    const look = () => void refresh().catch(() => undefined);
    look();
    const timer = setInterval(() => document.visibilityState === 'visible' && look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  return { list, refresh };
}
