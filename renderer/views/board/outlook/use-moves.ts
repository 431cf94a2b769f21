import { useEffect, useState } from 'react';
import { useDraft, usePositions, useRoster, useRulings } from '../../../session/hooks.ts';
import type { MovesAnswer, MovesQuestion } from './moves-worker.ts';

/** Typing goes on: the question is asked when it has rested for so long. */
const REST_MS = 400;

/** The smallest set of moves for the meeting as it stands; the last answer stays until there is another. */
export function useMoves(): { readonly answer: MovesAnswer | undefined; readonly working: boolean } {
  const draft = useDraft();
  const positions = usePositions();
  const rulings = useRulings();
  const { delegations, groups } = useRoster();
  const [answer, setAnswer] = useState<MovesAnswer>();
  const [working, setWorking] = useState(true);
  useEffect(() => {
    let worker: Worker | undefined;
    const timer = setTimeout(() => {
      worker = new Worker(new URL('./moves-worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<MovesAnswer>) => {
        setAnswer(data);
        setWorking(false);
        worker?.terminate();
      };
      const question: MovesQuestion = { draft, positions, delegations, groups, rulings };
      worker.postMessage(question);
      setWorking(true);
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [draft, positions, rulings, delegations, groups]);
  return { answer, working };
}
