import { useCallback } from 'react';
import type { Draft } from '../../shared/schema/draft.ts';
import type { Sounding } from '../../shared/schema/sounding.ts';
import { isAlike } from './alike.ts';
import { useOfDraft, useSoundings } from './hooks.ts';

/** Whether a test still waits for answers: not ended, and what it is about still open in the draft (rule Q5). */
export function isOpen({ end, subject }: Sounding, draft: Draft): boolean {
  if (end) return false;
  const { bracket, provision } = subject;
  return bracket
    ? draft.brackets.some(({ id }) => id === bracket)
    : draft.provisions.some(({ id }) => id === provision);
}

/** The wordings that are being tested in the room, oldest first. */
export function useOpenSoundings(): readonly Sounding[] {
  const soundings = useSoundings();
  return useOfDraft(
    useCallback((draft: Draft) => soundings.filter((sounding) => isOpen(sounding, draft)), [soundings]),
    isAlike,
  );
}
