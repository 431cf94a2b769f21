import type { BracketRecord } from '../document/bracket-record.ts';
import { addAll } from './set-index.ts';
import type { put, take } from './set-index.ts';
import type { BracketId } from '../../schema/ids.ts';

// Whoever offers other words to all that another's bracket holds writes nothing under the other's id: a variant of its
// own, without characters, says that the bracket is one wording of its choice (`within`). It stands in for the bracket.
// What is read is the bracket itself as the variant, with its proponent and whoever seconds it; the stand-in is not shown.
// Where two delegations do so at once, the choice made first has the wordings of both.

/** What the stand-ins are judged by. */
export interface StandInGround {
  record(id: BracketId): BracketRecord | undefined;
  variantsOf(choice: BracketId): readonly BracketRecord[];
  /** Whether all words of the one lie in the other. */
  isIn(one: BracketRecord, other: BracketRecord): boolean;
}

/** Whether a record says of another bracket that it is a wording of a choice. */
function isStandIn({ kind, bare, within, variantOf }: BracketRecord): boolean {
  return kind === 'hold' && bare && within !== undefined && variantOf !== undefined && within !== variantOf;
}

/** Which brackets are wordings of choices that others made. */
export class StandIns {
  private readonly ground: StandInGround;
  /** Stand-ins by the bracket they stand for, and those brackets by choice. */
  private readonly byBracket = new Map<BracketId, Set<BracketId>>();
  private readonly byChoice = new Map<BracketId, Set<BracketId>>();

  constructor(ground: StandInGround) {
    this.ground = ground;
  }

  /** Files a record, or takes it out again. */
  file(record: BracketRecord, how: typeof put | typeof take): void {
    if (!isStandIn(record)) return;
    how(this.byBracket, record.within!, record.id);
    how(this.byChoice, record.variantOf!, record.id);
  }

  /** Adds all whose value hangs on these: the stand-ins, what they stand for, their choices and the other wordings. */
  addKin(dirty: Set<BracketId>): void {
    if (this.byBracket.size === 0) return;
    const stoodFor = new Set<BracketId>();
    for (const id of dirty) {
      if (this.byBracket.has(id)) stoodFor.add(id);
      for (const each of this.byChoice.get(this.ground.record(id)?.variantOf ?? id) ?? []) {
        const within = this.ground.record(each)?.within;
        if (within !== undefined) stoodFor.add(within);
      }
    }
    for (const bracket of stoodFor) {
      dirty.add(bracket);
      for (const id of this.byBracket.get(bracket) ?? []) {
        const choice = this.ground.record(id)?.variantOf;
        if (choice === undefined) continue;
        dirty.add(id).add(choice);
        addAll(dirty, new Set(this.ground.variantsOf(choice).map((each) => each.id)));
      }
    }
  }

  /** The choice that a bracket counts for by a stand-in; the first of several. */
  choiceFor(bracket: BracketId): BracketId | undefined {
    const choices = [...(this.byBracket.get(bracket) ?? [])].flatMap((id) => {
      const standIn = this.ground.record(id);
      return standIn !== undefined && this.stands(standIn) ? (this.ground.record(standIn.variantOf!) ?? []) : [];
    });
    const [first] = choices.toSorted((one, other) => one.opened - other.opened || (one.id < other.id ? -1 : 1));
    return first?.id;
  }

  /** The choice that has the wordings of another one, made of the same bracket at the same time. */
  choiceInstead(choice: BracketId): BracketId | undefined {
    for (const id of this.byChoice.get(choice) ?? []) {
      const standIn = this.ground.record(id);
      const first = standIn && this.stands(standIn) ? this.choiceFor(standIn.within!) : undefined;
      if (first !== undefined && first !== choice) return first;
    }
    return undefined;
  }

  /**
   * What a record stands in for, so that it is not shown itself; for good once its choice or that bracket was ruled on.
   * Where the bracket was withdrawn, an empty wording is left, which the others can still be refused for.
   */
  standsFor(record: BracketRecord): BracketId | undefined {
    if (!isStandIn(record)) return undefined;
    const choice = this.ground.record(record.variantOf!)?.closed;
    const bracket = this.ground.record(record.within!)?.closed;
    const isOver = choice !== undefined || (bracket !== undefined && bracket.outcome !== 'withdrawn');
    return isOver || this.stands(record) ? record.within : undefined;
  }

  private stands(standIn: BracketRecord): boolean {
    const { within, variantOf, closed, id } = standIn;
    const bracket = this.ground.record(within!);
    const choice = this.ground.record(variantOf!);
    if (closed !== undefined || bracket === undefined || choice === undefined) return false;
    if (choice.kind !== 'choice' || choice.closed !== undefined) return false;
    if (bracket.closed !== undefined || bracket.variantOf !== undefined || bracket.bare) return false;
    if (bracket.pieces.length !== 1 || !this.ground.isIn(standIn, bracket)) return false;
    const others = this.ground.variantsOf(choice.id).filter((each) => each.id !== id);
    return !others.some((each) => this.ground.isIn(each, bracket));
  }
}
