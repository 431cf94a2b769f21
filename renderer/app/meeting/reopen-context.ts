import { createContext, useContext } from 'react';

/** Leaves the meeting and opens it again from the relay's state; absent where nothing could be opened again. */
export const ReopenContext = createContext<(() => void) | undefined>(undefined);

export const useReopen = (): (() => void) | undefined => useContext(ReopenContext);
