import { useEffect, useState } from 'react';
import { useSession } from '../../session/hooks.ts';

/** The time by the relay's clock, told anew every minute: enough for "open 3 days", and for what is due at an hour. */
export function useNow(every = 60_000): number {
  const { hand } = useSession();
  const [now, setNow] = useState(() => hand.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(hand.now()), every);
    return () => clearInterval(timer);
  }, [hand, every]);
  return now;
}
