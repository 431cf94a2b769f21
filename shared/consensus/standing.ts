import type { Code } from '../schema/ids.ts';
import { STANCES, type Position, type Stance, type TargetKey } from '../schema/position.ts';
import { hardness, ownPosition, type EffectivePosition, type IsMet } from '../positions/effective.ts';
import type { Seats } from '../positions/seats.ts';

/** What the engine looks positions up in. */
export interface Floor {
  readonly seats: Seats;
  /** Records filed under a target, by who holds them. */
  records(key: TargetKey): ReadonlyMap<Code, readonly Position[]> | undefined;
  readonly isMet: IsMet;
}

/** A condition that is not met yet, and who set it. */
export interface PendingCondition {
  readonly by: Code;
  readonly record: Position;
}

/** Who stands how on one thing; all lists sorted. */
export interface Standing {
  readonly supporters: readonly Code[];
  readonly accepters: readonly Code[];
  /** Those who say that they have no position. */
  readonly neutral: readonly Code[];
  readonly reserves: readonly Code[];
  readonly objectors: readonly Code[];
  readonly pending: readonly PendingCondition[];
  /** Earliest time of a record that objects or reserves; `Infinity` where there is none. */
  readonly since: number;
}

/** What one thing is asked about: see `Slot`. */
export interface Question {
  readonly exact: readonly TargetKey[];
  readonly wider: readonly TargetKey[];
  readonly proposals: ReadonlyMap<Code, Stance>;
}

/** How everybody stands on one thing (rules P3 to P8). The same answer as `effectivePosition` for each seat, at once. */
export function standingOn(question: Question, floor: Floor): Standing {
  const { seats } = floor;
  const own = ownPositions(question, floor);
  // By seat: 0 for nothing said, else 1 + hardness.
  const stances = new Uint8Array(seats.codes.length);
  const pending: PendingCondition[] = [];
  let since = Infinity;
  for (const [code, { stance, record }] of own) {
    if (!record) continue;
    if (record.condition !== undefined || record.conditionOn !== undefined) {
      if (!record.conditionOn || !floor.isMet(record.conditionOn)) pending.push({ by: code, record });
    }
    if (hardness(stance) >= RESERVE && record.at > 0) since = Math.min(since, record.at);
  }
  for (const group of seats.groups) {
    const line = own.get(group.code);
    if (!line) continue;
    const weight = hardness(line.stance) + 1;
    for (const seat of group.seats) if (stances[seat]! < weight) stances[seat] = weight;
  }
  for (const [code, { stance }] of own) {
    const seat = seats.indexOf(code);
    if (seat >= 0) stances[seat] = hardness(stance) + 1;
  }
  const lists: Code[][] = STANCES.map(() => []);
  stances.forEach((weight, seat) => {
    if (weight > 0) lists[weight - 1]!.push(seats.codes[seat]!);
  });
  const [supporters, accepters, neutral, reserves, objectors] = lists as [Code[], Code[], Code[], Code[], Code[]];
  pending.sort((a, b) => (a.by < b.by ? -1 : 1));
  return { supporters, accepters, neutral, reserves, objectors, pending, since };
}

const RESERVE = hardness('reserve');
const NONE: readonly Position[] = [];

/** Own positions of every delegation and group that has one. */
export function ownPositions(question: Question, floor: Floor): ReadonlyMap<Code, EffectivePosition> {
  const exact = gather(question.exact, floor);
  const wider = gather(question.wider, floor);
  const own = new Map<Code, EffectivePosition>();
  for (const code of new Set([...exact.keys(), ...wider.keys(), ...question.proposals.keys()])) {
    const position = ownPosition(
      { exact: exact.get(code) ?? NONE, wider: wider.get(code) ?? NONE, proposal: question.proposals.get(code) },
      floor.isMet,
    );
    if (position) own.set(code, position);
  }
  return own;
}

const EMPTY: ReadonlyMap<Code, readonly Position[]> = new Map();

function gather(keys: readonly TargetKey[], floor: Floor): ReadonlyMap<Code, readonly Position[]> {
  let found: ReadonlyMap<Code, readonly Position[]> | undefined;
  let merged: Map<Code, readonly Position[]> | undefined;
  for (const key of keys) {
    const records = floor.records(key);
    if (!records) continue;
    if (!found) {
      found = records;
      continue;
    }
    merged ??= new Map(found);
    for (const [code, list] of records) merged.set(code, [...(merged.get(code) ?? NONE), ...list]);
  }
  return merged ?? found ?? EMPTY;
}
