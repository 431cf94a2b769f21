import { useEffect, useState } from 'react';
import { useSession } from './hooks.ts';

/** The time by the relay's clock, told anew with every one of its seconds, so that all screens tick together. */
export function useRelayNow(): number {
  const { hand } = useSession();
  const [now, setNow] = useState(() => hand.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = hand.now();
      setNow(at);
      timer = setTimeout(tick, 1000 - (at % 1000) + 5);
    };
    tick();
    return () => clearTimeout(timer);
  }, [hand]);
  return now;
}
