import type { Code, ProvisionId } from '../schema/ids.ts';
import type { ProvisionAssessment, Reason, Status } from './assessment.ts';
import type { Gavel } from '../procedure/gavel.ts';
import { loneObjector, union, type BracketFinding } from './bracket-finding.ts';
import { coverCodes, smallestCover, type Cover } from './cover.ts';
import { stancesIn, type PendingCondition, type Standing } from './standing.ts';
import type { Seats } from '../positions/seats.ts';

/** All that bears on one provision. */
export interface ProvisionCase {
  readonly provision: ProvisionId;
  readonly gavel: Gavel;
  /** Open brackets with a piece in it, in reading order. */
  readonly brackets: readonly BracketFinding[];
  /** Words of delegations that stand outside any bracket of theirs (rule C10). */
  readonly implied: number;
  readonly standing: Standing;
  readonly dependants: number;
}

/** What stands in a provision, ruling or not: `blocked`, `reserved`, `open` or `ready`. */
type Content = Extract<Status, 'blocked' | 'reserved' | 'open' | 'ready'>;

/** Assesses one provision (rule C3) with its reasons, hardest first. */
export function assessProvision(given: ProvisionCase, seats: Seats): ProvisionAssessment {
  const { provision, brackets, standing, dependants } = given;
  const deadlocked = brackets.filter(({ assessment }) => assessment.deadlocked);
  const objectors = union([standing.objectors, ...deadlocked.map((bracket) => bracket.objectors)], seats);
  const reserves = union([standing.reserves, ...brackets.map((bracket) => bracket.reserves)], seats);
  const content = contentOf(given, objectors, reserves);
  const cover = smallestCover(objectors, seats);
  return {
    provision,
    status: statusOf(given, content),
    brackets: brackets.map(({ assessment }) => assessment),
    objectors,
    independent: cover.groups.length + cover.singles.length,
    reserves,
    dependants,
    reasons: reasonsFor(given, { objectors, cover, reserves }, seats),
    stances: stancesIn(standing),
  };
}

function contentOf(
  { brackets, implied }: ProvisionCase,
  objectors: readonly Code[],
  reserves: readonly Code[],
): Content {
  if (objectors.length > 0) return 'blocked';
  if (reserves.length > 0) return 'reserved';
  return brackets.length > 0 || implied > 0 ? 'open' : 'ready';
}

function statusOf({ gavel, brackets }: ProvisionCase, content: Content): Status {
  if (gavel.type === 'agreed' && brackets.length === 0) return 'agreed';
  return gavel.type === 'changed' ? 'reopened' : content;
}

/** What was found of a provision as a whole. */
interface Found {
  readonly objectors: readonly Code[];
  readonly cover: Cover;
  readonly reserves: readonly Code[];
}

function reasonsFor(given: ProvisionCase, found: Found, seats: Seats): readonly Reason[] {
  const { reserves } = found;
  const { brackets, standing, implied, dependants, gavel } = given;
  const reasons: Reason[] = [];
  if (standing.objectors.length > 0) {
    const cover =
      found.objectors.length === standing.objectors.length ? found.cover : smallestCover(standing.objectors, seats);
    reasons.push({
      type: 'provision-objected',
      by: standing.objectors,
      independent: cover.groups.length + cover.singles.length,
      cover: coverCodes(cover),
    });
    const lone = loneObjector(standing.objectors, cover);
    if (lone) reasons.push({ type: 'lone-objector', ...lone });
  }
  for (const { assessment, objectors, cover } of brackets) {
    if (assessment.deadlocked)
      reasons.push({ type: 'bracket-deadlocked', bracket: assessment.bracket, by: objectors, cover });
  }
  for (const { assessment, lone } of brackets) {
    for (const single of lone) reasons.push({ type: 'lone-objector', bracket: assessment.bracket, ...single });
  }
  for (const { assessment, insistent } of brackets) {
    if (insistent.length > 0) reasons.push({ type: 'insisted-on', bracket: assessment.bracket, by: insistent });
  }
  if (reserves.length > 0) reasons.push({ type: 'reserved', by: reserves });
  for (const { by, record } of pendingIn(given)) {
    const { condition = '', conditionOn: on } = record;
    reasons.push({ type: 'conditional', by, condition, ...(on ? { on } : {}) });
  }
  if (gavel.type === 'changed') reasons.push({ type: 'changed-since-ad-ref', at: gavel.at });
  if (gavel.type === 'reopened') reasons.push({ type: 'reopened-by-ruling', at: gavel.at });
  if (brackets.length > 0) reasons.push({ type: 'brackets-open', count: brackets.length });
  if (implied > 0 && gavel.type !== 'agreed') reasons.push({ type: 'implied-bracket', count: implied });
  for (const { assessment } of brackets) {
    if (assessment.landingZone.length > 0)
      reasons.push({ type: 'landing-zone', bracket: assessment.bracket, variants: assessment.landingZone });
  }
  if (dependants > 0) reasons.push({ type: 'keystone', dependants });
  const since = Math.min(standing.since, ...brackets.map((bracket) => bracket.since));
  if (Number.isFinite(since)) reasons.push({ type: 'open-since', at: since });
  return reasons;
}

function pendingIn({ standing, brackets }: ProvisionCase): readonly PendingCondition[] {
  return [...standing.pending, ...brackets.flatMap((bracket) => bracket.pending)];
}
