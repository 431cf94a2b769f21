import type * as Y from 'yjs';

/**
 * Keeps a document from writing by itself. Yjs answers words with formats that arrive from others by deleting the
 * formats it finds superfluous, in an update of its own: a delegation's client would delete what others wrote, which
 * no delegation may, and the guard would refuse it. Superfluous formats cost a few bytes and nothing else. For every
 * document of a `text` room, at the relay too. Gives back what undoes it.
 */
export function keepQuiet(doc: Y.Doc): () => void {
  // Yjs looks at the flag right after this event.
  const quieten = (transaction: Y.Transaction): void => {
    transaction._needFormattingCleanup = false;
  };
  doc.on('afterTransaction', quieten);
  return () => doc.off('afterTransaction', quieten);
}
