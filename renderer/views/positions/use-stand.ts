import { useMemo } from 'react';
import { viewDraft } from '../../../shared/consensus/draft-view.ts';
import { questionOn, standOf, type Stand } from '../../../shared/consensus/stand-of.ts';
import { seatRoster } from '../../../shared/positions/seats.ts';
import { foldRulings } from '../../../shared/procedure/record.ts';
import type { Code } from '../../../shared/schema/ids.ts';
import { targetKey, type Position, type Target } from '../../../shared/schema/position.ts';
import { useDraft, usePositions, useRoster, useRulings, useSession } from '../../session/hooks.ts';

/** How one delegation stands on one target, with the records of its own that this member may change. */
export interface OwnStand extends Stand {
  /** Told to the room and, beside it, to the chair alone; by the hand that is writing here. */
  readonly records: readonly Position[];
  /** The target by all its names: a bracket and its words are one thing by two. */
  readonly names: readonly Target[];
}

export function useStand(code: Code, target: Target, source: Position['source']): OwnStand {
  const { replica } = useSession();
  const draft = useDraft();
  const positions = usePositions();
  const rulings = useRulings();
  const { delegations, groups } = useRoster();
  const key = targetKey(target);
  return useMemo(() => {
    const { outcomes } = foldRulings(rulings);
    const view = replica ?? viewDraft(draft);
    const stand = standOf(code, target, {
      draft: view,
      positions,
      seats: seatRoster(
        delegations,
        groups,
        positions.map(({ delegation }) => delegation),
      ),
      isMet: ({ bracket, variant }) => outcomes.get(bracket) === variant,
    });
    const names = [target, ...(questionOn(target, view)?.exact ?? [])];
    const keys = new Set(names.map(targetKey));
    const records = positions.filter(
      (one) => one.delegation === code && one.source === source && keys.has(targetKey(one.target)),
    );
    return { ...stand, records, names };
    // The key stands for the target, which is another object at every render.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [code, key, source, draft, replica, positions, rulings, delegations, groups]);
}
