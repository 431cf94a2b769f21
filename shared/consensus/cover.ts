import type { Code } from '../schema/ids.ts';
import type { SeatedGroup, Seats } from '../positions/seats.ts';

// The fewest groups and single delegations that cover a set of objectors is a minimum set cover, in which every element
// is also a set of its own. Two facts keep it small: a group that covers one objector is no better than the objector
// itself, and a group whose objectors all lie in another group is never needed. What is left, at most a few groups, is
// searched depth first by branching on the objector that the fewest groups hold: one of them covers it, or it stands
// alone. A branch is cut when its count plus a lower bound (what is left, in units of the largest group) reaches the best.

/** The fewest groups and single delegations that together hold all objectors (rule C5); exact. */
export interface Cover {
  readonly groups: readonly SeatedGroup[];
  readonly singles: readonly Code[];
}

/** The smallest cover of `objectors`; where several are smallest, the first found. Groups come in the roster's order. */
export function smallestCover(objectors: readonly Code[], seats: Seats): Cover {
  if (objectors.length < 2) return { groups: [], singles: objectors };
  const candidates = undominated(objectors, seats);
  if (candidates.length === 0) return { groups: [], singles: objectors };

  const holders: number[][] = objectors.map(() => []);
  candidates.forEach(({ held }, at) => held.forEach((objector) => holders[objector]!.push(at)));
  const byFewestHolders = objectors
    .map((_, at) => at)
    .filter((at) => holders[at]!.length > 0)
    .sort((a, b) => holders[a]!.length - holders[b]!.length || a - b);
  const grouped = byFewestHolders.length;

  const covered = new Uint8Array(objectors.length);
  const chosen: number[] = [];
  let best: readonly number[] = [];
  let bestCount = grouped;

  const search = (next: number, alone: number, left: number): void => {
    const count = chosen.length + alone;
    let largest = 1;
    if (left > 0)
      for (const { held } of candidates)
        largest = Math.max(
          largest,
          held.reduce((n, at) => n + (covered[at] ? 0 : 1), 0),
        );
    if (count + Math.ceil(left / largest) >= bestCount) return;
    while (next < grouped && covered[byFewestHolders[next]!]) next++;
    if (next === grouped) {
      best = [...chosen];
      bestCount = count;
      return;
    }
    const objector = byFewestHolders[next]!;
    for (const group of holders[objector]!) {
      const fresh = candidates[group]!.held.filter((at) => !covered[at]);
      for (const at of fresh) covered[at] = 1;
      chosen.push(group);
      search(next + 1, alone, left - fresh.length);
      chosen.pop();
      for (const at of fresh) covered[at] = 0;
    }
    covered[objector] = 1;
    search(next + 1, alone + 1, left - 1);
    covered[objector] = 0;
  };
  search(0, 0, grouped);

  const spokenFor = new Set(best.flatMap((group) => candidates[group]!.held));
  return {
    groups: best
      .map((group) => candidates[group]!)
      .sort((a, b) => a.at - b.at)
      .map(({ group }) => group),
    singles: objectors.filter((_, at) => !spokenFor.has(at)),
  };
}

interface Candidate {
  readonly group: SeatedGroup;
  /** Its place in the roster. */
  readonly at: number;
  /** Objectors it holds, as indices, ascending. */
  readonly held: readonly number[];
}

/** Groups that hold at least two objectors, largest first, without those whose objectors another one holds too. */
function undominated(objectors: readonly Code[], seats: Seats): readonly Candidate[] {
  const held = new Map<number, number[]>();
  objectors.forEach((code, objector) => {
    for (const group of seats.groupsAt[seats.indexOf(code)] ?? []) {
      const list = held.get(group);
      if (list) list.push(objector);
      else held.set(group, [objector]);
    }
  });
  const candidates: Candidate[] = [];
  for (const [at, list] of held) if (list.length > 1) candidates.push({ group: seats.groups[at]!, at, held: list });
  if (candidates.length < 2) return candidates;
  candidates.sort((a, b) => b.held.length - a.held.length || a.at - b.at);
  const kept: { readonly candidate: Candidate; readonly set: ReadonlySet<number> }[] = [];
  for (const candidate of candidates) {
    if (kept.some(({ set }) => candidate.held.every((at) => set.has(at)))) continue;
    kept.push({ candidate, set: new Set(candidate.held) });
  }
  return kept.map(({ candidate }) => candidate);
}
