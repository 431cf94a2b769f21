import { fits, openEntry, type Head, type StoredEntry } from './entry.ts';
import type { Since } from './journal.ts';

/** Follows a chain entry by entry, as far as it fits. */
export class ChainReader {
  readonly #entries: StoredEntry[] = [];
  #head: Head;
  #brokenAt: number | undefined;

  constructor(after: Head) {
    this.#head = after;
  }

  /** Takes the next entry; `false` where it does not fit, and nothing after it is taken. */
  take(seq: number, bytes: Uint8Array): boolean {
    if (this.#brokenAt !== undefined) return false;
    if (seq !== this.#head.seq + 1 || !fits(this.#head, bytes)) {
      this.break();
      return false;
    }
    const entry = openEntry(bytes);
    this.#entries.push(entry);
    this.#head = { seq, hash: entry.hash };
    return true;
  }

  /** What comes next cannot be read. */
  break(): void {
    this.#brokenAt ??= this.#head.seq + 1;
  }

  read(): Since {
    return { entries: this.#entries, head: this.#head, brokenAt: this.#brokenAt };
  }
}
