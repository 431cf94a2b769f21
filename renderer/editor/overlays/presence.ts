import { mergeRegister } from 'lexical';
import type { Place } from '../../../shared/sync/contract.ts';
import type { Presence } from '../../session/contract.ts';
import type { Binding } from '../binding.ts';
import { domRange, domSpot, type DomSpot } from '../projection/dom-places.ts';
import { OthersCaret } from './others-caret.ts';

/** A caret that has not moved for so long is taken for left behind and not drawn. */
const IDLE_MS = 10_000;
/** No name is wider, in pixels. */
const NAME_REACH = 320;
/** Selections of others are marked under this name; the style sheet gives it its look. */
export const PRESENCE_HIGHLIGHT = 'draft-presence';
/** A provision of a long draft came into layout or left it. */
const LAID_OUT = 'contentvisibilityautostatechange';

/**
 * Draws where others stand: carets with names on a layer above the text, selections as a highlight of the browser's.
 * Neither touches the text's own elements, so that a screen reader and the reconciler see a text nobody points into.
 */
export function registerPresence(binding: Binding, layer: HTMLElement): () => void {
  const { editor } = binding;
  const carets = new Map<number, OthersCaret>();
  const ranges = new Set<Range>();
  const view = layer.ownerDocument.defaultView;
  let frame = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  const draw = () => {
    frame = 0;
    clearTimeout(idle);
    const now = binding.settings.hand.now();
    const shown = (binding.settings.presence?.get() ?? []).filter(
      (other) => other.head !== undefined && now - other.movedAt < IDLE_MS,
    );
    const own = binding.caret()?.head.provision;
    // All is measured before anything is moved: in turn, every caret would lay the page out anew. The layer comes first:
    // of a page that has no styles yet, Chromium takes the first element it is asked of for visible, and lays it out.
    const origin = shown.length === 0 ? undefined : layer.getBoundingClientRect();
    const standing = shown.flatMap((other) => standingOf(binding, other) ?? []);
    const drawn = new Set<number>();
    const placed: Placed[] = [];
    unmark(ranges);
    for (const { other, head, rect, selected } of standing) {
      if (selected !== undefined && !selected.collapsed) ranges.add(selected);
      if (rect === undefined) continue;
      drawn.add(other.client);
      const caret = carets.get(other.client) ?? new OthersCaret(layer);
      carets.set(other.client, caret);
      caret.wear(other, head.provision === own);
      caret.set('inset-block-start', rect.top - (origin?.top ?? 0));
      caret.set('left', rect.left - (origin?.left ?? 0));
      caret.set('block-size', rect.height);
      placed.push({ caret, rect });
    }
    if (origin !== undefined) setNamesApart(placed, origin);
    for (const [client, caret] of carets) {
      if (drawn.has(client)) continue;
      caret.remove();
      carets.delete(client);
    }
    mark(ranges);
    const soonest = Math.min(...shown.map((other) => other.movedAt + IDLE_MS - now));
    if (Number.isFinite(soonest)) idle = setTimeout(schedule, soonest + 1);
  };
  const schedule = () => {
    if (frame === 0 && view !== null) frame = view.requestAnimationFrame(draw);
  };
  const resize = () => {
    // The type may be another size, or another face.
    for (const caret of carets.values()) caret.forgetWidth();
    schedule();
  };
  const resized = view === null ? undefined : new view.ResizeObserver(resize);
  resized?.observe(layer);
  layer.ownerDocument.fonts.addEventListener('loadingdone', resize);
  const root = editor.getRootElement();
  root?.addEventListener(LAID_OUT, schedule);
  const stop = mergeRegister(
    () => root?.removeEventListener(LAID_OUT, schedule),
    () => layer.ownerDocument.fonts.removeEventListener('loadingdone', resize),
    editor.registerUpdateListener(schedule),
    binding.settings.presence?.subscribe(schedule) ?? (() => {}),
  );
  schedule();
  return () => {
    stop();
    resized?.disconnect();
    clearTimeout(idle);
    view?.cancelAnimationFrame(frame);
    unmark(ranges);
    for (const caret of carets.values()) caret.remove();
  };
}

interface Standing {
  readonly other: Presence;
  readonly head: Place;
  /** None while the provision is left out of layout; it comes back to it on sight. */
  readonly rect: DOMRect | undefined;
  readonly selected: Range | undefined;
}

function standingOf(binding: Binding, other: Presence): Standing | undefined {
  const head = binding.replica.resolve(other.head);
  if (head === undefined) return undefined;
  // A provision out of sight leaves out what is inside it, never itself.
  const within = binding.projection.elementOf(head.provision)?.firstElementChild;
  const isLaidOut = within?.checkVisibility({ contentVisibilityAuto: true }) !== false;
  const spot = isLaidOut ? domSpot(binding, head) : undefined;
  const anchor = other.anchor === undefined ? undefined : binding.replica.resolve(other.anchor);
  return {
    other,
    head,
    rect: spot === undefined ? undefined : caretRect(spot),
    selected: anchor === undefined ? undefined : domRange(binding, anchor, head),
  };
}

interface Placed {
  readonly caret: OthersCaret;
  readonly rect: DOMRect;
}

/**
 * Carets close together on one line would write their names over each other, and one at the edge past it: each name
 * begins where the last ends, and none leaves the layer. Names that stand alone in the open are not measured.
 */
function setNamesApart(placed: readonly Placed[], layer: DOMRect): void {
  const isRightToLeft = placed[0]?.caret.isRightToLeft() === true;
  const along = ({ rect }: Placed) => (isRightToLeft ? layer.right - rect.left : rect.left - layer.left);
  const names = placed
    .toSorted((a, b) => a.rect.top - b.rect.top || along(a) - along(b))
    .map((one) => {
      const isAlone = placed.length === 1 && along(one) + NAME_REACH < layer.width;
      const width = isAlone ? 0 : one.caret.nameWidth();
      return { caret: one.caret, top: one.rect.top, at: along(one), from: along(one), width };
    });
  const isBeside = (one: (typeof names)[number], other: (typeof names)[number] | undefined) =>
    other !== undefined && Math.abs(one.top - other.top) <= 1;
  names.forEach((name, index) => {
    const last = names[index - 1];
    if (last && isBeside(name, last)) name.from = Math.max(name.at, last.from + last.width);
  });
  for (let index = names.length - 1; index >= 0; index -= 1) {
    const name = names[index]!;
    const next = names[index + 1];
    const end = next && isBeside(name, next) ? next.from : layer.width;
    name.from = Math.min(name.from, end - name.width);
    name.caret.set('--beside', name.from - name.at);
  }
}

function caretRect({ node, offset }: DomSpot): DOMRect | undefined {
  if (node instanceof HTMLElement) {
    const box = node.getBoundingClientRect();
    const start = getComputedStyle(node).direction === 'rtl' ? box.right : box.left;
    return new DOMRect(start, box.top, 0, box.height);
  }
  const range = (node.ownerDocument ?? document).createRange();
  range.setStart(node, offset);
  return [...range.getClientRects()].at(-1);
}

/** The highlight is the document's: several editors share it, each adds and takes out its own ranges. */
function mark(ranges: ReadonlySet<Range>): void {
  if (ranges.size === 0) return;
  const highlight = CSS.highlights.get(PRESENCE_HIGHLIGHT) ?? new Highlight();
  for (const range of ranges) highlight.add(range);
  CSS.highlights.set(PRESENCE_HIGHLIGHT, highlight);
}

function unmark(ranges: Set<Range>): void {
  for (const range of ranges) CSS.highlights.get(PRESENCE_HIGHLIGHT)?.delete(range);
  ranges.clear();
}
