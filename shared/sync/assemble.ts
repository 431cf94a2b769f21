import type { DraftIndex } from './draft-index.ts';
import { oneOf, textOf } from './decode.ts';
import type { Bracket } from '../schema/bracket.ts';
import type { BracketId } from '../schema/ids.ts';
import { LANGUAGES } from '../schema/draft.ts';
import type { Draft } from '../schema/draft.ts';

const LONGEST_TITLE = 2_000;

function bracketList(index: DraftIndex): Bracket[] {
  const list: Bracket[] = [];
  const listed = new Set<BracketId>();
  // A choice without brackets of its own round its variants stands before the first of them.
  const listChoice = (id: BracketId | undefined): void => {
    const choice = id === undefined || listed.has(id) ? undefined : index.brackets.values.get(id);
    if (choice === undefined || choice.closed !== undefined || choice.pieces.length > 0) return;
    listed.add(choice.id);
    listChoice(choice.variantOf);
    list.push(choice);
  };
  for (const id of index.placement.order) {
    for (const bracket of index.brackets.inside(id)) {
      if (bracket.pieces[0]?.provision !== id) continue;
      listChoice(bracket.variantOf);
      list.push(bracket);
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
