import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { ProvisionId } from '../../../../shared/schema/ids.ts';
import { invariant } from '../../../../shared/schema/result.ts';

/** One question under the text, with a field for words where the answer needs some. */
export interface Question {
  readonly words: ReactNode;
  readonly confirm: string;
  /** `lines`: it takes several; Enter answers all the same, and Shift+Enter begins the next. */
  readonly field?: { readonly label: string; readonly value: string; readonly lines?: true };
  /** `answer` is what stands in the field. */
  act(answer: string): void;
}

interface Asking {
  readonly question: Question | undefined;
  /** Agreed provisions that may be proposed on without being asked again (rule E15), for as long as the draft is open. */
  readonly confirmed: Set<ProvisionId>;
  ask(question: Question): void;
  close(): void;
}

const AskingContext = createContext<Asking | undefined>(undefined);

export function useAsking(): Asking {
  const asking = useContext(AskingContext);
  invariant(asking, 'questions are asked under the text');
  return asking;
}

/** Keeps the one question that is open; a new one takes its place. */
export function AskingProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question>();
  const [confirmed] = useState(() => new Set<ProvisionId>());
  const asking = useMemo(
    () => ({
      question,
      confirmed,
      ask: (asked: Question) => setQuestion(asked),
      close: () => setQuestion(undefined),
    }),
    [question, confirmed],
  );
  return <AskingContext.Provider value={asking}>{children}</AskingContext.Provider>;
}
