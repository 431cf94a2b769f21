import type { Clocks } from '../document/restored.ts';
import { isChairs, isOwn, letsStand, pieceExtent } from './bracket-write.ts';
import type { Hand } from '../contract.ts';
import type { Extent } from '../reading/extent.ts';
import { lyingIn } from './lying-in.ts';
import type { Replica } from '../replica.ts';
import type { Stretch } from './spans.ts';
import { runAtUnit, runOf } from '../reading/strand.ts';
import type { StrandView } from '../reading/strand.ts';

/** Words that may be taken back by whoever wrote them, and words that may not; in order, touching stretches as one. */
export interface Sorted {
  readonly from: number;
  readonly to: number;
  readonly own: boolean;
}

/**
 * Words of a delegation that a ruling accepted: they are the text now, and no longer its to take back. What was typed
 * among them elsewhere at the same time is not (rule W7).
 */
export function acceptedIn(replica: Replica, hand: Pick<Hand, 'code'>, view: StrandView): Extent[] {
  const extents: Extent[] = [];
  for (const record of replica.index.brackets.recordsIn(view.owner)) {
    if (record.proponent !== hand.code || !letsStand(record, record.closed)) continue;
    const { words } = record.closed!;
    if (words !== undefined) extents.push(...words.flatMap((stretch) => extentsOf(view, stretch)));
    // Ruled on before rulings wrote their words down.
    else {
      record.pieces.forEach((piece, index) => {
        const extent = piece.strand === view.owner ? pieceExtent(replica, record, index) : undefined;
        if (extent !== undefined) extents.push(extent);
      });
    }
  }
  return touching(extents);
}

/** Where words lie by now; others' may have come between them. */
function extentsOf(view: StrandView, { client, from, to }: Clocks): Extent[] {
  const extents: Extent[] = [];
  for (let clock = from, at = runOf(view, client, from); clock < to && at >= 0; at = runOf(view, client, clock)) {
    const run = view.runs[at]!;
    clock = run.clock + run.length;
    const first = Math.max(run.clock, from);
    const last = Math.min(run.clock + run.length, to);
    if (run.kind === 'text' && last > first)
      extents.push({ from: run.unit + first - run.clock, to: run.unit + last - run.clock });
  }
  return extents;
}

/** Extents that touch as one, so that what lies over several is covered. */
function touching(extents: readonly Extent[]): Extent[] {
  const joined: Extent[] = [];
  for (const extent of extents.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last !== undefined && extent.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, extent.to) };
    else joined.push(extent);
  }
  return joined;
}

/** `from`, `to` and every edge of `extents` between them, ascending. */
export function cutsOf(from: number, to: number, extents: readonly Extent[]): number[] {
  const all = new Set([from, to]);
  for (const extent of extents) {
    for (const at of [extent.from, extent.to]) if (at > from && at < to) all.add(at);
  }
  return [...all].sort((one, other) => one - other);
}

/** Whether one of the extents holds all of a stretch. */
export function covers(extents: readonly Extent[], from: number, to: number): boolean {
  return extents.some((extent) => extent.from <= from && to <= extent.to);
}

/**
 * Sorts a stretch's words into the hand's own proposed ones and all others. Own words are those its clients wrote
 * and no ruling accepted; the chair's and the secretariat's are proposed only inside an insert bracket of theirs,
 * because what they draft is the text.
 */
export function sortWords(replica: Replica, hand: Hand, stretch: Stretch): Sorted[] {
  const { view } = stretch;
  const accepted = acceptedIn(replica, hand, view);
  const proposed = lyingIn(replica, view, (record) => record.kind === 'insert' && isOwn(hand, record.id)).map(
    (lying) => lying.extent,
  );
  const sorted: Sorted[] = [];
  for (let at = runAtUnit(view, stretch.from); at < view.runs.length; at += 1) {
    const run = view.runs[at]!;
    if (run.unit >= stretch.to) break;
    if (run.kind !== 'text') continue;
    const from = Math.max(run.unit, stretch.from);
    const to = Math.min(run.unit + run.length, stretch.to);
    const edges = cutsOf(from, to, [...accepted, ...proposed]);
    edges.slice(0, -1).forEach((start, index) => {
      const end = edges[index + 1]!;
      const own =
        replica.isMine(run.client) &&
        (covers(proposed, start, end) || (!isChairs(hand) && !covers(accepted, start, end)));
      const last = sorted.at(-1);
      if (last !== undefined && last.own === own) sorted[sorted.length - 1] = { ...last, to: end };
      else sorted.push({ from: start, to: end, own });
    });
  }
  return sorted;
}
