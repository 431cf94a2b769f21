import type { Observed } from '../contract.ts';

/** A value with its writer: only the store that made it sets it. */
export interface Kept<Value> extends Observed<Value> {
  /** Tells the listeners when the value is another one than before. */
  set(value: Value): void;
}

/** Keeps one value; `set` with the same object is silent, so that nothing renders for nothing. */
export function keep<Value>(initial: Value): Kept<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
  };
}

/** A value that never changes, for what a role does not receive. */
export function constant<Value>(value: Value): Observed<Value> {
  return { get: () => value, subscribe: () => () => {} };
}
