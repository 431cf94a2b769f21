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

/** A cover as codes: groups in the roster's order, then single delegations. */
export function coverCodes({ groups, singles }: Cover): readonly Code[] {
  return groups.length === 0 ? singles : [...groups.map(({ code }) => code), ...singles];
}

/** The smallest cover of `objectors`; where several are smallest, the first found. Groups come in the roster's order. */
export function smallestCover(objectors: readonly Code[], seats: Seats): Cover {
  if (objectors.length === 0) return NOBODY;
  if (objectors.length === 1) return { groups: NO_GROUPS, singles: objectors };
  return coverOf(objectors, deskOf(seats));
}

/**
 * What a cover is worked out on, made once for a seating: there are thousands of covers at every full computation. Sets of
 * objectors are bits, 32 a word, in the order the objectors are given; each group has a row of `words` of them.
 */
interface Desk {
  readonly seats: Seats;
  readonly words: number;
  /** By group: how many objectors it holds, and which. */
  readonly counts: Int32Array;
  readonly held: Int32Array;
  /** Groups that are left to choose from, largest first. */
  readonly candidates: Int32Array;
  readonly covered: Int32Array;
  /** By objector: how many candidates hold it. */
  readonly holders: Int32Array;
}

const DESKS = new WeakMap<Seats, Desk>();

function deskOf(seats: Seats): Desk {
  const known = DESKS.get(seats);
  if (known) return known;
  const words = (seats.codes.length >> 5) + 1;
  const groups = seats.groups.length;
  const desk: Desk = {
    seats,
    words,
    counts: new Int32Array(groups),
    held: new Int32Array(groups * words),
    candidates: new Int32Array(groups),
    covered: new Int32Array(words),
    holders: new Int32Array(seats.codes.length),
  };
  DESKS.set(seats, desk);
  return desk;
}

function coverOf(objectors: readonly Code[], desk: Desk): Cover {
  const { candidates, covered, holders, held, words } = desk;
  const count = findCandidates(objectors, desk);
  if (count === 0) return { groups: NO_GROUPS, singles: objectors };
  // Neither of two holds all that the other one holds, so both are needed.
  if (count < 3) {
    const both = count === 1 ? [candidates[0]!] : [candidates[0]!, candidates[1]!];
    return coverBy(both, objectors, desk);
  }

  const byFewestHolders: number[] = [];
  for (let at = 0; at < objectors.length; at++) {
    holders[at] = 0;
    for (let nth = 0; nth < count; nth++) if (holds(desk, candidates[nth]!, at)) holders[at]!++;
    if (holders[at]! > 0) byFewestHolders.push(at);
  }
  byFewestHolders.sort((a, b) => holders[a]! - holders[b]! || a - b);
  const grouped = byFewestHolders.length;

  covered.fill(0);
  const chosen: number[] = [];
  let best: readonly number[] = [];
  let bestCount = grouped + 1;

  const search = (next: number, left: number): void => {
    while (next < grouped && covered[byFewestHolders[next]! >> 5]! & (1 << (byFewestHolders[next]! & 31))) next++;
    if (next === grouped) {
      best = [...chosen];
      bestCount = chosen.length;
      return;
    }
    if (chosen.length + 1 >= bestCount) return;
    let largest = 1;
    for (let nth = 0; nth < count; nth++) {
      const row = candidates[nth]! * words;
      let fresh = 0;
      for (let word = 0; word < words; word++) fresh += bitsIn(held[row + word]! & ~covered[word]!);
      if (fresh > largest) largest = fresh;
    }
    if (chosen.length + Math.ceil(left / largest) >= bestCount) return;
    for (let nth = 0; nth < count; nth++) {
      const group = candidates[nth]!;
      if (!holds(desk, group, byFewestHolders[next]!)) continue;
      const before = covered.slice();
      let fresh = 0;
      for (let word = 0; word < words; word++) {
        fresh += bitsIn(held[group * words + word]! & ~covered[word]!);
        covered[word]! |= held[group * words + word]!;
      }
      chosen.push(group);
      search(next + 1, left - fresh);
      chosen.pop();
      covered.set(before);
    }
  };
  search(0, grouped);
  return coverBy([...best], objectors, desk);
}

/** These groups in the roster's order, and whoever is in none of them. */
function coverBy(chosen: number[], objectors: readonly Code[], desk: Desk): Cover {
  if (chosen.length > 1) chosen.sort((a, b) => a - b);
  let singles: Code[] | undefined;
  for (let at = 0; at < objectors.length; at++) {
    let held = false;
    for (let nth = 0; nth < chosen.length; nth++) if (holds(desk, chosen[nth]!, at)) held = true;
    if (held) continue;
    if (singles) singles.push(objectors[at]!);
    else singles = [objectors[at]!];
  }
  return { groups: chosen.map((group) => desk.seats.groups[group]!), singles: singles ?? NO_SINGLES };
}

/** Puts down which groups hold at least two objectors, largest first, without those whose objectors another one holds too. */
function findCandidates(objectors: readonly Code[], desk: Desk): number {
  const { seats, words, counts, held, candidates } = desk;
  counts.fill(0);
  held.fill(0);
  for (let at = 0; at < objectors.length; at++) {
    const seat = seats.indexOf(objectors[at]!);
    if (seat < 0) continue;
    for (const group of seats.groupsAt[seat]!) {
      counts[group]!++;
      held[group * words + (at >> 5)]! |= 1 << (at & 31);
    }
  }
  // Of groups that hold the same objectors the smallest stands most behind them, and is the one to name.
  let count = 0;
  for (let group = 0; group < counts.length; group++) {
    if (counts[group]! < 2) continue;
    let place = count++;
    for (; place > 0 && isAhead(group, candidates[place - 1]!, desk); place--)
      candidates[place] = candidates[place - 1]!;
    candidates[place] = group;
  }
  let kept = 0;
  for (let nth = 0; nth < count; nth++) {
    const group = candidates[nth]!;
    let needed = true;
    for (let other = 0; other < kept && needed; other++) needed = !isWithin(group, candidates[other]!, desk);
    if (needed) candidates[kept++] = group;
  }
  return kept;
}

/** Whether group `a` is looked at before `b`, which comes first in the roster. */
function isAhead(a: number, b: number, { counts, seats }: Desk): boolean {
  const more = counts[a]! - counts[b]!;
  return more > 0 || (more === 0 && seats.groups[a]!.members.length < seats.groups[b]!.members.length);
}

/** Whether all objectors in group `inner` are in `outer`. */
function isWithin(inner: number, outer: number, { held, words }: Desk): boolean {
  for (let word = 0; word < words; word++) if (held[inner * words + word]! & ~held[outer * words + word]!) return false;
  return true;
}

function holds({ held, words }: Desk, group: number, objector: number): boolean {
  return (held[group * words + (objector >> 5)]! & (1 << (objector & 31))) !== 0;
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const NO_GROUPS: readonly SeatedGroup[] = [];
const NO_SINGLES: readonly Code[] = [];
const NOBODY: Cover = { groups: NO_GROUPS, singles: NO_SINGLES };
