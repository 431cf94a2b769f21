import type { Bracket } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { ProvisionId } from '../schema/ids.ts';
import type { Provision } from '../schema/provision.ts';
import { gavelledWords } from './gavelled-words.ts';
import type { RulingRecord } from './record.ts';

/** How the chair has ruled on a provision, seen against its words now (rules P9 and P10). */
export type Gavel =
  | { readonly type: 'none' }
  | { readonly type: 'agreed' }
  | { readonly type: 'changed'; readonly at: number }
  | { readonly type: 'reopened'; readonly at: number };

/** `brackets`: the open ones with a piece in the provision. */
export function gavelOn(provision: Provision, brackets: readonly Bracket[], rulings: RulingRecord): Gavel {
  const reopened = rulings.reopened.get(provision.id);
  if (reopened !== undefined) return { type: 'reopened', at: reopened };
  const agreed = rulings.agreed.get(provision.id);
  if (!agreed) return { type: 'none' };
  if (gavelledWords(provision, brackets) === agreed.words) return { type: 'agreed' };
  return { type: 'changed', at: agreed.at };
}

/** What a reader may know of how far the text has come: what was ruled on, and nothing of who stands how. */
export interface PublicStatus {
  /** Agreed *ad referendum*, words unchanged since and nothing open; in reading order. */
  readonly agreed: readonly ProvisionId[];
  /** Agreed once, and reopened by a ruling or with other words now; in reading order. */
  readonly reopened: readonly ProvisionId[];
}

/** The public status of every provision of a draft (rule R17). */
export function publicStatus({ provisions, brackets }: Draft, rulings: RulingRecord): PublicStatus {
  const agreed: ProvisionId[] = [];
  const reopened: ProvisionId[] = [];
  for (const provision of provisions) {
    const open = brackets.filter(({ pieces }) => pieces.some((piece) => piece.provision === provision.id));
    const { type } = gavelOn(provision, open, rulings);
    if (type === 'agreed' && open.length === 0) agreed.push(provision.id);
    if (type === 'changed' || type === 'reopened') reopened.push(provision.id);
  }
  return { agreed, reopened };
}
