import type * as Y from 'yjs';

/** What `change` did to the doc, as one update; `undefined` where it did nothing. */
export function changesOf(doc: Y.Doc, change: () => void): Uint8Array | undefined {
  let update: Uint8Array | undefined;
  const keep = (bytes: Uint8Array): void => {
    update = bytes;
  };
  doc.on('update', keep);
  try {
    doc.transact(change);
  } finally {
    doc.off('update', keep);
  }
  return update;
}
