import type { Bracket } from '../schema/bracket.ts';
import { CHAIR, SECRETARIAT, type Code } from '../schema/ids.ts';
import type { Stance, Target, VariantId } from '../schema/position.ts';
import type { Proposal, Question } from './standing.ts';

/**
 * One variant as a question to the room. `exact`: the names a position on it can go by. `wider`: a whole choice, which
 * speaks for its variants where nothing is said on them. `proposals`: what proponents, supporters and keepers are taken
 * to say unless they state otherwise (rules C2 and P7).
 */
export interface Slot extends Question {
  readonly variant: VariantId;
}

const NOTHING: readonly Target[] = [];
const NOBODY: readonly Proposal[] = [];

/**
 * The variants of an open bracket that stands for itself, in reading order, "no text" last (rule C2).
 * A position on an `insert`, a `hold` or a `placeholder` is one on its words; on a `delete`, one on the deletion; on a
 * choice, one on each of its variants, "no text" apart.
 * `variants`: the brackets that name this one in `variantOf`, in reading order.
 */
export function slotsOf(bracket: Bracket, variants: readonly Bracket[]): readonly Slot[] {
  const whole: Target = { type: 'bracket', bracket: bracket.id };
  const on = (variant: VariantId): Target => ({ type: 'variant', bracket: bracket.id, variant });
  if (bracket.kind === 'delete')
    return [
      {
        variant: 'text',
        exact: [on('text')],
        wider: NOTHING,
        proposals: bracket.keepers.flatMap((by) => say(by, 'support')),
      },
      { variant: 'none', exact: [on('none'), whole], wider: NOTHING, proposals: deleters(bracket) },
    ];
  if (bracket.kind !== 'choice')
    return [
      { variant: 'text', exact: [on('text'), whole], wider: NOTHING, proposals: side(bracket) },
      { variant: 'none', exact: [on('none')], wider: NOTHING, proposals: NOBODY },
    ];
  const slots = variants.map((variant): Slot => ({
    variant: variant.id,
    exact: [
      on(variant.id),
      { type: 'variant', bracket: variant.id, variant: 'text' },
      { type: 'bracket', bracket: variant.id },
    ],
    wider: [whole],
    proposals: variant.kind === 'delete' ? NOBODY : side(variant),
  }));
  return bracket.noText
    ? [...slots, { variant: 'none', exact: [on('none')], wider: NOTHING, proposals: NOBODY }]
    : slots;
}

/** Who proposed or seconded words supports them. Whoever holds words in brackets has said nothing for or against them. */
function side({ kind, proponent, supporters }: Bracket): readonly Proposal[] {
  const seconds = supporters.flatMap((by) => say(by, 'support'));
  return kind === 'hold' || kind === 'choice' ? seconds : [...say(proponent, 'support'), ...seconds];
}

function deleters({ proponent, supporters, keepers }: Bracket): readonly Proposal[] {
  return [
    ...[proponent, ...supporters].flatMap((by) => say(by, 'support')),
    ...keepers.flatMap((by) => say(by, 'object')),
  ];
}

/** The chair and the secretariat propose nothing (rule P7). */
function say(by: Code, stance: Stance): readonly Proposal[] {
  return by === CHAIR || by === SECRETARIAT ? NOBODY : [{ by, stance }];
}
