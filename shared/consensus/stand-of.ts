import type { Bracket } from '../schema/bracket.ts';
import type { Code } from '../schema/ids.ts';
import { targetKey, type Position, type Target, type TargetKey } from '../schema/position.ts';
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
    const on = (keys: readonly TargetKey[]) => held.filter((position) => keys.includes(targetKey(position.target)));
    const evidence = { exact: on(question.exact), wider: on(question.wider), proposal: question.proposals.get(holder) };
    return ownPosition(evidence, isMet);
  };
  const mine = own(code);
  const line = effectivePosition(code, seats.groupsOf(code), (holder) => (holder === code ? undefined : own(holder)));
  return { ...(mine ? { own: mine } : {}), ...(line ? { line } : {}) };
}

/** Where to look for positions on a target. A whole choice is asked about by its own key alone. */
export function questionOn(target: Target, draft: DraftView): Question | undefined {
  const alone = { exact: [targetKey(target)], wider: [], proposals: new Map() };
  if (target.type === 'provision') return alone;
  const named = draft.bracket(target.bracket);
  if (!named || named.closed) return undefined;
  const choice = named.variantOf === undefined ? undefined : draft.bracket(named.variantOf);
  const isVariant = choice?.kind === 'choice' && !choice.closed;
  const root = isVariant ? choice : named;
  const slots = slotsOf(root, root.kind === 'choice' ? variantsOf(root, draft) : []);
  if (isVariant) return slots.find(({ variant }) => variant === named.id);
  if (target.type === 'variant') return slots.find(({ variant }) => variant === target.variant);
  return slots.find(({ exact }) => exact.includes(targetKey(target))) ?? alone;
}

function variantsOf(choice: Bracket, draft: DraftView): readonly Bracket[] {
  return draft.read().brackets.filter(({ variantOf }) => variantOf === choice.id);
}
