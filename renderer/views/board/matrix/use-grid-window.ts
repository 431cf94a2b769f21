import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { reach, windowOf, type GridShape, type GridWindow, type PaneView } from './grid-window.ts';

/** Rows and columns drawn beyond what is in sight, so that a key's step or a turn of the wheel finds them there. */
const SPARE = 3;
const NOTHING: GridWindow = { rows: { from: 0, to: 0 }, cols: { from: 0, to: 0 } };

/**
 * What of a grid is in sight of its pane, read once a frame and drawn before the frame is: places are read before anything
 * is written, so that nothing is laid out twice. `show` scrolls a cell into sight.
 */
export function useGridWindow(pane: RefObject<HTMLElement | null>, shape: GridShape) {
  const [shown, setShown] = useState<GridWindow>(NOTHING);
  const size = useRef({ blockSize: 0, inlineSize: 0 });
  const { rows, cols, row, col, headRow, headCol } = shape;

  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return;
    const look = () => {
      const next = windowOf(viewOf(element, size.current), { rows, cols, row, col, headRow, headCol }, SPARE);
      setShown((before) => (isSame(before, next) ? before : next));
    };
    const measure = () => {
      size.current = { blockSize: element.clientHeight, inlineSize: element.clientWidth };
      look();
    };
    const follow = () => flushSync(look);
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(element);
    element.addEventListener('scroll', follow, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', follow);
    };
  }, [pane, rows, cols, row, col, headRow, headCol]);

  const show = ({ row: atRow, col: atCol }: { readonly row: number; readonly col: number }) => {
    const element = pane.current;
    if (!element) return;
    const { top, start, blockSize, inlineSize } = viewOf(element, size.current);
    const down = atRow < 0 ? undefined : reach(atRow, row, { start: top, length: blockSize - headRow });
    const across = atCol < 0 ? undefined : reach(atCol, col, { start, length: inlineSize - headCol });
    if (down === undefined && across === undefined) return;
    const side = getComputedStyle(element).direction === 'rtl' ? -1 : 1;
    element.scrollTo({ top: down ?? top, left: side * (across ?? start), behavior: 'instant' });
    // Drawn with the step itself, before the pane tells that it has scrolled.
    const next = windowOf({ top: down ?? top, start: across ?? start, blockSize, inlineSize }, shape, SPARE);
    setShown((before) => (isSame(before, next) ? before : next));
  };
  return { shown, show };
}

/** From right to left, how far it is scrolled is a negative number. */
function viewOf(element: HTMLElement, size: Pick<PaneView, 'blockSize' | 'inlineSize'>): PaneView {
  return { top: element.scrollTop, start: Math.abs(element.scrollLeft), ...size };
}

function isSame(a: GridWindow, b: GridWindow): boolean {
  return (
    a.rows.from === b.rows.from && a.rows.to === b.rows.to && a.cols.from === b.cols.from && a.cols.to === b.cols.to
  );
}
