import type { DraftIndex } from './draft-index.ts';
import { oneOf, textOf } from './decode.ts';
import type { Bracket } from '../schema/bracket.ts';
import { LANGUAGES } from '../schema/draft.ts';
import type { Draft } from '../schema/draft.ts';

const LONGEST_TITLE = 2_000;

function bracketList(index: DraftIndex): Bracket[] {
  const list: Bracket[] = [];
  for (const id of index.placement.order) {
    for (const bracket of index.brackets.inside(id)) {
      if (bracket.pieces[0]?.provision === id) list.push(bracket);
    }
  }
  return list;
}

/** Which lists of a draft are out of date. */
export interface Stale {
  readonly meta: boolean;
  readonly provisions: boolean;
  readonly brackets: boolean;
}

/** The draft as one value; what is not stale is what `before` had, and `before` itself where nothing is. */
export function assembleDraft(index: DraftIndex, before: Draft | undefined, stale: Stale): Draft {
  if (before !== undefined && !stale.meta && !stale.provisions && !stale.brackets) return before;
  const { meta } = index.roots;
  return {
    title: textOf(meta.get('title'), LONGEST_TITLE) ?? '',
    symbol: textOf(meta.get('symbol'), LONGEST_TITLE) ?? '',
    language: oneOf(meta.get('language'), LANGUAGES) ?? 'en',
    provisions:
      before === undefined || stale.provisions
        ? index.placement.order.map((id) => index.composed.get(id)!.provision)
        : before.provisions,
    brackets: before === undefined || stale.brackets ? bracketList(index) : before.brackets,
  };
}
