import type { Bracket } from '../../../shared/schema/bracket.ts';
import type { Draft } from '../../../shared/schema/draft.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { Provision } from '../../../shared/schema/provision.ts';
import { pushTo } from '../../../shared/schema/push-to.ts';

/** Consecutive provisions that are read as one block: a heading, a paragraph, or a list of subparagraphs. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'list';
  readonly provisions: readonly Provision[];
}

/** A draft as blocks in reading order, so that subparagraphs become lists. */
export function blocksOf(draft: Draft): readonly Block[] {
  const blocks: { kind: Block['kind']; provisions: Provision[] }[] = [];
  for (const provision of draft.provisions) {
    const kind =
      provision.kind === 'heading' ? 'heading' : provision.kind === 'subparagraph' ? 'list' : ('paragraph' as const);
    const last = blocks.at(-1);
    if (kind === 'list' && last?.kind === 'list') last.provisions.push(provision);
    else blocks.push({ kind, provisions: [provision] });
  }
  return blocks;
}

/** Open brackets with a piece in each provision, in the draft's order: outer before inner. */
export function bracketsByProvision(draft: Draft): ReadonlyMap<ProvisionId, readonly Bracket[]> {
  const found = new Map<ProvisionId, Bracket[]>();
  for (const bracket of draft.brackets) {
    for (const provision of new Set(bracket.pieces.map((piece) => piece.provision))) pushTo(found, provision, bracket);
  }
  return found;
}

/** The anchor of a provision in the page. */
export function anchorOf(provision: ProvisionId): string {
  return `para-${provision}`;
}
