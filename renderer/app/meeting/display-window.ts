import type { HostBridge } from '../../../shared/host/bridge.ts';
import type { Session } from '../../session/contract.ts';

/** The room display's address in the same pages: `#/display/MEETING/CODE`. */
const ADDRESS = /^#\/display\/([^/]+)\/([A-Z][A-Z0-9_]*)$/;

/** Whose display an address opens. */
export function displayIn(hash: string): { readonly meeting: string; readonly code: string } | undefined {
  const [, meeting, code] = ADDRESS.exec(hash) ?? [];
  return meeting !== undefined && code !== undefined ? { meeting, code } : undefined;
}

/**
 * Opens the display in a window of its own, on the meeting that this machine keeps; once, however often it is asked for.
 * `false` where there is none: the host opens no second window, or the meeting has no relay to carry news between the two.
 */
export function openDisplayWindow({ me, save }: Session, host: HostBridge): boolean {
  if (save.get().type === 'local') return false;
  const address = `${location.pathname}${location.search}#/display/${me.meeting}/${me.code}`;
  const opened = window.open(address, `rostrum-display-${me.meeting}`, 'popup,width=1280,height=720');
  // The desktop application makes the window itself and hands none back.
  return opened !== null || host.capabilities.includes('second-window');
}
