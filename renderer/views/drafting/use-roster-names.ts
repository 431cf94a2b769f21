import { useMemo } from 'react';
import type { Code } from '../../../shared/schema/ids.ts';
import { useRoster } from '../../session/hooks.ts';

/** Delegations' and groups' names by code. */
export function useRosterNames(): ReadonlyMap<Code, string> {
  const { delegations, groups } = useRoster();
  return useMemo(
    () => new Map([...groups, ...delegations].map(({ code, name }) => [code, name])),
    [delegations, groups],
  );
}
