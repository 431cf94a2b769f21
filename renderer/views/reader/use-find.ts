import { useEffect, useState, type RefObject } from 'react';

export interface Find {
  readonly count: number;
  /** Which one is shown, from 1; 0 for none. */
  readonly index: number;
  step(by: 1 | -1): void;
}

const ALL = 'reader-found';
const ONE = 'reader-found-here';
/** More than anybody steps through; keeps a one-letter search quick. */
const MOST = 2000;

/** Finds words in an article and marks them by the highlight registry, so that the page's elements stay as they are. */
export function useFind(article: RefObject<HTMLElement | null>, wanted: string, text: unknown): Find {
  const [ranges, setRanges] = useState<readonly Range[]>([]);
  const [index, setIndex] = useState(0);

  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const found = article.current && wanted.trim() ? findWords(article.current, wanted.trim()) : [];
      setRanges(found);
      setIndex(found.length > 0 ? 1 : 0);
      mark(ALL, found);
    });
    return () => {
      cancelAnimationFrame(frame);
      mark(ALL, []);
      mark(ONE, []);
    };
  }, [article, wanted, text]);

  useEffect(() => {
    const here = ranges[index - 1];
    mark(ONE, here ? [here] : []);
    here?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  }, [ranges, index]);

  return {
    count: ranges.length,
    index,
    step: (by) => setIndex((now) => (ranges.length === 0 ? 0 : ((now - 1 + by + ranges.length) % ranges.length) + 1)),
  };
}

function mark(name: string, ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

/** Ranges of the words in each block, across the runs and brackets that cut them. */
function findWords(root: HTMLElement, wanted: string): Range[] {
  const found: Range[] = [];
  const needle = wanted.toLocaleLowerCase();
  for (const block of root.querySelectorAll<HTMLElement>('[data-provision]')) {
    const pieces: { node: Text; from: number }[] = [];
    let text = '';
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      pieces.push({ node: node as Text, from: text.length });
      text += (node as Text).data.toLocaleLowerCase();
    }
    for (let at = text.indexOf(needle); at >= 0 && found.length < MOST; at = text.indexOf(needle, at + needle.length)) {
      const start = pieces.findLast((piece) => piece.from <= at);
      const end = pieces.findLast((piece) => piece.from < at + needle.length);
      if (!start || !end) continue;
      const range = document.createRange();
      range.setStart(start.node, Math.min(at - start.from, start.node.length));
      range.setEnd(end.node, Math.min(at + needle.length - end.from, end.node.length));
      found.push(range);
    }
  }
  return found;
}
