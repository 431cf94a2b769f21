import { useState } from 'react';

export interface Way {
  readonly busy: boolean;
  /** What the last try failed with. */
  readonly fault: unknown;
  /** Goes the way; a failure stays here, beside the control it belongs to. */
  go(step: () => Promise<void>): void;
  clear(): void;
}

/** One way into a meeting: under way, failed, or waiting to be taken. `before`: what it failed with before it is shown. */
export function useWay(before?: unknown): Way {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(before);
  return {
    busy,
    fault,
    go(step) {
      setBusy(true);
      setFault(undefined);
      step()
        .catch((cause: unknown) => setFault(cause))
        .finally(() => setBusy(false));
    },
    clear: () => setFault(undefined),
  };
}
