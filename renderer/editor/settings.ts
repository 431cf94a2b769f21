import type { Language } from '../../shared/schema/draft.ts';
import type { Bracket } from '../../shared/schema/bracket.ts';
import type { BracketId, Code, ProvisionId } from '../../shared/schema/ids.ts';
import type { Position } from '../../shared/schema/position.ts';
import type { ProvisionLines } from '../../shared/pages/page-lines.ts';
import type { Anchor, Hand, Place, WriteRefusal } from '../../shared/sync/contract.ts';
import type { Observed, Presence } from '../session/contract.ts';

/** Why the editor did not do what a key or a menu asked. The screen turns it into words, politely. */
export type EditorRefusal = WriteRefusal | 'bracket-of-another' | 'format-chair-only' | 'no-selection';

/** What the caret stands in, told on every move. */
export interface CaretReport {
  readonly anchor: Place;
  readonly head: Place;
  /** The same two, to be carried to others by presence. */
  readonly anchors: { readonly anchor: Anchor; readonly head: Anchor };
  /** Open brackets round the head, outer before inner. */
  readonly brackets: readonly Bracket[];
  readonly composing: boolean;
}

/** What a mounted editor is told from outside. Every one of these may change while it is mounted. */
export interface EditorSettings {
  readonly hand: Hand;
  readonly language: Language;
  /** Whether the draft can be written at all; false shows it as it is. */
  readonly editable: boolean;
  /** `attributed` shows a proposal's proponent beside it. */
  readonly rendering: 'attributed' | 'unattributed';
  readonly numbers?: Observed<ReadonlyMap<ProvisionId, string>>;
  /** The lines of the page, by provision; no value: none are shown. */
  readonly lines?: Observed<ReadonlyMap<ProvisionId, ProvisionLines> | undefined>;
  readonly presence?: Observed<readonly Presence[]>;
  /** Positions by the bracket they are on, for the attributed rendering. */
  readonly stances?: Observed<ReadonlyMap<BracketId, readonly Position[]>>;
  /** Client ids by the code they belong to. */
  readonly authors?: Observed<ReadonlyMap<number, Code>>;
  /** Whether a provision is not to be written in before its writer has said so (`onAsk`): it is agreed. */
  readonly asksFirst?: (provision: ProvisionId) => boolean;
  readonly onAsk?: (provision: ProvisionId) => void;
  readonly onCaret?: (caret: CaretReport | undefined) => void;
  readonly onRefusal?: (reason: EditorRefusal) => void;
  /** Words that were composed into a provision that has gone out of sight meanwhile: to be offered, never dropped. */
  readonly onUnplaced?: (words: string) => void;
  /** Escape: the keyboard leaves the text. */
  readonly onLeave?: () => void;
}
