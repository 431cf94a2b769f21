import type { Bracket } from '../../schema/bracket.ts';
import type { Draft } from '../../schema/draft.ts';
import type { Code } from '../../schema/ids.ts';
import type { Mark, Provision } from '../../schema/provision.ts';

/** One of the two states that are compared: a revision or the live text. */
export interface Comparable {
  readonly draft: Draft;
  /** Whether its brackets name their proponents. */
  readonly attributed: boolean;
}

/** A provision in one of the two states. */
export interface ComparedSide {
  readonly provision: Provision;
  readonly number: string;
}

/**
 * Words that stay, and words struck with what stands in their stead: the one or the other may be empty, not both. `marks`
 * tell what of the later state's words is set in italics or bold, `struckMarks` of the earlier's.
 */
export type ComparedWords =
  | { readonly type: 'same'; readonly text: string; readonly marks?: readonly Mark[] }
  | {
      readonly type: 'changed';
      readonly struck: string;
      readonly inserted: string;
      readonly marks?: readonly Mark[];
      readonly struckMarks?: readonly Mark[];
    };

/**
 * Where a provision comes from or went. `split`: its words stood in another provision, which keeps the rest. `joined`:
 * its words stand in another now, and are shown there.
 */
export type Descent =
  | { readonly type: 'kept' }
  | { readonly type: 'new' }
  | { readonly type: 'gone' }
  | { readonly type: 'split'; readonly from: string }
  | { readonly type: 'joined'; readonly into: string };

/** What became of one provision (rule F10). */
export interface ComparedProvision {
  readonly type: 'provision';
  readonly identity: string;
  /** Absent: it did not stand in the earlier state. */
  readonly before?: ComparedSide;
  /** Absent: it does not stand in the later state. */
  readonly after?: ComparedSide;
  readonly descent: Descent;
  /** It stands elsewhere among those that stayed; what moved along with its paragraph is not told again. */
  readonly moved: boolean;
  /** It became a heading, a subparagraph, or went up or down a level. */
  readonly recast: boolean;
  /** With brackets as they are printed; put together, both states' words whole. */
  readonly words: readonly ComparedWords[];
  /** Disputes that stand here and did not before, and the other way round. */
  readonly opened: readonly Bracket[];
  readonly closed: readonly Bracket[];
  /** Whose brackets were opened here, sorted; empty where the later state names nobody. */
  readonly by: readonly Code[];
  /** As many as a key stops at. */
  readonly changes: number;
}

/** The place that a moved provision left. */
export interface LeftPlace {
  readonly type: 'left';
  readonly identity: string;
}

export type ComparedRow = ComparedProvision | LeftPlace;

export interface ComparisonCounts {
  readonly changes: number;
  /** Provisions that stand in both and read otherwise. */
  readonly reworded: number;
  readonly added: number;
  readonly gone: number;
  readonly moved: number;
  readonly split: number;
  readonly joined: number;
  readonly opened: number;
  readonly closed: number;
}

/** Two states of a draft side by side: in the order of the later one, what is gone where it stood. */
export interface Comparison {
  readonly rows: readonly ComparedRow[];
  readonly counts: ComparisonCounts;
}
