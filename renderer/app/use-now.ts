import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/** The time by `clock`, this machine's where none is given, told anew every minute: enough for "open 3 days". */
export function useNow(clock: () => number = Date.now): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), MINUTE_MS);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
