import * as Y from 'yjs';
import type { Replica } from '../replica.ts';
import type { Made } from '../document/provision-record.ts';
import type { ProvisionId } from '../../schema/ids.ts';

/**
 * Writes a new provision's entry; inside a transaction. `hidden: false` is a key of its own, so that undoing the
 * making takes it away and the provision goes out of sight, unless others have put words in it meanwhile. One that is
 * born by a split needs none: it is there as long as its seam.
 */
export function writeProvision(replica: Replica, id: ProvisionId, made: Made): Y.Text | undefined {
  const entry = new Y.Map<unknown>();
  replica.index.roots.provisions.set(id, entry);
  entry.set('made', made);
  if (made.f !== undefined) return undefined;
  entry.set('hidden', false);
  const strand = new Y.Text();
  entry.set('strand', strand);
  return strand;
}

/** A provision's entry, to write one of the keys that change. */
export function entryOf(replica: Replica, id: ProvisionId): Y.Map<unknown> | undefined {
  const entry = replica.index.roots.provisions.get(id);
  return entry instanceof Y.Map ? (entry as Y.Map<unknown>) : undefined;
}
