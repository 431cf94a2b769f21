import { createContext, useContext } from 'react';
import type { HostBridge } from '../../shared/host/bridge.ts';
import { invariant } from '../../shared/schema/result.ts';

/** What the renderer runs in; a screen asks it for capabilities, never for its name. */
export const HostContext = createContext<HostBridge | undefined>(undefined);

export function useHost(): HostBridge {
  const host = useContext(HostContext);
  invariant(host, 'the host stands above every screen');
  return host;
}
