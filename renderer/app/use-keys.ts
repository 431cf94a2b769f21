import { useEffect, useRef } from 'react';
import { keyNameOf, type KeyName } from './keymap.ts';

/** What each key does now; a key that is left out keeps what the browser does with it. */
export type KeyActions = Partial<Record<KeyName, () => void>>;

/** Listens while mounted, on the way down, so that no widget swallows a key that works everywhere. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const name = keyNameOf(event);
      const act = name && latest.current[name];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
