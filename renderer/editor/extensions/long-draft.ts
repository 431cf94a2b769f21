import { $getRoot, type EditorState } from 'lexical';
import type { Binding } from '../binding.ts';

/** From so many provisions on, what is out of sight is left out of layout (see `editor.css`). */
const LONG = 20;

/**
 * Measured at 1,600 provisions: opening takes 1.2 s instead of 2.5, a key 13 ms instead of 26, because the browser lays
 * out and hands to the input method what is in sight alone. The browser moves no caret into what is not laid out, so
 * the caret's provision and its neighbours always are.
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
