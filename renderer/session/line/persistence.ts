import { clearDocument, IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import type { Observed } from '../contract.ts';
import { keep } from '../stores/observed.ts';

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

const STORE = 'custom';
const UNSENT = 'unsent/';

/** Keeps `doc` under `name` by y-indexeddb. Two windows of one member share the copy; each counts its own changes. */
export function keepCopy(name: string, doc: Y.Doc): KeptCopy {
  const kept = keep(false);
  let persistence: IndexeddbPersistence | undefined;
  let own = `${UNSENT}${doc.clientID}`;
  let inheritedKeys: readonly string[] = [];
  let inherited = 0;
  let stopped = false;

  const start = async () => {
    if (!(await canKeep())) return;
    if (stopped) return;
    persistence = new IndexeddbPersistence(name, doc);
    await persistence.whenSynced;
    const db = persistence.db;
    if (!db || stopped) return;
    // A failed request's error bubbles up to the database: a full disk is not passed over in silence.
    db.addEventListener('error', () => kept.set(false));
    db.addEventListener('abort', () => kept.set(false));
    const unsent = await readUnsent(db);
    inheritedKeys = [...unsent.keys()];
    inherited = [...unsent.values()].reduce((sum, count) => sum + count, 0);
    kept.set(true);
  };

  return {
    loaded: start().catch(() => kept.set(false)),
    kept,
    inherited: () => inherited,
    noteUnsent(count) {
      own = `${UNSENT}${doc.clientID}`;
      void (count > 0 ? persistence?.set(own, count) : persistence?.del(own))?.catch(() => kept.set(false));
    },
    settleInherited() {
      inherited = 0;
      for (const key of inheritedKeys) void persistence?.del(key).catch(() => kept.set(false));
      inheritedKeys = [];
    },
    recall: async (key) => persistence?.get(key),
    remember: (key, value) => void persistence?.set(key, JSON.stringify(value)).catch(() => kept.set(false)),
    stop() {
      stopped = true;
      void persistence?.destroy();
    },
  };
}

/** Removes a kept copy for good. */
export async function discardCopy(name: string): Promise<void> {
  if (await canKeep()) await clearDocument(name);
}

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
    const request = db.transaction(STORE, 'readonly').objectStore(STORE).openCursor(range);
    request.addEventListener('error', () => reject(request.error));
    request.addEventListener('success', () => {
      const cursor = request.result;
      if (!cursor) return resolve(found);
      if (typeof cursor.value === 'number' && cursor.value > 0) found.set(String(cursor.key), cursor.value);
      cursor.continue();
    });
  });
}
