import type { Code } from '../../schema/ids.ts';
import type { SeatedGroup } from '../../positions/seats.ts';
import type { Taken } from './slots-taken.ts';

// Two figures that say how far a room is of one mind. They stand beside the statuses and never replace them: readiness is
// a maximum over objections (rule C1), and no average lifts one.

/**
 * How far stances agree, by Tastle and Wierman: 1 + Σ p·log2(1 − |x − mean| / width) over support 2, acceptance 1, none 0,
 * reserve −1, objection −2. 1 is one mind, 0 half and half at the ends; `undefined` where nobody has a stance.
 * `counts`: how many support, accept, have no position, reserve, object.
 */
export function agreementOf(counts: readonly [number, number, number, number, number]): number | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  const mean = counts.reduce((sum, count, at) => sum + count * (2 - at), 0) / total;
  let agreement = 1;
  counts.forEach((count, at) => {
    if (count > 0) agreement += (count / total) * Math.log2(1 - Math.abs(2 - at - mean) / 4);
  });
  // Rounding alone could leave it a hair outside.
  return Math.min(1, Math.max(0, agreement));
}

/**
 * How far every group goes along, as the product over groups of (in favour + 1) / (heard + 2): one group that does not
 * brings it down, where an average would hide it. A group of which nobody was heard counts a half. From 0 to 1.
 */
export function groupInformedConsensus({ favour, against, undecided }: Taken, groups: readonly SeatedGroup[]): number {
  const yes = new Set<Code>(favour);
  const heard = new Set<Code>([...favour, ...against, ...undecided]);
  let product = 1;
  for (const { members } of groups) {
    const agreeing = members.filter((code) => yes.has(code)).length;
    product *= (agreeing + 1) / (members.filter((code) => heard.has(code)).length + 2);
  }
  return product;
}
