import { useDeferredValue, useMemo } from 'react';
import { compareDrafts } from '../../../shared/revisions/compare/compare.ts';
import { compareLanguage, type ComparedLanguage } from '../../../shared/revisions/compare/compare-language.ts';
import type { Comparison } from '../../../shared/revisions/compare/comparison.ts';
import { drawnDraft } from '../../../shared/sync/implied.ts';
import { useDraft, useObserved, useRevisions, useSession } from '../../session/hooks.ts';
import { statesOf, type State } from './pair.ts';

/** The states that this member may compare. The live text is read as it is drawn, and one keystroke late under load. */
export function useStates(): readonly State[] {
  const { replica, authors } = useSession();
  const revisions = useRevisions();
  const draft = useDeferredValue(useDraft());
  const registry = useObserved(authors);
  return useMemo(() => {
    const live = replica && ({ key: 'live', draft: drawnDraft(replica, registry), attributed: true } as const);
    return statesOf(revisions, live);
    // `draft` says when the replica reads otherwise.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [revisions, replica, registry, draft]);
}

export interface Compared {
  readonly comparison: Comparison;
  /** By the provision's identity, where its language drifted. */
  readonly language: ReadonlyMap<string, ComparedLanguage>;
}

export function useComparison(from: State, to: State): Compared {
  return useMemo(() => {
    const comparison = compareDrafts(from, to);
    const language = new Map<string, ComparedLanguage>();
    for (const row of comparison.rows) {
      if (row.type !== 'provision' || row.changes === 0 || !row.before || !row.after) continue;
      const drift = compareLanguage(from.draft, to.draft, row.after.provision.id);
      if (drift) language.set(row.identity, drift);
    }
    return { comparison, language };
  }, [from, to]);
}
