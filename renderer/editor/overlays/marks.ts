import type { Span } from '../../../shared/schema/bracket.ts';
import type { Binding } from '../binding.ts';
import { domRange } from '../projection/dom-places.ts';

/** Stretches that a screen marks in the text: what was found, the one that is shown, what a popover speaks of. */
export const MARKS = ['found', 'found-here', 'spoken-of'] as const;
export type MarkName = (typeof MARKS)[number];

/** Marks are the browser's highlights, named `draft-…`: the text's own elements stay as they are. */
export class Marks {
  readonly #binding: Binding;
  readonly #ranges = new Map<MarkName, readonly Range[]>();

  constructor(binding: Binding) {
    this.#binding = binding;
  }

  /** Marks these stretches and no others under the name; those not on the screen are passed over. */
  show(name: MarkName, spans: readonly Span[]): void {
    const highlight = CSS.highlights.get(`draft-${name}`) ?? new Highlight();
    for (const range of this.#ranges.get(name) ?? []) highlight.delete(range);
    const ranges = this.#binding.editor.read(() => spans.flatMap((span) => this.rangeOf(span) ?? []));
    for (const range of ranges) highlight.add(range);
    this.#ranges.set(name, ranges);
    if (highlight.size === 0) CSS.highlights.delete(`draft-${name}`);
    else CSS.highlights.set(`draft-${name}`, highlight);
  }

  rangeOf({ provision, from, to }: Span): Range | undefined {
    return domRange(this.#binding, { provision, offset: from }, { provision, offset: to });
  }

  clear(): void {
    for (const name of MARKS) if (this.#ranges.has(name)) this.show(name, []);
  }
}

/** Scrolls whatever scrolls until the range is well in view; what is in view already is left where it is. */
export function bringIntoView(range: Range): void {
  const element = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  // Out of layout in a long draft: the element comes first, so that the range has a place at all.
  if (range.getClientRects().length === 0) element?.scrollIntoView({ block: 'center' });
  const pane = scrollerOf(element);
  const rect = range.getClientRects()[0];
  if (pane === undefined || rect === undefined) return;
  const { top, bottom } = pane.getBoundingClientRect();
  const edge = Math.min(72, (bottom - top) / 5);
  if (rect.top < top + edge || rect.bottom > bottom - edge) pane.scrollBy({ top: rect.top - (top + bottom) / 2 });
}

/** The nearest ancestor that scrolls, else the page. */
export function scrollerOf(element: Element | null): Element | undefined {
  for (let at = element; at !== null; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight) return at;
  }
  return document.scrollingElement ?? undefined;
}
