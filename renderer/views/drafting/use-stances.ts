import { useMemo } from 'react';
import { positionsByBracket } from '../../../shared/interop/attribution-notes.ts';
import type { BracketId } from '../../../shared/schema/ids.ts';
import type { Position } from '../../../shared/schema/position.ts';
import type { Observed } from '../../session/contract.ts';
import { useSession } from '../../session/hooks.ts';

type Stances = ReadonlyMap<BracketId, readonly Position[]>;

/** Positions that the room has been told of, by the bracket they are on: what an attributed text may show. */
export function useStances(): Observed<Stances> {
  const { positions } = useSession();
  return useMemo(() => stancesOf(positions), [positions]);
}

function stancesOf(positions: Observed<readonly Position[]>): Observed<Stances> {
  const known = new WeakMap<readonly Position[], Stances>();
  return {
    get() {
      const now = positions.get();
      const before = known.get(now);
      if (before !== undefined) return before;
      const stances = positionsByBracket(now.filter(({ audience }) => audience === 'room'));
      known.set(now, stances);
      return stances;
    },
    subscribe: (listener) => positions.subscribe(listener),
  };
}
