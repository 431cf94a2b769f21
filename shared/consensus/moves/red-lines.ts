import type { Bracket } from '../../schema/bracket.ts';
import type { BracketId, Code, ProvisionId } from '../../schema/ids.ts';
import type { Delegation, Group } from '../../schema/meeting.ts';
import type { Position, VariantId } from '../../schema/position.ts';
import type { Ruling } from '../../schema/ruling.ts';
import { seatRoster } from '../../positions/seats.ts';
import { foldRulings } from '../../procedure/record.ts';
import type { DraftView } from '../draft-view.ts';
import { indexPositions } from '../position-index.ts';
import { slotsOf } from '../slots.ts';
import { createFloor, type Heard, type Question } from '../standing.ts';
import { pushTo } from '../../schema/push-to.ts';

/** One wording of one open bracket. */
export interface Choice {
  readonly bracket: BracketId;
  readonly variant: VariantId;
}

/** What a position is on: a provision as it stands, or one wording. */
export type MoveTarget = { readonly provision: ProvisionId } | Choice;

/**
 * What somebody cannot accept. `by` is a delegation, or a group for those members that follow its line. `unless`: the
 * wording elsewhere under which it can be accepted after all.
 */
export interface RedLine {
  readonly by: Code;
  readonly on: MoveTarget;
  readonly unless?: Choice;
}

/** Support or acceptance that a wording elsewhere would bring. */
export interface Promise {
  readonly by: Code;
  readonly on: MoveTarget;
  readonly when: Choice;
}

/** An open bracket as something to be chosen about. */
export interface Slate {
  readonly bracket: BracketId;
  readonly provision: ProvisionId;
  readonly variants: readonly VariantId[];
  /** Who supports which variant, delegations and groups. */
  readonly supporters: ReadonlyMap<VariantId, ReadonlySet<Code>>;
}

export interface MoveFacts {
  readonly draft: DraftView;
  readonly positions: Iterable<Position>;
  readonly delegations: readonly Delegation[];
  readonly groups: readonly Group[];
  readonly rulings: readonly Ruling[];
}

/** Everything there is to choose, and everything that stands against a choice or hangs on one. */
export interface MoveModel {
  readonly slates: readonly Slate[];
  readonly redLines: readonly RedLine[];
  readonly promises: readonly Promise[];
}

/**
 * Reads the red lines off a meeting, by whoever holds them: a group's line is one, however many follow it, and none where
 * nobody does. A condition that is met already, or can be met by no choice, is no condition any more.
 */
export function readRedLines({ draft, positions, delegations, groups, rulings }: MoveFacts): MoveModel {
  const index = indexPositions(positions);
  const { outcomes } = foldRulings(rulings);
  const { provisions, brackets } = draft.read();
  const heard = new Set(index.codes);
  for (const one of brackets) for (const code of [one.proponent, ...one.supporters, ...one.keepers]) heard.add(code);
  const seats = seatRoster(delegations, groups, heard);
  const floor = createFloor({
    seats,
    positions: index,
    isMet: ({ bracket, variant }) => outcomes.get(bracket) === variant,
  });

  const byId = new Map(brackets.map((one) => [one.id, one]));
  const choiceOf = (id: BracketId): BracketId | undefined => {
    const choice = byId.get(byId.get(id)?.variantOf ?? id);
    return choice?.kind === 'choice' && choice.id !== id ? choice.id : undefined;
  };
  const standalone: Bracket[] = [];
  const sides = new Map<BracketId, Bracket[]>();
  for (const one of brackets) {
    const choice = choiceOf(one.id);
    if (choice === undefined) standalone.push(one);
    else pushTo(sides, choice, one);
  }
  const slots = new Map(standalone.map((one) => [one.id, slotsOf(one, sides.get(one.id) ?? [])]));

  /** The choice that a condition hangs on; `met` or `never` where there is none to make. */
  const hangsOn = ({ bracket, variant }: Choice): Choice | 'met' | 'never' => {
    if (outcomes.get(bracket) === variant) return 'met';
    const root = choiceOf(bracket);
    const choice: Choice = root && variant === 'text' ? { bracket: root, variant: bracket } : { bracket, variant };
    return slots.get(choice.bracket)?.some((slot) => slot.variant === choice.variant) ? choice : 'never';
  };

  const redLines: RedLine[] = [];
  const promises: Promise[] = [];
  const read = (question: Question, on: MoveTarget): readonly Heard[] => {
    const voices = floor.heardOn(question);
    const own = new Set(voices.map(({ by }) => by));
    for (const { by, record, stance } of voices) {
      const group = seats.group(by);
      if (group && group.members.every((member) => own.has(member))) continue;
      const hung = record?.conditionOn && hangsOn(record.conditionOn);
      const condition = typeof hung === 'object' ? hung : undefined;
      if (stance === 'object' && hung !== 'met') redLines.push({ by, on, ...(condition ? { unless: condition } : {}) });
      else if (stance !== 'none' && condition) promises.push({ by, on, when: condition });
    }
    return voices;
  };

  for (const { id } of provisions) {
    read({ exact: [{ type: 'provision', provision: id }], wider: [], proposals: [] }, { provision: id });
  }
  const slates = standalone.flatMap((one): Slate[] => {
    const variants = slots.get(one.id) ?? [];
    const home = one.pieces[0]?.provision ?? sides.get(one.id)?.[0]?.pieces[0]?.provision;
    if (home === undefined || variants.length === 0) return [];
    const supporters = new Map<VariantId, ReadonlySet<Code>>();
    for (const slot of variants) {
      const voices = read(slot, { bracket: one.id, variant: slot.variant });
      const backers = voices.filter(({ stance }) => stance === 'support').map(({ by }) => by);
      supporters.set(slot.variant, new Set(backers));
    }
    return [{ bracket: one.id, provision: home, variants: variants.map(({ variant }) => variant), supporters }];
  });
  return { slates, redLines, promises };
}
