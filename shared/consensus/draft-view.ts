import type { Bracket } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { BracketId, ProvisionId } from '../schema/ids.ts';
import type { Provision } from '../schema/provision.ts';

/** What the engine reads of a draft; a live replica is one as it stands. */
export interface DraftView {
  read(): Draft;
  provision(id: ProvisionId): Provision | undefined;
  /** Any bracket; a closed one carries `closed`. */
  bracket(id: BracketId): Bracket | undefined;
  /** Open brackets with a piece in this provision, in reading order, outer before inner. */
  bracketsIn(id: ProvisionId): readonly Bracket[];
  /** Index in reading order; -1 when not in sight. */
  indexOf(id: ProvisionId): number;
}

const NO_BRACKETS: readonly Bracket[] = [];

/** A view of one plain draft, indexed once. */
export function viewDraft(draft: Draft): DraftView {
  const order = new Map<ProvisionId, number>();
  for (const { id } of draft.provisions) order.set(id, order.size);
  const brackets = new Map<BracketId, Bracket>();
  const inside = new Map<ProvisionId, Bracket[]>();
  for (const bracket of draft.brackets) {
    brackets.set(bracket.id, bracket);
    for (const { provision } of bracket.pieces) {
      const list = inside.get(provision);
      if (!list) inside.set(provision, [bracket]);
      else if (list.at(-1) !== bracket) list.push(bracket);
    }
  }
  return {
    read: () => draft,
    provision: (id) => draft.provisions[order.get(id) ?? -1],
    bracket: (id) => brackets.get(id),
    bracketsIn: (id) => inside.get(id) ?? NO_BRACKETS,
    indexOf: (id) => order.get(id) ?? -1,
  };
}
