import type { Bracket } from '../schema/bracket.ts';
import { CHAIR, SECRETARIAT, type Code } from '../schema/ids.ts';
import { targetKey, type Stance, type TargetKey, type VariantId } from '../schema/position.ts';

/** One thing a delegation can stand on, and where records about it may be filed (rule C2). */
export interface Slot {
  readonly variant: VariantId;
  /** Keys of records on exactly this variant. */
  readonly exact: readonly TargetKey[];
  /** Keys of records on a whole choice, which speak for this variant where nothing is said on it. */
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
  const whole = targetKey({ type: 'bracket', bracket: bracket.id });
  const on = (variant: VariantId) => targetKey({ type: 'variant', bracket: bracket.id, variant });
  if (bracket.kind === 'delete')
    return [
      { variant: 'text', exact: [on('text')], wider: [], proposals: keepers(bracket) },
      { variant: 'none', exact: [on('none'), whole], wider: [], proposals: deleters(bracket) },
    ];
  if (bracket.kind !== 'choice')
    return [
      { variant: 'text', exact: [on('text'), whole], wider: [], proposals: side(bracket) },
      { variant: 'none', exact: [on('none')], wider: [], proposals: NOBODY },
    ];
  const slots = variants.map((variant): Slot => ({
    variant: variant.id,
    exact: [
      on(variant.id),
      targetKey({ type: 'variant', bracket: variant.id, variant: 'text' }),
      targetKey({ type: 'bracket', bracket: variant.id }),
    ],
    wider: [whole],
    proposals: variant.kind === 'delete' ? NOBODY : side(variant),
  }));
  return bracket.noText ? [...slots, { variant: 'none', exact: [on('none')], wider: [], proposals: NOBODY }] : slots;
}

const NOBODY: ReadonlyMap<Code, Stance> = new Map();

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

function keepers(bracket: Bracket): ReadonlyMap<Code, Stance> {
  return delegationsOnly(new Map(bracket.keepers.map((code) => [code, 'support'])));
}

function delegationsOnly(said: Map<Code, Stance>): ReadonlyMap<Code, Stance> {
  said.delete(CHAIR);
  said.delete(SECRETARIAT);
  return said;
}
