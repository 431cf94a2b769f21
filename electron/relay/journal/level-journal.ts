/**
 * The journal on LevelDB. Keys: `e!STREAM!SEQ` (entries), `s!STREAM` (snapshots). A stream's name has no `!`.
 * One batch is written at a time, with `sync`; what arrives meanwhile goes into the next one, so that many writers
 * share one flush of the disk.
 *
 * After a failed write LevelDB takes no more until it is opened anew, and opening writes the log out as a table. So it
 * stays open for reading until a scratch file shows that the disk would take that much; only then is it reopened.
 */
import { chmod, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { Fault } from '../../../shared/schema/result.ts';
import type { JournalTrouble } from '../../../shared/sync/protocol/refusal.ts';
import { ChainReader } from './chain.ts';
import { acceptDamage, isDamaged, keepLogs } from './damage.ts';
import type { Entry, Head } from './entry.ts';
import { genesis, headAfter, sealEntry } from './entry.ts';
import type { Journal, Replay, Since, Snapshot } from './journal.ts';
import { JournalRefusal } from './journal.ts';
import { replayStream } from './replay.ts';
import { encodeSnapshot } from './snapshot.ts';

type Level = ClassicLevel<string, Uint8Array>;
interface Put {
  readonly type: 'put';
  readonly key: string;
  readonly value: Uint8Array;
}
interface Waiting {
  readonly puts: readonly Put[];
  done(): void;
  fail(error: JournalRefusal): void;
}

export interface LevelOptions {
  /** How often a disk that refused a write is tried again. */
  readonly retryMs: number;
  /** Goes on without what a damaged log held. */
  readonly acceptDamage?: boolean;
  /** Told how long each flush to disk took. */
  readonly onCommit?: (seconds: number) => void;
}

/**
 * Opens the journal in `folder`, making it; rejects with a `Fault`: `data-in-use`, `data-full`, `data-read-only`,
 * `data-unreadable`.
 */
export async function openLevelJournal(folder: string, options: LevelOptions): Promise<Journal> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new Fault(openingFault(cause), { cause });
  });
  // The meetings' signing keys are in here.
  await chmod(folder, 0o700).catch(() => undefined);
  try {
    await keepLogs(folder);
    if (options.acceptDamage) await acceptDamage(folder);
    const level = await openLevel(folder);
    return new LevelJournal(folder, level, { ...options, damaged: await isDamaged(folder, Date.now) });
  } catch (cause) {
    throw new Fault(openingFault(cause), { cause });
  }
}

async function openLevel(folder: string): Promise<Level> {
  const level: Level = new ClassicLevel<string, Uint8Array>(folder, { keyEncoding: 'utf8', valueEncoding: 'view' });
  await level.open();
  return level;
}

class LevelJournal implements Journal {
  readonly #folder: string;
  readonly #options: LevelOptions;
  readonly #listeners = new Set<(trouble: JournalTrouble | undefined) => void>();
  #level: Level;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #trouble: JournalTrouble | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(folder: string, level: Level, options: LevelOptions & { readonly damaged: boolean }) {
    this.#folder = folder;
    this.#level = level;
    this.#options = options;
    // It can be read as far as it goes. What is written on top of a loss would hide it.
    if (options.damaged) this.#trouble = 'journal-broken';
  }

  async append(stream: string, after: Head, entries: readonly Entry[]): Promise<Head> {
    let head = after;
    const puts: Put[] = [];
    for (const entry of entries) {
      const sealed = sealEntry(head, entry);
      head = sealed.head;
      puts.push({ type: 'put', key: entryKey(stream, head.seq), value: sealed.bytes });
    }
    await this.#commit(puts);
    return head;
  }

  async putSnapshot(stream: string, snapshot: Snapshot): Promise<void> {
    await this.#commit([{ type: 'put', key: `s!${stream}`, value: encodeSnapshot(snapshot) }]);
  }

  async replay(stream: string): Promise<Replay> {
    return replayStream(this, stream, await this.#snapshot(stream));
  }

  async since(stream: string, after: Head): Promise<Since> {
    const chain = new ChainReader(after);
    try {
      for await (const [key, bytes] of this.#level.iterator({ gt: entryKey(stream, after.seq), lt: endKey(stream) })) {
        if (!chain.take(seqOf(key), bytes)) break;
      }
    } catch (error) {
      // A table that does not match its checksum: what comes before it can be read.
      if (causeCode(error) !== 'LEVEL_CORRUPTION') throw error;
      chain.break();
    }
    return chain.read();
  }

  async end(stream: string): Promise<Head> {
    const range = { gt: entryKey(stream, 0), lt: endKey(stream), reverse: true, limit: 1 };
    const [last] = await this.#level.iterator(range).all();
    return last ? headAfter(seqOf(last[0]), last[1]) : genesis(stream);
  }

  // The folder is this relay's alone.
  follow(): () => void {
    return () => undefined;
  }

  async *entries(stream: string, after = 0): AsyncIterable<{ readonly seq: number; readonly bytes: Uint8Array }> {
    for await (const [key, bytes] of this.#level.iterator({ gt: entryKey(stream, after), lt: endKey(stream) })) {
      yield { seq: seqOf(key), bytes };
    }
  }

  async streams(prefix: string): Promise<readonly string[]> {
    // From one stream's last possible key straight to the next stream, so that the cost is the streams, not the entries.
    const names: string[] = [];
    let gte = `e!${prefix}`;
    for (;;) {
      const [key] = await this.#level.keys({ gte, lt: 'e"', limit: 1 }).all();
      const name = key?.split('!')[1];
      if (name === undefined || !name.startsWith(prefix)) return names;
      names.push(name);
      gte = endKey(name);
    }
  }

  trouble(): JournalTrouble | undefined {
    return this.#trouble;
  }

  onTrouble(listener: (trouble: JournalTrouble | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    while (this.#writing) await this.#writing;
    this.#listeners.clear();
    await this.#level.close();
  }

  async #snapshot(stream: string): Promise<Uint8Array | 'unreadable' | undefined> {
    try {
      return await this.#level.get(`s!${stream}`);
    } catch (error) {
      if (causeCode(error) !== 'LEVEL_CORRUPTION') throw error;
      return 'unreadable';
    }
  }

  #commit(puts: readonly Put[]): Promise<void> {
    if (this.#closed) return Promise.reject(new JournalRefusal('journal-broken'));
    if (this.#trouble) return Promise.reject(new JournalRefusal(this.#trouble));
    return new Promise((done, fail) => {
      this.#waiting.push({ puts, done, fail });
      this.#writing ??= this.#drain().finally(() => {
        this.#writing = undefined;
      });
    });
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      const started = performance.now();
      try {
        await this.#level.batch(
          batch.flatMap((one) => one.puts),
          { sync: true },
        );
      } catch (cause) {
        this.#enterTrouble(troubleOf(cause));
        const refusal = new JournalRefusal(this.#trouble ?? 'journal-broken', cause);
        for (const one of [...batch, ...this.#waiting.splice(0)]) one.fail(refusal);
        return;
      }
      this.#options.onCommit?.((performance.now() - started) / 1000);
      for (const one of batch) one.done();
    }
  }

  #enterTrouble(trouble: JournalTrouble): void {
    this.#setTrouble(trouble);
    if (!this.#closed) this.#retry = setTimeout(() => void this.#recover(), this.#options.retryMs);
  }

  async #recover(): Promise<void> {
    try {
      await probe(this.#folder);
      await this.#level.close();
      this.#level = await openLevel(this.#folder);
      this.#setTrouble(undefined);
    } catch (cause) {
      this.#enterTrouble(troubleOf(cause));
    }
  }

  #setTrouble(trouble: JournalTrouble | undefined): void {
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    for (const listener of this.#listeners) listener(trouble);
  }
}

/** Whether the disk takes what a reopening would write: the logs as tables, and a little more. */
async function probe(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  const size = sizes.reduce((sum, one) => sum + one, 65_536);
  const scratch = join(folder, 'scratch');
  try {
    const file = await open(scratch, 'w', 0o600);
    try {
      await file.writeFile(new Uint8Array(size));
      await file.sync();
    } finally {
      await file.close();
    }
  } finally {
    await rm(scratch, { force: true });
  }
}

function entryKey(stream: string, seq: number): string {
  return `e!${stream}!${seq.toString(16).padStart(12, '0')}`;
}

function endKey(stream: string): string {
  return `e!${stream}"`;
}

function seqOf(key: string): number {
  return Number.parseInt(key.slice(key.lastIndexOf('!') + 1), 16);
}

function openingFault(cause: unknown): string {
  if (causeCode(cause) === 'LEVEL_LOCKED') return 'data-in-use';
  const trouble = troubleOf(cause);
  return trouble === 'journal-broken' ? 'data-unreadable' : trouble.replace('journal', 'data');
}

function causeCode(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : '';
}

/** The trouble behind a failed write. LevelDB hands on the words of the C library; Node's own calls have codes. */
export function troubleOf(error: unknown): JournalTrouble {
  const cause = error instanceof Error ? error.cause : undefined;
  const words = [error, cause].map((one) => (one instanceof Error ? `${one.message} ${causeCode(one)}` : '')).join(' ');
  if (/no space left|quota exceeded|file too large|\b(ENOSPC|EDQUOT|EFBIG)\b/i.test(words)) return 'journal-full';
  if (/read-only|permission denied|not permitted|\b(EROFS|EACCES|EPERM)\b/i.test(words)) return 'journal-read-only';
  return 'journal-broken';
}
