import type { Member } from '../../../shared/schema/meeting.ts';

type Stay = Pick<Member, 'meeting' | 'code' | 'person'>;

const ITEM = 'rostrum.stay';

/**
 * Which meeting this window is in, for as long as the window lives: a reload, or a window brought back after a crash,
 * comes back to it. No secret is in it. Where the browser keeps nothing, a reload shows the ways in.
 */
export function noteStay({ meeting, code, person }: Stay): void {
  store((storage) => storage.setItem(ITEM, JSON.stringify([meeting, code, person])));
}

export function endStay(): void {
  store((storage) => storage.removeItem(ITEM));
}

/** Whether the window was in that meeting; false for every one where it was in none. */
export function stayed({ meeting, code, person }: Stay): boolean {
  return noted() === JSON.stringify([meeting, code, person]);
}

export function hasStay(): boolean {
  return noted() !== null;
}

function noted(): string | null {
  return store((storage) => storage.getItem(ITEM)) ?? null;
}

/** Reaching for the store throws where site data is blocked. */
function store<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(window.sessionStorage);
  } catch {
    return undefined;
  }
}
