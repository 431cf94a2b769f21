import { CHAIR, SECRETARIAT, type BracketId, type Code } from '../schema/ids.ts';
import { STANCES, type Position, type Stance, type Target } from '../schema/position.ts';
import { countedStance, hardness, type IsMet } from '../positions/effective.ts';
import type { Seats } from '../positions/seats.ts';
import { HEAD, NO_OTHERS, Others } from './others.ts';
import { StanceLists } from './stance-lists.ts';
import { HANGS, HARDNESS, RANK, RANKS, VOICE, type PositionIndex } from './position-index.ts';

/** A condition that is not met yet, and who set it. */
export interface PendingCondition {
  readonly by: Code;
  readonly record: Position;
}

/** Who stands how on one thing; all lists sorted. */
export interface Standing {
  /** Those in favour, and those who say that they have no position: read when somebody asks. */
  readonly others: Others;
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
  /** Where it is a variant of a choice: the same names by their ids, by which the floor reads without making them. */
  readonly side?: Side;
}

/** A variant, and the choice it is one of. */
export interface Side {
  readonly choice: BracketId;
  readonly variant: BracketId;
  /** Who is taken to support it unless it says otherwise: the `proposals`, the chair and the secretariat apart. */
  readonly proposer: Code | undefined;
  readonly backers: readonly Code[];
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
  /** Everybody with an own position on one thing, delegations by code, then groups; a group's line is its own position. */
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
  readonly positions: PositionIndex;
  readonly isMet: IsMet;
}

/** Added to a record's rank where it is on exactly the thing: after its source, before its audience (rules P3 and P6). */
const EXACT = 0b010;

/**
 * A floor over one seating. It works in arrays of its own by speaker and by seat, so that asking leaves nothing behind but
 * the answer, and costs what was said on the thing and nothing for those who said nothing.
 */
export function createFloor({ seats, positions, isMet }: FloorFacts): Floor {
  const count = seats.codes.length;
  const speakers = count + seats.groups.length;
  /** By speaker: the record that counts so far, -1 for none, and its rank. */
  const rows = new Int32Array(speakers).fill(-1);
  const ranks = new Uint8Array(speakers);
  /** By speaker: 0 for nothing said, else 1 + hardness. */
  const weights = new Uint8Array(speakers);
  const mark = new Uint8Array(speakers);
  /** Speakers who said something on the thing that is asked about, as many as `hearing`. */
  const heard = new Int32Array(speakers);
  let hearing = 0;
  /** By seat: its weight, all told; and a bit for each seat that has one. */
  const stances = new Uint8Array(count);
  const standing = new Int32Array((count >> 5) + 1);
  /** Seats with a weight, in order, and how many there are of each weight. */
  const order = new Int32Array(count);
  const counts = new Int32Array(STANCES.length);
  const places = new Int32Array(3);
  /** By voice of the index; filled as they are met. */
  const speakerOf: number[] = [];

  const hear = (speaker: number): void => {
    if (mark[speaker]) return;
    mark[speaker] = 1;
    heard[hearing++] = speaker;
  };
  const weigh = (targets: readonly Target[], exact: number): void => {
    for (const target of targets) weighFrom(positions.first(target), exact);
  };
  const weighSide = ({ choice, variant }: Side): void => {
    const own = positions.about(variant);
    if (own) {
      const named = own.choice === choice ? own.side : -1;
      weighFrom(
        named < 0 ? positions.first({ type: 'variant', bracket: choice, variant }) : positions.head(named),
        EXACT,
      );
      weighFrom(positions.head(own.words), EXACT);
      weighFrom(positions.head(own.whole), EXACT);
    }
    const whole = positions.about(choice)?.whole;
    if (whole !== undefined) weighFrom(positions.head(whole), 0);
  };
  const weighFrom = (first: number, exact: number): void => {
    for (let row = first; row >= 0; row = positions.next(row)) {
      const said = positions.said(row);
      const voice = said >> VOICE;
      const speaker = (speakerOf[voice] ??= seats.speakerOf(positions.codes[voice]!));
      if (speaker < 0) continue;
      hear(speaker);
      const rank = ((said >> RANK) & RANKS) | exact;
      const before = rows[speaker]!;
      if (before >= 0 && (rank < ranks[speaker]! || (rank === ranks[speaker] && !isLater(row, before)))) continue;
      rows[speaker] = row;
      ranks[speaker] = rank;
    }
  };
  /** Of two records of one rank: the later, and of two at one moment the harder. */
  const isLater = (row: number, before: number): boolean => {
    const apart = positions.at(row) - positions.at(before);
    return apart > 0 || (apart === 0 && (positions.said(row) & HARDNESS) > (positions.said(before) & HARDNESS));
  };
  const forget = (): void => {
    for (let nth = 0; nth < hearing; nth++) {
      const speaker = heard[nth]!;
      rows[speaker] = -1;
      weights[speaker] = 0;
      mark[speaker] = 0;
    }
    hearing = 0;
  };

  /** Neither the chair nor the secretariat speaks here (rule P7). */
  const propose = (by: Code, weight: number): void => {
    const speaker = by === CHAIR || by === SECRETARIAT ? -1 : seats.speakerOf(by);
    if (speaker < 0) return;
    hear(speaker);
    weights[speaker] = weight;
  };

  const listen = (question: Question): void => {
    const { side } = question;
    if (side) {
      if (side.proposer) propose(side.proposer, SUPPORT);
      for (let at = 0; at < side.backers.length; at++) propose(side.backers[at]!, SUPPORT);
      weighSide(side);
      return;
    }
    for (const { by, stance } of question.proposals) propose(by, hardness(stance) + 1);
    weigh(question.exact, EXACT);
    weigh(question.wider, 0);
  };

  /** What stands on it never changes; a page that nobody's standing is on any more goes. */
  let page = NO_PAGE;
  let used = 0;

  const seat = (at: number, weight: number): void => {
    stances[at] = weight;
    standing[at >> 5]! |= 1 << (at & 31);
  };

  /** A list as long as there are seats of this weight. */
  const room = (list: number): readonly Code[] => (counts[list] ? seats.codes.slice(0, counts[list]) : NOBODY);

  const standingOn = (question: Question): Standing => {
    listen(question);

    let pending: PendingCondition[] | undefined;
    let since = Infinity;
    let lines = 0;
    for (let nth = 0; nth < hearing; nth++) {
      const speaker = heard[nth]!;
      if (speaker >= count) lines++;
      const row = rows[speaker]!;
      if (row < 0) continue;
      const said = positions.said(row);
      let weight = (said & HARDNESS) + 1;
      if (said & HANGS) {
        const record = positions.record(row);
        weight = hardness(countedStance(record, isMet)) + 1;
        if (isPending(record, isMet)) (pending ??= []).push({ by: record.delegation, record });
      }
      weights[speaker] = weight;
      if (weight >= RESERVED) {
        const at = positions.at(row);
        if (at > 0 && at < since) since = at;
      }
    }
    for (let nth = 0; nth < hearing && lines > 0; nth++) {
      const speaker = heard[nth]!;
      if (speaker < count) continue;
      const weight = weights[speaker]!;
      const members = seats.groups[speaker - count]!.seats;
      for (let at = 0; at < members.length; at++) if (stances[members[at]!]! < weight) seat(members[at]!, weight);
    }
    for (let nth = 0; nth < hearing; nth++) if (heard[nth]! < count) seat(heard[nth]!, weights[heard[nth]!]!);

    // Counted first: a list that is pushed to holds three times what it needs, and there are thousands. So each is cut from
    // the seats to its length, and then filled. Four in five stand in favour or have no position, and hardly anybody asks
    // who: they are put down as seats on a page that many share.
    let seated = 0;
    counts.fill(0);
    for (let word = 0; word < standing.length; word++) {
      let bits = standing[word]!;
      standing[word] = 0;
      while (bits !== 0) {
        const low = bits & -bits;
        bits ^= low;
        const at = (word << 5) + 31 - Math.clz32(low);
        order[seated++] = at;
        counts[stances[at]! - 1]!++;
      }
    }
    const accepting = counts[0]!;
    const neutral = accepting + counts[1]!;
    const rest = neutral + counts[2]!;
    const reserves = room(3);
    const objectors = room(4);
    let others = NO_OTHERS;
    if (rest > 0) {
      if (used + HEAD + rest > page.length) {
        page = new Uint16Array(Math.max(PAGE, HEAD + rest));
        used = 0;
      }
      others = new Others(seats.codes, page, used);
      page[used] = accepting;
      page[used + 1] = neutral;
      page[used + 2] = rest;
      used += HEAD;
      places[0] = used;
      places[1] = used + accepting;
      places[2] = used + neutral;
      used += rest;
    }
    let reserving = 0;
    let objecting = 0;
    for (let nth = 0; nth < seated; nth++) {
      const at = order[nth]!;
      const list = stances[at]! - 1;
      stances[at] = 0;
      if (list < 3) page[places[list]!++] = at;
      else if (list === 3) (reserves as Code[])[reserving++] = seats.codes[at]!;
      else (objectors as Code[])[objecting++] = seats.codes[at]!;
    }
    forget();
    pending?.sort((a, b) => (a.by < b.by ? -1 : 1));
    return { others, reserves, objectors, pending: pending ?? NOTHING, since };
  };
  const heardOn = (question: Question): readonly Heard[] => {
    listen(question);
    const found = Array.from(heard.subarray(0, hearing).sort(), (speaker): Heard => {
      const record = rows[speaker]! < 0 ? undefined : positions.record(rows[speaker]!);
      const by = speaker < count ? seats.codes[speaker]! : seats.groups[speaker - count]!.code;
      return { by, record, stance: record?.stance ?? STANCES[weights[speaker]! - 1]! };
    });
    forget();
    return found;
  };
  return { seats, standingOn, heardOn };
}

/** The weight of support. */
const SUPPORT = 1;
/** The weight of a reserve; an objection's is higher. */
const RESERVED = 4;
const NOTHING: readonly PendingCondition[] = [];
const NO_PAGE = new Uint16Array(0);
/** Seats a page: it stays as long as one standing on it does. */
const PAGE = 2048;
const NOBODY: readonly Code[] = [];

function isPending({ condition, conditionOn }: Position, isMet: IsMet): boolean {
  if (conditionOn) return !isMet(conditionOn);
  return condition !== undefined;
}

/** The stance of everybody who has one, from support to objection. */
export function stancesIn({ others, reserves, objectors }: Standing): ReadonlyMap<Code, Stance> {
  return new StanceLists(others, reserves, objectors);
}
