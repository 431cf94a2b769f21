import { useEffect, useMemo, useRef } from 'react';
import type { StanceStep } from '../../../shared/positions/trail.ts';
import type { Code } from '../../../shared/schema/ids.ts';
import type { Position } from '../../../shared/schema/position.ts';
import { useObserved, useSaveState, useSession } from '../../session/hooks.ts';
import type { StancesRead } from '../../session/history/stance-past.ts';
import { constant } from '../../session/stores/observed.ts';
import type { OwnStand } from './use-stand.ts';
import { UNDO_SECONDS } from './use-statement.ts';

/** So long after the last word the record is read on: a relay has then written down what it acknowledged. */
const REST_MS = 300;
const NOTHING = constant<StancesRead>({ trail: () => [] });

/** What became of a position, by the room's record; read when the panel is opened, and when its own part changed. */
export function useTrail(code: Code, stand: OwnStand, source: Position['source']): readonly StanceStep[] {
  const { stances } = useSession();
  const read = useObserved(stances?.read ?? NOTHING);
  const { type } = useSaveState();
  const here = type === 'saved' || type === 'local';
  const mark = stand.records.map(({ at, audience, stance }) => `${at} ${audience} ${stance}`).join();
  const seen = useRef<string>(undefined);
  useEffect(() => {
    if (!here || seen.current === mark) return;
    const timer = setTimeout(() => {
      seen.current = mark;
      void stances?.readOn();
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [stances, mark, here]);
  return useMemo(
    () =>
      read.trail(
        stand.names.map((target) => ({ delegation: code, target, source })),
        UNDO_SECONDS * 1000,
      ),
    [read, stand.names, code, source],
  );
}
