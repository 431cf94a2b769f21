import type { Bracket } from '../schema/bracket.ts';
import type { BracketId, ProvisionId } from '../schema/ids.ts';
import { pushTo } from '../schema/push-to.ts';

/*
 * The order of bracket edges inside one provision (rules B2 to B4).
 *
 * A bracket reaches into a provision as one stretch. `start` and `end` are offsets stretched to tell more: a bracket
 * that opens before the number starts at -1, one that came from an earlier provision at -Infinity, one that goes on
 * ends at Infinity. With these keys, nesting over several provisions is plain containment.
 * At one offset: first the closing edges, inner before outer; then empty brackets; then the opening edges, outer
 * before inner. An empty bracket made inside another (`within`) stays inside it. No step recurses, so depth is free.
 */

/** How far a bracket reaches inside one provision. */
export interface Stretch {
  readonly bracket: Bracket;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

export interface Edge {
  readonly stretch: Stretch;
  readonly side: 'open' | 'close';
  readonly at: number;
  readonly beforeLabel: boolean;
}

/** The part of `bracket` in a provision, `undefined` where it has none; several pieces in one provision count as one. */
export function stretchIn(bracket: Bracket, provision: ProvisionId): Stretch | undefined {
  const { pieces } = bracket;
  let first = -1;
  let last = -1;
  let from = Infinity;
  let to = 0;
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index]!;
    if (piece.provision !== provision) continue;
    if (first < 0) first = index;
    last = index;
    from = Math.min(from, piece.from);
    to = Math.max(to, piece.to);
  }
  if (first < 0) return undefined;
  const start = first > 0 ? -Infinity : pieces[0]!.label ? -1 : from;
  return { bracket, from, to, start, end: last === pieces.length - 1 ? to : Infinity };
}

/** The stretches outer before inner, in the order in which they open (rule B3); the input order settles what is left. */
export function inOpeningOrder(stretches: readonly Stretch[]): readonly Stretch[] {
  if (isInOrder(stretches)) return stretches;
  const depth = depthsWithin(stretches);
  return stretches
    .map((stretch, index) => ({ stretch, index }))
    .sort((a, b) => {
      if (a.stretch.start !== b.stretch.start) return a.stretch.start < b.stretch.start ? -1 : 1;
      if (a.stretch.end !== b.stretch.end) return a.stretch.end > b.stretch.end ? -1 : 1;
      return depth[a.index]! - depth[b.index]! || a.index - b.index;
    })
    .map((entry) => entry.stretch);
}

/** Whether the stretches stand in opening order already beyond doubt: the usual case, told without sorting. */
function isInOrder(stretches: readonly Stretch[]): boolean {
  for (let index = 1; index < stretches.length; index += 1) {
    const one = stretches[index - 1]!;
    const other = stretches[index]!;
    if (one.start > other.start || (one.start === other.start && one.end < other.end)) return false;
    if (one.start === other.start && one.end === other.end && other.bracket.within !== one.bracket.id) return false;
  }
  return true;
}

/** The edges to be shown in one provision, in the order in which they stand; `ordered` comes from `inOpeningOrder`. */
export function edgesOf(ordered: readonly Stretch[]): readonly Edge[] {
  if (ordered.length === 0) return [];
  const opening: Stretch[] = [];
  const empty: Stretch[] = [];
  for (const stretch of ordered) {
    if (stretch.start === stretch.end) empty.push(stretch);
    else if (stretch.start > -Infinity) opening.push(stretch);
  }
  const closing = inClosingOrder(ordered);
  const { free, head, tail, inside } = housed(empty, ordered);

  const edges: Edge[] = [];
  const open = (stretch: Stretch) => {
    edges.push({ stretch, side: 'open', at: stretch.from, beforeLabel: stretch.start === -1 });
  };
  const close = (stretch: Stretch) => {
    edges.push({ stretch, side: 'close', at: stretch.to, beforeLabel: false });
  };
  const both = (list: readonly Stretch[] | undefined) => {
    if (list === undefined) return;
    const pending: { stretch: Stretch; entered: boolean }[] = [];
    for (let index = list.length - 1; index >= 0; index -= 1) pending.push({ stretch: list[index]!, entered: false });
    while (pending.length > 0) {
      const top = pending[pending.length - 1]!;
      if (top.entered) {
        close(top.stretch);
        pending.pop();
        continue;
      }
      top.entered = true;
      open(top.stretch);
      const nested = inside.get(top.stretch) ?? [];
      for (let index = nested.length - 1; index >= 0; index -= 1)
        pending.push({ stretch: nested[index]!, entered: false });
    }
  };

  let c = 0;
  let f = 0;
  let o = 0;
  while (c < closing.length || f < free.length || o < opening.length) {
    const closeAt = closing[c]?.end ?? Infinity;
    const freeAt = free[f]?.from ?? Infinity;
    const openAt = opening[o]?.start ?? Infinity;
    if (closeAt <= freeAt && closeAt <= openAt) {
      const stretch = closing[c++]!;
      both(tail.get(stretch));
      close(stretch);
    } else if (freeAt <= openAt) {
      both([free[f++]!]);
    } else {
      const stretch = opening[o++]!;
      open(stretch);
      both(head.get(stretch));
    }
  }
  return edges;
}

/** The stretches that close here, in the order in which they do: by place, inner before outer. */
function inClosingOrder(ordered: readonly Stretch[]): readonly Stretch[] {
  const open: Stretch[] = [];
  const closing: Stretch[] = [];
  const leave = (limit: number) => {
    for (let top = open.at(-1); top !== undefined && top.end <= limit; top = open.at(-1)) {
      open.pop();
      if (top.end < Infinity) closing.push(top);
    }
  };
  for (const stretch of ordered) {
    if (stretch.start === stretch.end) continue;
    leave(stretch.start);
    open.push(stretch);
  }
  leave(Infinity);
  // Only brackets that overlap come out of order.
  if (closing.every((stretch, index) => index === 0 || closing[index - 1]!.end <= stretch.end)) return closing;
  const order = new Map(ordered.map((stretch, place) => [stretch, place]));
  return closing.sort((a, b) => a.end - b.end || order.get(b)! - order.get(a)!);
}

/** Where each empty bracket stands among the edges at its offset: free, or at the head or tail of the one it is in. */
function housed(empty: readonly Stretch[], all: readonly Stretch[]) {
  const free: Stretch[] = [];
  const head = new Map<Stretch, Stretch[]>();
  const tail = new Map<Stretch, Stretch[]>();
  const inside = new Map<Stretch, Stretch[]>();
  if (empty.length > 0) {
    const place = new Map<BracketId, number>();
    all.forEach((stretch, index) => place.set(stretch.bracket.id, index));
    for (const stretch of empty) {
      const { id, within } = stretch.bracket;
      const outer = within === undefined ? undefined : place.get(within);
      // What opens later cannot be round it: two that each claim to be inside the other stand free.
      const house = outer === undefined || outer >= place.get(id)! ? undefined : all[outer]!;
      const at = stretch.from;
      if (house === undefined) free.push(stretch);
      else if (house.start === house.end && house.from === at) pushTo(inside, house, stretch);
      else if (house.start === at) pushTo(head, house, stretch);
      else if (house.end === at) pushTo(tail, house, stretch);
      else free.push(stretch);
    }
    free.sort((a, b) => a.from - b.from);
  }
  return { free, head, tail, inside };
}

/** For each stretch, how many of the others its chain of `within` passes; a chain that runs in a circle ends there. */
function depthsWithin(stretches: readonly Stretch[]): readonly number[] {
  const indexOf = new Map<BracketId, number>(stretches.map((stretch, index) => [stretch.bracket.id, index]));
  const depths = Array.from<number>({ length: stretches.length }).fill(-1);
  for (let index = 0; index < stretches.length; index += 1) {
    const path: number[] = [];
    let at: number | undefined = index;
    while (at !== undefined && depths[at] === -1) {
      depths[at] = 0;
      path.push(at);
      const outer: BracketId | undefined = stretches[at]!.bracket.within;
      at = outer === undefined ? undefined : indexOf.get(outer);
    }
    let depth = at === undefined ? -1 : depths[at]!;
    for (let step = path.length - 1; step >= 0; step -= 1) depths[path[step]!] = depth += 1;
  }
  return depths;
}
