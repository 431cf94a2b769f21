import { clearDocument } from 'y-indexeddb';
import type * as Y from 'yjs';
import type { Observed } from '../contract.ts';
import { keep } from '../stores/observed.ts';
import { CommittedCopy, VALUES } from './committed-copy.ts';
import { noteLater } from './unsent-note.ts';

/** A doc's copy on this machine's disk. */
export interface KeptCopy {
  /** Ends when what was kept has been read back into the doc, or when it is clear that nothing can be kept. */
  readonly loaded: Promise<void>;
  /** Whether changes are written to disk; false in a window whose browser refuses, and after a failed write. */
  readonly kept: Observed<boolean>;
  /** How many changes earlier windows made that no relay acknowledged. Known once loaded. */
  inherited(): number;
  /** Notes how many of this window's changes are not acknowledged, for the next start. */
  noteUnsent(count: number): void;
  /** The relay has all that was inherited. */
  settleInherited(): void;
  /** A small JSON value beside the doc; `undefined` where there is none. */
  recall(key: string): Promise<unknown>;
  remember(key: string, value: unknown): void;
  stop(): void;
}

const UNSENT = 'unsent/';

/** Keeps `doc` under `name` by y-indexeddb. Two windows of one member share the copy; each counts its own changes. */
export function keepCopy(name: string, doc: Y.Doc): KeptCopy {
  const kept = keep(false);
  let persistence: CommittedCopy | undefined;
  let inheritedKeys: readonly string[] = [];
  let inherited = 0;
  let stopped = false;
  const failed = () => kept.set(false);
  const put = (key: string, value: unknown) => {
    try {
      persistence?.put(key, value);
    } catch {
      failed();
    }
  };
  const unsentNote = noteLater((count) => put(`${UNSENT}${doc.clientID}`, count > 0 ? count : undefined));
  const atEnd = () => unsentNote.flush();

  const start = async () => {
    if (!(await canKeep())) return;
    if (stopped) return;
    persistence = new CommittedCopy(name, doc, failed);
    await persistence.whenSynced;
    const db = persistence.db;
    if (!db || stopped) return;
    // A failed request's error bubbles up to the database: a full disk is not passed over in silence.
    for (const event of ['error', 'abort', 'close']) db.addEventListener(event, failed);
    // Forgotten in another window: nothing is kept here any more.
    db.addEventListener('versionchange', () => {
      failed();
      void persistence?.destroy();
    });
    const unsent = await readUnsent(db);
    inheritedKeys = [...unsent.keys()];
    inherited = [...unsent.values()].reduce((sum, count) => sum + count, 0);
    globalThis.addEventListener?.('pagehide', atEnd);
    kept.set(true);
  };

  return {
    loaded: start().catch(failed),
    kept,
    inherited: () => inherited,
    noteUnsent: unsentNote.set,
    settleInherited() {
      inherited = 0;
      for (const key of inheritedKeys) put(key, undefined);
      inheritedKeys = [];
    },
    recall: async (key) => persistence?.get(key),
    remember: (key, value) => put(key, JSON.stringify(value)),
    stop() {
      stopped = true;
      unsentNote.flush();
      globalThis.removeEventListener?.('pagehide', atEnd);
      void persistence?.destroy();
    },
  };
}

/** Removes a kept copy for good. A window that still has it open lets go of it; one that does not answer is not waited for. */
export async function discardCopy(name: string): Promise<void> {
  if (!(await canKeep())) return;
  await Promise.race([clearDocument(name), new Promise((resolve) => setTimeout(resolve, LONGEST_DISCARD_MS))]);
}

const LONGEST_DISCARD_MS = 3000;

/** y-indexeddb waits for ever where the browser refuses a database, so it is asked first. */
function canKeep(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('rostrum.probe');
      request.addEventListener('success', () => {
        request.result.close();
        resolve(true);
      });
      for (const event of ['error', 'blocked']) request.addEventListener(event, () => resolve(false));
    } catch {
      resolve(false);
    }
  });
}

function readUnsent(db: IDBDatabase): Promise<ReadonlyMap<string, number>> {
  return new Promise((resolve, reject) => {
    const found = new Map<string, number>();
    const range = IDBKeyRange.bound(UNSENT, `${UNSENT}\uffff`);
    const request = db.transaction(VALUES, 'readonly').objectStore(VALUES).openCursor(range);
    request.addEventListener('error', () => reject(request.error));
    request.addEventListener('success', () => {
      const cursor = request.result;
      if (!cursor) return resolve(found);
      const { key, value } = cursor;
      if (typeof key === 'string' && typeof value === 'number' && value > 0) found.set(key, value);
      cursor.continue();
    });
  });
}
