/**
 * Keeps React's hands off the selection. Round every commit React saves the selection of a focused element that says it
 * is editable, and to find it walks all of its text: with 60,000 words 10 ms for every change of a badge. The editor
 * keeps its own selection (rule E4), so its element does not say so; the attribute, which the browser goes by, stays.
 */
export function ownSelection(root: HTMLElement): () => void {
  Object.defineProperty(root, 'contentEditable', { configurable: true, get: () => 'inherit' });
  return () => {
    Reflect.deleteProperty(root, 'contentEditable');
  };
}
