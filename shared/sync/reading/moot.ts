import type { Extent } from './extent.ts';
import { wordsIn } from './parted.ts';
import { idAt, runOf } from './strand.ts';
import type { StrandView } from './strand.ts';
import type { BracketRecord } from '../document/bracket-record.ts';
import type { BracketId } from '../../schema/ids.ts';

// A choice is made of words that stand and of others. Where the words that stood go, because whoever proposed them
// withdraws them, nothing is left to choose between: the wording that stood against them is a proposal of its own, and the
// choice is read as closed (rule W17). Nobody writes anything for that under another's id, and where an undo brings the
// words back, the choice is there again.
//
// A wording whose choice is over, by a ruling that crossed it or because it is moot, is *loose*: it has brackets of its
// own, and in them what parted it from the wording before, so that no slash is left without it.

/** What mootness is judged by. */
export interface MootGround {
  record(id: BracketId): BracketRecord | undefined;
  /** Open records that are wordings of a choice. */
  wordingsOf(choice: BracketId): readonly BracketRecord[];
  /** Whether a record is words as they stand, against which its maker offers others. */
  isOthersWords(record: BracketRecord): boolean;
  /** Whether nothing of a record is in sight. */
  isGone(record: BracketRecord): boolean;
  offersNoText(choice: BracketId): boolean;
}

/** Which choices are over though nobody ruled on them, and which wordings stand by themselves. */
export class Moot {
  private readonly ground: MootGround;
  /** Words as they stood, of which nothing is left, as last noted. */
  private readonly spent = new Set<BracketId>();

  constructor(ground: MootGround) {
    this.ground = ground;
  }

  /** Notes afresh whether a wording has come to nothing, or to words again; whether that changed. */
  note(id: BracketId): boolean {
    const record = this.ground.record(id);
    const isSpent =
      record?.kind === 'hold' &&
      record.closed === undefined &&
      record.pieces.length > 0 &&
      this.ground.isOthersWords(record) &&
      this.ground.isGone(record);
    if (isSpent === this.spent.has(id)) return false;
    if (isSpent) this.spent.add(id);
    else this.spent.delete(id);
    return true;
  }

  /** Whether a choice has words that stood and have gone. */
  hasSpent(choice: BracketId): boolean {
    return this.spent.size > 0 && this.ground.wordingsOf(choice).some(({ id }) => this.spent.has(id));
  }

  /** Whether a choice is over, or a wording of it no wording any more, because words that stood have gone. */
  isOver(id: BracketId): boolean {
    return this.spent.has(id) || this.isMoot(id);
  }

  /** Whether words that stood have gone from an open choice, and no two things to choose between are left. */
  isMoot(choice: BracketId): boolean {
    const record = this.spent.size > 0 ? this.ground.record(choice) : undefined;
    if (record?.kind !== 'choice' || record.closed !== undefined) return false;
    const wordings = this.ground.wordingsOf(choice);
    const left = wordings.filter(({ id }) => !this.spent.has(id)).length;
    return left < wordings.length && left + Number(this.ground.offersNoText(choice)) <= 1;
  }

  /** Whether a proposed wording stands by itself, because its choice is over. */
  isLoose({ kind, variantOf, closed }: BracketRecord): boolean {
    if (kind !== 'insert' || variantOf === undefined || closed !== undefined) return false;
    return this.ground.record(variantOf)?.closed !== undefined || this.isMoot(variantOf);
  }
}

const MOST = 7;

/** Where the slash or the blanks begin that were put in with a wording, right before its first character. */
export function partingStart(view: StrandView, record: BracketRecord, { from }: Extent): number {
  const start = record.pieces[0]?.start.item;
  const first = start && view.runs[runOf(view, start[0], start[1])];
  // What was typed stands between fences, erased with the first stroke, and is parted from nothing.
  if (!first || first.kind !== 'text') return from;
  let at = from;
  for (let clock = start[1] - 1; at > 0 && from - at < MOST; clock -= 1, at -= 1) {
    const before = idAt(view, at - 1);
    if (before?.client !== start[0] || before.clock !== clock) break;
    if (!/^[\s/]$/u.test(wordsIn(view, at - 1, at) ?? '')) break;
  }
  return at;
}
