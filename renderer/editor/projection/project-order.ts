import { $getRoot, type LexicalNode, type NodeKey } from 'lexical';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import { $createProvisionNode, type ProvisionNode } from '../nodes/provision-node.ts';
import { $createSectionNode, $isSectionNode, type SectionNode } from '../nodes/section-node.ts';
import type { ProvisionLook } from './look.ts';
import { longestRise } from './longest-rise.ts';
import { $createPart } from './project.ts';

/** Provisions in a new section; one that has grown to twice as many is cut up. */
export const SECTION = 8;

/**
 * Puts the provisions' elements in `order`: makes the missing ones, takes out the surplus, moves what stands elsewhere.
 * A provision stays in its section as long as the order of sections allows it, since one that changes its section is drawn
 * anew. Costs one pass over the draft; only called when the order changed.
 */
export function $projectOrder(
  order: readonly ProvisionId[],
  nodeOf: (provision: ProvisionId) => ProvisionNode | undefined,
  lookOf: (provision: ProvisionId) => ProvisionLook,
): boolean {
  const sections = $getRoot().getChildren();
  const sectionAt = new Map<NodeKey, number>(sections.map((section, at) => [section.getKey(), at]));
  const standing = order.map(nodeOf);
  const where = standing.map((node) => sectionAt.get(node?.getParent()?.getKey() ?? '') ?? -1);
  const stays = longestRise(where);
  const groups: ProvisionNode[][] = [[], ...sections.slice(1).map(() => [])];
  let group = 0;
  for (const [index, id] of order.entries()) {
    if (stays.has(index)) group = where[index]!;
    groups[group]!.push(standing[index] ?? $make(id, lookOf(id)));
  }
  let changed = false;
  for (const [at, nodes] of groups.entries()) changed = $fill(sections[at], nodes) || changed;
  return changed;
}

function $make(id: ProvisionId, look: ProvisionLook): ProvisionNode {
  const made = $createProvisionNode(id, look.face);
  made.append(...look.parts.map($createPart));
  return made;
}

/** Makes what stands in a section's place hold these provisions: that section, more of them, or none. */
function $fill(standing: LexicalNode | undefined, nodes: readonly ProvisionNode[]): boolean {
  const section = $isSectionNode(standing) ? standing : undefined;
  const each = nodes.length > 2 * SECTION ? SECTION : nodes.length;
  let changed = false;
  let last = standing;
  for (let from = 0; from < nodes.length; from += each) {
    const within = (from === 0 ? section : undefined) ?? $createSectionNode();
    if (within !== section) {
      if (last === undefined) $getRoot().append(within);
      else last.insertAfter(within);
      changed = true;
    }
    changed = $hold(within, nodes.slice(from, from + each)) || changed;
    last = within;
  }
  if (standing === undefined || (section !== undefined && nodes.length > 0)) return changed;
  standing.remove();
  return true;
}

/** Makes a section hold these provisions and nothing else; what is the same from either end is not touched. */
function $hold(section: SectionNode, nodes: readonly ProvisionNode[]): boolean {
  const now = section.getChildren();
  let head = 0;
  while (head < now.length && head < nodes.length && now[head]!.is(nodes[head]!)) head += 1;
  let tail = 0;
  while (tail < Math.min(now.length, nodes.length) - head && now.at(-1 - tail)!.is(nodes.at(-1 - tail)!)) tail += 1;
  if (head + tail === Math.max(now.length, nodes.length)) return false;
  section.splice(head, now.length - head - tail, nodes.slice(head, nodes.length - tail));
  return true;
}
