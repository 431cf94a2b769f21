import { IndexeddbPersistence, PREFERRED_TRIM_SIZE, storeState } from 'y-indexeddb';
import type * as Y from 'yjs';

/** The stores of a copy's database, as y-indexeddb names them: Yjs updates, and values beside the doc. */
export const UPDATES = 'updates';
export const VALUES = 'custom';

/**
 * y-indexeddb, but a change is handed over with its commit in the same step. Left to itself a transaction ends only after
 * its page has run again, so that what was typed last is lost with a window that closes, hangs or crashes right then.
 */
export class CommittedCopy extends IndexeddbPersistence {
  /** `onFailed`: the browser has taken the database away under the page. What a request reports goes to the database. */
  constructor(name: string, doc: Y.Doc, onFailed: () => void) {
    super(name, doc);
    doc.off('update', this._storeUpdate);
    this._storeUpdate = (update: Uint8Array, origin: unknown, _doc?: Y.Doc, transaction?: Y.Transaction) => {
      if (!this.db || origin === this) return;
      try {
        // What others wrote is on the relay's disk; what was written here may be nowhere else.
        const durability = transaction?.local === false ? 'relaxed' : 'strict';
        commit(this.db.transaction(UPDATES, 'readwrite', { durability }).objectStore(UPDATES), (store) =>
          store.add(update),
        );
      } catch {
        return onFailed();
      }
      this._dbsize += 1;
      if (this._dbsize >= PREFERRED_TRIM_SIZE) this.#trimLater();
    };
    doc.on('update', this._storeUpdate);
  }

  /** Keeps a value beside the doc, or with `undefined` removes it. */
  put(key: string, value: unknown): void {
    if (!this.db || this._destroyed) return;
    commit(this.db.transaction(VALUES, 'readwrite').objectStore(VALUES), (store) =>
      value === undefined ? store.delete(key) : store.put(value, key),
    );
  }

  #trimLater(): void {
    clearTimeout(this._storeTimeoutId);
    this._storeTimeoutId = setTimeout(() => {
      this._storeTimeoutId = null;
      void storeState(this, false);
    }, this._storeTimeout);
  }
}

function commit(store: IDBObjectStore, write: (store: IDBObjectStore) => unknown): void {
  write(store);
  store.transaction.commit();
}
