import type * as Y from 'yjs';
import type { Bracket, BracketKind, Span } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { BracketId, Code, ProvisionId } from '../schema/ids.ts';
import type { Provision, ProvisionKind, ProvisionRelation } from '../schema/provision.ts';
import type { Result } from '../schema/result.ts';

/** A place between two characters of a provision's text, in UTF-16 offsets. */
export interface Place {
  readonly provision: ProvisionId;
  readonly offset: number;
}

/** A place that stays with its words while others edit; JSON, so that presence can carry it. */
export type Anchor = unknown;

/** Whose hand is writing, and how. `propose` never changes another's text; `draft` changes the text itself (rule W1). */
export interface Hand {
  readonly code: Code;
  readonly mode: 'propose' | 'draft';
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
}

/** What one transaction changed, for whoever shows or indexes the draft; nothing, where only anchors stand elsewhere now. */
export interface DraftChange {
  /** Provisions whose text, marks, brackets, label or kind changed, or that came into sight. */
  readonly provisions: ReadonlySet<ProvisionId>;
  /** Provisions that left sight. */
  readonly gone: ReadonlySet<ProvisionId>;
  /** Whether the reading order changed (put in, moved, hidden, split, joined). */
  readonly reordered: boolean;
  readonly brackets: ReadonlySet<BracketId>;
  /** `local`: made by a command here; `undo`: by undo or redo here; `remote`: arrived. */
  readonly origin: 'local' | 'undo' | 'remote';
}

export type WriteRefusal =
  | 'place-gone'
  | 'bracket-gone'
  | 'provision-gone'
  | 'chair-only'
  | 'not-yours'
  | 'nothing-to-do'
  | 'variant-unknown';

/** The live draft over one Y.Doc: reads are cached and share structure, writes are commands in one transaction each. */
export interface DraftReplica {
  readonly doc: Y.Doc;
  /** The draft now. Unchanged provisions and brackets are the same objects as before; O(changed) after an edit. */
  read(): Draft;
  provision(id: ProvisionId): Provision | undefined;
  /** Any bracket ever made, closed ones included. */
  bracket(id: BracketId): Bracket | undefined;
  /** Open brackets with a piece in this provision, in reading order, outer before inner. */
  bracketsIn(id: ProvisionId): readonly Bracket[];
  /** Provisions at which an open proposal would move or join something to this one, and calls it by its name. */
  namedAt(id: ProvisionId): readonly ProvisionId[];
  /** Index in reading order; -1 when not in sight. O(log n). */
  indexOf(id: ProvisionId): number;
  observe(listener: (change: DraftChange) => void): () => void;
  /** `side` -1 stays with the character before, 1 with the one after. */
  anchor(place: Place, side: -1 | 1): Anchor;
  /** `undefined` where the anchor's provision is out of sight or the anchor is not of this draft. */
  resolve(anchor: Anchor): Place | undefined;
  /** Whether the character that the anchor stays with is in sight; an anchor whose character was erased stands where it was. */
  holds(anchor: Anchor): boolean;
  /** The Yjs client that wrote each stretch of a provision's text, in order; the relay's registry names the delegation. */
  authors(id: ProvisionId): readonly { readonly from: number; readonly to: number; readonly client: number }[];
  /** The same stretches with the clock of each one's first character: the id by which a history knows its write. */
  written(
    id: ProvisionId,
  ): readonly { readonly from: number; readonly to: number; readonly client: number; readonly clock: number }[];
  destroy(): void;
}

/** What a new provision is, and where it goes. `after: null` puts it first. */
export interface NewProvision {
  readonly after: ProvisionId | null;
  readonly kind: ProvisionKind;
  readonly level: number;
  readonly relation?: ProvisionRelation;
  readonly text: string;
}

/**
 * The commands of `shared/sync/commands/`, one file each, all of the shape `(replica, hand, request) => Result`.
 * Every one is one Yjs transaction with the origin `EDIT`, so that undo knows its own; a refusal writes nothing.
 *
 * - `insertText({ at, text, marks? })`: the place after the words.
 * - `eraseText({ spans })`: own proposed words go, others' are bracketed for deletion; drafting deletes. Place to stand at.
 * - `replaceText({ spans, text })`: erase and insert, as one choice when proposing over others' words.
 * - `splitProvision({ at })`, `joinProvision({ provision })` (into the one before), `moveProvision({ provision, after })`
 *   (with its subparagraphs): proposing, each puts a mark and changes nothing. `removeProvision`, `restoreProvision`, `addProvision(NewProvision)`, `addProvisions` (with `texts`), `setProvision({ provision, kind?, level? })`.
 * - `addBracket({ kind, spans, whole?, variants?, note? })`, `withdrawBracket({ bracket })` (one's own),
 *   `closeBracket({ bracket, closure })` (chair: keep, drop, choose; the text follows), `addVariant({ choice, text? })` (without words: "no text"),
 *   `offerVariant({ spans, text?, slash? })` (makes the choice of words as they stand),
 *   `offerOption({ provision, text? })` (a provision as an option beside another),
 *   `second({ bracket, as })`.
 */
export type WriteOutcome<Value = Place> = Result<Value, WriteRefusal>;

export interface BracketRequest {
  readonly kind: BracketKind;
  readonly spans: readonly Span[];
  /** Provisions bracketed whole, with their numbers. */
  readonly whole?: readonly ProvisionId[];
  readonly note?: string;
}

/** What a draft is written into an empty Y.Doc from: an import, a demonstration, a restored revision. */
export type DraftSeed = Draft;
