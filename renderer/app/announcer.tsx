import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { invariant } from '../../shared/schema/result.ts';

/** `now` answers what the listener just did; `later` is news of others and waits its turn. */
export type Announce = (words: string, when?: 'now' | 'later') => void;

/** News is told at most this often, together (UX 6). */
const PAUSE_MS = 5000;

const AnnounceContext = createContext<Announce | undefined>(undefined);

export function useAnnounce(): Announce {
  const announce = useContext(AnnounceContext);
  invariant(announce, 'the announcer stands above every screen');
  return announce;
}

/** Speaks to screen readers, politely: answers at once, news gathered and without repetition. */
export function Announcer({ children }: { children: ReactNode }) {
  const [spoken, speak] = useState({ words: '', turn: 0 });
  const queue = useMemo(() => newsQueue((words) => speak(({ turn }) => ({ words, turn: turn + 1 }))), []);
  useEffect(() => () => queue.stop(), [queue]);
  return (
    <AnnounceContext.Provider value={queue.announce}>
      {children}
      <div className="visually-hidden" role="status" aria-live="polite" data-testid="announcer">
        <span key={spoken.turn}>{spoken.words}</span>
      </div>
    </AnnounceContext.Provider>
  );
}

export interface NewsQueue {
  readonly announce: Announce;
  stop(): void;
}

/** The batching by itself: what is told now goes out alone; news waits until `PAUSE_MS` after the last telling. */
export function newsQueue(tell: (words: string) => void, pause = PAUSE_MS): NewsQueue {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = -Infinity;
  const flush = () => {
    timer = undefined;
    if (waiting.size === 0) return;
    const words = [...waiting].join(' ');
    waiting.clear();
    told = Date.now();
    tell(words);
  };
  return {
    announce(words, when = 'later') {
      if (when === 'now') {
        told = Date.now();
        tell(words);
        return;
      }
      waiting.add(words);
      timer ??= setTimeout(flush, Math.max(0, told + pause - Date.now()));
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
