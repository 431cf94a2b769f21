import type { Bracket } from '../schema/bracket.ts';
import type { Code } from '../schema/ids.ts';
import { targetKey, type Position, type Target } from '../schema/position.ts';
import { effectivePosition, ownPosition, type EffectivePosition, type IsMet } from '../positions/effective.ts';
import type { Seats } from '../positions/seats.ts';
import type { DraftView } from './draft-view.ts';
import { slotsOf } from './slots.ts';
import type { Question } from './standing.ts';

/** How one delegation stands on one target: what it says itself, and what its groups say for it. */
export interface Stand {
  /** Its own: stated, recorded from the floor, or taken from its proposal. */
  readonly own?: EffectivePosition;
  /** Its groups' line, with the group as its source; also where its own position departs from it. */
  readonly line?: EffectivePosition;
}

export interface StandFacts {
  readonly draft: DraftView;
  readonly positions: readonly Position[];
  readonly seats: Seats;
  readonly isMet: IsMet;
}

/** How `code` stands on a target; the same answer as the assessment's, with where it comes from. */
export function standOf(code: Code, target: Target, { draft, positions, seats, isMet }: StandFacts): Stand {
  const question = questionOn(target, draft);
  if (!question) return {};
  const own = (holder: Code): EffectivePosition | undefined => {
    const held = positions.filter(({ delegation }) => delegation === holder);
    const on = (targets: readonly Target[]) => {
      const keys = new Set(targets.map(targetKey));
      return held.filter((position) => keys.has(targetKey(position.target)));
    };
    const proposal = question.proposals.findLast(({ by }) => by === holder)?.stance;
    return ownPosition({ exact: on(question.exact), wider: on(question.wider), proposal }, isMet);
  };
  const mine = own(code);
  const line = effectivePosition(code, seats.groupsOf(code), (holder) => (holder === code ? undefined : own(holder)));
  return { ...(mine ? { own: mine } : {}), ...(line ? { line } : {}) };
}

/** Where to look for positions on a target. A whole choice is asked about by its own key alone. */
export function questionOn(target: Target, draft: DraftView): Question | undefined {
  const alone = { exact: [target], wider: [], proposals: [] };
  if (target.type === 'provision') return alone;
  const named = draft.bracket(target.bracket);
  if (!named || named.closed) return undefined;
  const choice = named.variantOf === undefined ? undefined : draft.bracket(named.variantOf);
  const isVariant = choice?.kind === 'choice' && !choice.closed;
  const root = isVariant ? choice : named;
  const slots = slotsOf(root, root.kind === 'choice' ? variantsOf(root, draft) : []);
  if (isVariant) return slots.find(({ variant }) => variant === named.id);
  if (target.type === 'variant') return slots.find(({ variant }) => variant === target.variant);
  const key = targetKey(target);
  return slots.find(({ exact }) => exact.some((name) => targetKey(name) === key)) ?? alone;
}

function variantsOf(choice: Bracket, draft: DraftView): readonly Bracket[] {
  return draft.read().brackets.filter(({ variantOf }) => variantOf === choice.id);
}
