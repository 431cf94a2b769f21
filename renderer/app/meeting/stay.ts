import { membershipKey } from '../../session/meetings/known-meetings.ts';

type Stay = Parameters<typeof membershipKey>[0];

const ITEM = 'rostrum.stay';

/**
 * Which meeting this window is in, for as long as the window lives: a reload, or a window brought back after a crash,
 * comes back to it. No secret is in it. Where the browser keeps nothing, a reload shows the ways in.
 */
export function noteStay(member: Stay): void {
  store((storage) => storage.setItem(ITEM, membershipKey(member)));
}

export function endStay(): void {
  store((storage) => storage.removeItem(ITEM));
}

/** Whether the window was in that meeting; false for every one where it was in none. */
export function stayed(member: Stay): boolean {
  return noted() === membershipKey(member);
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
