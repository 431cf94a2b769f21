import type { Spot } from '../reading/anchor.ts';
import { lyingIn } from './lying-in.ts';
import type { Replica } from '../replica.ts';
import type { Stretch } from './spans.ts';

/**
 * Where a wording goes that is offered beside these words: behind them, as it is read; in front of them where a bracket
 * that begins before them ends with them, for behind them it would stand outside that bracket, and be left over when the
 * bracket goes (rule W15).
 */
export function spotBeside(replica: Replica, words: Stretch): Spot & { readonly front: boolean } {
  const { view, part, from, to } = words;
  const front = lyingIn(replica, view, ({ bare }) => bare !== true).some(
    ({ extent }) => extent.to === to && extent.from < from,
  );
  return { view, part, unit: front ? from : to, front };
}
