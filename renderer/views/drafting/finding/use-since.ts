import { useCallback, useEffect, useRef, useState } from 'react';
import { decodeSeen, seenOf, since, type Seen, type Since } from '../../../../shared/finding/since.ts';
import { useSession } from '../../../session/hooks.ts';
import { whenTold } from '../../../session/when-told.ts';

export interface SinceYouLeft {
  readonly seenAt: number;
  readonly since: Since;
}

const KEY = 'seen';
/** Away so long, one comes back to news. */
const AWAY_MS = 5 * 60_000;
const NOTE_EVERY_MS = 10_000;

/**
 * What happened while one was away, until one has been through it. What was seen is kept on this machine for this
 * meeting, while the window is in sight and nothing waits to be looked at.
 */
export function useSince(): { readonly left: SinceYouLeft | undefined; done(): void } {
  const { me, draft, hand, memory, replica, save } = useSession();
  const [left, setLeft] = useState<SinceYouLeft>();
  const waiting = useRef(true);
  const away = useRef<Seen>(undefined);

  const note = useCallback(() => {
    if (!waiting.current && !document.hidden) memory.remember(KEY, seenOf(draft.get(), hand.now()));
  }, [memory, draft, hand]);
  const done = useCallback(() => {
    waiting.current = false;
    setLeft(undefined);
    note();
  }, [note]);

  useEffect(() => {
    if (!replica) return undefined;
    let stopped = false;
    const compare = (seen: Seen | undefined) => {
      if (stopped) return;
      const news = seen && since(seen, draft.get(), { names: [me.code, me.name], own: me.code });
      const any = news !== undefined && (news.items.length > 0 || news.counts.gone > 0 || news.counts.closed > 0);
      waiting.current = any;
      setLeft(any ? { seenAt: seen!.at, since: news } : undefined);
      note();
    };
    // Before the relay has told what it has, nothing seems to have happened, and what was seen would be noted anew.
    const giveUp = whenTold(save, () => void memory.recall(KEY).then((kept) => compare(decodeSeen(kept))));
    // All words are read for it: not while somebody presses keys.
    const regular = setInterval(() => requestIdleCallback(note), NOTE_EVERY_MS);
    const turned = () => {
      if (document.hidden) away.current = waiting.current ? undefined : seenOf(draft.get(), hand.now());
      else if (away.current && hand.now() - away.current.at >= AWAY_MS) compare(away.current);
      if (document.hidden && away.current) memory.remember(KEY, away.current);
    };
    document.addEventListener('visibilitychange', turned);
    window.addEventListener('pagehide', note);
    return () => {
      stopped = true;
      note();
      giveUp();
      clearInterval(regular);
      document.removeEventListener('visibilitychange', turned);
      window.removeEventListener('pagehide', note);
    };
  }, [replica, draft, hand, me, memory, save, note]);

  return { left, done };
}
