import type { Observed, SaveState } from './contract.ts';

/** What stands while the relay has told all that it had; a meeting without one has nothing to be told. */
const TOLD: ReadonlySet<SaveState['type']> = new Set(['saved', 'saving', 'refused', 'local']);

/** Calls `act` once, as soon as the relay has told what it has; the answer gives it up. */
export function whenTold(save: Observed<SaveState>, act: () => void): () => void {
  const stop = save.subscribe(look);
  look();
  return stop;

  function look() {
    if (!TOLD.has(save.get().type)) return;
    stop();
    act();
  }
}
