import { useDeferredValue, useMemo } from 'react';
import { draftIndex } from '../../../../shared/brackets/draft-index.ts';
import type { Assessment } from '../../../../shared/consensus/assessment.ts';
import { cleanReading, type CleanReading } from '../../../../shared/interop/clean-draft.ts';
import type { BracketId, ProvisionId } from '../../../../shared/schema/ids.ts';
import type { VariantId } from '../../../../shared/schema/position.ts';
import type { Draft } from '../../../../shared/schema/draft.ts';
import { useObserved, useSession } from '../../../session/hooks.ts';
import { constant } from '../../../session/stores/observed.ts';

export type Chosen = ReadonlyMap<BracketId, VariantId>;

/**
 * What would stand if nobody chose otherwise: of every open bracket the best of the wordings that nobody objects to.
 * Where each has an objector, nothing is said, and the clean rendering has its own rule (T6).
 */
export function landingZones(assessment: Assessment): Chosen {
  const chosen = new Map<BracketId, VariantId>();
  for (const { brackets } of assessment.provisions.values()) {
    for (const { bracket, landingZone } of brackets) {
      const [best] = landingZone;
      if (best !== undefined) chosen.set(bracket, best);
    }
  }
  return chosen;
}

export interface Clean extends CleanReading {
  /** What stands in each bracket: one's own choice, else the landing zone. */
  readonly chosen: Chosen;
  bracketsIn(provision: ProvisionId): ReturnType<typeof bracketsOf>;
}

/** The draft as it would read, kept up with what others write; `undefined` while nobody looks. */
export function useClean(own: Chosen, shown: boolean): Clean | undefined {
  const session = useSession();
  const draft = useDeferredValue(useObserved<Draft | undefined>(shown ? session.draft : NOBODY_LOOKS));
  const assessment = useDeferredValue(useObserved<Assessment | undefined>(shown ? session.assessment : NOBODY_LOOKS));
  return useMemo(() => {
    // What is deferred may be a rendering behind what is shown.
    if (!shown) return undefined;
    const chosen = new Map([...landingZones(assessment ?? session.assessment.get()), ...own]);
    const reading = cleanReading(draft ?? session.draft.get(), chosen);
    return { ...reading, chosen, bracketsIn: (id: ProvisionId) => bracketsOf(reading, id) };
  }, [session, draft, assessment, own, shown]);
}

const NOBODY_LOOKS = constant(undefined);

function bracketsOf({ draft }: CleanReading, id: ProvisionId) {
  return (draftIndex(draft).stretches.get(id) ?? NONE).map(({ bracket }) => bracket);
}

const NONE = [] as const;
