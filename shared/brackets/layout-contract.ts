import type { BracketId } from '../schema/ids.ts';

/** A stretch of words between two bracket edges: every character of it lies in the same brackets. */
export interface RunPart {
  readonly type: 'run';
  readonly from: number;
  readonly to: number;
  /** Open brackets that cover it, outer before inner. */
  readonly covers: readonly BracketId[];
  readonly italic: boolean;
  readonly bold: boolean;
}

/** A bracket's edge as it is shown and printed. Holds no place in the text: `at` is the offset where it stands. */
export interface GlyphPart {
  readonly type: 'glyph';
  readonly bracket: BracketId;
  readonly side: 'open' | 'close';
  readonly at: number;
  /** 1 for an outermost bracket; counts the printed brackets round this glyph, itself included. */
  readonly depth: number;
  /** Set where the bracket overlaps another without nesting, so that print can tell which `]` belongs to which `[`. */
  readonly tag?: string;
  /** What stands there in the stead of a bracket character: `Option 2: `. */
  readonly says?: string;
  /** The edge stands before the provision's number. */
  readonly beforeLabel: boolean;
  /**
   * Set on an opening edge in front of the blank that parts its words from the word before: it is drawn behind that
   * blank, as a printer sets it.
   */
  readonly leans?: true;
  /** Set on a closing edge right before an opening one: behind what is raised beside it a line may end. */
  readonly meets?: true;
}

export type LayoutPart = RunPart | GlyphPart;
