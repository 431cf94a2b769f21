import { useSyncExternalStore } from 'react';

const NARROW = 'screen and (max-width: 48rem)';

/**
 * Whether the page is too narrow for panes side by side: a small window, or a large one at 400 %. Paper is narrow too, and
 * is never asked: panes that changed places as it is printed would be made anew, without what goes to the printer.
 */
export function useNarrow(): boolean {
  return useSyncExternalStore(follow, () => window.matchMedia(NARROW).matches);
}

function follow(listener: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
