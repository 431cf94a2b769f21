import * as Y from 'yjs';
import type { Code } from '../../schema/ids.ts';
import { clockOf } from './known.ts';
import { breach, type Ground } from './matter.ts';
import { Places } from './place.ts';
import type { Refused } from './verdict.ts';
import { refused } from './verdict.ts';

/**
 * What the relay would refuse of what was just written in this document: the client asks before it sends, so that a fault
 * of its own is stopped where it was made. Asked while the document's observers have not been called yet
 * (`beforeObserverCalls`), because what was erased is let go of afterwards. The cost is what was written, whatever the
 * document's length.
 */
export function reviewOwn(transaction: Y.Transaction, ground: Omit<Ground, 'maxClients'>): Refused | undefined {
  const { doc, beforeState, afterState, deleteSet } = transaction;
  const { writer } = ground;
  const clients = transaction.local ? [doc.clientID] : [...afterState.keys()];
  const writers = clients.filter((client) => clockOf(doc, client) > (beforeState.get(client) ?? 0));
  if (writers.length === 0 && deleteSet.clients.size === 0) return undefined;
  if (!ground.mayWrite) return refused('room-read-only', 'R3');
  // What the relay has not registered can only have been written here.
  const owner = (client: number): Code => ground.owner(client) ?? writer.code;
  if (writers.some((client) => owner(client) !== writer.code)) return refused('client-not-yours', 'R5');
  const isNew = ({ client, clock }: Y.ID): boolean => clock >= (beforeState.get(client) ?? 0);
  const nothing = { structs: new Map(), deletes: new Map(), size: 0, at: () => undefined };
  return breach(
    {
      ground: { ...ground, owner, maxClients: Infinity },
      places: new Places(doc, nothing),
      puts: structsOf(doc, writers, beforeState),
      takes: deleteSet.clients,
      stood: () => true,
      before(item) {
        let left = item.left;
        // Of what was written under the key in one go, only the last one stays.
        while (left !== null && isNew(left.id)) left = left.left;
        if (left === null || (left.deleted && !Y.isDeleted(deleteSet, left.id))) return undefined;
        return { value: left.content.getContent().at(-1) };
      },
    },
    { steps: 0 },
  );
}

function* structsOf(
  doc: Y.Doc,
  clients: readonly number[],
  before: ReadonlyMap<number, number>,
): Iterable<Y.Item | Y.GC> {
  for (const client of clients) {
    const structs = doc.store.clients.get(client)!;
    for (let at = Y.findIndexSS(structs, before.get(client) ?? 0); at < structs.length; at += 1) {
      yield structs[at]!;
    }
  }
}
