import type { BracketId, Code, ProvisionId } from '../schema/ids.ts';
import { targetKey, type Position, type Target, type TargetKey } from '../schema/position.ts';
import { hardness } from '../positions/effective.ts';

/** What a position is filed by: one a delegation, target, source and audience. */
export type PositionSlot = Pick<Position, 'delegation' | 'target' | 'source' | 'audience'>;

/** Positions by what they are about and by what they hang on. Records have numbers; those on one target are a chain. */
export interface PositionIndex {
  /** The first record on exactly this target, -1 for none. The order within a chain means nothing. */
  first(target: Target): number;
  /** The chains of all that goes by this bracket's id, for whoever asks for several of them. */
  about(bracket: BracketId): AboutBracket | undefined;
  /** The first record of a chain; -1 for none, or for no chain. */
  head(chain: number): number;
  /** The next record on the same target, -1 after the last. */
  next(record: number): number;
  record(record: number): Position;
  /** Whose a record is and what it says, packed: see `VOICE`, `HARDNESS`, `RANK` and `HANGS`. */
  said(record: number): number;
  /** When it was said. */
  at(record: number): number;
  /** Every code that ever filed one here; voices are places in it. */
  readonly codes: readonly Code[];
  /** Targets of positions that hang on how this bracket ends. */
  hangingOn(bracket: BracketId): Iterable<Target>;
  /** Files a position in the place of the one before it. */
  file(position: Position): void;
  remove(slot: PositionSlot): void;
  all(): Iterable<Position>;
}

/** Chains by number, -1 for none: of a bracket as a whole, of its words, of "no text", and of it as a variant of `choice`. */
export interface AboutBracket {
  readonly whole: number;
  readonly words: number;
  readonly none: number;
  readonly side: number;
  readonly choice: BracketId | undefined;
}

/** The bits that hold the hardness of the stance. */
export const HARDNESS = 0b111;
/** `said >> RANK & RANKS`: 4 for national, 1 for told to the chair alone; the higher stands first (rules P3 and P6). */
export const RANK = 3;
export const RANKS = 0b101;
/** Set where the position is under a condition. */
export const HANGS = 1 << 6;
/** `said >> VOICE`: whose it is. */
export const VOICE = 7;
/** A record's slot on its target: voice, source and audience. */
const SLOT = ~(HARDNESS | HANGS);

// A meeting has tens of thousands of positions, and they are all read on every full computation. So a record is a row of
// three numbers, and the rows of one target lie side by side, each linked to the next: filing makes no object, and reading
// follows no pointer. Each position is looked at once, in the order given; what lies far apart in memory is not asked twice. Later records come in at the end and are linked in. Targets are looked up by the ids themselves: a
// key made of them would have to be put together and hashed every time.

/** Files positions; of two for one slot the later one, of two at one moment the last given. */
export function indexPositions(positions: Iterable<Position>): PositionIndex {
  const given = Array.isArray(positions) ? (positions as readonly Position[]) : [...positions];
  const codes: Code[] = [];
  const voiceOf = new Map<Code, number>();
  const chains = createChains();
  /** Rows that were taken out. */
  const free: number[] = [];
  const hanging = new Map<BracketId, Map<TargetKey, { readonly target: Target; readonly count: number }>>();

  const packed = (position: PositionSlot): number => {
    let voice = voiceOf.get(position.delegation);
    if (voice === undefined) {
      voiceOf.set(position.delegation, (voice = codes.length));
      codes.push(position.delegation);
    }
    const rank = (position.source === 'national' ? 4 : 0) | (position.audience === 'chair' ? 1 : 0);
    return (voice << VOICE) | (rank << RANK);
  };
  const saidBy = (position: Position): number => {
    const hangs = position.condition !== undefined || position.conditionOn !== undefined;
    return packed(position) | hardness(position.stance) | (hangs ? HANGS : 0);
  };
  const hang = ({ target, conditionOn }: Position, change: 1 | -1): void => {
    if (!conditionOn) return;
    let targets = hanging.get(conditionOn.bracket);
    if (!targets) hanging.set(conditionOn.bracket, (targets = new Map()));
    const key = targetKey(target);
    const count = (targets.get(key)?.count ?? 0) + change;
    if (count > 0) targets.set(key, { target, count });
    else targets.delete(key);
  };

  let said = new Int32Array(given.length + SPARE);
  let next = new Int32Array(given.length + SPARE);
  let times = new Float64Array(given.length + SPARE);
  /** As many as there can be rows at first; only what a chain leads to counts. */
  const records = given.slice();
  let rows = 0;

  const head = (chain: number): number => (chain < 0 ? -1 : chains.heads[chain]!);
  /** The row of a slot on a target; -1 where there is none. */
  const rowOf = (chain: number, slot: number): number => {
    let row = chains.heads[chain]!;
    while (row >= 0 && (said[row]! & SLOT) !== slot) row = next[row]!;
    return row;
  };
  const put = (chain: number, position: Position, says: number): void => {
    const before = rowOf(chain, says & SLOT);
    if (before >= 0) hang(records[before]!, -1);
    const row = before >= 0 ? before : (free.pop() ?? rows++);
    if (row === said.length) {
      said = grown(said);
      next = grown(next);
      const more = new Float64Array(said.length);
      more.set(times);
      times = more;
    }
    records[row] = position;
    times[row] = position.at;
    said[row] = says;
    if (before < 0) {
      next[row] = chains.heads[chain]!;
      chains.heads[chain] = row;
    }
    hang(position, 1);
  };

  fill();
  return {
    first: (target) => head(chains.find(target)),
    about: (bracket) => chains.about(bracket),
    head,
    next: (row) => next[row]!,
    record: (row) => records[row]!,
    said: (row) => said[row]!,
    at: (row) => times[row]!,
    codes,
    *hangingOn(bracket) {
      for (const { target } of hanging.get(bracket)?.values() ?? []) yield target;
    },
    file: (position) => put(chains.open(position.target), position, saidBy(position)),
    remove(slot) {
      const chain = chains.find(slot.target);
      const row = chain < 0 || !voiceOf.has(slot.delegation) ? -1 : rowOf(chain, packed(slot));
      if (row < 0) return;
      hang(records[row]!, -1);
      if (chains.heads[chain] === row) chains.heads[chain] = next[row]!;
      else {
        let before = chains.heads[chain]!;
        while (next[before] !== row) before = next[before]!;
        next[before] = next[row]!;
      }
      free.push(row);
    },
    *all() {
      for (const head of chains.heads) for (let row = head; row >= 0; row = next[row]!) yield records[row]!;
    },
  };

  /** Files what is given all at once: positions are read in their own order, and their rows put down chain by chain. */
  function fill(): void {
    const chainOf = new Int32Array(given.length);
    const says = new Int32Array(given.length);
    const when = new Float64Array(given.length);
    for (let at = 0; at < given.length; at++) {
      const position = given[at]!;
      chainOf[at] = chains.open(position.target);
      says[at] = saidBy(position);
      when[at] = position.at;
    }
    const order = inChains(chainOf, chains.heads.length);
    /** By slot: the last row put down for it, which is one of this chain from `start` on. */
    const latest = new Int32Array(codes.length << (VOICE - RANK)).fill(-1);
    let start = 0;
    for (let nth = 0; nth < order.length; nth++) {
      const at = order[nth]!;
      const chain = chainOf[at]!;
      if (nth === 0 || chainOf[order[nth - 1]!] !== chain) chains.heads[chain] = start = rows;
      const slot = (says[at]! & SLOT) >> RANK;
      const before = latest[slot]!;
      if (before >= start) {
        if (times[before]! > when[at]!) continue;
        if (said[before]! & HANGS) hang(records[before]!, -1);
      } else if (rows > start) next[rows - 1] = rows;
      const row = before >= start ? before : rows++;
      latest[slot] = row;
      records[row] = given[at]!;
      times[row] = when[at]!;
      said[row] = says[at]!;
      if (row === rows - 1) next[row] = -1;
      if (says[at]! & HANGS) hang(given[at]!, 1);
    }
  }
}

/** Places sorted by chain; those of one chain in the order given. */
function inChains(chainOf: Int32Array, chains: number): Int32Array {
  const ends = new Int32Array(chains);
  for (let at = 0; at < chainOf.length; at++) ends[chainOf[at]!]!++;
  let end = 0;
  for (let chain = 0; chain < chains; chain++) ends[chain] = end += ends[chain]!;
  const order = new Int32Array(chainOf.length);
  for (let at = chainOf.length - 1; at >= 0; at--) order[--ends[chainOf[at]!]!] = at;
  return order;
}

/** Rows for what comes in later, before the arrays grow. */
const SPARE = 64;

function grown(rows: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * rows.length);
  more.set(rows);
  return more;
}

/** One chain a target, by number. */
interface Chains {
  /** By chain: its first row, -1 for none. */
  readonly heads: number[];
  about(bracket: BracketId): AboutBracket | undefined;
  /** -1 where there is none. */
  find(target: Target): number;
  /** The chain of a target, made where there is none. */
  open(target: Target): number;
}

function createChains(): Chains {
  const heads: number[] = [];
  const onProvision = new Map<ProvisionId, number>();
  const onBracket = new Map<BracketId, Open>();
  // A variant is one bracket's, unless somebody names it with another; such pairs are kept apart.
  const onPair = new Map<TargetKey, number>();

  const find = (target: Target): number => {
    if (target.type === 'provision') return onProvision.get(target.provision) ?? -1;
    if (target.type === 'bracket') return onBracket.get(target.bracket)?.whole ?? -1;
    // Nearly all are on variants; no bracket has `text` or `none` for its id.
    const found = onBracket.get(target.variant as BracketId);
    if (found?.choice === target.bracket) return found.side;
    if (target.variant === 'text') return onBracket.get(target.bracket)?.words ?? -1;
    if (target.variant === 'none') return onBracket.get(target.bracket)?.none ?? -1;
    return found && onPair.size > 0 ? (onPair.get(targetKey(target)) ?? -1) : -1;
  };
  const named = (id: BracketId): Open => {
    let about = onBracket.get(id);
    if (!about) onBracket.set(id, (about = { whole: -1, words: -1, none: -1, side: -1, choice: undefined }));
    return about;
  };
  return {
    heads,
    about: (bracket) => onBracket.get(bracket),
    find,
    open(target) {
      const found = find(target);
      if (found >= 0) return found;
      const chain = heads.push(-1) - 1;
      if (target.type === 'provision') onProvision.set(target.provision, chain);
      else if (target.type === 'bracket') named(target.bracket).whole = chain;
      else if (target.variant === 'text') named(target.bracket).words = chain;
      else if (target.variant === 'none') named(target.bracket).none = chain;
      else {
        const about = named(target.variant);
        if (about.choice !== undefined) onPair.set(targetKey(target), chain);
        else {
          about.choice = target.bracket;
          about.side = chain;
        }
      }
      return chain;
    },
  };
}

type Open = { -readonly [Name in keyof AboutBracket]: AboutBracket[Name] };
