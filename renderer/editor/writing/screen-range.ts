import { $getNearestNodeFromDOMNode, $isRangeSelection, type BaseSelection, type LexicalNode } from 'lexical';
import type { BracketId } from '../../../shared/schema/ids.ts';
import type { Place } from '../../../shared/sync/contract.ts';
import { $isGlyphNode } from '../nodes/glyph-node.ts';
import { $placeOf, $placeOfDOM } from '../projection/places.ts';

/** A stretch of the screen as the model sees it: two places in reading order, and the glyphs that stand between them. */
export interface ScreenRange {
  readonly from: Place;
  readonly to: Place;
  readonly glyphs: readonly { readonly bracket: BracketId; readonly side: 'open' | 'close' }[];
}

interface Spot {
  readonly node: LexicalNode;
  readonly offset: number;
  readonly place: Place;
}

function $spotOfDOM(container: Node, offset: number): Spot | undefined {
  const node = $getNearestNodeFromDOMNode(container);
  const place = $placeOfDOM(container, offset);
  if (node === null || place === undefined) return undefined;
  if (container.nodeType === Node.TEXT_NODE) return { node, offset, place };
  return { node, offset: offset === 0 ? 0 : node.getTextContentSize(), place };
}

/** The range an event is about: its target range where it has one, else the selection. */
export function $screenRange(
  target: StaticRange | undefined,
  selection: BaseSelection | null,
): ScreenRange | undefined {
  if (target !== undefined) {
    const start = $spotOfDOM(target.startContainer, target.startOffset);
    const end = $spotOfDOM(target.endContainer, target.endOffset);
    if (start !== undefined && end !== undefined) {
      return { from: start.place, to: end.place, glyphs: $glyphsBetween(start, end) };
    }
  }
  if (!$isRangeSelection(selection)) return undefined;
  const [first, last] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const from = $placeOf(first);
  const to = $placeOf(last);
  if (from === undefined || to === undefined) return undefined;
  const glyphs = $glyphsBetween(
    { node: first.getNode(), offset: first.offset, place: from },
    { node: last.getNode(), offset: last.offset, place: to },
  );
  return { from, to, glyphs };
}

function $glyphsBetween(start: Spot, end: Spot): ScreenRange['glyphs'] {
  if (start.place.provision !== end.place.provision) return [];
  const glyphs: { bracket: BracketId; side: 'open' | 'close' }[] = [];
  for (let node: LexicalNode | null = start.node; node !== null; node = node.getNextSibling()) {
    const entered = !node.is(start.node) || start.offset === 0;
    const left = !node.is(end.node) || end.offset > 0;
    if ($isGlyphNode(node) && entered && left) {
      const { bracket, side } = node.getFace();
      glyphs.push({ bracket, side });
    }
    if (node.is(end.node)) break;
  }
  return glyphs;
}
