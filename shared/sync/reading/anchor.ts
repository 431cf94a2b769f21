import type { Place } from '../contract.ts';
import { isRecord, itemIdOf } from '../document/decode.ts';
import type { ItemId } from '../document/decode.ts';
import type { DraftIndex } from './draft-index.ts';
import { followRestored } from './follow-restored.ts';
import { idAt, runOf, segmentAt, widthOf } from './strand.ts';
import type { StrandView } from './strand.ts';
import { proponentOf } from '../../schema/ids.ts';
import type { ProvisionId } from '../../schema/ids.ts';

/** A place within a strand: which of the parts of a provision it lies in, and its unit there. */
export interface Spot {
  readonly view: StrandView;
  /** Index among the provision's parts. */
  readonly part: number;
  readonly unit: number;
}

/**
 * Where a place lies. At the seam of a join `side` decides: -1 for the words before it, 1 for those behind.
 * `undefined` where the provision is not in sight or the offset is not in it.
 */
export function spotOf(index: DraftIndex, place: Place, side: -1 | 1): Spot | undefined {
  const parts = index.composed.get(place.provision)?.parts;
  if (parts === undefined || !Number.isInteger(place.offset) || place.offset < 0) return undefined;
  let found: Spot | undefined;
  for (const [at, part] of parts.entries()) {
    if (place.offset < part.base || place.offset > part.base + part.length) continue;
    const view = index.views.get(part.strand)!;
    found = { view, part: at, unit: view.segments[part.segment]!.from + place.offset - part.base };
    if (side === -1) return found;
  }
  return found;
}

/** The place a unit of a strand is shown at; `undefined` while it is out of sight. */
export function placeOf(index: DraftIndex, view: StrandView, unit: number): Place | undefined {
  const segment = view.segments[segmentAt(view, unit)]!;
  const root = index.placement.shownIn.get(segment.provision);
  if (root === undefined) return undefined;
  const part = index.composed.get(root)?.parts.find((each) => each.provision === segment.provision);
  if (part === undefined) return undefined;
  return { provision: root, offset: part.base + Math.min(unit, segment.to) - segment.from };
}

/** What an anchor is as JSON: the strand, the item it holds on to (`null`: the strand's edge), and its side. */
export interface AnchorJson {
  readonly s: ProvisionId;
  readonly i: ItemId | null;
  readonly d: -1 | 1;
}

/** A place as something that stays with its words; `undefined` where the place is not in sight. */
export function anchorAt(index: DraftIndex, place: Place, side: -1 | 1): AnchorJson | undefined {
  const spot = spotOf(index, place, side);
  if (spot === undefined) return undefined;
  const { view, unit } = spot;
  const id = side === 1 ? idAt(view, unit) : unit === 0 ? undefined : idAt(view, unit - 1);
  return { s: view.owner, i: id === undefined ? null : [id.client, id.clock], d: side };
}

/** What an anchor holds on to: the unit it stands at, and whether that which it stands beside is still among the words. */
function locate(
  index: DraftIndex,
  anchor: unknown,
): { readonly view: StrandView; readonly unit: number; readonly stands: boolean } | undefined {
  if (!isRecord(anchor)) return undefined;
  const strand = anchor['s'];
  const side = anchor['d'];
  if (typeof strand !== 'string' || proponentOf(strand) === undefined || (side !== 1 && side !== -1)) return undefined;
  const view = index.views.get(strand as ProvisionId);
  if (view === undefined) return undefined;
  if (anchor['i'] === null) return { view, unit: side === 1 ? view.units : 0, stands: true };
  const named = itemIdOf(anchor['i']);
  const item = named && followRestored(view, named);
  const run = item && view.runs[runOf(view, item[0], item[1])];
  if (item === undefined || run === undefined) return undefined;
  const inside = run.kind === 'text' ? item[1] - run.clock : 0;
  const width = run.kind === 'text' ? 1 : widthOf(run);
  return { view, unit: run.unit + inside + (side === -1 ? width : 0), stands: width > 0 };
}

/** The place an anchor stands at now. Takes anything, because presence carries it from other screens. */
export function resolveAnchor(index: DraftIndex, anchor: unknown): Place | undefined {
  const at = locate(index, anchor);
  return at && placeOf(index, at.view, at.unit);
}

/** Whether what an anchor holds on to is in sight; where it is not, the anchor stands where that was. */
export function holdsAnchor(index: DraftIndex, anchor: unknown): boolean {
  const at = locate(index, anchor);
  return at !== undefined && at.stands && placeOf(index, at.view, at.unit) !== undefined;
}
