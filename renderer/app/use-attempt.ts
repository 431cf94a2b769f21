import { useCallback } from 'react';
import { useFaultText } from '../i18n/fault.ts';
import { useText } from '../i18n/text.tsx';
import { useAnnounce } from './announcer.tsx';

/** Does what gives a file, and tells what it was saved as, or why it was not; nothing where it was given up. */
export function useAttempt(): (act: () => Promise<string | undefined>) => void {
  const say = useText();
  const faultText = useFaultText();
  const announce = useAnnounce();
  return useCallback(
    (act) => {
      act().then(
        (name) => {
          if (name) announce(say('export.done', { name }), 'now');
        },
        (fault: unknown) => announce(faultText(fault), 'now'),
      );
    },
    [say, faultText, announce],
  );
}
