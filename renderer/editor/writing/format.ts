import type { Mark } from '../../../shared/schema/provision.ts';
import { markText } from '../../../shared/sync/commands/mark-text.ts';
import type { Binding } from '../binding.ts';
import { $spansBetween } from '../projection/places.ts';
import type { ScreenRange } from './screen-range.ts';

/** Sets the words of a range in italics or bold; where they all are already, takes it back. */
export function $format(binding: Binding, range: Pick<ScreenRange, 'from' | 'to'>, mark: Mark['kind']): void {
  const spans = $spansBetween(range.from, range.to);
  if (spans.length === 0) return;
  const on = !spans.every((span) => isMarked(binding.replica.provision(span.provision)?.marks ?? [], span, mark));
  const marked = binding.$write((replica, hand) => markText(replica, hand, { spans, mark, on }));
  if (marked.ok) binding.$select(range.to, { anchor: range.from });
}

function isMarked(marks: readonly Mark[], { from, to }: { from: number; to: number }, kind: Mark['kind']): boolean {
  return marks.some((mark) => mark.kind === kind && mark.from <= from && to <= mark.to);
}
