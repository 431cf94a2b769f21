import { runOf, segmentAt, widthOf } from './strand.ts';
import type { Run, StrandView } from './strand.ts';
import type { ItemId } from '../document/decode.ts';
import { authorsOfRun, followRestored } from './follow-restored.ts';
import type { BracketRecord, Edge, StoredPiece } from '../document/bracket-record.ts';
import { withVariants } from './parted.ts';
import type { BracketId, ProvisionId } from '../../schema/ids.ts';
import { pushTo } from '../../schema/push-to.ts';

// Where a range lies now, in units of its strand.
//
// A bracket made by typing grows without being written to: a map write per keystroke would break Yjs's merging of
// typed runs and cost five times the bytes. So its end reaches on over what its own writers typed on from it. What
// was "typed on" is read from the items themselves: each character names the one it was put behind (its origin),
// and the descendants of a character by origin stand right behind it without a gap, whatever others type among
// them. The walk goes over these descendants; the end moves to the last one by a client that has set an end of this
// bracket; what others typed at its edge stays outside, what they typed in its middle is inside. Where the same hand
// began another bracket, that one's descendants are passed over. It ends at the fence, at the latest.

/** Beginnings of other growing brackets in a strand: clocks by client, ascending. */
export type Stops = ReadonlyMap<number, readonly number[]>;

/** Where growing brackets other than `except` begin among those of a strand. */
export function stopsOf(records: readonly BracketRecord[], strand: ProvisionId, except: BracketId): Stops {
  const stops = new Map<number, number[]>();
  for (const record of records) {
    if (record.id === except || !record.grows) continue;
    record.pieces.forEach((piece, index) => {
      if (piece.strand !== strand) return;
      for (const item of [piece.start.item, ...(record.starts[index] ?? [])]) {
        if (item !== null) pushTo(stops, item[0], item[1]);
      }
    });
  }
  for (const clocks of stops.values()) clocks.sort((one, other) => one - other);
  return stops;
}

export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Ids seen on a walk. */
class Seen {
  private readonly ranges = new Map<number, [from: number, to: number][]>();

  add(client: number, from: number, to: number): void {
    const list = this.ranges.get(client);
    if (list === undefined) this.ranges.set(client, [[from, to]]);
    else list.push([from, to]);
  }

  has(client: number, clock: number): boolean {
    return this.ranges.get(client)?.some(([from, to]) => clock >= from && clock < to) ?? false;
  }
}

function firstStop(stops: Stops, run: Run, from: number, clients: ReadonlySet<number>): number | undefined {
  if (!clients.has(run.client)) return undefined;
  const list = stops.get(run.client);
  return list?.find((clock) => clock >= from && clock < run.clock + run.length);
}

/**
 * The character right behind a growing proposal's first words, erased as soon as it was written: what goes on with the
 * proposal stands before it, and all that stands behind it does not. `undefined` where there is none.
 */
export function fenceBehind(view: StrandView, record: BracketRecord, piece: number): ItemId | undefined {
  const end = record.pieces[piece]?.end;
  if (!record.grows || end === undefined || end.item === null || end.open) return undefined;
  const fence: ItemId = [end.item[0], end.item[1] + 1];
  return view.runs[runOf(view, fence[0], fence[1])]?.kind === 'dead' ? fence : undefined;
}

/** The end of what was typed on from `item` by one of `clients`, in units. */
function grownEnd(
  view: StrandView,
  item: ItemId,
  growth: { readonly clients: ReadonlySet<number>; readonly stops: Stops; readonly fence: ItemId | undefined },
): number {
  const [client, clock] = item;
  const at = runOf(view, client, clock);
  const first = view.runs[at];
  if (first === undefined) return -1;
  const { clients, stops, fence } = growth;
  const last = fence && runOf(view, fence[0], fence[1]);
  let end = -1;
  const seen = new Seen();
  const skipped = new Seen();
  for (let index = at; index < view.runs.length; index += 1) {
    const run = view.runs[index]!;
    const from = index === at ? clock : run.clock;
    const to = index === last ? fence![1] : run.clock + run.length;
    if (to <= from) break;
    if (index > at) {
      if (run.origin === null) break;
      const { client: left, clock: leftClock } = run.origin;
      if (skipped.has(left, leftClock)) {
        skipped.add(run.client, from, to);
        if (index === last) break;
        continue;
      }
      if (!seen.has(left, leftClock)) break;
    }
    const stop = firstStop(stops, run, index === at ? clock + 1 : run.clock, clients) ?? to;
    if (stop > from) seen.add(run.client, from, stop);
    if (stop < to) skipped.add(run.client, stop, to);
    const counts = run.kind === 'text' || run.kind === 'dead';
    if (stop > from && counts && authorsOfRun(view, run).some((each) => clients.has(each))) {
      // A deleted character still holds its place: what stands before it was typed inside.
      end = Math.max(end, run.kind === 'text' ? run.unit + stop - run.clock : run.unit);
    }
    if (index === last) break;
  }
  return end;
}

/** Units before an item; for a deleted one the place where it stood. */
function unitBefore(view: StrandView, named: ItemId): number | undefined {
  const item = followRestored(view, named);
  const run = view.runs[runOf(view, item[0], item[1])];
  if (run === undefined) return undefined;
  return run.kind === 'text' ? run.unit + item[1] - run.clock : run.unit;
}

/** Units up to and with an item. */
export function unitAfter(view: StrandView, named: ItemId): number | undefined {
  const item = followRestored(view, named);
  const run = view.runs[runOf(view, item[0], item[1])];
  if (run === undefined) return undefined;
  return run.kind === 'text' ? run.unit + item[1] + 1 - run.clock : run.unit + widthOf(run);
}

function startUnit(view: StrandView, edge: Edge): number | undefined {
  if (edge.item === null) return edge.open ? 0 : view.units;
  return edge.open ? unitAfter(view, edge.item) : unitBefore(view, edge.item);
}

function endUnit(view: StrandView, edge: Edge): number | undefined {
  if (edge.item === null) return edge.open ? view.units : 0;
  return edge.open ? unitBefore(view, edge.item) : unitAfter(view, edge.item);
}

/**
 * Where a piece lies now; `undefined` where its edges are not of this strand. `variants`: where the wordings lie that
 * stand in a choice's own brackets without any of their own.
 */
export function extentOf(
  view: StrandView,
  record: BracketRecord,
  which: { readonly piece: number; readonly stops: () => Stops; readonly variants?: () => readonly Extent[] },
): Extent | undefined {
  const piece = record.pieces[which.piece];
  if (piece === undefined) return undefined;
  if (record.closed !== undefined) return closedExtent(view, record, which.piece);
  const starts = [startUnit(view, piece.start)];
  for (const item of record.starts[which.piece] ?? []) starts.push(unitBefore(view, item));
  const ends = [endUnit(view, piece.end)];
  const later = record.ends[which.piece] ?? [];
  for (const item of later) ends.push(unitAfter(view, item));
  if (record.grows) {
    const items = [...(piece.end.item === null || piece.end.open ? [] : [piece.end.item]), ...later];
    // Words that undo made anew are by whoever undid: a colleague, perhaps.
    const now = items.map((item) => followRestored(view, item)).filter((item, index) => item !== items[index]);
    const clients = new Set([...items, ...now].map(([client]) => client));
    const stops = which.stops();
    const fence = fenceBehind(view, record, which.piece);
    for (const item of [...items, ...now]) ends.push(grownEnd(view, item, { clients, stops, fence }));
  }
  const extent = roundTurned(view, piece, spanOf(starts, ends));
  if (extent === undefined || record.kind !== 'choice' || which.variants === undefined) return extent;
  return withVariants(view, extent, which.variants());
}

function closedExtent(view: StrandView, record: BracketRecord, index: number): Extent | undefined {
  const piece = record.pieces[index]!;
  const edges = record.closed?.edges[index];
  const start = edges?.start ? unitBefore(view, edges.start) : startUnit(view, piece.start);
  // Closed when it held no words: none that came later were ruled on.
  const end = edges === undefined ? endUnit(view, piece.end) : edges.end ? unitAfter(view, edges.end) : start;
  return spanOf([start], [end]);
}

/**
 * An undo brings erased words back in one piece, before whatever others wrote among them meanwhile. So an end can come to
 * stand before its start, and the bracket would hold nothing: it holds then both, and what lies up to where the end stood.
 */
function roundTurned(view: StrandView, { start, end }: StoredPiece, extent: Extent | undefined): Extent | undefined {
  if (extent === undefined || extent.from < extent.to) return extent;
  if (start.item === null || end.item === null || start.open || end.open) return extent;
  const [first, last] = [standingUnit(view, start.item), standingUnit(view, end.item)];
  if (last === undefined || last >= extent.from) return extent;
  const stood = view.runs[runOf(view, end.item[0], end.item[1])]!;
  return { from: last, to: Math.max(first === undefined ? extent.from : first + 1, stood.unit) };
}

/** The unit of a character, or of what undo made in its stead; `undefined` for one that is gone. */
function standingUnit(view: StrandView, named: ItemId): number | undefined {
  const [client, clock] = followRestored(view, named);
  const run = view.runs[runOf(view, client, clock)];
  return run?.kind === 'text' ? run.unit + clock - run.clock : undefined;
}

function spanOf(starts: readonly (number | undefined)[], ends: readonly (number | undefined)[]): Extent | undefined {
  const from = Math.min(...starts.map((start) => start ?? Infinity));
  const to = Math.max(...ends.map((end) => end ?? -1));
  if (from === Infinity || to < 0) return undefined;
  return { from, to: Math.max(from, to) };
}

/** A stretch of one segment, in offsets of the segment's own words. */
export interface Slice {
  readonly segment: number;
  readonly from: number;
  readonly to: number;
}

/** Cuts an extent at the seams. Empty slices are left out unless `all` are wanted, save one where all are empty. */
export function slicesOf(view: StrandView, extent: Extent, all: boolean): Slice[] {
  const slices: Slice[] = [];
  const first = segmentAt(view, extent.from);
  for (let index = first; index < view.segments.length; index += 1) {
    const segment = view.segments[index]!;
    if (segment.from > extent.to) break;
    const from = Math.max(extent.from, segment.from) - segment.from;
    const to = Math.min(extent.to, segment.to) - segment.from;
    if (to > from || (all && to === from)) slices.push({ segment: index, from, to });
  }
  if (slices.length > 0) return slices;
  const at = extent.from - view.segments[first]!.from;
  return [{ segment: first, from: at, to: at }];
}
