import { isSameGlyphFace, type GlyphFace } from '../nodes/glyph-node.ts';
import { isSameFace, type ProvisionFace } from '../nodes/provision-node.ts';
import { isSameRunFace, type RunFace } from '../nodes/run-node.ts';

export type PartLook =
  | { readonly type: 'run'; readonly text: string; readonly face: RunFace }
  | { readonly type: 'glyph'; readonly face: GlyphFace };

/** What one provision shows, as a plain value: the projection compares it with the nodes and touches what differs. */
export interface ProvisionLook {
  readonly face: ProvisionFace;
  readonly parts: readonly PartLook[];
}

/** Whether a node that shows `one` can go on to show `other` with nothing but new words. */
export function isSameSort(one: PartLook, other: PartLook): boolean {
  if (one.type === 'run') return other.type === 'run' && isSameRunFace(one.face, other.face);
  return other.type === 'glyph' && isSameGlyphFace(one.face, other.face);
}

export function isSamePart(one: PartLook, other: PartLook): boolean {
  return isSameSort(one, other) && (one.type === 'glyph' || (other.type === 'run' && one.text === other.text));
}

export function isSameLook(one: ProvisionLook, other: ProvisionLook): boolean {
  return (
    isSameFace(one.face, other.face) &&
    one.parts.length === other.parts.length &&
    one.parts.every((part, index) => isSamePart(part, other.parts[index]!))
  );
}

/**
 * Whether the same brackets open and close in the same order. Not where the level or the kind is another: an option holds
 * what stands under its provision, and may reach over others by now.
 */
export function hasSameEdges({ face, ...one }: ProvisionLook, { face: wanted, ...other }: ProvisionLook): boolean {
  if (face.lead !== wanted.lead || face.level !== wanted.level || face.kind !== wanted.kind) return false;
  const edges = edgesOf(one);
  const others = edgesOf(other);
  return (
    edges.length === others.length &&
    edges.every((edge, index) => edge.bracket === others[index]!.bracket && edge.side === others[index]!.side)
  );
}

function edgesOf(look: Pick<ProvisionLook, 'parts'>): readonly GlyphFace[] {
  return look.parts.flatMap((part) => (part.type === 'glyph' ? [part.face] : []));
}
