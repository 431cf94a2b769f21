import { useCallback } from 'react';
import { useAnnounce } from './announcer.tsx';
import { copyText } from './copy-text.ts';

/** Puts words on the clipboard, and tells when they are there. */
export function useCopy(): (words: string, told: string) => void {
  const announce = useAnnounce();
  return useCallback((words, told) => void copyText(words).then(() => announce(told, 'now')), [announce]);
}
