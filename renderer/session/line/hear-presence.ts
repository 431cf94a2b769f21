import { applyAwarenessUpdate, type Awareness } from 'y-protocols/awareness';
import { othersOnly } from './others-only.ts';

/**
 * Takes what the relay tells of the others. Presence ends with the connection, and the relay says so; the thirty seconds
 * after which `y-protocols` forgets a state that nobody renewed would take away whoever sits behind another window,
 * whose timers the browser lets run once a minute.
 */
export function hearPresence(awareness: Awareness, update: Uint8Array, origin: unknown): void {
  applyAwarenessUpdate(awareness, othersOnly(update, awareness.clientID), origin);
  for (const [client, meta] of awareness.meta) {
    if (client !== awareness.clientID) meta.lastUpdated = Infinity;
  }
}
