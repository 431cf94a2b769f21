import { useCallback, useEffect, useRef, useState } from 'react';
import type { Assessment } from '../../../../shared/consensus/assessment.ts';
import { useSession } from '../../../session/hooks.ts';
import { lookKey } from '../../../session/look-key.ts';
import { lookAt, readLook, type Look } from './moved.ts';

/**
 * How the board stood when this member last left it, on this machine. The look of the visit before stays in force
 * until the visit ends or what moved is marked as seen.
 */
export function useLook(assessment: Assessment): { readonly before: Look; seen(): void } {
  const { me } = useSession();
  const key = lookKey(me);
  const [before, setBefore] = useState(() => readLook(localStorage.getItem(key)) ?? lookAt(assessment, Date.now()));
  const latest = useRef(assessment);
  useEffect(() => {
    latest.current = assessment;
  }, [assessment]);
  const keepNow = useCallback((): Look => {
    const look = lookAt(latest.current, Date.now());
    try {
      localStorage.setItem(key, JSON.stringify(look));
    } catch {
      // A browser that keeps nothing: every visit is the first.
    }
    return look;
  }, [key]);
  useEffect(() => {
    window.addEventListener('pagehide', keepNow);
    return () => {
      window.removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [keepNow]);
  return { before, seen: () => setBefore(keepNow()) };
}
