import type { Code } from '../../schema/ids.ts';

/** One write of a draft's past: what was written, when, by whom. */
export interface PastWrite {
  /** Milliseconds since 1970, by the clock of whoever kept it. */
  readonly at: number;
  readonly code: Code;
  /** Empty where it is not known. */
  readonly person: string;
  /** A Yjs update. */
  readonly update: Uint8Array;
}
