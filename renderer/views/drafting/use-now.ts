import { useNow as useTime } from '../../app/use-now.ts';
import { useSession } from '../../session/hooks.ts';

/** The time by the relay's clock, told anew every minute: also for what is due at an hour. */
export function useNow(): number {
  return useTime(useSession().hand.now);
}
