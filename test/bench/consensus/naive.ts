import type { AssessInput } from '../../../shared/consensus/assess.ts';
import { viewDraft } from '../../../shared/consensus/draft-view.ts';
import { slotsOf } from '../../../shared/consensus/slots.ts';
import type { Question } from '../../../shared/consensus/standing.ts';
import { effectivePosition, ownPosition, type EffectivePosition } from '../../../shared/positions/effective.ts';
import { seatRoster } from '../../../shared/positions/seats.ts';
import { foldRulings } from '../../../shared/procedure/record.ts';
import type { Code } from '../../../shared/schema/ids.ts';
import { targetKey, type Position, type Target } from '../../../shared/schema/position.ts';

/**
 * The same question asked the plain way: for each provision and each wording, each delegation one by one, over positions
 * looked up by key. Only statuses are worked out; no covers, no reasons, no ranking. Returns how many are blocked.
 */
export function assessNaively({ draft, positions, delegations, groups, rulings }: AssessInput): number {
  const filed = new Map<string, Map<Code, Position[]>>();
  for (const position of positions) {
    const key = targetKey(position.target);
    const holders = filed.get(key) ?? new Map<Code, Position[]>();
    filed.set(key, holders);
    holders.set(position.delegation, [...(holders.get(position.delegation) ?? []), position]);
  }
  const seats = seatRoster(delegations, groups);
  const { outcomes } = foldRulings(rulings);
  const isMet = ({ bracket, variant }: NonNullable<Position['conditionOn']>) => outcomes.get(bracket) === variant;
  const objectors = (question: Question): readonly Code[] => {
    const records = (code: Code, targets: readonly Target[]) =>
      targets.flatMap((target) => filed.get(targetKey(target))?.get(code) ?? []);
    const own = (code: Code): EffectivePosition | undefined =>
      ownPosition(
        {
          exact: records(code, question.exact),
          wider: records(code, question.wider),
          proposal: question.proposals.find(({ by }) => by === code)?.stance,
        },
        isMet,
      );
    return seats.codes.filter((code) => effectivePosition(code, seats.groupsOf(code), own)?.stance === 'object');
  };
  const view = viewDraft(draft);
  let blocked = 0;
  for (const { id } of draft.provisions) {
    const inside = view.bracketsIn(id).filter(({ variantOf }) => variantOf === undefined);
    const deadlocked = inside.filter((bracket) => {
      const variants = draft.brackets.filter(({ variantOf }) => variantOf === bracket.id);
      return slotsOf(bracket, variants).every((slot) => objectors(slot).length > 0);
    });
    const asItStands = objectors({ exact: [{ type: 'provision', provision: id }], wider: [], proposals: [] });
    if (asItStands.length > 0 || deadlocked.length > 0) blocked++;
  }
  return blocked;
}
