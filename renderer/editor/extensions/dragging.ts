import {
  $createRangeSelectionFromDom,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  DRAGEND_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  mergeRegister,
} from 'lexical';
import type { Span } from '../../../shared/schema/bracket.ts';
import type { Anchor, Place } from '../../../shared/sync/contract.ts';
import { eraseText } from '../../../shared/sync/commands/erase-text.ts';
import type { Binding } from '../binding.ts';
import { isSamePlace } from '../own-caret.ts';
import { $placeOfDOM, $spansBetween } from '../projection/places.ts';
import { $copySelection } from '../writing/excerpt.ts';
import { $paste } from '../writing/paste.ts';

/**
 * Dragging words. The drop is taken as one act, because the browser's own two (take out, put in) name their places in
 * nodes that the first of them changes. Words dragged within the draft move, with Ctrl they are copied; moved words are
 * new words of whoever moves them, and proposing brackets the old ones for deletion, as for cutting and pasting.
 */
export function registerDragging(binding: Binding): () => void {
  const { editor, replica } = binding;
  let dragged: { readonly from: Anchor; readonly to: Anchor } | undefined;
  return mergeRegister(
    editor.registerCommand(
      DRAGSTART_COMMAND,
      (event) => {
        const selection = $createRangeSelectionFromDom(document.getSelection(), editor);
        if (selection !== null) $setSelection(selection);
        const range = binding.$range();
        dragged = range && { from: replica.anchor(range.from, 1), to: replica.anchor(range.to, -1) };
        if (event.dataTransfer !== null) $copySelection(event.dataTransfer);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        event.preventDefault();
        const source = dragged;
        dragged = undefined;
        const at = $placeAt(event);
        const words = event.dataTransfer?.getData('text/plain') ?? '';
        if (at === undefined || words === '') return true;
        const from = source && replica.resolve(source.from);
        const to = source && replica.resolve(source.to);
        const spans = from === undefined || to === undefined ? [] : $spansBetween(from, to);
        if (spans.some((span) => holds(span, at))) return true;
        editor.getRootElement()?.focus({ preventScroll: true });
        binding.$asOne(() => {
          $paste(binding, { from: at, to: at, glyphs: [] }, words);
          if (spans.length > 0 && !event.ctrlKey) $takeOut(binding, source);
        });
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      DRAGEND_COMMAND,
      () => {
        dragged = undefined;
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

function holds(span: Span, place: Place): boolean {
  return span.provision === place.provision && span.from <= place.offset && place.offset <= span.to;
}

function $takeOut(binding: Binding, source: { readonly from: Anchor; readonly to: Anchor } | undefined): void {
  const from = source && binding.replica.resolve(source.from);
  const to = source && binding.replica.resolve(source.to);
  if (from === undefined || to === undefined || isSamePlace(from, to)) return;
  const stands = binding.$range()?.head;
  const stood = stands && binding.replica.anchor(stands, -1);
  binding.$write((replica, hand) => eraseText(replica, hand, { spans: $spansBetween(from, to) }), ['nothing-to-do']);
  const head = stood === undefined ? undefined : binding.replica.resolve(stood);
  if (head !== undefined) binding.$select(head);
}

function $placeAt(event: DragEvent): Place | undefined {
  const range = document.caretRangeFromPoint(event.clientX, event.clientY);
  return range === null ? undefined : $placeOfDOM(range.startContainer, range.startOffset);
}
