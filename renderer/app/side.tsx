import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { invariant } from '../../shared/schema/result.ts';

/** What stands beside the text: what explains the provision, or what is done in the room. */
export type Side = 'margin' | 'room';

interface SideKeeper {
  readonly side: Side;
  /** The floor is followed: the text goes where it is. */
  readonly following: boolean;
  show(side: Side): void;
  follow(following: boolean): void;
}

const SideContext = createContext<SideKeeper | undefined>(undefined);

export function useSide(): SideKeeper {
  const keeper = useContext(SideContext);
  invariant(keeper, 'a view stands in a meeting that keeps its side');
  return keeper;
}

export function SideProvider({ children }: { children: ReactNode }) {
  const [side, show] = useState<Side>('margin');
  const [following, follow] = useState(false);
  const keeper = useMemo(() => ({ side, following, show, follow }), [side, following]);
  return <SideContext.Provider value={keeper}>{children}</SideContext.Provider>;
}
