import { createContext, useContext, useSyncExternalStore } from 'react';
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
    (listener) => observed.subscribe(listener),
    () => observed.get(),
  );
}

export const useDraft = () => useObserved(useSession().draft);
export const useAssessment = () => useObserved(useSession().assessment);
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
