import {
  $getNearestNodeFromDOMNode,
  $isElementNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import type { Span } from '../../../shared/schema/bracket.ts';
import type { Place } from '../../../shared/sync/contract.ts';
import { $isProvisionNode, type ProvisionNode } from '../nodes/provision-node.ts';
import { $isRunNode } from '../nodes/run-node.ts';
import { $provisionNodes } from '../nodes/section-node.ts';

/**
 * Between places of the model and points of the screen. Words count, glyphs do not: several points can stand for one
 * place (before and after a glyph), so that the way back takes a side.
 */

/** How many UTF-16 units of the model a child of a provision stands for. */
export function $lengthOf(node: LexicalNode): number {
  return $isRunNode(node) ? node.getTextContentSize() : 0;
}

function $offsetBefore(child: LexicalNode): number {
  let offset = 0;
  for (let node = child.getPreviousSibling(); node !== null; node = node.getPreviousSibling())
    offset += $lengthOf(node);
  return offset;
}

export function $provisionNodeOf(node: LexicalNode | null): ProvisionNode | undefined {
  for (let at = node; at !== null; at = at.getParent()) if ($isProvisionNode(at)) return at;
  return undefined;
}

export function $textLengthOf(provision: ProvisionNode): number {
  let length = 0;
  for (const child of provision.getChildren()) length += $lengthOf(child);
  return length;
}

/** The place `offset` units into `node`, which is a provision's child, a provision, a section, or the root. */
export function $placeIn(node: LexicalNode, offset: number): Place | undefined {
  if ($isProvisionNode(node)) {
    let sum = 0;
    for (const child of node.getChildren().slice(0, offset)) sum += $lengthOf(child);
    return { provision: node.getProvision(), offset: sum };
  }
  if ($isElementNode(node)) {
    const within = node.getChildAtIndex(offset);
    if (within !== null) return $placeIn(within, 0);
    const last = node.getLastDescendant();
    if (last === null) return undefined;
    const provision = $provisionNodeOf(last);
    return provision && { provision: provision.getProvision(), offset: $textLengthOf(provision) };
  }
  const provision = $provisionNodeOf(node);
  if (provision === undefined) return undefined;
  const inside = $isRunNode(node) ? Math.min(offset, node.getTextContentSize()) : 0;
  return { provision: provision.getProvision(), offset: $offsetBefore(node) + inside };
}

export function $placeOf(point: PointType): Place | undefined {
  return $placeIn(point.getNode(), point.offset);
}

/** The place of a boundary point of the DOM, such as an input event's target range has. */
export function $placeOfDOM(container: Node, offset: number): Place | undefined {
  const node = $getNearestNodeFromDOMNode(container);
  if (node === null) return undefined;
  if (container.nodeType === Node.TEXT_NODE) return $placeIn(node, offset);
  if ($isElementNode(node)) return $placeIn(node, offset);
  return $placeIn(node, offset === 0 ? 0 : node.getTextContentSize());
}

export interface PointSpot {
  readonly node: LexicalNode;
  readonly offset: number;
  readonly type: 'text' | 'element';
}

/**
 * The point for `offset` in a provision: of several, the one that touches the character before (`side` -1) or the one
 * after (`side` 1). Where there is no such character, the very start or the very end, outside all glyphs.
 */
export function $spotAt(provision: ProvisionNode, offset: number, side: -1 | 1): PointSpot {
  let start = 0;
  for (const child of provision.getChildren()) {
    const end = start + $lengthOf(child);
    const touches = side === -1 ? start < offset && offset <= end : start <= offset && offset < end;
    if (touches) return { node: child, offset: offset - start, type: 'text' };
    start = end;
  }
  const edge = side === -1 && offset === 0 ? provision.getFirstChild() : provision.getLastChild();
  if (edge === null) return { node: provision, offset: 0, type: 'element' };
  return { node: edge, offset: side === -1 && offset === 0 ? 0 : edge.getTextContentSize(), type: 'text' };
}

/** Which side of its place a point touches. */
export function $sideOf(point: PointType): -1 | 1 {
  return point.offset === 0 ? 1 : -1;
}

/** The stretches of text between two places, in reading order; empty ones are left out. */
export function $spansBetween(from: Place, to: Place): Span[] {
  if (from.provision === to.provision) {
    const [start, end] = from.offset <= to.offset ? [from.offset, to.offset] : [to.offset, from.offset];
    return start === end ? [] : [{ provision: from.provision, from: start, to: end }];
  }
  const spans: Span[] = [];
  let inside = false;
  for (const node of $provisionNodes()) {
    const provision = node.getProvision();
    const isEdge = provision === from.provision || provision === to.provision;
    if (!inside && !isEdge) continue;
    const start = !inside ? (provision === from.provision ? from.offset : to.offset) : 0;
    const end = inside && isEdge ? (provision === to.provision ? to.offset : from.offset) : $textLengthOf(node);
    if (start < end) spans.push({ provision, from: start, to: end });
    if (inside && isEdge) return spans;
    inside = true;
  }
  return [];
}

export interface PlaceRange {
  readonly anchor: Place;
  readonly head: Place;
  /** In reading order. */
  readonly from: Place;
  readonly to: Place;
}

export function $rangeOf(selection: RangeSelection): PlaceRange | undefined {
  const anchor = $placeOf(selection.anchor);
  const head = $placeOf(selection.focus);
  if (anchor === undefined || head === undefined) return undefined;
  return selection.isBackward() ? { anchor, head, from: head, to: anchor } : { anchor, head, from: anchor, to: head };
}
