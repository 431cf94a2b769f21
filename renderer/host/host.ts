import type { HostBridge } from '../../shared/host/bridge.ts';
import { browserHost } from './browser.ts';
import { electronHost } from './electron.ts';

/** The host this page runs in. The one place that asks; every screen asks for a capability instead. */
export function hostHere(): HostBridge {
  return window.host ? electronHost(window.host) : browserHost();
}
