import type { Code } from '../schema/ids.ts';
import type { SeatedGroup, Seats } from '../positions/seats.ts';

// The fewest groups and single delegations that cover a set of objectors is a minimum set cover, in which every element
// is also a set of its own. Three facts keep it small: a group that covers one objector is no better than the objector
// itself; a group whose objectors all lie in another group is never needed; and where a group is left that covers an
// objector, letting that objector stand alone is never better. So the search branches on the objector that the fewest
// groups hold, over those groups; a branch is cut when its count plus a lower bound (what is left, in units of the largest
// group) reaches the best.

/** The fewest groups and single delegations that together hold all objectors (rule C5); exact. */
export interface Cover {
  readonly groups: readonly SeatedGroup[];
  readonly singles: readonly Code[];
}

/** The smallest cover of `objectors`; where several are smallest, the first found. Groups come in the roster's order. */
export function smallestCover(objectors: readonly Code[], seats: Seats): Cover {
  if (objectors.length === 0) return NOBODY;
  if (objectors.length === 1) return { groups: NO_GROUPS, singles: objectors };
  const candidates = undominated(objectors, seats);
  const [only, ...others] = candidates;
  if (!only) return { groups: NO_GROUPS, singles: objectors };
  // Neither of two holds all that the other one holds, so both are needed.
  if (others.length < 2) return coverBy(candidates.slice(), objectors);

  const holders = new Uint16Array(objectors.length);
  for (const { held } of candidates) for (const objector of held) holders[objector]!++;
  const byFewestHolders: number[] = [];
  for (let at = 0; at < holders.length; at++) if (holders[at]! > 0) byFewestHolders.push(at);
  byFewestHolders.sort((a, b) => holders[a]! - holders[b]! || a - b);
  const grouped = byFewestHolders.length;

  const covered = new Uint8Array(objectors.length);
  const chosen: number[] = [];
  let best: readonly number[] = [];
  let bestCount = grouped + 1;

  const search = (next: number, left: number): void => {
    while (next < grouped && covered[byFewestHolders[next]!]) next++;
    if (next === grouped) {
      best = [...chosen];
      bestCount = chosen.length;
      return;
    }
    if (chosen.length + 1 >= bestCount) return;
    let largest = 1;
    for (const { held } of candidates) {
      let fresh = 0;
      for (const at of held) if (!covered[at]) fresh++;
      if (fresh > largest) largest = fresh;
    }
    if (chosen.length + Math.ceil(left / largest) >= bestCount) return;
    for (let group = 0; group < candidates.length; group++) {
      if (!candidates[group]!.held.includes(byFewestHolders[next]!)) continue;
      const fresh = candidates[group]!.held.filter((at) => !covered[at]);
      for (const at of fresh) covered[at] = 1;
      chosen.push(group);
      search(next + 1, left - fresh.length);
      chosen.pop();
      for (const at of fresh) covered[at] = 0;
    }
  };
  search(0, grouped);

  return coverBy(
    best.map((group) => candidates[group]!),
    objectors,
  );
}

/** These groups in the roster's order, and whoever is in none of them. */
function coverBy(chosen: Candidate[], objectors: readonly Code[]): Cover {
  if (chosen.length > 1) chosen.sort((a, b) => a.at - b.at);
  const singles: Code[] = [];
  for (let at = 0; at < objectors.length; at++) {
    let spokenFor = false;
    for (const { held } of chosen) if (held.includes(at)) spokenFor = true;
    if (!spokenFor) singles.push(objectors[at]!);
  }
  return { groups: chosen.map(({ group }) => group), singles };
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
  const places = objectors.map((code) => seats.groupsAt[seats.indexOf(code)] ?? NOWHERE);
  const counts = seats.groups.map(() => 0);
  let most = 0;
  for (const groups of places) for (const group of groups) most = Math.max(most, ++counts[group]!);
  if (most < 2) return NO_CANDIDATES;
  const candidates: Candidate[] = [];
  const heldBy: (number[] | undefined)[] = [];
  for (let at = 0; at < counts.length; at++) {
    const held: number[] | undefined = counts[at]! < 2 ? undefined : [];
    heldBy.push(held);
    if (held) candidates.push({ group: seats.groups[at]!, at, held });
  }
  for (let objector = 0; objector < places.length; objector++)
    for (const group of places[objector]!) heldBy[group]?.push(objector);
  if (candidates.length < 2) return candidates;
  // Of groups that hold the same objectors the smallest stands most behind them, and is the one to name.
  candidates.sort(
    (a, b) => b.held.length - a.held.length || a.group.members.length - b.group.members.length || a.at - b.at,
  );
  const kept: Candidate[] = [];
  for (const candidate of candidates)
    if (!kept.some(({ held }) => isWithin(candidate.held, held))) kept.push(candidate);
  return kept;
}

/** Both ascending. */
function isWithin(inner: readonly number[], outer: readonly number[]): boolean {
  let at = 0;
  for (const each of inner) {
    while (at < outer.length && outer[at]! < each) at++;
    if (outer[at] !== each) return false;
  }
  return true;
}

const NO_GROUPS: readonly SeatedGroup[] = [];
const NO_CANDIDATES: readonly Candidate[] = [];
const NOWHERE: readonly number[] = [];
const NOBODY: Cover = { groups: NO_GROUPS, singles: [] };
