import { mergeRegister } from 'lexical';
import type { ProvisionLines } from '../../../shared/pages/page-lines.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { Binding } from '../binding.ts';
import { $isProvisionNode } from '../nodes/provision-node.ts';
import { $spotAt } from '../projection/places.ts';
import { scrollerOf } from './marks.ts';

/** Longest wait for an idle moment; a number may be late, a key may not. */
const PATIENCE_MS = 250;
/** Whoever writes fast moves few lines; the gutter follows so many milliseconds apart. */
const REST_MS = 100;
/** Provisions this far out of view have their numbers already when they scroll in. */
const AHEAD_PX = 600;

/**
 * Draws the numbers of the page's lines in the gutter, each beside the line of the screen in which its line of the page
 * begins (rule F5). Only for what is near the view, and when the machine is idle: a keystroke does nothing here.
 */
export function registerLines(binding: Binding, layer: HTMLElement): () => void {
  const { editor } = binding;
  const gutter = layer.ownerDocument.createElement('div');
  gutter.className = 'draft-lines';
  layer.append(gutter);
  const write = new Intl.NumberFormat(binding.settings.language === 'ar' ? 'ar-EG' : 'en', { useGrouping: false });
  let idle = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let drawnAt = -Infinity;
  /** By their number: most keys and most of a scroll leave every line where it was, and only what moved is laid out anew. */
  const numbers = new Map<number, { readonly element: HTMLElement; readonly look: string }>();
  const draw = () => {
    idle = 0;
    drawnAt = performance.now();
    const standing = standingLines(binding, layer);
    for (const [number, look] of standing) {
      const before = numbers.get(number);
      if (before?.look === look) continue;
      const element = before?.element ?? layer.ownerDocument.createElement('span');
      if (before === undefined) {
        element.textContent = write.format(number);
        gutter.append(element);
      }
      element.style.cssText = look;
      numbers.set(number, { element, look });
    }
    for (const [number, { element }] of numbers) {
      if (standing.has(number)) continue;
      element.remove();
      numbers.delete(number);
    }
  };
  const whenIdle = () => {
    rest = undefined;
    idle = requestIdleCallback(draw, { timeout: PATIENCE_MS });
  };
  const schedule = () => {
    if (idle !== 0 || rest !== undefined) return;
    const early = drawnAt + REST_MS - performance.now();
    if (early > 0) rest = setTimeout(whenIdle, early);
    else whenIdle();
  };
  const view = layer.ownerDocument.defaultView;
  const resized = view === null ? undefined : new view.ResizeObserver(schedule);
  resized?.observe(layer);
  // Scrolling is told by whatever scrolls, and only on the way down.
  layer.ownerDocument.addEventListener('scroll', schedule, { capture: true, passive: true });
  const stop = mergeRegister(
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) schedule();
    }),
    binding.settings.lines?.subscribe(schedule) ?? (() => {}),
  );
  schedule();
  return () => {
    stop();
    resized?.disconnect();
    layer.ownerDocument.removeEventListener('scroll', schedule, { capture: true });
    clearTimeout(rest);
    cancelIdleCallback(idle);
    gutter.remove();
  };
}

/** The lines of the page near the view by their numbers, and where each stands, as a style. All is measured in one go. */
function standingLines(binding: Binding, layer: HTMLElement): ReadonlyMap<number, string> {
  const looks = new Map<number, string>();
  const root = binding.editor.getRootElement();
  const lines = binding.settings.lines?.get();
  if (root === null || lines === undefined || root.offsetParent === null) return looks;
  const origin = layer.getBoundingClientRect().top;
  for (const element of inView(root)) {
    const id = element.dataset['provision'] as ProvisionId;
    const own = lines.get(id);
    if (own === undefined) continue;
    let last = -Infinity;
    for (const [index, { top, height }] of topsOf(binding, id, own).entries()) {
      // Two lines of the page may begin in one line of a wide screen.
      if (top === undefined || top < last + height / 2) continue;
      last = top;
      looks.set(
        own.first + index,
        `inset-block-start:${top - origin}px;block-size:${height}px;line-height:${height}px`,
      );
    }
  }
  return looks;
}

/** The provisions in or near the view. */
export function inView(root: HTMLElement): HTMLElement[] {
  const pane = scrollerOf(root)?.getBoundingClientRect();
  const view = { top: Math.max(pane?.top ?? 0, 0) - AHEAD_PX, bottom: (pane?.bottom ?? innerHeight) + AHEAD_PX };
  return childrenIn(root, view).flatMap((section) => childrenIn(section, view));
}

/** The children in or near the view; they stand one below the other, so the first is found by halving. */
function childrenIn(parent: HTMLElement, { top, bottom }: { readonly top: number; readonly bottom: number }) {
  const elements = [...parent.children] as HTMLElement[];
  let [low, high] = [0, elements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (elements[middle]!.getBoundingClientRect().bottom < top) low = middle + 1;
    else high = middle;
  }
  const near: HTMLElement[] = [];
  for (const element of elements.slice(low)) {
    if (element.getBoundingClientRect().top > bottom) break;
    near.push(element);
  }
  return near;
}

/** Where on the screen each line of the page begins; `undefined` while the screen shows other words than were counted. */
function topsOf(
  binding: Binding,
  provision: ProvisionId,
  { offsets }: ProvisionLines,
): { readonly top: number | undefined; readonly height: number }[] {
  return binding.editor.read(() => {
    const node = binding.projection.$nodeOf(provision);
    const element = binding.projection.elementOf(provision);
    if (!$isProvisionNode(node) || element === null) return [];
    if (node.isEmpty()) {
      const { top, height } = element.getBoundingClientRect();
      const padding = Number.parseFloat(getComputedStyle(element).paddingBlockStart);
      return [{ top: top + padding, height: height - 2 * padding }];
    }
    const range = element.ownerDocument.createRange();
    return offsets.map((offset) => {
      const spot = $spotAt(node, offset, 1);
      const text = binding.editor.getElementByKey(spot.node.getKey())?.firstChild ?? null;
      const length = text?.textContent?.length ?? 0;
      if (text === null || length === 0) return { top: undefined, height: 0 };
      const at = Math.min(spot.offset, length - 1);
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const rects = range.getClientRects();
      const rect = rects[rects.length - 1];
      return { top: rect?.top, height: rect?.height ?? 0 };
    });
  });
}
