import type { Spot } from '../reading/anchor.ts';
import { segmentAt } from '../reading/strand.ts';
import { attributesOf } from './words.ts';
import type { Attributes, MarkKind } from './words.ts';

/** The marks words typed at a spot take on: those of the character before it in the same segment, as in any editor. */
export function attributesAt(spot: Spot): Attributes {
  const segment = spot.view.segments[segmentAt(spot.view, spot.unit)]!;
  const offset = spot.unit - segment.from;
  const kinds = new Set<MarkKind>();
  for (const mark of segment.marks) if (mark.from < offset && mark.to >= offset) kinds.add(mark.kind);
  return attributesOf(kinds);
}
