import type * as Y from 'yjs';
import type { Observed, Revision } from '../contract.ts';
import { ROOTS } from '../rooms.ts';
import { keep } from './observed.ts';
import { decodeRevision } from './revision-code.ts';

/** The published revisions, by number: room `record`, which the relay alone writes. */
export interface RevisionsStore {
  readonly revisions: Observed<readonly Revision[]>;
  stop(): void;
}

export function openRevisions(doc: Y.Doc): RevisionsStore {
  const root = doc.getArray<unknown>(ROOTS.revisions);
  const decoded = new Map<unknown, Revision | undefined>();
  const read = () =>
    root
      .toArray()
      .flatMap((value) => {
        // A revision is frozen: once read it never changes, and is not read again.
        if (!decoded.has(value)) decoded.set(value, decodeRevision(value));
        return decoded.get(value) ?? [];
      })
      .toSorted((a, b) => a.number - b.number);
  const revisions = keep<readonly Revision[]>(read());
  const refresh = () => revisions.set(read());
  root.observe(refresh);
  return { revisions, stop: () => root.unobserve(refresh) };
}
