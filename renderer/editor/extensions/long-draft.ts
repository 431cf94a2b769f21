import type { Binding } from '../binding.ts';

/** From so many provisions on, what is out of sight is left out of layout (see `editor.css`). */
const LONG = 20;

/**
 * The browser lays out and hands to the input method what is in sight alone. At every change of the selection it tells
 * the input method all that it has laid out of the text: at 60,000 words 4.3 ms of processor time a key, and 0.7 so.
 * It moves no caret into what is not laid out, so the sections of the caret's provision and of its neighbours always are.
 */
export function registerLongDraft(binding: Binding): () => void {
  const { editor, projection } = binding;
  let near: ReadonlySet<HTMLElement> = new Set();
  const mark = () => {
    const root = editor.getRootElement();
    if (root === null) return;
    const isLong = projection.size > LONG;
    if ((root.dataset['long'] === 'true') !== isLong) root.dataset['long'] = String(isLong);
    if (!isLong) return;
    const head = binding.caret()?.head.provision;
    const now = sectionsRound(head === undefined ? null : projection.elementOf(head));
    for (const section of near) if (!now.has(section)) delete section.dataset['near'];
    for (const section of now) if (!near.has(section)) section.dataset['near'] = 'true';
    near = now;
  };
  mark();
  return editor.registerUpdateListener(mark);
}

/** The sections of a provision and of its neighbours, as they stand on the screen. */
function sectionsRound(provision: HTMLElement | null): ReadonlySet<HTMLElement> {
  const section = provision?.parentElement;
  if (!provision || !section) return new Set();
  const before = provision.previousElementSibling === null ? section.previousElementSibling : null;
  const after = provision.nextElementSibling === null ? section.nextElementSibling : null;
  return new Set([before, section, after].filter((each) => each instanceof HTMLElement));
}
