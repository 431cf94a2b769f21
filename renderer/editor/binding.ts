import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  COLLABORATION_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
} from 'lexical';
import { provisionName, type Naming } from '../../shared/brackets/notation.ts';
import type { BracketId, ProvisionId } from '../../shared/schema/ids.ts';
import type { DraftChange, DraftReplica, Hand, Place, WriteOutcome, WriteRefusal } from '../../shared/sync/contract.ts';
import { createUndo, type Undo } from '../../shared/sync/undo.ts';
import { $isGlyphNode } from './nodes/glyph-node.ts';
import { OwnCaret } from './own-caret.ts';
import { $rangeOf, type PlaceRange } from './projection/places.ts';
import { Projection, PROJECTION_TAG } from './projection/projection.ts';
import { describeProvision } from './projection/describe.ts';
import type { EditorSettings } from './settings.ts';
import { plainDiff } from './writing/caret-diff.ts';

export interface BindingRequest {
  readonly editor: LexicalEditor;
  readonly replica: DraftReplica;
  readonly settings: () => EditorSettings;
  /** One's own undo; made anew where none is given, and ended with the binding. */
  readonly undo?: Undo;
}

/**
 * Joins one Lexical editor to one replica. Input becomes commands on the replica (`$write`), the replica's changes become
 * nodes (`projection`), and one's own selection stays with its words whatever others do (rule E4).
 */
export class Binding {
  readonly editor: LexicalEditor;
  readonly replica: DraftReplica;
  readonly projection: Projection;
  readonly #undo: Undo;
  readonly #settings: () => EditorSettings;
  #collecting: DraftChange[] | undefined;
  readonly #caret: OwnCaret;

  constructor({ editor, replica, settings, undo = createUndo(replica, settings().hand) }: BindingRequest) {
    this.editor = editor;
    this.replica = replica;
    this.#settings = settings;
    this.#undo = undo;
    this.projection = new Projection(editor, replica, (provision, tags) =>
      describeProvision(replica, provision, {
        number: this.#numberOf(provision),
        tags,
        name: this.#name,
        authors: this.settings.authors?.get(),
        stances: this.settings.stances?.get(),
      }),
    );
    this.#caret = new OwnCaret(editor, replica, this.projection);
  }

  /** The settings as they are now; a mounted editor is never made anew because one of them changed. */
  get settings(): EditorSettings {
    return this.#settings();
  }

  #numberOf(provision: ProvisionId): string {
    return this.settings.numbers?.get().get(provision) ?? '';
  }

  readonly #name: Naming = (id) => {
    const { provisions } = this.replica.read();
    return provisionName(provisions, this.replica.indexOf(id), (each) => each.label ?? this.#numberOf(each.id));
  };

  /** Shows the draft and follows it until the disposer is called. */
  connect(): () => void {
    this.update(() => this.projection.$applyAll(), [SKIP_DOM_SELECTION_TAG]);
    const disposers = [
      this.replica.observe((change) => this.#receive(change)),
      () => this.#undo.destroy(),
      this.editor.registerUpdateListener(({ editorState, prevEditorState, tags }) => {
        // While an input method composes, the screen's offsets are not the draft's: the caret stays where it started.
        if (this.projection.held !== undefined) return;
        if (editorState._selection === prevEditorState._selection) return;
        // What others changed lay aside, and the caret is kept as it was.
        if (tags.has(COLLABORATION_TAG) && tags.has(SKIP_DOM_SELECTION_TAG)) return;
        if (!tags.has(PROJECTION_TAG)) this.#undo.stopCapturing();
        editorState.read(() => this.#caret.$keep(tags.has(COLLABORATION_TAG)));
      }),
    ];
    return () => disposers.forEach((dispose) => dispose());
  }

  /** Runs `write` in one update at once; for callers outside a Lexical context. */
  update(write: () => void, tags: readonly string[] = []): void {
    this.editor.update(write, { discrete: true, tag: [PROJECTION_TAG, ...tags] });
  }

  /**
   * Runs a command and shows what it changed, inside the current update. A refusal changes nothing, and is told unless
   * it is among `unsaid`.
   */
  $write<Value>(
    command: (replica: DraftReplica, hand: Hand) => WriteOutcome<Value>,
    unsaid: readonly WriteRefusal[] = [],
  ): WriteOutcome<Value> {
    const outcome = this.#$showing(() => command(this.replica, this.settings.hand));
    if (!outcome.ok && !unsaid.includes(outcome.reason)) this.settings.onRefusal?.(outcome.reason);
    return outcome;
  }

  /** Whether an edit of these provisions has to be asked about first, which is done here (rule E15). */
  asksFirst(provisions: Iterable<ProvisionId>): boolean {
    const { asksFirst, onAsk } = this.settings;
    for (const provision of provisions) {
      if (asksFirst?.(provision) !== true) continue;
      onAsk?.(provision);
      return true;
    }
    return false;
  }

  /** What `act` writes is undone by one press (rule S11). */
  $asOne<Value>(act: () => Value): Value {
    return this.#undo.asOne(act);
  }

  $undo(): void {
    this.#$takeBack(() => this.#undo.undo());
  }

  $redo(): void {
    this.#$takeBack(() => this.#undo.redo());
  }

  /** Undoes or redoes a step, and stands the caret where it changed words. */
  #$takeBack(step: () => boolean): void {
    const before = new Map(this.replica.read().provisions.map(({ id, text }) => [id, text]));
    if (!this.#$showing(step)) return;
    for (const { id, text } of this.replica.read().provisions) {
      const old = before.get(id) ?? '';
      const change = plainDiff(old, text);
      if (change === undefined) continue;
      this.$select({ provision: id, offset: change.at + change.inserted.length });
      return;
    }
    this.$restoreCaret();
  }

  /** Does something to the draft and shows what it changed, inside the current update. */
  #$showing<Value>(act: () => Value): Value {
    const collected: DraftChange[] = [];
    this.#collecting = collected;
    try {
      return act();
    } finally {
      this.#collecting = undefined;
      $addUpdateTag(PROJECTION_TAG);
      for (const change of collected) this.projection.$apply(change);
    }
  }

  /** Stands the caret right beside a glyph, on either side of it. */
  $selectBeside({ bracket, side }: { bracket: BracketId; side: 'open' | 'close' }, where: 'before' | 'after'): void {
    const provision = this.$range()?.head.provision;
    const children = provision === undefined ? undefined : this.projection.$nodeOf(provision)?.getChildren();
    const glyph = children?.find((child) => {
      return $isGlyphNode(child) && child.getFace().bracket === bracket && child.getFace().side === side;
    });
    if (!$isGlyphNode(glyph)) return;
    const offset = where === 'before' ? 0 : glyph.getTextContentSize();
    glyph.select(offset, offset);
  }

  $range(): PlaceRange | undefined {
    const selection = $getSelection();
    return $isRangeSelection(selection) ? $rangeOf(selection) : undefined;
  }

  /** What is selected at this moment; `$range` is what Lexical has heard of, some milliseconds behind a click or a key. */
  $rangeNow(): PlaceRange | undefined {
    const selection = this.projection.held === undefined ? this.#caret.$browserSelection() : undefined;
    return (selection && $rangeOf(selection)) ?? this.$range();
  }

  /** Stands the caret at `head`, or selects from `anchor` to it. False where the place is not on the screen. */
  $select(
    head: Place,
    { anchor = head, side = -1, anchorSide = side }: { anchor?: Place; side?: -1 | 1; anchorSide?: -1 | 1 } = {},
  ): boolean {
    return this.#caret.$stand({ anchor, head, anchorSide, headSide: side });
  }

  /** Where the caret stands in the draft; while an input method composes, where it began. */
  caret(): { readonly anchor: Place; readonly head: Place } | undefined {
    return this.#caret.places();
  }

  /** Puts the selection back to where its words are now. */
  $restoreCaret(): void {
    this.#caret.$restore(this.#caret.places());
  }

  #receive(change: DraftChange): void {
    if (this.#collecting !== undefined) {
      this.#collecting.push(change);
      return;
    }
    const composing = this.projection.held !== undefined;
    this.update(() => {
      const isAside = !composing && this.#caret.$isAside(change);
      const stand = composing || isAside ? undefined : this.#caret.$carried();
      this.projection.$apply(change);
      if (!isAside) this.#caret.$restore(stand);
      else if (this.#caret.$isDrawnAnew()) this.$restoreCaret();
      else $addUpdateTag(SKIP_DOM_SELECTION_TAG);
    }, [COLLABORATION_TAG, SKIP_SCROLL_INTO_VIEW_TAG, ...(composing ? [SKIP_DOM_SELECTION_TAG] : [])]);
  }
}
