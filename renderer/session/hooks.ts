import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Assessment } from '../../shared/consensus/assessment.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import { invariant } from '../../shared/schema/result.ts';
import type { Observed, Session } from './contract.ts';

/** The joined meeting, for every view below it. */
export const SessionContext = createContext<Session | undefined>(undefined);

/** The joined meeting; only used below a `SessionContext` that holds one. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  invariant(session, 'a view stands below a joined meeting');
  return session;
}

/** Follows a changing value; the component renders again only when the value is another object. */
export function useObserved<Value>(observed: Observed<Value>): Value {
  return useSyncExternalStore(
    useCallback((listener: () => void) => observed.subscribe(listener), [observed]),
    () => observed.get(),
  );
}

/**
 * Follows a part of a changing value; the component renders again only when the part is another one by `isSame`. Both
 * functions stay the same ones as long as they mean the same.
 */
export function useSelected<Value, Part>(
  observed: Observed<Value>,
  select: (value: Value) => Part,
  isSame: (one: Part, other: Part) => boolean = Object.is,
): Part {
  const read = useMemo(() => selecting(observed, select, isSame), [observed, select, isSame]);
  return useSyncExternalStore(
    useCallback((listener: () => void) => observed.subscribe(listener), [observed]),
    read,
  );
}

/** Reads the part, and keeps the one it had as long as the new one is the same. */
function selecting<Value, Part>(
  observed: Observed<Value>,
  select: (value: Value) => Part,
  isSame: (one: Part, other: Part) => boolean,
): () => Part {
  let known: { readonly of: Value; readonly part: Part } | undefined;
  return () => {
    const of = observed.get();
    if (known?.of === of) return known.part;
    const part = select(of);
    known = { of, part: known && isSame(known.part, part) ? known.part : part };
    return known.part;
  };
}

/** The whole draft: another one with every key that anybody presses. What stays on screen while one writes selects. */
export const useDraft = () => useObserved(useSession().draft);
export const useOfDraft = <Part>(select: (draft: Draft) => Part, isSame?: (one: Part, other: Part) => boolean): Part =>
  useSelected(useSession().draft, select, isSame);
export const useDraftLanguage = () => useOfDraft(languageOf);
export const useAssessment = () => useObserved(useSession().assessment);
export const useOfAssessment = <Part>(
  select: (assessment: Assessment) => Part,
  isSame?: (one: Part, other: Part) => boolean,
): Part => useSelected(useSession().assessment, select, isSame);
export const usePositions = () => useObserved(useSession().positions);
export const useRulings = () => useObserved(useSession().rulings);
export const useTags = () => useObserved(useSession().tags);
export const useTagging = () => useObserved(useSession().tagging);
export const useSoundings = () => useObserved(useSession().soundings);
export const useAnswers = () => useObserved(useSession().answers);
export const useRevisions = () => useObserved(useSession().revisions);
export const useProcedure = () => useObserved(useSession().procedure);
export const useDisplay = () => useObserved(useSession().display);
export const usePresence = () => useObserved(useSession().presence);
export const useSaveState = () => useObserved(useSession().save);
export const useNumbers = () => useObserved(useSession().numbers);
export const useRoster = () => {
  const session = useSession();
  return { delegations: useObserved(session.delegations), groups: useObserved(session.groups) };
};

function languageOf({ language }: Draft): Draft['language'] {
  return language;
}
