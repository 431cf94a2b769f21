import { $getRoot, type EditorState } from 'lexical';
import type { Binding } from '../binding.ts';

/** From so many provisions on, what is out of sight is left out of layout (see `editor.css`). */
const LONG = 20;

/**
 * The browser lays out and hands to the input method what is in sight alone. At every change of the selection it tells
 * the input method all that it has laid out of the text: at 60,000 words 4.3 ms of processor time a key, and 0.7 so.
 * It moves no caret into what is not laid out, so the caret's provision and its neighbours always are.
 */
export function registerLongDraft(binding: Binding): () => void {
  const { editor, projection } = binding;
  let near: HTMLElement[] = [];
  const mark = ({ editorState }: { editorState: EditorState }) => {
    const root = editor.getRootElement();
    if (root === null) return;
    const isLong = editorState.read(() => $getRoot().getChildrenSize()) > LONG;
    if ((root.dataset['long'] === 'true') !== isLong) root.dataset['long'] = String(isLong);
    if (!isLong) return;
    const head = binding.caret()?.head.provision;
    const middle = head === undefined ? null : projection.elementOf(head);
    if (middle !== null && near[1] === middle) return;
    for (const element of near) delete element.dataset['near'];
    near = [middle?.previousElementSibling, middle, middle?.nextElementSibling].filter(isElement);
    for (const element of near) element.dataset['near'] = 'true';
  };
  mark({ editorState: editor.getEditorState() });
  return editor.registerUpdateListener(mark);
}

function isElement(element: Element | null | undefined): element is HTMLElement {
  return element instanceof HTMLElement;
}
