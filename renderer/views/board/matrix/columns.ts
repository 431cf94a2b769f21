import type { Assessment, ProvisionAssessment } from '../../../../shared/consensus/assessment.ts';
import type { Code } from '../../../../shared/schema/ids.ts';
import type { Delegation, Group } from '../../../../shared/schema/meeting.ts';
import { STANCES, type Stance } from '../../../../shared/schema/position.ts';

/** A column of the matrix: a delegation, a group for its members, or how many are silent. */
export type Column =
  | { readonly type: 'delegation'; readonly id: string; readonly code: Code; readonly inGroup?: Code }
  | {
      readonly type: 'group';
      readonly id: string;
      readonly code: Code;
      readonly members: readonly Code[];
      readonly expanded: boolean;
    }
  | { readonly type: 'silent'; readonly id: 'silent'; readonly seats: readonly Code[] };

/** Whether a column is one delegation's. */
export function isOf(column: Column | undefined, code: Code | undefined): boolean {
  return column?.type === 'delegation' && column.code === code;
}

export interface ColumnRequest {
  readonly by: 'groups' | 'delegations';
  readonly delegations: readonly Delegation[];
  readonly groups: readonly Group[];
  /** Groups whose members are shown. */
  readonly expanded: ReadonlySet<Code>;
  readonly assessment: Assessment;
  /** One's own delegation, which always comes first. */
  readonly me: Code;
}

/**
 * The columns: one's own delegation, then groups (with their members where expanded), then delegations that stand in no
 * group shown, then the silent. Only who has stated a position anywhere has a column, in the roster's order: the matrix
 * ranks nobody.
 */
export function columnsOf({ by, delegations, groups, expanded, assessment, me }: ColumnRequest): readonly Column[] {
  const spoken = spokenIn(assessment);
  const members = delegations.filter(({ standing }) => standing === 'member').map(({ code }) => code);
  const seated = new Set(members);
  const columns: Column[] = [];
  const shown = new Set<Code>();
  const add = (code: Code, inGroup?: Code) => {
    if (shown.has(code) && !inGroup) return;
    shown.add(code);
    columns.push({ type: 'delegation', id: `${inGroup ?? ''}/${code}`, code, ...(inGroup ? { inGroup } : {}) });
  };
  if (seated.has(me)) add(me);
  const covered = new Set<Code>();
  if (by === 'groups') {
    for (const group of groups) {
      const present = group.members.filter((code) => seated.has(code));
      if (!present.some((code) => spoken.has(code))) continue;
      const open = expanded.has(group.code);
      columns.push({ type: 'group', id: `+${group.code}`, code: group.code, members: present, expanded: open });
      for (const code of present) {
        covered.add(code);
        if (open && spoken.has(code)) add(code, group.code);
      }
    }
  }
  for (const code of members) if (spoken.has(code) && !covered.has(code)) add(code);
  for (const code of [...spoken].sort()) if (!seated.has(code)) add(code);
  return [...columns, { type: 'silent', id: 'silent', seats: members }];
}

function spokenIn({ provisions }: Assessment): ReadonlySet<Code> {
  const spoken = new Set<Code>();
  for (const { stances, brackets } of provisions.values()) {
    for (const code of stances.keys()) spoken.add(code);
    for (const { variants } of brackets) {
      for (const { objectors, reserves, accepters, supporters } of variants) {
        for (const code of [...objectors, ...reserves, ...accepters, ...supporters]) spoken.add(code);
      }
    }
  }
  return spoken;
}

/** How a delegation stands on a provision, or (`inside`) only on a wording in it. */
export interface CellStance {
  readonly stance: Stance;
  readonly inside: boolean;
}

/**
 * How one delegation stands on a provision: what it says of the provision as a whole or holds it up with; where it says
 * nothing of that, the hardest it says of a wording inside.
 */
export function stanceIn(assessment: ProvisionAssessment, code: Code): CellStance | undefined {
  return cellsOf(assessment).get(code);
}

/**
 * All of a provision's stances, read off it once: a row of two hundred delegations and a dozen groups asks for each of
 * them several times while it is scrolled into sight.
 */
function cellsOf(assessment: ProvisionAssessment): ReadonlyMap<Code, CellStance> {
  const known = CELLS.get(assessment);
  if (known) return known;
  const { stances, objectors, reserves, brackets } = assessment;
  const inside = new Map<Code, number>();
  for (const { variants } of brackets) {
    for (const variant of variants) {
      const codes = [variant.supporters, variant.accepters, [], variant.reserves, variant.objectors];
      codes.forEach((some, at) => {
        for (const code of some) inside.set(code, Math.max(inside.get(code) ?? -1, at));
      });
    }
  }
  const cells = new Map<Code, CellStance>();
  for (const [code, at] of inside) cells.set(code, { stance: STANCES[at]!, inside: true });
  for (const [code, stance] of stances) cells.set(code, { stance, inside: false });
  for (const code of reserves) cells.set(code, { stance: 'reserve', inside: false });
  for (const code of objectors) cells.set(code, { stance: 'object', inside: false });
  CELLS.set(assessment, cells);
  return cells;
}

const CELLS = new WeakMap<ProvisionAssessment, ReadonlyMap<Code, CellStance>>();

/** How a group's members stand: the hardest, whether they all stand so, and how many stand how. */
export interface GroupStance extends CellStance {
  readonly mixed: boolean;
  readonly counts: readonly (readonly [Stance, number])[];
}

/** Where any member speaks of the provision as a whole, only those count that do. */
export function groupStanceIn(assessment: ProvisionAssessment, members: readonly Code[]): GroupStance | undefined {
  const said = members.map((code) => stanceIn(assessment, code));
  const inside = !said.some((cell) => cell?.inside === false);
  const counts = STANCES.map((stance): [Stance, number] => [
    stance,
    said.filter((cell) => cell?.stance === stance && cell.inside === inside).length,
  ])
    .filter(([, count]) => count > 0)
    .toReversed();
  const hardest = counts[0];
  return hardest && { stance: hardest[0], inside, mixed: hardest[1] < members.length, counts };
}

/** How many of these have said nothing of a provision, nor of anything in it. */
export function silentIn(assessment: ProvisionAssessment, seats: readonly Code[]): number {
  return seats.filter((code) => (stanceIn(assessment, code)?.stance ?? 'none') === 'none').length;
}
