/** Elements that F6 goes through carry `data-pane`; inside one, `data-pane-home` takes the focus first. */
const PANE = '[data-pane]';
const FOCUSABLE =
  'a[href], button:not([disabled]), input, textarea, select, [contenteditable="true"], [tabindex]:not([tabindex="-1"])';

/** Puts the focus into the next pane (`step` 1) or the one before, where it was there last, else on its first control. */
export function focusPane(step: 1 | -1, last: Map<Element, HTMLElement>): void {
  const panes = [...document.querySelectorAll<HTMLElement>(PANE)].filter((pane) => pane.offsetParent !== null);
  if (panes.length === 0) return;
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const from = panes[here];
  if (from && document.activeElement instanceof HTMLElement) last.set(from, document.activeElement);
  const next = panes[(here + step + panes.length) % panes.length];
  if (!next) return;
  const before = last.get(next);
  const home = next.querySelector<HTMLElement>('[data-pane-home]') ?? next.querySelector<HTMLElement>(FOCUSABLE);
  const target = before && next.contains(before) ? before : (home ?? next);
  if (target === next) next.tabIndex = -1;
  target.focus();
}

/** Back to the text: the editor, or whatever the view has in its place. */
export function focusText(): void {
  const pane = document.querySelector<HTMLElement>('[data-pane="text"]');
  const text = pane?.querySelector<HTMLElement>('[contenteditable="true"], [data-pane-home]') ?? pane;
  text?.focus();
}
