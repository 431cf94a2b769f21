import { compareOrder } from '../document/provision-record.ts';
import type { ProvisionRecord } from '../document/provision-record.ts';
import { unitAfter } from './extent.ts';
import { segmentAt } from './strand.ts';
import type { StrandView } from './strand.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { pushTo } from '../../schema/push-to.ts';

// Which provisions are in sight, in which order, and whose words each shows. A provision that was joined to another
// is shown at the end of the one in which its target character now stands. Joins that lead nowhere (the target is
// out of sight, or gone) are ignored, cycles are broken at the member that reads first, so that every provision
// with words is shown exactly once (rule S6).

/** One segment as part of the provision that shows it. */
export interface Part {
  /** The provision whose words these were born as, and which they are again when the join is undone. */
  readonly provision: ProvisionId;
  readonly strand: ProvisionId;
  /** Index among the strand's segments. */
  readonly segment: number;
}

export interface Placement {
  /** Provisions in sight, in reading order. */
  readonly order: readonly ProvisionId[];
  readonly parts: ReadonlyMap<ProvisionId, readonly Part[]>;
  /** The provision in sight that shows a provision's words. */
  readonly shownIn: ReadonlyMap<ProvisionId, ProvisionId>;
  /** Order keys that stand in the stead of the provisions' own (see `settleKeys`). */
  readonly keys: ReadonlyMap<ProvisionId, string>;
  /** Strands in which the target of a join has not arrived yet: a join may overtake the words it holds on to. */
  readonly awaited: ReadonlySet<ProvisionId>;
}

interface Host {
  readonly provision: ProvisionId;
  readonly unit: number;
}

type Records = ReadonlyMap<ProvisionId, ProvisionRecord>;
type Views = ReadonlyMap<ProvisionId, StrandView>;

/** Every provision that has a beginning in a strand, and where. */
function partsOf(records: Records, views: Views): Map<ProvisionId, Part> {
  const parts = new Map<ProvisionId, Part>();
  for (const view of views.values()) {
    view.segments.forEach((segment, index) => {
      if (!records.has(segment.provision)) return;
      parts.set(segment.provision, { provision: segment.provision, strand: view.owner, segment: index });
    });
  }
  return parts;
}

function isIn(record: ProvisionRecord, part: Part, views: Views): boolean {
  if (record.hidden !== undefined) return !record.hidden;
  // Born by a split: in while its seam is there.
  if (record.own === undefined) return true;
  return views.get(part.strand)!.segments[part.segment]!.text !== '';
}

/** The provision in whose segment the join's target stands. */
export function hostOf(record: ProvisionRecord, views: Views): Host | undefined {
  const into = record.into;
  const view = into === undefined ? undefined : views.get(into.strand);
  if (into === undefined || view === undefined) return undefined;
  const unit = into.item === null ? 0 : unitAfter(view, into.item);
  if (unit === undefined) return undefined;
  return { provision: view.segments[segmentAt(view, unit)]!.provision, unit };
}

/** Joins that hold: into a provision in sight or joined itself, without cycles. */
function hostsOf(inSight: Records, views: Views): Map<ProvisionId, Host> {
  const hosts = new Map<ProvisionId, Host>();
  for (const record of inSight.values()) {
    const host = hostOf(record, views);
    if (host !== undefined && host.provision !== record.id && inSight.has(host.provision)) hosts.set(record.id, host);
  }
  const settled = new Set<ProvisionId>();
  for (const start of hosts.keys()) {
    const path = new Set<ProvisionId>();
    let at: ProvisionId | undefined = start;
    while (at !== undefined && !settled.has(at) && !path.has(at)) {
      path.add(at);
      at = hosts.get(at)?.provision;
    }
    if (at !== undefined && !settled.has(at)) {
      const along = [...path];
      const cycle = along.slice(along.indexOf(at)).map((id) => inSight.get(id)!);
      hosts.delete(cycle.toSorted(compareOrder)[0]!.id);
    }
    for (const id of path) settled.add(id);
  }
  return hosts;
}

/**
 * Two peers who split one provision at once each mint a key behind it, in the dark about the other's; read by these
 * keys the second half might come before the first. So provisions born by splits of one provision where it stood, or of
 * each other there, share out the keys they were born with in the order of their seams. One that is moved, joined or
 * taken out stands elsewhere or nowhere, but its share stays: else the others would change places for it (rule S12).
 */
function settleKeys(records: Records, views: Views): Map<ProvisionId, string> {
  const keys = new Map<ProvisionId, string>();
  for (const view of views.values()) {
    if (view.segments.length < 3) continue;
    const born = view.segments.flatMap(({ provision }) => {
      const record = records.get(provision);
      return record?.born === undefined
        ? []
        : [{ ...record.born, id: record.id, isMoved: record.order !== record.born.order }];
    });
    for (const litter of littersOf(born)) {
      const sorted = litter.map(({ order }) => order).sort((one, other) => (one < other ? -1 : Number(one > other)));
      litter.forEach(({ id, order, isMoved }, index) => {
        if (!isMoved && order !== sorted[index]) keys.set(id, sorted[index]!);
      });
    }
  }
  return keys;
}

/** Born by a split: with which key, behind which. */
interface Born {
  readonly id: ProvisionId;
  readonly order: string;
  readonly after: string;
  readonly isMoved: boolean;
}

/** Provisions born of one place, directly or of each other, in the order given. */
function littersOf(born: readonly Born[]): Iterable<Born[]> {
  const byKey = new Map(born.map((each) => [each.order, each]));
  const litters = new Map<string, Born[]>();
  for (const each of born) {
    let place = each.after;
    const passed = new Set<string>();
    for (let from = byKey.get(place); from !== undefined && !passed.has(place); from = byKey.get(place)) {
      passed.add(place);
      place = from.after;
    }
    pushTo(litters, place, each);
  }
  return litters.values();
}

/** Places all provisions anew. O(provisions), so only for changes of structure, never for a keystroke. */
export function place(records: Records, views: Views): Placement {
  const own = partsOf(records, views);
  const inSight = new Map<ProvisionId, ProvisionRecord>();
  for (const [id, part] of own) {
    const record = records.get(id)!;
    if (isIn(record, part, views)) inSight.set(id, record);
  }
  const hosts = hostsOf(inSight, views);
  const guests = new Map<ProvisionId, ProvisionRecord[]>();
  for (const [id, host] of hosts) {
    const list = guests.get(host.provision);
    if (list === undefined) guests.set(host.provision, [inSight.get(id)!]);
    else list.push(inSight.get(id)!);
  }
  for (const list of guests.values()) {
    list.sort((one, other) => hosts.get(one.id)!.unit - hosts.get(other.id)!.unit || compareOrder(one, other));
  }
  const roots = new Map([...inSight].filter(([id]) => !hosts.has(id)));
  const keys = settleKeys(records, views);
  const order = [...roots.values()]
    .map((record) => ({ ...record, order: keys.get(record.id) ?? record.order }))
    .sort(compareOrder);
  const parts = new Map<ProvisionId, Part[]>();
  const shownIn = new Map<ProvisionId, ProvisionId>();
  for (const root of order) {
    const shown: Part[] = [];
    // Depth first with a stack of its own: chains of joins may be long.
    const waiting: ProvisionRecord[] = [root];
    for (let record = waiting.pop(); record !== undefined; record = waiting.pop()) {
      shown.push(own.get(record.id)!);
      shownIn.set(record.id, root.id);
      waiting.push(...(guests.get(record.id)?.toReversed() ?? []));
    }
    parts.set(root.id, shown);
  }
  const awaited = new Set<ProvisionId>();
  for (const record of inSight.values()) {
    if (record.into !== undefined && hostOf(record, views) === undefined) awaited.add(record.into.strand);
  }
  return { order: order.map((record) => record.id), parts, shownIn, keys, awaited };
}
