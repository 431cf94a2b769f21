import type { Bracket } from '../schema/bracket.ts';
import { CHAIR, SECRETARIAT, type BracketId, type Code } from '../schema/ids.ts';
import { targetKey, type Stance, type TargetKey, type VariantId } from '../schema/position.ts';

/** One thing a delegation can stand on, and where records about it may be filed (rule C2). */
export interface Slot {
  readonly variant: VariantId;
  /** Keys of records on exactly this variant. */
  readonly exact: readonly TargetKey[];
  /** Keys of records on the bracket, which speak for this variant where nothing is said on it. */
  readonly wider: readonly TargetKey[];
  /** What proponents, supporters and keepers are taken to say unless they state otherwise. */
  readonly proposals: ReadonlyMap<Code, Stance>;
}

/**
 * The variants of an open bracket that stands for itself, in reading order, "no text" last (rule C2).
 * A position on an `insert`, a `hold` or a `placeholder` is one on its words; on a `delete`, one on the deletion; on a
 * choice, one on each of its variants, "no text" apart.
 * `variants`: the brackets that name this one in `variantOf`, in reading order.
 */
export function slotsOf(bracket: Bracket, variants: readonly Bracket[]): readonly Slot[] {
  if (bracket.kind !== 'choice') {
    const whole = [targetKey({ type: 'bracket', bracket: bracket.id })];
    const deletion = bracket.kind === 'delete';
    return [
      slot(bracket.id, 'text', deletion ? [] : whole, deletion ? keepers(bracket, 'support') : side(bracket)),
      slot(bracket.id, 'none', deletion ? whole : [], deletion ? deleters(bracket) : new Map()),
    ];
  }
  const whole = targetKey({ type: 'bracket', bracket: bracket.id });
  const slots = variants.map((variant): Slot => ({
    variant: variant.id,
    exact: [
      targetKey({ type: 'variant', bracket: bracket.id, variant: variant.id }),
      targetKey({ type: 'variant', bracket: variant.id, variant: 'text' }),
      targetKey({ type: 'bracket', bracket: variant.id }),
    ],
    wider: [whole],
    proposals: variant.kind === 'delete' ? new Map() : side(variant),
  }));
  return bracket.noText ? [...slots, slot(bracket.id, 'none', [], new Map())] : slots;
}

function slot(
  bracket: BracketId,
  variant: 'text' | 'none',
  wider: readonly TargetKey[],
  proposals: ReadonlyMap<Code, Stance>,
): Slot {
  return { variant, exact: [targetKey({ type: 'variant', bracket, variant })], wider, proposals };
}

/** Who proposed or seconded words supports them. Whoever holds words in brackets has said nothing for or against them. */
function side(bracket: Bracket): ReadonlyMap<Code, Stance> {
  const said = new Map<Code, Stance>();
  if (bracket.kind !== 'hold' && bracket.kind !== 'choice') said.set(bracket.proponent, 'support');
  for (const code of bracket.supporters) said.set(code, 'support');
  return delegationsOnly(said);
}

function deleters(bracket: Bracket): ReadonlyMap<Code, Stance> {
  const said = new Map<Code, Stance>([[bracket.proponent, 'support']]);
  for (const code of bracket.supporters) said.set(code, 'support');
  for (const code of bracket.keepers) said.set(code, 'object');
  return delegationsOnly(said);
}

function keepers(bracket: Bracket, stance: Stance): ReadonlyMap<Code, Stance> {
  return delegationsOnly(new Map(bracket.keepers.map((code) => [code, stance])));
}

function delegationsOnly(said: Map<Code, Stance>): ReadonlyMap<Code, Stance> {
  said.delete(CHAIR);
  said.delete(SECRETARIAT);
  return said;
}
