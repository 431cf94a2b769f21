import type { Bracket } from '../schema/bracket.ts';
import type { Code, ProvisionId } from '../schema/ids.ts';
import type { VariantId } from '../schema/position.ts';
import type { SeatedGroup, Seats } from '../positions/seats.ts';
import type { BracketAssessment } from './assessment.ts';
import { coverCodes, smallestCover, type Cover } from './cover.ts';
import { rankVariants } from './rank-variants.ts';
import { WeighedVariant } from './weighed-variant.ts';
import { slotsOf } from './slots.ts';
import type { Floor, PendingCondition } from './standing.ts';

/** What is found out about one open bracket; provisions are assessed from these. */
export interface BracketFinding {
  readonly assessment: BracketAssessment;
  /** Variants held back by one delegation, or by one group that stands behind it. */
  readonly lone: readonly { readonly variant: VariantId; readonly by: Code; readonly group: boolean }[];
  /** Delegations that cannot accept "no text" (rule C7). */
  readonly insistent: readonly Code[];
  /** Delegations that reserve on the landing zone, where each of its variants is reserved on; else empty. */
  readonly reserves: readonly Code[];
  /** Where it is deadlocked, everybody who objects to a variant; sorted. */
  readonly objectors: readonly Code[];
  readonly cover: readonly Code[];
  readonly pending: readonly PendingCondition[];
  /** Since when it is open, in milliseconds since 1970; `Infinity` where that is not known. */
  readonly since: number;
}

/** What a bracket and its variants are judged by. `distance`: see `rankVariants`. */
export interface BracketCase {
  readonly bracket: Bracket;
  readonly variants: readonly Bracket[];
  readonly home: ProvisionId;
  readonly distance?: ((variant: VariantId) => number) | undefined;
}

/** Assesses one open bracket: both sides block (rule C4), and what none objects to is its landing zone (rule C6). */
export function assessBracket({ bracket, variants, home, distance }: BracketCase, floor: Floor): BracketFinding {
  let lone: { variant: VariantId; by: Code; group: boolean }[] | undefined;
  let pending: PendingCondition[] | undefined;
  const assessed: WeighedVariant[] = [];
  const slots = slotsOf(bracket, variants);
  for (let at = 0; at < slots.length; at++) {
    const { variant } = slots[at]!;
    const standing = floor.standingOn(slots[at]!);
    const { objectors, pending: conditions } = standing;
    const cover = smallestCover(objectors, floor.seats);
    if (objectors.length > 0) {
      const single = loneObjector(objectors, cover);
      if (single) (lone ??= []).push({ variant, ...single });
    }
    if (conditions.length > 0) (pending ??= []).push(...conditions);
    assessed.push(new WeighedVariant(variant, standing, cover));
  }
  const ranked = rankVariants(assessed, distance && ((variant) => distance(variant.variant)));
  const free = ranked.filter(({ objectors }) => objectors.length === 0);
  const deadlocked = assessed.length > 0 && free.length === 0;
  const objectors = deadlocked
    ? union(
        assessed.map((variant) => variant.objectors),
        floor.seats,
      )
    : NOBODY;
  return {
    assessment: {
      bracket: bracket.id,
      provision: home,
      deadlocked,
      variants: ranked,
      landingZone: free.map(({ variant }) => variant),
    },
    lone: lone ?? NOTHING,
    insistent: assessed.find(({ variant }) => variant === 'none')?.objectors ?? NOBODY,
    reserves: free.every(({ reserves }) => reserves.length > 0)
      ? union(
          free.map(({ reserves }) => reserves),
          floor.seats,
        )
      : NOBODY,
    objectors,
    cover: deadlocked ? coverCodes(smallestCover(objectors, floor.seats)) : NOBODY,
    pending: pending ? distinct(pending) : NOTHING,
    since: bracket.opened > 0 ? bracket.opened : Infinity,
  };
}

/** The one delegation that objects, or the one group most of whose seated members do (rule C5). */
export function loneObjector(
  objectors: readonly Code[],
  cover: Cover,
): { readonly by: Code; readonly group: boolean } | undefined {
  if (objectors.length === 1) return { by: objectors[0]!, group: false };
  const [group, ...others] = cover.groups;
  if (!group || others.length > 0 || cover.singles.length > 0 || !standsBehind(group, objectors)) return undefined;
  return { by: group.code, group: true };
}

function standsBehind(group: SeatedGroup, objectors: readonly Code[]): boolean {
  return objectors.length * 2 > group.members.length;
}

/** Codes of several sorted lists, each once, sorted. Seats are in the order of their codes. */
export function union(lists: readonly (readonly Code[])[], seats: Seats): readonly Code[] {
  let all: readonly Code[] = NOBODY;
  for (const list of lists) all = all.length === 0 ? list : merged(all, list, seats);
  return all;
}

/** Two sorted lists as one; the first itself where the second adds nobody. */
function merged(a: readonly Code[], b: readonly Code[], seats: Seats): readonly Code[] {
  let all: Code[] | undefined;
  let at = 0;
  let from = 0;
  for (const code of b) {
    while (at < a.length && a[at] !== code && seats.indexOf(a[at]!) < seats.indexOf(code)) at++;
    if (a[at] === code) continue;
    all ??= [];
    while (from < at) all.push(a[from++]!);
    all.push(code);
  }
  if (!all) return a;
  while (from < a.length) all.push(a[from++]!);
  return all;
}

const NOBODY: readonly Code[] = [];
const NOTHING: readonly never[] = [];

/** A position on a whole choice speaks for several variants; its condition is one all the same. */
function distinct(pending: readonly PendingCondition[]): readonly PendingCondition[] {
  if (pending.length < 2) return pending;
  const seen = new Set<unknown>();
  return pending.filter(({ record }) => !seen.has(record) && seen.add(record));
}
