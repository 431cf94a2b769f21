import * as Y from 'yjs';
import { isRecord } from '../document/decode.ts';
import type { Mark } from '../../schema/provision.ts';
import { isBorneOut, surplus } from '../document/restored.ts';
import type { Clocks, Restored } from '../document/restored.ts';
import type { ProvisionId } from '../../schema/ids.ts';

// A strand is the Y.Text in which a provision's words were born. Seams (embeds that name a provision born by a
// split) cut it into segments, one a provision; words never leave it. This file turns the item list of one strand
// into plain values in one walk.
//
// Units count what has a place: one a UTF-16 code unit, one a seam. They differ from Yjs indexes only by embeds
// that mean nothing to us (holes), which hold a Yjs index and no place. A position in units is in exactly one
// segment, because the seam itself takes a unit. Deleted items have no width but stay in the list for good, as
// long as the strand lives: so an anchor on a deleted character still has its place.

/** `hole`: an embed or a copy that has no place. `mark`: where a format begins or ends. `dead`: deleted. */
export type RunKind = 'text' | 'seam' | 'hole' | 'mark' | 'dead';

/** Consecutive items of one client, clock by clock, of one kind. */
export interface Run {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly kind: RunKind;
  /** Units before it. */
  readonly unit: number;
  /** Yjs index before it. */
  readonly index: number;
  /** Id of the item it was inserted after, `null` for the strand's beginning. */
  readonly origin: Y.ID | null;
}

/** The words of one provision within a strand, before the seams of joins are applied. */
export interface Segment {
  readonly provision: ProvisionId;
  /** Units of its first character and of the seam (or end) behind it. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface StrandView {
  readonly owner: ProvisionId;
  readonly text: Y.Text;
  readonly runs: readonly Run[];
  /** Runs by client, by clock: finds the place of an id. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  readonly segments: readonly Segment[];
  /** Words that an undo made anew in the stead of deleted ones. */
  readonly restored: readonly Restored[];
  /** All units. */
  readonly units: number;
}

class SegmentWriter {
  readonly segments: Segment[] = [];
  private provision: ProvisionId;
  private from = 0;
  private text = '';
  private marks: Mark[] = [];
  private readonly active = { italic: -1, bold: -1 };

  constructor(owner: ProvisionId) {
    this.provision = owner;
  }

  format(key: string, value: unknown): void {
    const kind = key === 'i' ? 'italic' : key === 'b' ? 'bold' : undefined;
    if (kind === undefined) return;
    const on = value === true;
    if (on && this.active[kind] < 0) this.active[kind] = this.text.length;
    if (!on) this.endMark(kind);
  }

  private endMark(kind: Mark['kind']): void {
    const from = this.active[kind];
    this.active[kind] = -1;
    if (from < 0 || from === this.text.length) return;
    const last = this.marks.findLast((mark) => mark.kind === kind);
    if (last !== undefined && last.to === from) {
      this.marks[this.marks.indexOf(last)] = { ...last, to: this.text.length };
    } else this.marks.push({ from, to: this.text.length, kind });
  }

  append(words: string): void {
    this.text += words;
  }

  end(unit: number, next: ProvisionId | undefined): void {
    const open = { ...this.active };
    this.endMark('italic');
    this.endMark('bold');
    const marks = this.marks.toSorted((one, other) => one.from - other.from || one.to - other.to);
    this.segments.push({ provision: this.provision, from: this.from, to: unit, text: this.text, marks });
    if (next === undefined) return;
    this.provision = next;
    this.from = unit + 1;
    this.text = '';
    this.marks = [];
    // What was italic before the seam goes on behind it.
    this.active.italic = open.italic < 0 ? -1 : 0;
    this.active.bold = open.bold < 0 ? -1 : 0;
  }
}

/** The provision an embed names as born at its place, if it is a seam at all. */
function seamTarget(embed: unknown): string | undefined {
  return isRecord(embed) && typeof embed['p'] === 'string' ? embed['p'] : undefined;
}

/** An item's stretches, and whether each is a second copy of words that undo brought back twice. */
function cutDoubles(
  item: Y.Item,
  doubles: readonly Clocks[],
): (readonly [from: number, to: number, double: boolean])[] {
  const { client, clock } = item.id;
  const within = doubles
    .filter((each) => each.client === client && each.from < clock + item.length && each.to > clock)
    .sort((one, other) => one.from - other.from);
  const stretches: (readonly [number, number, boolean])[] = [];
  let at = 0;
  for (const each of within) {
    const from = Math.max(at, each.from - clock);
    const to = Math.min(item.length, each.to - clock);
    if (from > at) stretches.push([at, from, false]);
    if (to > from) stretches.push([from, to, true]);
    at = Math.max(at, to);
  }
  if (at < item.length) stretches.push([at, item.length, false]);
  return stretches;
}

/**
 * One walk over a strand. `isBornHere` tells whether a provision says of itself that it was born in this strand;
 * the first live seam that names one counts, others hold no place, and so do embeds that are no seams (rule S8).
 */
export function viewStrand(
  owner: ProvisionId,
  strand: Y.Text,
  known: {
    readonly isBornHere: (id: string) => id is ProvisionId;
    readonly restored: readonly Restored[];
  },
): StrandView {
  const { isBornHere } = known;
  const restored = known.restored.filter((each) => isBorneOut(strand, each));
  const doubles = surplus(restored);
  const runs: Run[] = [];
  const places = new Map<number, number[]>();
  const writer = new SegmentWriter(owner);
  const born = new Set<string>();
  let unit = 0;
  let index = 0;
  const add = (item: Y.Item, kind: RunKind, from = 0, to = item.length): void => {
    const { client, clock } = item.id;
    let clientPlaces = places.get(client);
    if (clientPlaces === undefined) places.set(client, (clientPlaces = []));
    clientPlaces.push(runs.length);
    const origin = from === 0 ? item.origin : Y.createID(client, clock + from - 1);
    runs.push({ client, clock: clock + from, length: to - from, kind, unit, index, origin });
    if (kind === 'text') unit += to - from;
    if (kind === 'seam') unit += 1;
    if (kind !== 'dead' && kind !== 'mark') index += to - from;
  };
  for (let item = strand._start; item !== null; item = item.right) {
    const content = item.content;
    if (item.deleted) add(item, 'dead');
    else if (content instanceof Y.ContentString) {
      for (const [from, to, isDouble] of cutDoubles(item, doubles)) {
        if (!isDouble) writer.append(content.str.slice(from, to));
        add(item, isDouble ? 'hole' : 'text', from, to);
      }
    } else if (content instanceof Y.ContentFormat) {
      writer.format(content.key, content.value);
      add(item, 'mark');
    } else if (item.countable) {
      const target = content instanceof Y.ContentEmbed ? seamTarget(content.embed) : undefined;
      const isSeam = target !== undefined && !born.has(target) && isBornHere(target);
      if (isSeam) {
        born.add(target);
        writer.end(unit, target);
      }
      add(item, isSeam ? 'seam' : 'hole');
    } else add(item, 'mark');
  }
  writer.end(unit, undefined);
  for (const list of places.values()) list.sort((one, other) => runs[one]!.clock - runs[other]!.clock);
  return { owner, text: strand, runs, places, segments: writer.segments, restored, units: unit };
}

/** Index of the run that holds an id; -1 where the strand does not hold it. */
export function runOf(view: StrandView, client: number, clock: number): number {
  const list = view.places.get(client);
  if (list === undefined) return -1;
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = view.runs[list[middle]!]!;
    if (clock < run.clock) high = middle - 1;
    else if (clock >= run.clock + run.length) low = middle + 1;
    else return list[middle]!;
  }
  return -1;
}

/** Index of the first run with width that ends beyond `unit`; `runs.length` at the end. */
export function runAtUnit(view: StrandView, unit: number): number {
  let low = 0;
  let high = view.runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = view.runs[middle]!;
    if (run.unit + widthOf(run) > unit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Units a run takes. */
export function widthOf(run: Run): number {
  return run.kind === 'text' ? run.length : run.kind === 'seam' ? 1 : 0;
}

/** The segment a position lies in; a position at a seam belongs to the segment before it. */
export function segmentAt(view: StrandView, unit: number): number {
  let low = 0;
  let high = view.segments.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (unit > view.segments[middle]!.to) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The Yjs index of the place right behind the character (or seam) before `unit`. */
export function indexAfter(view: StrandView, unit: number): number {
  if (unit === 0) return 0;
  const run = view.runs[runAtUnit(view, unit - 1)]!;
  return run.index + (unit - run.unit);
}

/** The Yjs index of the character (or seam) at `unit`, the end where there is none. */
export function indexAt(view: StrandView, unit: number): number {
  const run = view.runs[runAtUnit(view, unit)];
  if (run === undefined) return view.text.length;
  return run.index + (unit - run.unit);
}

/** The id at `unit`; `undefined` at the end. */
export function idAt(view: StrandView, unit: number): { client: number; clock: number } | undefined {
  const run = view.runs[runAtUnit(view, unit)];
  return run === undefined ? undefined : { client: run.client, clock: run.clock + (unit - run.unit) };
}
