import { useMemo } from 'react';
import { staleProposals } from '../../../shared/consensus/stale-proposals.ts';
import type { BracketId } from '../../../shared/schema/ids.ts';
import { useAssessment, useDraft, useObserved, useSession } from '../../session/hooks.ts';
import { useNow } from './use-now.ts';

const NONE: ReadonlySet<BracketId> = new Set();

export interface SecondWindow {
  /** Milliseconds; `undefined` where the chair asks for no second. */
  readonly window: number | undefined;
  /** Proposals that nobody has seconded in time (rule C14). */
  readonly stale: ReadonlySet<BracketId>;
}

/** The window for seconds that the chair has set, and what has outlived it. */
export function useSecondWindow(): SecondWindow {
  const { profile } = useSession();
  const { secondWindow: window } = useObserved(profile);
  const draft = useDraft();
  const assessment = useAssessment();
  const now = useNow();
  return useMemo(
    () => ({
      window,
      stale: window === undefined ? NONE : new Set(staleProposals(draft, assessment, { now, window })),
    }),
    [draft, assessment, now, window],
  );
}
