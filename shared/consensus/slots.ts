import type { Bracket } from '../schema/bracket.ts';
import { CHAIR, SECRETARIAT, type BracketId, type Code } from '../schema/ids.ts';
import type { Stance, Target, VariantId } from '../schema/position.ts';
import type { Proposal, Question, Side } from './standing.ts';

/**
 * One variant as a question to the room. `exact`: the names a position on it can go by. `wider`: a whole choice, which
 * speaks for its variants where nothing is said on them. `proposals`: what proponents, supporters and keepers are taken
 * to say unless they state otherwise (rules C2 and P7).
 */
export interface Slot extends Question {
  readonly variant: VariantId;
}

const NOTHING: readonly Target[] = [];
const NOBODY: readonly never[] = [];

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
        proposals: saying('support', bracket.keepers),
      },
      { variant: 'none', exact: [on('none'), whole], wider: NOTHING, proposals: deleters(bracket) },
    ];
  if (bracket.kind !== 'choice')
    return [
      { variant: 'text', exact: [on('text'), whole], wider: NOTHING, proposals: side(bracket) },
      { variant: 'none', exact: [on('none')], wider: NOTHING, proposals: NOBODY },
    ];
  const slots = variants.map((variant): Slot => new ChoiceSlot(bracket.id, variant));
  return bracket.noText
    ? [...slots, { variant: 'none', exact: [on('none')], wider: NOTHING, proposals: NOBODY }]
    : slots;
}

/** A variant of a choice: there are thousands, and their names are made for whoever asks for them. */
class ChoiceSlot implements Slot, Side {
  readonly choice: BracketId;
  readonly words: Bracket;

  constructor(choice: BracketId, words: Bracket) {
    this.choice = choice;
    this.words = words;
  }
  get variant(): BracketId {
    return this.words.id;
  }
  get side(): Side {
    return this;
  }
  get proposals(): readonly Proposal[] {
    const { proposer, backers } = this;
    return saying('support', backers, proposer);
  }
  get proposer(): Code | undefined {
    const { kind, proponent } = this.words;
    return kind === 'delete' || kind === 'hold' || kind === 'choice' ? undefined : proponent;
  }
  get backers(): readonly Code[] {
    return this.words.kind === 'delete' ? NOBODY : this.words.supporters;
  }
  get exact(): readonly Target[] {
    const { choice, variant } = this;
    return [
      { type: 'variant', bracket: choice, variant },
      { type: 'variant', bracket: variant, variant: 'text' },
      { type: 'bracket', bracket: variant },
    ];
  }
  get wider(): readonly Target[] {
    return [{ type: 'bracket', bracket: this.choice }];
  }
}

/** Who proposed or seconded words supports them. Whoever holds words in brackets has said nothing for or against them. */
function side({ kind, proponent, supporters }: Bracket): readonly Proposal[] {
  return kind === 'hold' || kind === 'choice'
    ? saying('support', supporters)
    : saying('support', supporters, proponent);
}

function deleters({ proponent, supporters, keepers }: Bracket): readonly Proposal[] {
  const deleting = saying('support', supporters, proponent);
  return keepers.length > 0 ? [...deleting, ...saying('object', keepers)] : deleting;
}

/** The chair and the secretariat propose nothing (rule P7). */
function saying(stance: Stance, codes: readonly Code[], first?: Code): readonly Proposal[] {
  if (codes.length === 0 && first === undefined) return NOBODY;
  const said: Proposal[] = first === undefined || isNeutral(first) ? [] : [{ by: first, stance }];
  for (const by of codes) if (!isNeutral(by)) said.push({ by, stance });
  return said;
}

function isNeutral(by: Code): boolean {
  return by === CHAIR || by === SECRETARIAT;
}
