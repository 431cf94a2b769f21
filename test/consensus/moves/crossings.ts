import type { AssessInput } from '../../../shared/consensus/assess.ts';
import type { BracketId } from '../../../shared/schema/ids.ts';
import type { VariantId } from '../../../shared/schema/position.ts';
import { oracle } from '../oracle.ts';

/**
 * Every way to close every open bracket, one by one: how many red lines the cheapest crosses, and how many ways are as
 * cheap. `sizes`: how many wordings each bracket has.
 */
export function crossings(input: AssessInput) {
  const { variants, crossed } = oracle(input);
  const brackets = [...variants].filter(([, wordings]) => wordings.length > 0);
  let cost = Infinity;
  let ways = 0;
  const chosen = new Map<BracketId, VariantId>();
  const go = (at: number): void => {
    const next = brackets[at];
    if (!next) {
      const count = crossed(chosen);
      if (count < cost) [cost, ways] = [count, 0];
      if (count === cost) ways++;
      return;
    }
    const [id, wordings] = next;
    for (const { variant } of wordings) {
      chosen.set(id, variant);
      go(at + 1);
    }
  };
  go(0);
  return { cost, ways, sizes: new Map(brackets.map(([id, wordings]) => [id, wordings.length])) };
}
