import { GlyphNode } from './glyph-node.ts';
import { ProvisionNode } from './provision-node.ts';
import { RunNode } from './run-node.ts';
import { SectionNode } from './section-node.ts';

/** Every kind of node that the draft is shown with. */
export const DRAFT_NODES = [SectionNode, ProvisionNode, RunNode, GlyphNode];
