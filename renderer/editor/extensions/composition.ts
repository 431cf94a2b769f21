import {
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMPOSITION_END_COMMAND,
  COMPOSITION_END_TAG,
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  mergeRegister,
} from 'lexical';
import type { Span } from '../../../shared/schema/bracket.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { Anchor, Place } from '../../../shared/sync/contract.ts';
import type { Binding } from '../binding.ts';
import { $createRunNode, $isRunNode } from '../nodes/run-node.ts';
import { $isProvisionNode } from '../nodes/provision-node.ts';
import { $spansBetween } from '../projection/places.ts';
import { $insert } from '../writing/insert.ts';
import { caretDiff, type CaretText } from '../writing/caret-diff.ts';

/**
 * Composing with an input method (rule E3). From its start to its end the provision is held: the input method owns its
 * nodes, nothing of it is written, nothing that arrives is shown in it. At the end, what the input method left on the
 * screen is compared with what stood there, and the difference becomes one command at the places where those words are
 * by then: every offset was anchored at the start, so that what others did meanwhile, even at the caret, is kept.
 */
interface Composition {
  readonly provision: ProvisionId;
  /** The words on the screen at the start, glyphs included. */
  readonly before: CaretText;
  /** The model's offset for each of the screen's. */
  readonly offsets: readonly number[];
  /** By offset: stays with the character before, and with the one after. */
  readonly anchors: readonly { readonly before: Anchor; readonly after: Anchor }[];
  /** What was selected when the composition started, and gives way to it. */
  readonly selected: readonly { readonly from: Anchor; readonly to: Anchor }[];
}

/** Zero-width and no-break spaces that Lexical keeps beside composed text. */
const SCAFFOLD = /[\u200b]/gu;

export function registerComposition(binding: Binding): () => void {
  let composition: Composition | undefined;
  let after: CaretText | undefined;
  const { editor, projection } = binding;

  return mergeRegister(
    editor.registerCommand(
      COMPOSITION_START_COMMAND,
      () => {
        const selection = $getSelection();
        const range = binding.$range();
        if (composition !== undefined || range === undefined || !$isRangeSelection(selection)) return false;
        const spans = $spansBetween(range.from, range.to);
        if (!selection.isCollapsed()) {
          const [end, dom] = [selection.isBackward() ? selection.anchor : selection.focus, domSelection(binding)];
          const collapsed = selection.clone();
          collapsed.anchor.set(end.key, end.offset, end.type);
          collapsed.focus.set(end.key, end.offset, end.type);
          $setSelection(collapsed);
          dom?.collapseToEnd();
        }
        composition = $begin(binding, range.to, spans);
        after = undefined;
        projection.$hold(range.to.provision);
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    // Lexical puts a zero-width text where there is no text node to compose in.
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (text) => {
        const selection = $getSelection();
        if (composition === undefined || typeof text !== 'string' || !$isRangeSelection(selection)) return true;
        const node = selection.anchor.getNode();
        if ($isProvisionNode(node)) {
          const run = $createRunNode(text, { tag: 'span', look: 'draft-run' });
          node.splice(selection.anchor.offset, 0, [run]);
          run.select();
        } else if ($isRunNode(node)) {
          node.spliceText(selection.anchor.offset, 0, text, true);
        }
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      COMPOSITION_END_COMMAND,
      () => {
        // The screen is read here, before Lexical tidies its nodes: what the input method left is in the DOM alone.
        after = composition === undefined ? undefined : readScreen(binding, composition.provision);
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerUpdateListener(({ tags }) => {
      if (!tags.has(COMPOSITION_END_TAG) || composition === undefined) return;
      const done = composition;
      const screen = after ?? readScreen(binding, done.provision);
      composition = undefined;
      after = undefined;
      binding.update(() => $finish(binding, done, screen));
    }),
  );
}

function $begin(binding: Binding, at: Place, spans: readonly Span[]): Composition {
  const { replica } = binding;
  const anchor = (provision: ProvisionId, offset: number, side: -1 | 1) => replica.anchor({ provision, offset }, side);
  const offsets: number[] = [];
  let model = 0;
  for (const child of binding.projection.$nodeOf(at.provision)?.getChildren() ?? []) {
    for (const unit of child.getTextContent().split('')) {
      if (unit.replace(SCAFFOLD, '') !== '') offsets.push(model);
      if ($isRunNode(child)) model += 1;
    }
  }
  offsets.push(model);
  return {
    provision: at.provision,
    before: readScreen(binding, at.provision) ?? { text: '', caret: 0 },
    offsets,
    anchors: Array.from({ length: model + 1 }, (_, offset) => ({
      before: anchor(at.provision, offset, -1),
      after: anchor(at.provision, offset, 1),
    })),
    selected: spans.map((span) => ({
      from: anchor(span.provision, span.from, 1),
      to: anchor(span.provision, span.to, -1),
    })),
  };
}

function $finish(binding: Binding, composition: Composition, screen: CaretText | undefined): void {
  binding.projection.$release();
  const change = screen === undefined ? undefined : caretDiff(composition.before, screen);
  const { replica } = binding;
  const spans = composition.selected.flatMap(({ from, to }) => $resolvedSpans(binding, from, to));
  if (change === undefined) {
    const at = replica.resolve(composition.anchors[offsetAt(composition, composition.before.caret)]?.before);
    if (at !== undefined) binding.$select(at);
    return;
  }
  const from = offsetAt(composition, change.at);
  const to = offsetAt(composition, change.at + change.removed);
  const removed =
    from === to ? [] : $resolvedSpans(binding, composition.anchors[from]?.after, composition.anchors[to]?.before);
  const at = replica.resolve(composition.anchors[from]?.before);
  if (at === undefined) {
    binding.settings.onUnplaced?.(change.inserted);
    return;
  }
  $insert(binding, { at, spans: [...spans, ...removed] }, change.inserted);
}

function offsetAt(composition: Composition, screenOffset: number): number {
  return composition.offsets[Math.min(screenOffset, composition.offsets.length - 1)] ?? 0;
}

function $resolvedSpans(binding: Binding, from: Anchor, to: Anchor): Span[] {
  const start = binding.replica.resolve(from);
  const end = binding.replica.resolve(to);
  return start === undefined || end === undefined ? [] : $spansBetween(start, end);
}

function domSelection(binding: Binding): Selection | null {
  return binding.editor.getRootElement()?.ownerDocument.getSelection() ?? null;
}

/** The words a provision's element shows, and where the browser's caret is in them. */
function readScreen(binding: Binding, provision: ProvisionId): CaretText | undefined {
  const element = binding.projection.elementOf(provision);
  if (element === null) return undefined;
  const caret = domSelection(binding);
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  let at: number | undefined;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const words = node.nodeValue ?? '';
    if (node === caret?.focusNode) at = text.length + words.slice(0, caret.focusOffset).replace(SCAFFOLD, '').length;
    text += words.replace(SCAFFOLD, '');
  }
  return { text, caret: at ?? text.length };
}
