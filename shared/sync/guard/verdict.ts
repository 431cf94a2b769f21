import type { Clocks } from '../document/restored.ts';
import type { WriteRefusalReason } from '../protocol/refusal.ts';

/** What the guard says of an update before anything is done with it. */
export type Verdict =
  /**
   * May be applied. `news`: it holds something that is not known yet. `clients` are the ids in it that nobody had, and
   * that are its writer's from now on. `steps`: what it took to say so, in structs and ranges read and items walked; a
   * range of a few bytes may lie over any number of items. `spared`: words that it takes out and that stay, because a
   * ruling let them stand; what is applied must leave them alone.
   */
  | {
      readonly ok: true;
      readonly news: boolean;
      readonly clients: readonly number[];
      readonly steps: number;
      readonly spared: readonly Clocks[];
    }
  | Refused;

export interface Refused {
  readonly ok: false;
  readonly reason: WriteRefusalReason;
  /** The id of the rule in `shared/RULES.md`. */
  readonly rule: string;
}

export function refused(reason: WriteRefusalReason, rule: string): Refused {
  return { ok: false, reason, rule };
}

/** What is told of an update that was taken but for accepted words that it took out. */
export const SPARED: Refused = refused('words-accepted', 'W16');
