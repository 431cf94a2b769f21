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
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { Binding } from '../binding.ts';
import { $createRunNode, $isRunNode } from '../nodes/run-node.ts';
import { $isProvisionNode } from '../nodes/provision-node.ts';
import { $spansBetween } from '../projection/places.ts';
import type { CaretText } from '../writing/caret-diff.ts';
import { $beginComposition, $finishComposition, SCAFFOLD, type Composition } from '../writing/compose.ts';

/**
 * Composing with an input method (rule E3). From its start to its end the provision is held: the input method owns its
 * nodes, nothing of it is written, nothing that arrives is shown in it. At the end, what the input method left on the
 * screen is compared with what stood there, and the difference becomes one command (`writing/compose.ts`).
 */
export function registerComposition(binding: Binding): () => void {
  let composition: Composition | undefined;
  let after: CaretText | undefined;
  const { editor } = binding;

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
        const before = readScreen(binding, range.to.provision) ?? { text: '', caret: 0 };
        composition = $beginComposition(binding, { at: range.to, spans, before });
        after = undefined;
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
      binding.update(() => $finishComposition(binding, done, screen));
    }),
  );
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
