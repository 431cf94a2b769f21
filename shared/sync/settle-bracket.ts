import type { Bracket, Closure, Span } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { BracketId, ProvisionId } from '../schema/ids.ts';

/** What a ruling on a bracket comes to in the text. */
export interface Settled {
  readonly erase: readonly Span[];
  readonly close: readonly { readonly bracket: BracketId; readonly closure: Closure }[];
  readonly hide: readonly ProvisionId[];
}

/** What follows from closing a bracket; `undefined` where the closure names a variant the choice does not have. */
export function settleBracket(draft: Draft, id: BracketId, closure: Closure): Settled | undefined {
  const bracket = draft.brackets.find((each) => each.id === id);
  if (bracket === undefined) return undefined;
  const variants = draft.brackets.filter((each) => each.variantOf === id);
  const chosen = closure.outcome === 'chosen' ? variants.find((each) => each.id === closure.variant) : undefined;
  if (closure.outcome === 'chosen' && closure.variant !== undefined && chosen === undefined) return undefined;
  const { variant: _, ...plain } = closure;
  const close = [{ bracket: id, closure }];
  const going: Bracket[] = closure.outcome === 'drop' ? [bracket] : [];
  for (const variant of variants) {
    const stays = closure.outcome === 'keep' || variant === chosen;
    if (!stays) going.push(variant);
    close.push({ bracket: variant.id, closure: { ...plain, outcome: stays ? 'keep' : 'drop' } });
  }
  const lengths = new Map(draft.provisions.map((provision) => [provision.id, provision.text.length]));
  const gone = going.flatMap((each) => each.pieces);
  const isWhole = (span: (typeof gone)[number]): boolean =>
    span.label && span.from === 0 && span.to === lengths.get(span.provision);
  const hide = gone.filter(isWhole).map((piece) => piece.provision);
  const erase = gone.filter((piece) => !isWhole(piece));
  const closing = new Set(close.map((each) => each.bracket));
  const isErased = (span: Span): boolean =>
    span.to > span.from &&
    erase.some((each) => each.provision === span.provision && each.from <= span.from && span.to <= each.to);
  for (const each of draft.brackets) {
    if (closing.has(each.id) || each.pieces.length === 0 || !each.pieces.every(isErased)) continue;
    close.push({ bracket: each.id, closure: { ...plain, outcome: 'drop' } });
  }
  return { erase, close, hide: [...new Set(hide)] };
}
