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

/** Out of the text, by Escape: to what explains it, so that Tab goes on from there. */
export function leaveText(): void {
  const margin = document.querySelector<HTMLElement>('[data-pane="margin"]');
  if (!margin) return;
  focusFirst(margin);
}

/** The pane's first control, or the pane itself where it has none. */
export function focusFirst(pane: HTMLElement): void {
  const target = pane.querySelector<HTMLElement>(FOCUSABLE) ?? pane;
  if (target === pane) pane.tabIndex = -1;
  target.focus();
}

/** Whether the keyboard is in the text already, or in something that takes Escape for itself. */
export function escapeIsTaken(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[data-pane="text"], [role="dialog"], [role="menu"], [role="listbox"]') !== null
  );
}

/** Back to the text: the editor, or whatever the view has in its place. */
export function focusText(): void {
  const pane = [...document.querySelectorAll<HTMLElement>('[data-pane="text"]')].find(
    ({ offsetParent }) => offsetParent !== null,
  );
  const text = pane?.querySelector<HTMLElement>('[contenteditable="true"], [data-pane-home]') ?? pane;
  text?.focus();
}
