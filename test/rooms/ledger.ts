import type { Replica } from '../../shared/sync/replica.ts';
import type { Bracket } from '../../shared/schema/bracket.ts';
import type { BracketId } from '../../shared/schema/ids.ts';

/**
 * A text's characters; a surrogate pair is one. The slash that parts wordings stands in a run more than once, and so does
 * the blank that a ruling puts in its stead (rule W15).
 */
export const characters = (text: string): string[] => Array.from(text).filter((each) => each !== '/' && each !== ' ');

/** Every character in a replica's strands, in sight or not, in the order of each strand. */
export function everyCharacter(replica: Replica): string[] {
  const all: string[] = [];
  for (const view of replica.index.views.values())
    for (const segment of view.segments) all.push(...characters(segment.text));
  return all;
}

/** The characters beside one within the words of its own segment: those that no structure can part from it. */
export function beside(replica: Replica, character: string): { left: string | undefined; right: string | undefined } {
  for (const view of replica.index.views.values()) {
    for (const segment of view.segments) {
      if (!segment.text.includes(character)) continue;
      const all = characters(segment.text);
      const at = all.indexOf(character);
      return { left: all[at - 1], right: all[at + 1] };
    }
  }
  return { left: undefined, right: undefined };
}

/** The characters inside a bracket's pieces. */
export function charactersIn(replica: Replica, bracket: Pick<Bracket, 'pieces'>): Set<string> {
  const inside = new Set<string>();
  for (const { provision, from, to } of bracket.pieces) {
    for (const each of characters(replica.provision(provision)?.text.slice(from, to) ?? '')) inside.add(each);
  }
  return inside;
}

/** Characters in sight. */
export function inSight(replica: Replica): Set<string> {
  return new Set(replica.read().provisions.flatMap(({ text }) => characters(text)));
}

export class Broken extends Error {}

export function demand(holds: boolean, claim: () => string): asserts holds {
  if (!holds) throw new Broken(claim());
}

interface Typed {
  readonly session: string;
  readonly code: string;
  /** Characters beside it when it was typed. */
  readonly left: string | undefined;
  readonly right: string | undefined;
  /** The open proposal it stood in right after it was typed. */
  readonly proposal: BracketId | undefined;
}

/** What was written, erased and bracketed in a run, by whom: what the draft is held against. */
export class Ledger {
  readonly base: ReadonlySet<string>;
  readonly typed = new Map<string, Typed>();
  /** Erased by somebody who meant it, and by which session. */
  readonly erased = new Map<string, Set<string>>();
  /** Brought back by undo. */
  readonly restored = new Set<string>();
  /** What a bracket was put round. */
  readonly bracketed = new Map<BracketId, ReadonlySet<string>>();
  readonly closed = new Set<BracketId>();

  constructor(base: Iterable<string>) {
    this.base = new Set(base);
  }

  noteErased(character: string, session: string): void {
    const by = this.erased.get(character);
    if (by === undefined) this.erased.set(character, new Set([session]));
    else by.add(session);
  }

  authorOf(character: string): string {
    return this.typed.get(character)?.code ?? 'CHAIR';
  }

  /** Holds a healed replica against everything that was done. */
  audit(replica: Replica): void {
    this.auditWords(replica);
    this.auditNeighbours(replica);
    this.auditBrackets(replica);
  }

  private auditWords(replica: Replica): void {
    const counts = new Map<string, number>();
    for (const character of everyCharacter(replica)) counts.set(character, (counts.get(character) ?? 0) + 1);
    for (const [character, count] of counts) {
      demand(count === 1, () => `doubled: ${character} stands ${count} times`);
      demand(this.base.has(character) || this.typed.has(character), () => `from nowhere: ${character}`);
    }
    for (const character of [...this.base, ...this.typed.keys()]) {
      const there = counts.has(character);
      if (!this.erased.has(character)) demand(there, () => `lost: ${character}`);
      else if (!this.restored.has(character)) demand(!there, () => `brought back: ${character}`);
    }
    const shown = inSight(replica);
    for (const view of replica.index.views.values()) {
      for (const segment of view.segments) {
        if (segment.text === '' || replica.index.records.get(segment.provision)?.hidden === true) continue;
        for (const character of characters(segment.text)) {
          demand(shown.has(character), () => `out of sight: ${character} of ${segment.provision}`);
        }
      }
    }
  }

  private auditNeighbours(replica: Replica): void {
    const places = new Map<string, readonly [strand: string, at: number]>();
    for (const view of replica.index.views.values()) {
      let at = 0;
      for (const segment of view.segments)
        for (const each of characters(segment.text)) places.set(each, [view.owner, (at += 1)]);
    }
    for (const [character, { left, right }] of this.typed) {
      const here = places.get(character);
      if (here === undefined || this.restored.has(character)) continue;
      const beside = (other: string | undefined, sign: number): void => {
        const there = other === undefined || this.restored.has(other) ? undefined : places.get(other);
        if (there === undefined || there[0] !== here[0]) return;
        demand(Math.sign(here[1] - there[1]) === sign, () => `misplaced: ${character} beside ${other}`);
      };
      beside(left, 1);
      beside(right, -1);
    }
  }

  private auditBrackets(replica: Replica): void {
    const shown = inSight(replica);
    for (const [id, characters] of this.bracketed) {
      const bracket = replica.bracket(id);
      if (bracket === undefined || bracket.closed !== undefined) continue;
      const inside = charactersIn(replica, bracket);
      for (const character of characters) {
        if (!shown.has(character)) continue;
        demand(inside.has(character), () => `bracket ${id} misses ${character}`);
      }
    }
    for (const id of this.closed) {
      const bracket = replica.bracket(id);
      demand(bracket === undefined || bracket.closed !== undefined, () => `bracket ${id} is open again`);
    }
    for (const [character, { proposal }] of this.typed) {
      const bracket = proposal === undefined ? undefined : replica.bracket(proposal);
      if (bracket === undefined || bracket.closed !== undefined || !shown.has(character)) continue;
      demand(
        charactersIn(replica, bracket).has(character),
        () => `${character} stands outside its proposal ${proposal}`,
      );
    }
  }
}
