import { useCallback } from 'react';
import { Fault } from '../../shared/schema/result.ts';
import { ENGLISH, type MessageId } from './catalog.ts';
import { useText } from './text.tsx';

/** Words for whatever went wrong: the reason's own where it is a known one, else what the platform said. */
export function useFaultText(): (cause: unknown) => string {
  const say = useText();
  return useCallback(
    (cause) => {
      const reason = cause instanceof Fault ? cause.reason : typeof cause === 'string' ? cause : undefined;
      const id = `reason.${reason}`;
      if (reason && id in ENGLISH) return say(id as MessageId);
      return say('reason.unknown', { detail: reason ?? (cause instanceof Error ? cause.message : String(cause)) });
    },
    [say],
  );
}
