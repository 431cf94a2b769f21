import type { Bracket } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { BracketId } from '../schema/ids.ts';
import { draftIndex } from './draft-index.ts';

/**
 * Open proposals that say the same at the same place, each group in reading order (rule B21). The same place of words
 * proposed for insertion is one choice, or one stretch of nothing but such proposals and blanks; of all else, the
 * very same words. Capitals and wording count; blanks at the edges do not.
 */
export function duplicatesOf(draft: Draft): readonly (readonly BracketId[])[] {
  const groups = new Map<string, BracketId[]>();
  const slots = insertSlots(draft);
  for (const bracket of draft.brackets) {
    const key = keyOf(draft, bracket, slots.get(bracket.id));
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [bracket.id]);
    else group.push(bracket.id);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function keyOf(draft: Draft, bracket: Bracket, slot: string | undefined): string | undefined {
  const { kind, pieces, goesTo, variantOf } = bracket;
  switch (kind) {
    case 'insert':
      return slot === undefined ? undefined : `${slot} ${wordsIn(draft, bracket)}`;
    case 'delete':
    case 'move':
    case 'split':
    case 'join':
      return JSON.stringify([kind, pieces, goesTo, variantOf]);
    case 'hold':
    case 'choice':
    case 'placeholder':
      return undefined;
  }
}

function wordsIn(draft: Draft, { pieces }: Bracket): string {
  const { provisions } = draftIndex(draft);
  return pieces.map(({ provision, from, to }) => provisions.get(provision)!.text.slice(from, to).trim()).join('\n');
}

/** By proposal of words the name of its place. */
function insertSlots(draft: Draft): ReadonlyMap<BracketId, string> {
  const { provisions, order } = draftIndex(draft);
  const slots = new Map<BracketId, string>();
  let last: { readonly bracket: Bracket; readonly slot: string } | undefined;
  for (const bracket of draft.brackets) {
    const [piece, more] = bracket.pieces;
    if (bracket.kind !== 'insert' || piece === undefined || more !== undefined) continue;
    if (bracket.variantOf !== undefined) {
      slots.set(bracket.id, bracket.variantOf);
      continue;
    }
    const before = last?.bracket.pieces[0];
    const text = provisions.get(piece.provision)!.text;
    const beside =
      before !== undefined &&
      (piece.label && before.label
        ? isWhole(draft, before) &&
          isWhole(draft, piece) &&
          order.get(piece.provision) === order.get(before.provision)! + 1
        : before.provision === piece.provision &&
          before.to <= piece.from &&
          text.slice(before.to, piece.from).trim() === '');
    const slot = beside ? last!.slot : bracket.id;
    slots.set(bracket.id, slot);
    last = { bracket, slot };
  }
  return slots;
}

function isWhole(draft: Draft, { provision, from, to }: Bracket['pieces'][number]): boolean {
  return from === 0 && to === draftIndex(draft).provisions.get(provision)!.text.length;
}
