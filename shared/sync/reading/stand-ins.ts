import type { BracketRecord } from '../document/bracket-record.ts';
import type { put, take } from './set-index.ts';
import type { BracketId, ProvisionId } from '../../schema/ids.ts';

// Whoever offers other words to all that another's bracket holds writes nothing under the other's id: a variant of its
// own, without characters, says that the bracket is one wording of its choice (`within`). It stands in for the bracket.
// What is read is the bracket itself as the variant, with its proponent and whoever seconds it; the stand-in is not shown.
// Where two delegations do so at once, the choice made first has the wordings of both; and so it is where two offer an
// option beside one provision at once, whose first option each has written down.

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

/** What a record makes a wording of a choice: another's bracket, or a provision as the first option. */
function slotOf(record: BracketRecord): BracketId | ProvisionId | undefined {
  if (isStandIn(record)) return record.within;
  return isFirstOption(record) ? record.pieces[0]!.strand : undefined;
}

function isFirstOption({ kind, bare, option, variantOf, pieces }: BracketRecord): boolean {
  return kind === 'hold' && bare && option && variantOf !== undefined && pieces.length > 0;
}

/** Which brackets are wordings of choices that others made. */
export class StandIns {
  private readonly ground: StandInGround;
  /** Stand-ins by what they stand for, and by choice. */
  private readonly bySlot = new Map<BracketId | ProvisionId, Set<BracketId>>();
  private readonly byChoice = new Map<BracketId, Set<BracketId>>();

  constructor(ground: StandInGround) {
    this.ground = ground;
  }

  /** Files a record, or takes it out again. */
  file(record: BracketRecord, how: typeof put | typeof take): void {
    const slot = slotOf(record);
    if (slot === undefined) return;
    how(this.bySlot, slot, record.id);
    how(this.byChoice, record.variantOf!, record.id);
  }

  /** Adds what a stand-in that came, changed or went had to do with: it can no longer be found by what it stood for. */
  addTouched(record: BracketRecord, dirty: Set<BracketId>): void {
    const slot = slotOf(record);
    if (slot === undefined) return;
    if (record.within !== undefined) dirty.add(record.within);
    this.addSlot(slot, dirty);
    dirty.add(record.variantOf!);
    for (const each of this.ground.variantsOf(record.variantOf!)) dirty.add(each.id);
  }

  /** Adds all whose value hangs on these: the stand-ins, what they stand for, their choices and the other wordings. */
  addKin(dirty: Set<BracketId>): void {
    if (this.bySlot.size === 0) return;
    const slots = new Set<BracketId | ProvisionId>();
    for (const id of dirty) {
      if (this.bySlot.has(id)) slots.add(id);
      for (const each of this.byChoice.get(this.ground.record(id)?.variantOf ?? id) ?? []) {
        const standIn = this.ground.record(each);
        const slot = standIn && slotOf(standIn);
        if (slot !== undefined) slots.add(slot);
        if (standIn?.within !== undefined) dirty.add(standIn.within);
      }
    }
    for (const slot of slots) this.addSlot(slot, dirty);
  }

  private addSlot(slot: BracketId | ProvisionId, dirty: Set<BracketId>): void {
    for (const id of this.bySlot.get(slot) ?? []) {
      const choice = this.ground.record(id)?.variantOf;
      if (choice === undefined) continue;
      dirty.add(id).add(choice);
      for (const each of this.ground.variantsOf(choice)) dirty.add(each.id);
    }
  }

  /** The choice that a bracket counts for by a stand-in; the first of several. */
  choiceFor(bracket: BracketId): BracketId | undefined {
    const first = this.firstIn(bracket);
    return first && this.stands(first) ? first.variantOf : undefined;
  }

  /** Of the stand-ins in one slot, the one whose choice was made first. */
  private firstIn(slot: BracketId | ProvisionId): BracketRecord | undefined {
    const standing = [...(this.bySlot.get(slot) ?? [])].flatMap((id) => {
      const record = this.ground.record(id);
      const choice = record?.variantOf === undefined ? undefined : this.ground.record(record.variantOf);
      return record !== undefined && choice !== undefined && this.counts(record) ? [{ record, choice }] : [];
    });
    const [first] = standing.toSorted(
      ({ choice: one }, { choice: other }) => one.opened - other.opened || (one.id < other.id ? -1 : 1),
    );
    return first?.record;
  }

  /** The choice that has the wordings of another one, made of the same bracket or provision at the same time. */
  choiceInstead(choice: BracketId): BracketId | undefined {
    for (const id of this.byChoice.get(choice) ?? []) {
      const standIn = this.ground.record(id);
      const first = standIn && this.counts(standIn) ? this.firstIn(slotOf(standIn)!)?.variantOf : undefined;
      if (first !== undefined && first !== choice) return first;
    }
    return undefined;
  }

  /** A choice with those whose wordings it has. */
  choicesIn(choice: BracketId): ReadonlySet<BracketId> {
    const choices = new Set([choice]);
    for (const id of this.byChoice.get(choice) ?? []) {
      const standIn = this.ground.record(id);
      if (standIn === undefined || !this.counts(standIn)) continue;
      for (const other of this.bySlot.get(slotOf(standIn)!) ?? []) {
        const alike = this.ground.record(other);
        if (alike !== undefined && this.counts(alike)) choices.add(alike.variantOf!);
      }
    }
    return choices;
  }

  /**
   * What a record stands in for, so that it is not shown itself; for good once its choice or that bracket was ruled on.
   * Where the bracket was withdrawn, it is the wording of whatever words are left in it (`moot.ts`).
   */
  standsFor(record: BracketRecord): BracketId | undefined {
    if (isFirstOption(record) && !isStandIn(record)) {
      const first = this.stands(record) ? this.firstIn(record.pieces[0]!.strand) : undefined;
      return first === undefined || first.id === record.id ? undefined : first.id;
    }
    if (!isStandIn(record)) return undefined;
    const choice = this.ground.record(record.variantOf!)?.closed;
    const bracket = this.ground.record(record.within!)?.closed;
    if (choice === undefined && bracket?.outcome === 'withdrawn' && this.counts(record)) {
      const first = this.firstIn(record.within!);
      return first === undefined || first.id === record.id ? undefined : first.id;
    }
    const isOver = choice !== undefined || (bracket !== undefined && bracket.outcome !== 'withdrawn');
    return isOver || this.stands(record) ? record.within : undefined;
  }

  /** Whether a stand-in makes its choice one with the others of its slot: it stands, or did until the bracket was withdrawn. */
  private counts(standIn: BracketRecord): boolean {
    if (this.stands(standIn)) return true;
    const { within, variantOf, closed } = standIn;
    if (closed !== undefined || !isStandIn(standIn)) return false;
    const choice = this.ground.record(variantOf!);
    return (
      choice?.kind === 'choice' &&
      choice.closed === undefined &&
      this.ground.record(within!)?.closed?.outcome === 'withdrawn'
    );
  }

  private stands(standIn: BracketRecord): boolean {
    const { within, variantOf, closed, id } = standIn;
    const choice = this.ground.record(variantOf!);
    if (closed !== undefined || choice?.kind !== 'choice' || choice.closed !== undefined) return false;
    if (!isStandIn(standIn)) return true;
    const bracket = this.ground.record(within!);
    if (bracket === undefined) return false;
    if (bracket.closed !== undefined || bracket.variantOf !== undefined || bracket.bare) return false;
    if (bracket.pieces.length !== 1 || !this.ground.isIn(standIn, bracket)) return false;
    const others = this.ground.variantsOf(choice.id).filter((each) => each.id !== id);
    return !others.some((each) => this.ground.isIn(each, bracket));
  }
}
