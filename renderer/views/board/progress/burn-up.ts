import { underNegotiation } from '../../../../shared/schema/under-negotiation.ts';
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
  /** What was ruled at this moment, and by whom. */
  readonly ruling?: Ruling;
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

/** After this long without an event the chart ends with the last one, or a meeting of a week would be a dot in a year. */
const QUIET_MS = 36 * 3_600_000;

/**
 * Agreed provisions against a moving total, from the first event to now: one point a ruling, a revision, a bracket opened.
 * Provisions are counted as they were ruled; that words changed since shows in the last point, which is what stands now.
 */
export function burnUp(facts: ProgressFacts): readonly ProgressPoint[] {
  const { rulings, revisions, total, agreed, openBrackets, now } = facts;
  if (rulings.length === 0) return [];
  const frozen = revisions.toSorted((a, b) => a.at - b.at);
  const spans = facts.open.map(({ opened }) => ({ opened, closed: Infinity }));
  for (const ruling of rulings) {
    const bracket = facts.closed(ruling);
    if (bracket) spans.push({ opened: bracket.opened, closed: ruling.at });
  }
  const bracketsAt = (at: number) => spans.filter(({ opened, closed }) => opened <= at && closed > at).length;
  const totalAt = (at: number) => {
    const last = frozen.findLast((revision) => revision.at <= at) ?? frozen[0];
    return last ? underNegotiation(last.draft) : total;
  };
  const events = [
    ...rulings.map((ruling) => ({ at: ruling.at, ruling })),
    ...frozen.map(({ at }) => ({ at, ruling: undefined })),
    ...spans.filter(({ opened }) => opened > 0).map(({ opened }) => ({ at: opened, ruling: undefined })),
  ].toSorted((a, b) => a.at - b.at);

  const standing = new Set<ProvisionId>();
  const points: ProgressPoint[] = [];
  for (const { at, ruling } of events) {
    if (ruling?.act.type === 'adRef') standing.add(ruling.act.provision);
    if (ruling?.act.type === 'reopen') standing.delete(ruling.act.provision);
    const point = { at, agreed: standing.size, total: totalAt(at), brackets: bracketsAt(at) };
    // Brackets opened in one go, as from a file, are one event.
    if (!ruling && points.at(-1)?.at === at) points[points.length - 1] = { ...points.at(-1)!, ...point };
    else points.push(ruling ? { ...point, ruling } : point);
  }
  const last = points.at(-1)!.at;
  const end = now - last > QUIET_MS ? last : Math.max(now, last);
  return [...points, { at: end, agreed, total, brackets: openBrackets }];
}
