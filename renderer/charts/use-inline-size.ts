import { useEffect, useState, type RefObject } from 'react';

/** The width of an element's content, in whole pixels; 0 until it stands on the screen. */
export function useInlineSize(frame: RefObject<HTMLElement | null>): number {
  const [size, setSize] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setSize(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return size;
}
