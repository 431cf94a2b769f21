import { $getSelection, $isRangeSelection, type LexicalNode } from 'lexical';
import { $createGlyphNode, $isGlyphNode, glyphText } from '../nodes/glyph-node.ts';
import { isSameFace, type ProvisionNode } from '../nodes/provision-node.ts';
import { $createRunNode, $isRunNode, isSameRunFace, type RunNode } from '../nodes/run-node.ts';
import { hasSameEdges, isSameLook, isSamePart, isSameSort, type PartLook, type ProvisionLook } from './look.ts';

/** What a provision's nodes show now; `undefined` for a child that the projection did not make. */
export function $lookOf(node: ProvisionNode): ProvisionLook | undefined {
  const parts: PartLook[] = [];
  for (const child of node.getChildren()) {
    const part = $partOf(child);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return { face: node.getFace(), parts };
}

function $partOf(child: LexicalNode): PartLook | undefined {
  if ($isRunNode(child)) return { type: 'run', text: child.getTextContent(), face: child.getFace() };
  if (!$isGlyphNode(child)) return undefined;
  const face = child.getFace();
  return child.getTextContent() === glyphText(face) ? { type: 'glyph', face } : undefined;
}

export function $createPart(part: PartLook): LexicalNode {
  return part.type === 'run' ? $createRunNode(part.text, part.face) : $createGlyphNode(part.face);
}

/**
 * Makes a provision's children show `look`, and touches only what differs: nodes that are the same from either end stay,
 * and in between a node that can go on with other words keeps its place in the DOM. Returns whether anything changed.
 */
export function $projectParts(node: ProvisionNode, look: ProvisionLook): boolean {
  const { parts } = look;
  const children = node.getChildren();
  const same = (child: LexicalNode, part: PartLook): boolean => {
    const shown = $partOf(child);
    return shown !== undefined && isSamePart(shown, part);
  };
  let head = 0;
  while (head < children.length && head < parts.length && same(children[head]!, parts[head]!)) head += 1;
  let tail = 0;
  while (
    tail < children.length - head &&
    tail < parts.length - head &&
    same(children[children.length - 1 - tail]!, parts[parts.length - 1 - tail]!)
  ) {
    tail += 1;
  }
  const old = children.slice(head, children.length - tail);
  const wanted = parts.slice(head, parts.length - tail);
  if (old.length === 0 && wanted.length === 0) return false;
  const kept = old.length === wanted.length ? old.every((child, index) => $canBecome(child, wanted[index]!)) : false;
  if (kept) {
    for (const [index, child] of old.entries()) $become(child, wanted[index]!);
    return true;
  }
  node.splice(head, old.length, wanted.map($createPart));
  return true;
}

function $canBecome(child: LexicalNode, part: PartLook): boolean {
  const shown = $partOf(child);
  if (shown === undefined) return false;
  return isSameSort(shown, part) || (shown.type === 'run' && part.type === 'run');
}

function $become(child: LexicalNode, part: PartLook): void {
  if (!$isRunNode(child) || part.type !== 'run') return;
  if (child.getTextContent() !== part.text) {
    child.setTextContent(part.text);
    $holdSelectionIn(child, part.text.length);
  }
  if (!isSameRunFace(child.getFace(), part.face)) child.setFace(part.face);
}

/**
 * Lexical leaves a selection behind the end of words that got fewer, and throws when it is next asked which of its ends
 * comes first. Where it belongs is for others to say.
 */
function $holdSelectionIn(run: RunNode, length: number): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const point of [selection.anchor, selection.focus]) {
    if (point.key === run.getKey() && point.offset > length) point.set(point.key, length, 'text');
  }
}

/** What an element needed to show a look: nothing, other words, or other bracket edges too. */
export type Projected = 'same' | 'words' | 'edges';

/** Makes one provision's element show `look`. */
export function $projectProvision(node: ProvisionNode, look: ProvisionLook): Projected {
  const shown = $lookOf(node);
  if (shown !== undefined && isSameLook(shown, look)) return 'same';
  if (!isSameFace(node.getFace(), look.face)) node.setFace(look.face);
  $projectParts(node, look);
  return shown !== undefined && hasSameEdges(shown, look) ? 'words' : 'edges';
}
