import { useMemo } from 'react';
import { positionsByBracket } from '../../../shared/interop/attribution-notes.ts';
import type { BracketId } from '../../../shared/schema/ids.ts';
import type { Position } from '../../../shared/schema/position.ts';
import type { Observed } from '../../session/contract.ts';
import { useSession } from '../../session/hooks.ts';

/** Positions that the room has been told of, by the bracket they are on: what an attributed text may show. */
export function useStances(): Observed<ReadonlyMap<BracketId, readonly Position[]>> {
  const { positions } = useSession();
  return useMemo(() => {
    let of: readonly Position[] | undefined;
    let stances: ReadonlyMap<BracketId, readonly Position[]> = new Map();
    return {
      get() {
        const now = positions.get();
        if (of !== now) stances = positionsByBracket(now.filter(({ audience }) => audience === 'room'));
        of = now;
        return stances;
      },
      subscribe: (listener) => positions.subscribe(listener),
    };
  }, [positions]);
}
