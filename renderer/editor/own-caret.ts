import {
  $createRangeSelection,
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical';
import type { ProvisionId } from '../../shared/schema/ids.ts';
import type { Anchor, DraftChange, DraftReplica, Place } from '../../shared/sync/contract.ts';
import { $isRunNode } from './nodes/run-node.ts';
import { $rangeOf, $sideOf, $spotAt } from './projection/places.ts';
import type { Projection } from './projection/projection.ts';
import { plainDiff } from './writing/caret-diff.ts';

/** Two ends of a selection, each with the side of its place that it touches. */
export interface Stand {
  readonly anchor: Place;
  readonly head: Place;
  readonly anchorSide: -1 | 1;
  readonly headSide: -1 | 1;
}

interface Kept extends Stand {
  readonly anchors: { readonly anchor: Anchor; readonly head: Anchor };
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.provision === other.provision && one.offset === other.offset;
}

/**
 * One's own caret and selection, kept with their words whatever others do (rule E4). Where others take the words out, it
 * stands where they were, and goes back to them when they come back: what was erased by mistake is often undone at once.
 */
export class OwnCaret {
  readonly #editor: LexicalEditor;
  readonly #replica: DraftReplica;
  readonly #projection: Projection;
  /** As it stands on the screen. */
  #kept: Kept | undefined;
  /** As it was put there from here; others have moved it since, where the two differ. */
  #home: Kept | undefined;

  constructor(editor: LexicalEditor, replica: DraftReplica, projection: Projection) {
    this.#editor = editor;
    this.#replica = replica;
    this.#projection = projection;
  }

  /** Where it stands in the draft now; while an input method composes, where it began. */
  places(): Stand | undefined {
    const byAnchor = this.#keptBy('anchor');
    const byHead = this.#keptBy('head');
    if (byAnchor === undefined || byHead === undefined) return undefined;
    const anchor = this.#replica.resolve(byAnchor.anchors.anchor);
    const head = this.#replica.resolve(byHead.anchors.head);
    if (anchor === undefined || head === undefined) return undefined;
    return { anchor, head, anchorSide: byAnchor.anchorSide, headSide: byHead.headSide };
  }

  /** What keeps an end: its words as it was put there, or, while they are out of sight, where they were. */
  #keptBy(end: 'anchor' | 'head'): Kept | undefined {
    return this.#home !== undefined && this.#replica.holds(this.#home.anchors[end]) ? this.#home : this.#kept;
  }

  /** Keeps the selection as it is now, while screen and draft agree. `moved`: by others, not from here. */
  $keep(moved: boolean): void {
    const stand = $standOf($getSelection());
    this.#kept = stand && {
      ...stand,
      anchors: { anchor: this.#replica.anchor(stand.anchor, -1), head: this.#replica.anchor(stand.head, -1) },
    };
    if (!moved || this.#home === undefined || this.#kept === undefined) this.#home = this.#kept;
  }

  /**
   * Whether what others changed lies aside: none of it where the caret stands, on the screen or as it was kept. Nothing
   * has to be carried over then, and the browser's selection is left as it is.
   */
  $isAside({ provisions, gone, reordered }: DraftChange): boolean {
    if (reordered || gone.size > 0 || this.#home !== this.#kept || $getSelection()?.dirty === true) return false;
    const stands = [...this.#ends(), ...this.#browserProvisions()];
    return stands.every((each) => each !== undefined && !provisions.has(each));
  }

  /** Whether what the caret stands in is about to be drawn anew all the same, as when brackets are told apart anew. */
  $isDrawnAnew(): boolean {
    return this.#ends().some((each) => this.#projection.$nodeOf(each)?.isDirty());
  }

  #ends(): readonly ProvisionId[] {
    return this.#kept === undefined ? [] : [this.#kept.anchor.provision, this.#kept.head.provision];
  }

  /** Where the browser's selection begins and ends, while the text has the keyboard; `undefined` beside all provisions. */
  #browserProvisions(): readonly (ProvisionId | undefined)[] {
    const selection = this.#nativeSelection();
    if (!selection) return [];
    return [selection.anchorNode, selection.focusNode].map((node) => {
      const element = node instanceof HTMLElement ? node : node?.parentElement;
      return element?.closest<HTMLElement>('[data-provision]')?.dataset['provision'] as ProvisionId | undefined;
    });
  }

  /**
   * Where to stand once the nodes show a draft that has just changed; asked before they do. Keys may have moved the
   * browser's selection since it was kept, and Lexical may not have heard of it yet: then its place is carried over by
   * what changed in the words, which is as exact as can be without an anchor.
   */
  $carried(): Stand | undefined {
    const now = $standOf(this.$browserSelection());
    const kept = this.#kept;
    if (
      now === undefined ||
      (kept !== undefined && isSamePlace(now.anchor, kept.anchor) && isSamePlace(now.head, kept.head))
    ) {
      return this.places();
    }
    this.#home = undefined;
    return { ...now, anchor: this.#$carry(now.anchor), head: this.#$carry(now.head) };
  }

  /** Stands at `stand`, unless it does already. False where its provisions are not on the screen. */
  $stand(stand: Stand): boolean {
    const anchorNode = this.#projection.$nodeOf(stand.anchor.provision);
    const headNode = this.#projection.$nodeOf(stand.head.provision);
    if (anchorNode === undefined || headNode === undefined) return false;
    const anchor = $spotAt(anchorNode, stand.anchor.offset, stand.anchorSide);
    const head = $spotAt(headNode, stand.head.offset, stand.headSide);
    const selection = $createRangeSelection();
    selection.anchor.set(anchor.node.getKey(), anchor.offset, anchor.type);
    selection.focus.set(head.node.getKey(), head.offset, head.type);
    $setSelection(selection);
    return true;
  }

  /** Puts the selection back to where its words are now; does nothing where it is there already. */
  $restore(stand: Stand | undefined): void {
    if (stand === undefined) return;
    const now = $standOf($getSelection());
    const unmoved = now !== undefined && isSamePlace(now.anchor, stand.anchor) && isSamePlace(now.head, stand.head);
    if (!unmoved) this.$stand(stand);
  }

  /** The browser's selection, where there is a browser and the text has the keyboard. Lexical hears of it later. */
  $browserSelection(): RangeSelection | undefined {
    const selection = this.#nativeSelection();
    return (selection && $createRangeSelectionFromDom(selection, this.#editor)) ?? undefined;
  }

  #nativeSelection(): Selection | null | undefined {
    if (typeof document === 'undefined') return undefined;
    const root = this.#editor.getRootElement();
    return root !== null && root.ownerDocument.activeElement === root ? root.ownerDocument.getSelection() : undefined;
  }

  /** A place on the screen as it still is, in the draft as it already is. */
  #$carry(place: Place): Place {
    const node = this.#projection.$nodeOf(place.provision);
    const text = this.#replica.provision(place.provision)?.text;
    if (node === undefined || text === undefined) return place;
    const shown = node
      .getChildren()
      .map((child) => ($isRunNode(child) ? child.getTextContent() : ''))
      .join('');
    const change = plainDiff(shown, text);
    if (change === undefined || place.offset <= change.at) return place;
    const behind = place.offset - change.at - change.removed;
    return { ...place, offset: behind >= 0 ? change.at + change.inserted.length + behind : change.at };
  }
}

function $standOf(selection: ReturnType<typeof $getSelection> | undefined): Stand | undefined {
  if (!$isRangeSelection(selection)) return undefined;
  const range = $rangeOf(selection);
  return range && { anchor: range.anchor, head: range.head, ...sidesOf(selection) };
}

function sidesOf(selection: RangeSelection): Pick<Stand, 'anchorSide' | 'headSide'> {
  return { anchorSide: $sideOf(selection.anchor), headSide: $sideOf(selection.focus) };
}
