import { useCallback, useMemo } from 'react';
import type { Assessment } from '../../../shared/consensus/assessment.ts';
import { staleProposals } from '../../../shared/consensus/stale-proposals.ts';
import type { BracketId } from '../../../shared/schema/ids.ts';
import { isAlike } from '../../session/alike.ts';
import { useObserved, useOfAssessment, useSession } from '../../session/hooks.ts';
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
  const { profile, draft } = useSession();
  const { secondWindow: window } = useObserved(profile);
  const now = useNow();
  // Whatever changes in the draft is assessed anew, so that following the assessment follows both.
  const stale = useOfAssessment(
    useCallback(
      (assessment: Assessment): ReadonlySet<BracketId> =>
        window === undefined ? NONE : new Set(staleProposals(draft.get(), assessment, { now, window })),
      [draft, now, window],
    ),
    isAlike,
  );
  return useMemo(() => ({ window, stale }), [window, stale]);
}
