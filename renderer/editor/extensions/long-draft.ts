import type { Binding } from '../binding.ts';

/** From so many provisions on, what is out of sight is left out of layout (see `editor.css`). */
const LONG = 20;

/**
 * The browser lays out and hands to the input method what is in sight alone. At every change of the selection it tells
 * the input method all that it has laid out of the text: at 60,000 words 4.3 ms of processor time a key, and 0.7 so.
 * It moves no caret into what is not laid out, so the sections of the caret's provision and of its neighbours always are.
 */
export function registerLongDraft(binding: Binding): () => void {
  const { editor, projection, replica } = binding;
  let near: ReadonlySet<HTMLElement> = new Set();
  const mark = () => {
    const root = editor.getRootElement();
    if (root === null) return;
    const isLong = projection.size > LONG;
    if ((root.dataset['long'] === 'true') !== isLong) root.dataset['long'] = String(isLong);
    if (!isLong) return;
    const head = binding.caret()?.head.provision;
    const at = head === undefined ? -1 : replica.indexOf(head);
    const now = new Set<HTMLElement>();
    for (let index = Math.max(0, at - 1); at >= 0 && index <= at + 1; index += 1) {
      const id = replica.read().provisions[index]?.id;
      const section = id === undefined ? null : projection.elementOf(id)?.parentElement;
      if (section) now.add(section);
    }
    for (const section of near) if (!now.has(section)) delete section.dataset['near'];
    for (const section of now) if (!near.has(section)) section.dataset['near'] = 'true';
    near = now;
  };
  mark();
  return editor.registerUpdateListener(mark);
}
