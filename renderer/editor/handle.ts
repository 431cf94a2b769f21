import type { Bracket, BracketKind, Span } from '../../shared/schema/bracket.ts';
import type { BracketId, ProvisionId } from '../../shared/schema/ids.ts';
import type { Place } from '../../shared/sync/contract.ts';
import type { MarkName } from './overlays/marks.ts';

/** Which of the open brackets a step came to, counted from 1 in reading order. */
export interface BracketStep {
  readonly bracket: BracketId;
  readonly index: number;
  readonly total: number;
  /** The step went round the end of the draft. */
  readonly wrapped: boolean;
}

/** What is selected, as the model sees it. */
export interface DraftSelection {
  readonly anchor: Place;
  readonly head: Place;
  /** Empty for a bare caret. */
  readonly spans: readonly Span[];
  /** Open brackets round the head, outer before inner. */
  readonly brackets: readonly Bracket[];
}

/** What the screens round a draft may ask of its editor. */
export interface DraftEditorHandle {
  /** Gives the text the keyboard, at the place, or where the caret last stood. */
  focus(place?: Place): void;
  /** Shows a provision and stands the caret at its start. False where it is not in sight. */
  goTo(provision: ProvisionId): boolean;
  goToBracket(bracket: BracketId): boolean;
  /** Gives the text the keyboard with these words selected, in view. False where they are not in sight. */
  select(span: Span): boolean;
  /** Selects a bracket's words, from its first piece to its last. */
  selectBracket(bracket: BracketId): boolean;
  /** Marks words without selecting them; the keyboard stays where it is. */
  mark(name: MarkName, spans: readonly Span[]): void;
  /** Scrolls words into view, and leaves caret and keyboard alone. */
  reveal(span: Span): void;
  /** Where the first of these words stand on the screen. */
  rectOf(span: Span): DOMRect | undefined;
  /** The first place that the pane shows. */
  firstInView(): Place | undefined;
  /** Puts the same words in the stead of each stretch, as one step for undo. How many took them; as the draft's own hand alone. */
  replace(spans: readonly Span[], words: string): number;
  nextBracket(): BracketStep | undefined;
  previousBracket(): BracketStep | undefined;
  /** Puts the selected words in a bracket. False where nothing is selected or the command refused. */
  bracketSelection(kind: BracketKind): boolean;
  /**
   * Makes a choice of the selected words and of others; without words, of "no text". False where nothing is selected or
   * the command refused.
   */
  offerWording(offered: { readonly text?: string; readonly slash?: boolean }): boolean;
  /** Takes back one's own bracket: the given one, else the innermost of one's own at the caret. */
  withdraw(bracket?: BracketId): boolean;
  undo(): void;
  redo(): void;
  selection(): DraftSelection | undefined;
  /** Changes of nodes that were not the projection's, and were refused; stays 0 in honest use. */
  rejected(): number;
}
