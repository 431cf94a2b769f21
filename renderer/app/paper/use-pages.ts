import { useEffect, useMemo, useState } from 'react';
import { PageLines } from '../../../shared/pages/page-lines.ts';
import type { Draft } from '../../../shared/schema/draft.ts';
import { canvasMeasure, loadFaces } from './measure.ts';

/** Pages for a draft that is shown as one; another object when faces have arrived that its letters need. */
export function usePages({ provisions, language }: Draft): PageLines {
  const [faces, setFaces] = useState(0);
  useEffect(() => {
    const arrived = () => setFaces((count) => count + 1);
    document.fonts.addEventListener('loadingdone', arrived);
    void loadFaces([...new Set(provisions.map(({ text }) => text).join(''))].join(''));
    return () => document.fonts.removeEventListener('loadingdone', arrived);
  }, [provisions]);
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => new PageLines(canvasMeasure(), language), [language, faces]);
}
