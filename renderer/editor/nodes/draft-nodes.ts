import { GlyphNode } from './glyph-node.ts';
import { ProvisionNode } from './provision-node.ts';
import { RunNode } from './run-node.ts';

/** All nodes a draft is shown with. */
export const DRAFT_NODES = [ProvisionNode, RunNode, GlyphNode];
