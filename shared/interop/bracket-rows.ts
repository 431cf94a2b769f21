import type { Assessment, BracketAssessment, VariantAssessment } from '../consensus/assessment.ts';
import type { Bracket, BracketKind } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { BracketId, Code, ProvisionId } from '../schema/ids.ts';

/** An open bracket as a row of a table; a choice has one row, and one for each of its variants after it. */
export interface BracketRow {
  readonly provision: ProvisionId | undefined;
  readonly kind: BracketKind;
  /** What it covers, whole; stretches in several provisions are parted by `…`. */
  readonly words: string;
  readonly proponent: Code;
  readonly supporters: readonly Code[];
  readonly keepers: readonly Code[];
  /** Who cannot accept that its words stand. */
  readonly objectors: readonly Code[];
  /** Who cannot accept that they go. */
  readonly insisting: readonly Code[];
  readonly reserves: readonly Code[];
  /** Milliseconds since 1970. */
  readonly opened: number;
}

/** The open brackets of a draft in its order, with who stands against what, as the assessment sees it. */
export function bracketRows(draft: Draft, { provisions }: Assessment): readonly BracketRow[] {
  const texts = new Map(draft.provisions.map(({ id, text }) => [id, text]));
  const found = new Map<BracketId, BracketAssessment>();
  for (const { brackets } of provisions.values()) for (const one of brackets) found.set(one.bracket, one);
  const variants = new Map<BracketId, Bracket[]>();
  for (const bracket of draft.brackets) {
    if (!bracket.variantOf) continue;
    variants.set(bracket.variantOf, [...(variants.get(bracket.variantOf) ?? []), bracket]);
  }
  const row = (bracket: Bracket): BracketRow => {
    const assessed = found.get(bracket.variantOf ?? bracket.id);
    const standing = assessed?.variants.find(({ variant }) => variant === (bracket.variantOf ? bracket.id : 'text'));
    const gone = bracket.variantOf ? undefined : assessed?.variants.find(({ variant }) => variant === 'none');
    const pieces = bracket.pieces.length > 0 ? bracket.pieces : (variants.get(bracket.id)?.[0]?.pieces ?? []);
    return {
      provision: pieces[0]?.provision,
      kind: bracket.kind,
      words: bracket.pieces
        .map(({ provision, from, to }) => texts.get(provision)?.slice(from, to) ?? '')
        .join(' … ')
        .trim(),
      proponent: bracket.proponent,
      supporters: bracket.supporters,
      keepers: bracket.keepers,
      objectors: codes(standing, 'objectors'),
      insisting: codes(gone, 'objectors'),
      reserves: codes(standing, 'reserves'),
      opened: bracket.opened,
    };
  };
  return draft.brackets
    .filter(({ variantOf }) => variantOf === undefined)
    .flatMap((bracket) => [bracket, ...(variants.get(bracket.id) ?? [])].map(row));
}

function codes(variant: VariantAssessment | undefined, of: 'objectors' | 'reserves'): readonly Code[] {
  return variant?.[of] ?? [];
}
