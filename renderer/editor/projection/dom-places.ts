import type { Place } from '../../../shared/sync/contract.ts';
import type { Binding } from '../binding.ts';
import { $spotAt } from './places.ts';

/** A boundary point of the browser's for a place of the draft. */
export interface DomSpot {
  readonly node: Node;
  readonly offset: number;
}

export function domSpot(binding: Binding, place: Place, side: -1 | 1 = -1): DomSpot | undefined {
  return binding.editor.read(() => {
    const provision = binding.projection.$nodeOf(place.provision);
    if (provision === undefined) return undefined;
    const spot = $spotAt(provision, place.offset, side);
    const element = binding.editor.getElementByKey(spot.node.getKey());
    if (element === null) return undefined;
    const text = spot.type === 'text' ? element.firstChild : null;
    return text === null
      ? { node: element, offset: 0 }
      : { node: text, offset: Math.min(spot.offset, text.textContent?.length ?? 0) };
  });
}

/** The stretch of the page between two places, whichever comes first; `undefined` where one is not on the screen. */
export function domRange(binding: Binding, one: Place, other: Place): Range | undefined {
  const forward = isBefore(binding, one, other);
  const from = domSpot(binding, forward ? one : other, 1);
  const to = domSpot(binding, forward ? other : one, -1);
  if (from === undefined || to === undefined) return undefined;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  // Of an empty stretch at a glyph the two spots lie the other way round: setting the end collapses the range there.
  range.setEnd(to.node, to.offset);
  return range;
}

function isBefore({ replica }: Binding, one: Place, other: Place): boolean {
  if (one.provision === other.provision) return one.offset <= other.offset;
  return replica.indexOf(one.provision) < replica.indexOf(other.provision);
}
