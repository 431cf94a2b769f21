import type { ProvisionId } from '../../../../shared/schema/ids.ts';
import type { Ruling } from '../../../../shared/schema/ruling.ts';
import type { Bracket } from '../../../../shared/schema/bracket.ts';
import type { Revision } from '../../../session/contract.ts';

/** The state of the meeting from one moment to the next. */
export interface ProgressPoint {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly agreed: number;
  /** Provisions of the draft as far as is known: at revisions, and now. */
  readonly total: number;
  readonly brackets: number;
  /** What was ruled at this moment, in the record's own words. */
  readonly about?: string;
}

export interface ProgressFacts {
  readonly rulings: readonly Ruling[];
  readonly revisions: readonly Revision[];
  readonly total: number;
  readonly agreed: number;
  readonly openBrackets: number;
  /** Brackets that stand for themselves and are open. */
  readonly open: readonly Bracket[];
  /** A bracket that was ruled on, if its record is still there. */
  readonly closed: (ruling: Ruling) => Bracket | undefined;
  readonly now: number;
}

/**
 * Agreed provisions against a moving total, from the first ruling to now, one point a ruling or revision. Provisions are
 * counted as they were ruled; that words changed since shows in the last point, which is what stands now.
 */
export function burnUp(facts: ProgressFacts): readonly ProgressPoint[] {
  const { rulings, revisions, total, agreed, openBrackets, now } = facts;
  if (rulings.length === 0) return [];
  const ruled = rulings.toSorted((a, b) => a.at - b.at);
  const frozen = revisions.toSorted((a, b) => a.at - b.at);
  const closings = ruled.flatMap((ruling) => {
    const bracket = facts.closed(ruling);
    return bracket ? [{ opened: bracket.opened, closed: ruling.at }] : [];
  });
  const bracketsAt = (at: number) =>
    facts.open.filter(({ opened }) => opened <= at).length +
    closings.filter(({ opened, closed }) => opened <= at && closed > at).length;
  const totalAt = (at: number) => {
    const last = frozen.findLast((revision) => revision.at <= at) ?? frozen[0];
    return last ? last.draft.provisions.filter(({ kind }) => kind !== 'heading' && kind !== 'note').length : total;
  };

  const standing = new Set<ProvisionId>();
  const points: ProgressPoint[] = [];
  const start = ruled[0]!.at;
  points.push({ at: start - 1, agreed: 0, total: totalAt(start - 1), brackets: bracketsAt(start - 1) });
  for (const { act, at, about } of ruled) {
    if (act.type === 'adRef') standing.add(act.provision);
    else if (act.type === 'reopen') standing.delete(act.provision);
    points.push({ at, agreed: standing.size, total: totalAt(at), brackets: bracketsAt(at), about });
  }
  points.push({ at: Math.max(now, points.at(-1)!.at), agreed, total, brackets: openBrackets });
  return points;
}
