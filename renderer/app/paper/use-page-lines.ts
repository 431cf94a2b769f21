import { useEffect, useState } from 'react';
import { PageLines, type ProvisionLines } from '../../../shared/pages/page-lines.ts';
import type { Bracket } from '../../../shared/schema/bracket.ts';
import type { Draft, Language } from '../../../shared/schema/draft.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { Provision } from '../../../shared/schema/provision.ts';
import type { Observed } from '../../session/contract.ts';
import { canvasMeasure, loadFaces } from './measure.ts';

export type DraftLines = ReadonlyMap<ProvisionId, ProvisionLines>;

/** What lines are counted in: a draft, and the open brackets in each provision. */
export interface LineSource {
  read(): Draft;
  bracketsIn(provision: ProvisionId): readonly Bracket[];
  /** Absent where the draft never changes. */
  subscribe?(listener: () => void): () => void;
}

/** Counts whenever the machine is idle, never in a keystroke; at most so long after the last change. */
const LONGEST_WAIT_MS = 400;

/** Lines of a draft as they fall on the page, followed as it changes while `shown`: an `Observed`, so that counting renders nothing. */
export function usePageLines(source: LineSource, language: Language, shown: boolean): Observed<DraftLines | undefined> {
  const [counter] = useState(makeCounter);
  useEffect(() => {
    if (!shown) return undefined;
    return counter.follow(source, language);
  }, [counter, source, language, shown]);
  return counter;
}

function makeCounter() {
  let lines: DraftLines | undefined;
  const listeners = new Set<() => void>();
  const tell = (next: DraftLines | undefined) => {
    lines = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => lines,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    follow(source: LineSource, language: Language): () => void {
      const pages = new PageLines(canvasMeasure(), language);
      const letters = new Set<string>();
      /** Those whose letters are known: a key makes one provision another one, and the rest need not be read. */
      const read = new WeakSet<Provision>();
      let idle = 0;
      let stopped = false;
      const now = () => {
        idle = 0;
        const { provisions } = source.read();
        tell(pages.count(provisions, (id) => source.bracketsIn(id)));
        void loadNew(provisions);
      };
      // A face may be there in part only: what a new letter needs is fetched, and what was measured without it, again.
      const loadNew = async (provisions: Draft['provisions']) => {
        const fresh = new Set<string>();
        for (const provision of provisions) {
          if (read.has(provision)) continue;
          read.add(provision);
          for (const letter of provision.text) if (!letters.has(letter)) fresh.add(letter);
        }
        if (fresh.size === 0) return;
        for (const letter of fresh) letters.add(letter);
        const before = loaded();
        await loadFaces([...fresh].join(''));
        if (loaded() === before || stopped) return;
        pages.forget(canvasMeasure());
        ask();
      };
      const ask = () => {
        if (idle === 0) idle = requestIdleCallback(now, { timeout: LONGEST_WAIT_MS });
      };
      const stop = source.subscribe?.(ask);
      ask();
      return () => {
        stop?.();
        cancelIdleCallback(idle);
        stopped = true;
        tell(undefined);
      };
    },
  };
}

function loaded(): number {
  let count = 0;
  for (const face of document.fonts) if (face.status === 'loaded') count += 1;
  return count;
}
