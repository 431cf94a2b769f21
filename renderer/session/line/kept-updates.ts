import { UPDATES } from './committed-copy.ts';

/**
 * What a kept copy holds, as Yjs updates in the order they were written; none where there is no such copy. Looking makes
 * none: a database that is opened comes into being.
 */
export function readKeptUpdates(name: string): Promise<readonly Uint8Array[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('upgradeneeded', () => opening.transaction?.abort());
    opening.addEventListener('error', (event) => {
      event.preventDefault();
      if (opening.error?.name === 'AbortError') resolve([]);
      else reject(opening.error);
    });
    opening.addEventListener('success', () => {
      const db = opening.result;
      const transaction = db.transaction(UPDATES, 'readonly');
      const reading = transaction.objectStore(UPDATES).getAll();
      reading.addEventListener('success', () => resolve(reading.result as Uint8Array[]));
      reading.addEventListener('error', () => reject(reading.error));
      transaction.addEventListener('complete', () => db.close());
    });
  });
}
