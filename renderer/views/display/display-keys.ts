import { useEffect, useRef } from 'react';
import type { DisplaySetting } from '../../session/stores/display-store.ts';

type SetDisplay = (change: Partial<DisplaySetting>) => void;

/** What a key does to the display: B blanks and the full stop freezes, each once more goes on; pages turn. */
export function displayChange(
  { key, code, isComposing, ctrlKey, metaKey, altKey }: KeyboardEvent,
  { mode, page }: DisplaySetting,
): Partial<DisplaySetting> | undefined {
  if (isComposing || ctrlKey || metaKey || altKey) return undefined;
  // By its place too: a Russian or Arabic keyboard writes no B.
  if (key.toLowerCase() === 'b' || code === 'KeyB') return { mode: mode === 'blank' ? 'live' : 'blank' };
  if (key === '.' || code === 'Period') return { mode: mode === 'frozen' ? 'live' : 'frozen' };
  if (key === 'PageDown') return { page: page + 1 };
  if (key === 'PageUp') return { page: Math.max(0, page - 1) };
  return undefined;
}

/** In the display's own window the keys work everywhere; only who presides has them. */
export function useDisplayKeys(setting: DisplaySetting, set: SetDisplay | undefined): void {
  const latest = useRef(setting);
  useEffect(() => {
    latest.current = setting;
  });
  useEffect(() => {
    if (!set) return undefined;
    const listen = (event: KeyboardEvent) => {
      const change = displayChange(event, latest.current);
      if (!change) return;
      event.preventDefault();
      set(change);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [set]);
}
