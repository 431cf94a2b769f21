import { overlapTags } from '../../../shared/brackets/overlaps.ts';
import type { Bracket } from '../../../shared/schema/bracket.ts';
import type { Draft } from '../../../shared/schema/draft.ts';
import type { BracketId, ProvisionId } from '../../../shared/schema/ids.ts';

/** Tags of overlapping brackets for the whole draft; `undefined` where each provision can tell them by itself. */
export type Tags = ReadonlyMap<BracketId, string> | undefined;

/** Only a bracket over several provisions can overlap another out of sight of a provision's own layout. */
export function tagsOf(draft: Draft): Tags {
  return draft.brackets.some(reachesOver) ? overlapTags(draft) : undefined;
}

function reachesOver({ pieces: [first, ...rest] }: Bracket): boolean {
  return rest.some((piece) => piece.provision !== first?.provision);
}

/** The provisions that look otherwise because brackets in them got, lost or changed a tag. */
export function retagged(before: Tags, after: Tags, draft: Draft): ReadonlySet<ProvisionId> {
  const provisions = new Set<ProvisionId>();
  if (before === after) return provisions;
  for (const { id, pieces } of draft.brackets) {
    const same = before !== undefined && after !== undefined && before.get(id) === after.get(id);
    if (!same) for (const piece of pieces) provisions.add(piece.provision);
  }
  return provisions;
}
