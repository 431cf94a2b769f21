import type { Code } from '../../schema/ids.ts';
import { sidesTaken, sharedSides, type SidesTaken } from './sides-taken.ts';
import type { Taken } from './slots-taken.ts';
import { pushTo } from '../../schema/push-to.ts';

// Two delegations stand together if, of the wordings on which both take a side, they take the same often enough. Clusters
// are not made by chaining that: friends of friends would soon be everybody. Two delegations are joined only if they stand
// together and, of all who stand together with either, at least two thirds do with both (shared neighbours, after Jarvis
// and Patrick); clusters are what is joined, directly or through others.
//
// Nothing here asks for a starting point, a number of clusters or an order, so nothing depends on names, and the same
// positions always give the same clusters. A position bears only on whom its delegation stands together with, and through
// them on whom those do. A cluster that holds nobody within these two steps, before or after, stays as it is.

/** Delegations that take the same sides. */
export interface Cluster {
  /** Sorted. */
  readonly members: readonly Code[];
  /** What sets it apart: see `Mark`. */
  readonly marks: readonly Mark[];
}

/** A wording on which a cluster is of one mind, and others are not of it. */
export interface Mark {
  readonly target: Taken['target'];
  readonly side: 'favour' | 'against';
  /** Members on that side. */
  readonly members: number;
  /** Everybody else who takes the other side. */
  readonly opposed: number;
}

export interface Clusters {
  /** Largest first; of equally large ones, whichever has the first member by code. */
  readonly clusters: readonly Cluster[];
  /** Take sides, and stand in no cluster. Sorted. */
  readonly apart: readonly Code[];
}

export interface ClusterTerms {
  /** Fewest wordings on which two have to take the same side. */
  readonly same: number;
  /** Of the wordings on which both take a side, how many they have to take the same on, at least: from 0 to 1. */
  readonly share: number;
  /** Most marks told of a cluster. */
  readonly marks: number;
}

export const CLUSTER_TERMS: ClusterTerms = { same: 3, share: 0.75, marks: 5 };

/** Clusters of delegations by the sides they take (rule C22). `slots`: of the whole draft, or of one line. */
export function clusterDelegations(slots: readonly Taken[], terms: ClusterTerms = CLUSTER_TERMS): Clusters {
  const taken = sidesTaken(slots);
  const together = standTogether(taken, terms);
  const groups = joined(together);
  const clusters = groups.filter((seats) => seats.length > 1);
  const named = clusters.map((seats) => ({ seats, members: seats.map((seat) => taken.codes[seat]!) }));
  named.sort((a, b) => b.members.length - a.members.length || (a.members[0]! < b.members[0]! ? -1 : 1));
  return {
    clusters: named.map(({ members }) => ({ members, marks: marksOf(new Set(members), slots, terms.marks) })),
    apart: groups.flatMap((seats) => (seats.length === 1 ? taken.codes[seats[0]!]! : [])).toSorted(),
  };
}

/** Whom each delegation stands together with, itself included, by seat. */
export function standTogether(taken: SidesTaken, { same, share }: ClusterTerms): readonly ReadonlySet<number>[] {
  const together = taken.codes.map((_, seat) => new Set([seat]));
  for (let a = 0; a < together.length; a++) {
    for (let b = a + 1; b < together.length; b++) {
      const sides = sharedSides(taken, a, b);
      if (sides.same < same || sides.same < share * (sides.same + sides.opposed)) continue;
      together[a]!.add(b);
      together[b]!.add(a);
    }
  }
  return together;
}

/** Sets of seats that are joined, each in ascending order. */
function joined(together: readonly ReadonlySet<number>[]): readonly (readonly number[])[] {
  const root = together.map((_, seat) => seat);
  const rootOf = (seat: number): number => {
    while (root[seat] !== seat) seat = root[seat] = root[root[seat]!]!;
    return seat;
  };
  for (const [a, near] of together.entries()) {
    for (const b of near) {
      if (b <= a) continue;
      const others = together[b]!;
      let both = 0;
      for (const seat of near) if (others.has(seat)) both++;
      if (3 * both >= 2 * (near.size + others.size - both)) root[rootOf(a)] = rootOf(b);
    }
  }
  const sets = new Map<number, number[]>();
  for (const seat of root.keys()) pushTo(sets, rootOf(seat), seat);
  return [...sets.values()];
}

/** Wordings on which more than half of a cluster is on one side and others on the other; the most contested first. */
function marksOf(cluster: ReadonlySet<Code>, slots: readonly Taken[], most: number): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { target, favour, against } of slots) {
    const within = [favour, against].map((codes) => codes.filter((code) => cluster.has(code)).length) as [
      number,
      number,
    ];
    for (const [at, side] of (['favour', 'against'] as const).entries()) {
      const opposed = (at === 0 ? against.length : favour.length) - within[1 - at]!;
      if (2 * within[at]! <= cluster.size || within[1 - at]! > 0 || opposed === 0) continue;
      marks.push({ target, side, members: within[at]!, opposed });
    }
  }
  return marks.sort((a, b) => b.members * b.opposed - a.members * a.opposed).slice(0, most);
}
