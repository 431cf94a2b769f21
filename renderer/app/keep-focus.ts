import { focusFirst } from './panes.ts';

/**
 * A ref for a pane whose content follows the caret: where the control that had the keyboard is replaced by another
 * provision's, the pane's first control gets it. The browser would give it to the page, where no key means anything.
 */
export function keepFocus(pane: HTMLElement): () => void {
  let last: HTMLElement | undefined;
  const take = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement) last = target;
  };
  // A control on its way out of the page may tell that it lost the keyboard, and is still there when it does.
  const leave = ({ target }: FocusEvent) =>
    queueMicrotask(() => {
      if (target instanceof HTMLElement && target.isConnected && target === last) last = undefined;
    });
  const watch = new MutationObserver(() => {
    if (!last || last.isConnected) return;
    last = undefined;
    if (document.activeElement === document.body) focusFirst(pane);
  });
  pane.addEventListener('focusin', take);
  pane.addEventListener('focusout', leave);
  watch.observe(pane, { childList: true, subtree: true });
  return () => {
    watch.disconnect();
    pane.removeEventListener('focusin', take);
    pane.removeEventListener('focusout', leave);
  };
}
