import type { Code } from '../schema/ids.ts';
import { STANCES, type Position, type Stance, type Target } from '../schema/position.ts';
import { countedStance, hardness, outranks, type IsMet } from '../positions/effective.ts';
import type { Seats } from '../positions/seats.ts';

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
  readonly exact: readonly Target[];
  readonly wider: readonly Target[];
  readonly proposals: readonly Proposal[];
}

/** What somebody is taken to say by what it has put in; of two by one code the last counts. */
export interface Proposal {
  readonly by: Code;
  readonly stance: Stance;
}

/** Where positions are asked for. */
export interface Floor {
  readonly seats: Seats;
  /** How everybody stands on one thing: for each seat what `effectivePosition` says, all at once (rules P3 to P8). */
  standingOn(question: Question): Standing;
  /** Everybody with an own position on one thing, delegations and groups; a group's line is its own position. */
  heardOn(question: Question): readonly Heard[];
}

/** An own position: the record that counts, or else what a proposal says. */
export interface Heard {
  readonly by: Code;
  readonly record: Position | undefined;
  /** As stated: whether its condition is met does not count here. */
  readonly stance: Stance;
}

export interface FloorFacts {
  readonly seats: Seats;
  /** Records filed under a target. */
  readonly on: (target: Target) => readonly Position[];
  readonly isMet: IsMet;
}

/** A floor over one seating. It works in arrays of its own by speaker, so that asking leaves nothing behind but the answer. */
export function createFloor({ seats, on, isMet }: FloorFacts): Floor {
  const count = seats.codes.length;
  const speakers = count + seats.groups.length;
  const records: (Position | undefined)[] = Array.from({ length: speakers }, () => undefined);
  const isExact = new Uint8Array(speakers);
  // 0 for nothing said, else 1 + hardness.
  const weights = new Uint8Array(speakers);
  const stances = new Uint8Array(count);
  const heard: number[] = [];
  const mark = new Uint8Array(speakers);

  const hear = (speaker: number): void => {
    if (mark[speaker]) return;
    mark[speaker] = 1;
    heard.push(speaker);
  };
  const weigh = (targets: readonly Target[], exact: boolean): void => {
    for (const target of targets) {
      for (const record of on(target)) {
        const speaker = seats.speakerOf(record.delegation);
        if (speaker < 0) continue;
        hear(speaker);
        const before = records[speaker];
        if (before && !outranks(record, exact, before, isExact[speaker] === 1)) continue;
        records[speaker] = record;
        isExact[speaker] = exact ? 1 : 0;
      }
    }
  };
  const forget = (): void => {
    for (const speaker of heard) {
      records[speaker] = undefined;
      weights[speaker] = 0;
      mark[speaker] = 0;
    }
    heard.length = 0;
    stances.fill(0);
  };

  const listen = ({ exact, wider, proposals }: Question): void => {
    for (const { by, stance } of proposals) {
      const speaker = seats.speakerOf(by);
      if (speaker < 0) continue;
      hear(speaker);
      weights[speaker] = hardness(stance) + 1;
    }
    weigh(exact, true);
    weigh(wider, false);
  };

  const standingOn = (question: Question): Standing => {
    listen(question);

    let pending: PendingCondition[] | undefined;
    let since = Infinity;
    for (const speaker of heard) {
      const record = records[speaker];
      if (!record) continue;
      const stance = countedStance(record, isMet);
      weights[speaker] = hardness(stance) + 1;
      if (stance === 'reserve' || stance === 'object') since = record.at > 0 ? Math.min(since, record.at) : since;
      if (isPending(record, isMet)) (pending ??= []).push({ by: record.delegation, record });
    }
    for (let at = count; at < speakers; at++) {
      const weight = weights[at]!;
      if (weight === 0) continue;
      for (const seat of seats.groups[at - count]!.seats) if (stances[seat]! < weight) stances[seat] = weight;
    }
    for (const speaker of heard) if (speaker < count) stances[speaker] = weights[speaker]!;

    const lists: Code[][] = [[], [], [], [], []];
    for (let seat = 0; seat < count; seat++) {
      const weight = stances[seat]!;
      if (weight > 0) lists[weight - 1]!.push(seats.codes[seat]!);
    }
    forget();
    const [supporters, accepters, neutral, reserves, objectors] = lists as [Code[], Code[], Code[], Code[], Code[]];
    pending?.sort((a, b) => (a.by < b.by ? -1 : 1));
    return { supporters, accepters, neutral, reserves, objectors, pending: pending ?? NOTHING, since };
  };
  const heardOn = (question: Question): readonly Heard[] => {
    listen(question);
    const found = heard.map((speaker): Heard => {
      const record = records[speaker];
      const by = speaker < count ? seats.codes[speaker]! : seats.groups[speaker - count]!.code;
      return { by, record, stance: record?.stance ?? STANCES[weights[speaker]! - 1]! };
    });
    forget();
    return found;
  };
  return { seats, standingOn, heardOn };
}

const NOTHING: readonly PendingCondition[] = [];

function isPending({ condition, conditionOn }: Position, isMet: IsMet): boolean {
  if (conditionOn) return !isMet(conditionOn);
  return condition !== undefined;
}

/** The stance of everybody who has one, from support to objection. */
export function stancesIn(standing: Standing): ReadonlyMap<Code, Stance> {
  const { supporters, accepters, neutral, reserves, objectors } = standing;
  const stances = new Map<Code, Stance>();
  [supporters, accepters, neutral, reserves, objectors].forEach((codes, at) => {
    for (const code of codes) stances.set(code, STANCES[at]!);
  });
  return stances;
}
