import {
  $addUpdateTag,
  $createRangeSelection,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COLLABORATION_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
} from 'lexical';
import type { BracketId } from '../../shared/schema/ids.ts';
import type {
  Anchor,
  DraftChange,
  DraftReplica,
  Hand,
  Place,
  WriteOutcome,
  WriteRefusal,
} from '../../shared/sync/contract.ts';
import { createUndo, type Undo } from '../../shared/sync/undo.ts';
import { $isGlyphNode } from './nodes/glyph-node.ts';
import { $placeOf, $rangeOf, $sideOf, $spotAt, type PlaceRange } from './projection/places.ts';
import { Projection, PROJECTION_TAG } from './projection/projection.ts';
import { describeProvision } from './projection/describe.ts';
import type { EditorSettings } from './settings.ts';
import { caretDiff, type CaretText } from './writing/caret-diff.ts';

interface StandingCaret {
  readonly anchor: Anchor;
  readonly head: Anchor;
  readonly anchorSide: -1 | 1;
  readonly headSide: -1 | 1;
}

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
  #caret: StandingCaret | undefined;

  constructor({ editor, replica, settings, undo = createUndo(replica, settings().hand) }: BindingRequest) {
    this.editor = editor;
    this.replica = replica;
    this.#settings = settings;
    this.#undo = undo;
    this.projection = new Projection(editor, replica, (provision) =>
      describeProvision(replica, provision, { number: this.settings.numbers?.get().get(provision) ?? '' }),
    );
  }

  /** The settings as they are now; a mounted editor is never made anew because one of them changed. */
  get settings(): EditorSettings {
    return this.#settings();
  }

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
        if (!tags.has(PROJECTION_TAG)) this.#undo.stopCapturing();
        editorState.read(() => this.#$rememberCaret());
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
      const change = old === text ? undefined : caretDiff(endOf(old), endOf(text));
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

  /** Stands the caret at `head`, or selects from `anchor` to it. False where the place is not on the screen. */
  $select(head: Place, { anchor = head, side = -1 }: { anchor?: Place; side?: -1 | 1 } = {}): boolean {
    return this.#$selectSides({ anchor, head, anchorSide: side, headSide: side });
  }

  #$selectSides(wanted: { anchor: Place; head: Place; anchorSide: -1 | 1; headSide: -1 | 1 }): boolean {
    const anchorNode = this.projection.$nodeOf(wanted.anchor.provision);
    const headNode = this.projection.$nodeOf(wanted.head.provision);
    if (anchorNode === undefined || headNode === undefined) return false;
    const anchor = $spotAt(anchorNode, wanted.anchor.offset, wanted.anchorSide);
    const head = $spotAt(headNode, wanted.head.offset, wanted.headSide);
    const selection = $createRangeSelection();
    selection.anchor.set(anchor.node.getKey(), anchor.offset, anchor.type);
    selection.focus.set(head.node.getKey(), head.offset, head.type);
    $setSelection(selection);
    return true;
  }

  #receive(change: DraftChange): void {
    if (this.#collecting !== undefined) {
      this.#collecting.push(change);
      return;
    }
    const composing = this.projection.held !== undefined;
    this.update(() => {
      const stood = this.#caret;
      this.projection.$apply(change);
      if (!composing && stood !== undefined) this.$restoreCaret(stood);
    }, [COLLABORATION_TAG, SKIP_SCROLL_INTO_VIEW_TAG, ...(composing ? [SKIP_DOM_SELECTION_TAG] : [])]);
  }

  /** Where the caret stands in the draft; while an input method composes, where it began. */
  caret(): { readonly anchor: Place; readonly head: Place } | undefined {
    const stood = this.#caret;
    const anchor = stood && this.replica.resolve(stood.anchor);
    const head = stood && this.replica.resolve(stood.head);
    return anchor === undefined || head === undefined ? undefined : { anchor, head };
  }

  /** Puts the selection back to where its words are now; where they are out of sight, leaves none. */
  $restoreCaret(stood: StandingCaret | undefined = this.#caret): void {
    if (stood === undefined) return;
    const anchor = this.replica.resolve(stood.anchor);
    const head = this.replica.resolve(stood.head);
    if (anchor === undefined || head === undefined) return;
    const now = this.$range();
    const unmoved = now !== undefined && isSamePlace(now.anchor, anchor) && isSamePlace(now.head, head);
    if (!unmoved) this.#$selectSides({ anchor, head, anchorSide: stood.anchorSide, headSide: stood.headSide });
  }

  #$rememberCaret(): void {
    const selection = $getSelection();
    this.#caret = undefined;
    if (!$isRangeSelection(selection)) return;
    const anchor = $placeOf(selection.anchor);
    const head = $placeOf(selection.focus);
    if (anchor === undefined || head === undefined) return;
    this.#caret = {
      anchor: this.replica.anchor(anchor, -1),
      head: this.replica.anchor(head, -1),
      anchorSide: $sideOf(selection.anchor),
      headSide: $sideOf(selection.focus),
    };
  }
}

function endOf(text: string): CaretText {
  return { text, caret: text.length };
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.provision === other.provision && one.offset === other.offset;
}
