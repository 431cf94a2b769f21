import { demonstration } from '../../../shared/demonstration/demonstration.ts';
import type { HostBridge } from '../../../shared/host/bridge.ts';
import type { Entrance } from './contract.ts';
import { openEntrance } from './entrance.ts';

/** The ways into a meeting from this window, with its host, its storage and its address bar. */
export function entranceHere(host: HostBridge): Entrance {
  return openEntrance({
    host,
    demonstration: () => {
      const { profile, ...meeting } = demonstration();
      return { ...meeting, title: profile.title, symbol: profile.symbol, language: profile.language };
    },
    clock: Date.now,
    random: Math.random,
    storage: storageHere(),
    address: { location: window.location, history: window.history },
  });
}

/** Reading the property throws where site data is blocked. */
function storageHere(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
