import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { invariant } from '../../../shared/schema/result.ts';
import { useAnnounce } from '../../app/announcer.tsx';
import { useFaultText } from '../../i18n/fault.ts';

interface Remarks {
  /** What the last act did not do and why, until the next one. */
  readonly remark: string | undefined;
  refuse(reason: unknown): void;
  tell(words: string): void;
  clear(): void;
}

const RemarkContext = createContext<Remarks | undefined>(undefined);

export function useRemarks(): Remarks {
  const remarks = useContext(RemarkContext);
  invariant(remarks, 'acts on the draft are remarked on in its status line');
  return remarks;
}

/** Gathers what acts on the draft have to say, for the status line and for the ear; nothing pops up. */
export function RemarkProvider({ children }: { children: ReactNode }) {
  const announce = useAnnounce();
  const faultText = useFaultText();
  const [remark, setRemark] = useState<string>();
  const remarks = useMemo(() => {
    const tell = (words: string) => {
      setRemark(words);
      announce(words, 'now');
    };
    return { remark, tell, refuse: (reason: unknown) => tell(faultText(reason)), clear: () => setRemark(undefined) };
  }, [remark, announce, faultText]);
  return <RemarkContext.Provider value={remarks}>{children}</RemarkContext.Provider>;
}
