import type { Code } from '../schema/ids.ts';
import type { Position, Stance } from '../schema/position.ts';
import type { SeatedGroup } from './seats.ts';

/** Where an effective position comes from. `proposal`: words or a bracket put in, and nothing said otherwise. */
export type PositionSource =
  | { readonly type: 'national' }
  | { readonly type: 'floor' }
  | { readonly type: 'proposal' }
  | { readonly type: 'group'; readonly group: Code };

/** How a delegation stands on one thing, all told. */
export interface EffectivePosition {
  /** What counts: the stated stance, or what it amounts to while its condition is not met (rule P8). */
  readonly stance: Stance;
  readonly source: PositionSource;
  /** The record it rests on; absent where it is taken from a proposal. */
  readonly record?: Position;
}

/** What bears on one thing for one code: records on exactly it, records on the choice round it, and its own proposal. */
export interface Evidence {
  readonly exact: readonly Position[];
  readonly wider: readonly Position[];
  readonly proposal?: Stance | undefined;
}

export type IsMet = (condition: NonNullable<Position['conditionOn']>) => boolean;

/** 0 for support to 4 for object: the harder of two stances has the higher number. */
export function hardness(stance: Stance): number {
  // Spelt out, since tens of thousands are asked for at once; in the order of `STANCES`.
  switch (stance) {
    case 'support':
      return 0;
    case 'accept':
      return 1;
    case 'none':
      return 2;
    case 'reserve':
      return 3;
    case 'object':
      return 4;
  }
}

/**
 * What a stance amounts to (rule P8). Support or acceptance that hangs on a condition is withheld until it is met and
 * counts as a reserve; a reserve or an objection ends where its condition is met and counts as acceptance. A condition
 * in free words alone is never taken as met.
 */
export function countedStance(record: Position, isMet: IsMet): Stance {
  if (record.condition === undefined && record.conditionOn === undefined) return record.stance;
  const met = record.conditionOn !== undefined && isMet(record.conditionOn);
  if (record.stance === 'support' || record.stance === 'accept') return met ? record.stance : 'reserve';
  return met && record.stance !== 'none' ? 'accept' : record.stance;
}

/** A delegation's or group's own position: stated, else recorded from the floor, else its proposal (rules P3 and P7). */
export function ownPosition({ exact, wider, proposal }: Evidence, isMet: IsMet): EffectivePosition | undefined {
  let record: Position | undefined;
  let precise = false;
  for (const other of exact) {
    if (!record || outranks(other, true, record, precise)) [record, precise] = [other, true];
  }
  for (const other of wider) {
    if (!record || outranks(other, false, record, precise)) [record, precise] = [other, false];
  }
  if (record) return { stance: countedStance(record, isMet), source: { type: record.source }, record };
  return proposal && { stance: proposal, source: { type: 'proposal' } };
}

/**
 * Whether record `a` stands before record `b` of the same delegation (rules P3 and P6): stated before recorded from the
 * floor; on exactly the thing before on the choice round it; told to the chair alone before told to the room; the later;
 * the harder.
 */
export function outranks(a: Position, aIsExact: boolean, b: Position, bIsExact: boolean): boolean {
  if (a.source !== b.source) return a.source === 'national';
  if (aIsExact !== bIsExact) return aIsExact;
  if (a.audience !== b.audience) return a.audience === 'chair';
  if (a.at !== b.at) return a.at > b.at;
  return hardness(a.stance) > hardness(b.stance);
}

/**
 * How a delegation stands: its own position, else the hardest of its groups' (rule P3). A `none` of its own departs from
 * the group's line. Among groups that are equally hard the first in the roster is named as the source.
 */
export function effectivePosition(
  code: Code,
  groups: readonly SeatedGroup[],
  own: (code: Code) => EffectivePosition | undefined,
): EffectivePosition | undefined {
  const stated = own(code);
  if (stated) return stated;
  let hardest: EffectivePosition | undefined;
  for (const group of groups) {
    const line = own(group.code);
    if (line && (!hardest || hardness(line.stance) > hardness(hardest.stance)))
      hardest = { ...line, source: { type: 'group', group: group.code } };
  }
  return hardest;
}
