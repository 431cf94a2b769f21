import * as Y from 'yjs';
import type { Decoded } from './decode.ts';

/** How many units of a client's writing the doc has: the clock its next struct must start at. */
export function clockOf(doc: Y.Doc, client: number): number {
  return Y.getState(doc.store, client);
}

/** Clients of an update with something in it that the doc does not have yet. */
export function clientsWithNews(doc: Y.Doc, decoded: Decoded): number[] {
  const news: number[] = [];
  for (const [client, structs] of decoded.structs) {
    const last = structs.at(-1);
    if (last && last.id.clock + last.length > clockOf(doc, client)) news.push(client);
  }
  return news;
}

/**
 * Whether everything the update builds on is there, in the doc or earlier in the update, so that Yjs applies all of it
 * at once and keeps nothing pending (rule R9). Structs are taken client by client as far as their ground reaches,
 * round after round; what is left when a round takes nothing hangs on something missing or on itself.
 */
export function isComplete(doc: Y.Doc, decoded: Decoded): boolean {
  const clocks = new Map<number, number>();
  const clock = (client: number): number => clocks.get(client) ?? clockOf(doc, client);
  const has = (id: { client: number; clock: number } | null): boolean => id === null || id.clock < clock(id.client);
  let waiting = [...decoded.structs].map(([client, structs]) => ({ client, structs, at: 0 }));
  while (waiting.length > 0) {
    let moved = false;
    for (const queue of waiting) {
      for (; queue.at < queue.structs.length; queue.at += 1) {
        const struct = queue.structs[queue.at]!;
        const end = struct.id.clock + struct.length;
        const reached = clock(queue.client);
        if (struct.id.clock > reached) return false;
        if (end > reached) {
          if (struct instanceof Y.Item && !(has(struct.origin) && has(struct.rightOrigin) && hasParent(struct, has)))
            break;
          clocks.set(queue.client, end);
        }
        moved = true;
      }
    }
    waiting = waiting.filter((queue) => queue.at < queue.structs.length);
    if (!moved && waiting.length > 0) return false;
  }
  for (const [client, ranges] of decoded.deletes) {
    if (ranges.some((range) => range.clock + range.len > clock(client))) return false;
  }
  return true;
}

/** Counts what is walked. */
export interface Effort {
  steps: number;
}

/** Whether the update holds a struct, or deletes something, that the doc does not know yet. */
export function hasNews(doc: Y.Doc, decoded: Decoded, effort: Effort): boolean {
  if (clientsWithNews(doc, decoded).length > 0) return true;
  for (const [client, ranges] of decoded.deletes) {
    if (ranges.some((range) => holdsLiving(doc, { client, ...range }, effort))) return true;
  }
  return false;
}

/** Whether the range holds anything that the doc has and that is not deleted yet. */
function holdsLiving(
  doc: Y.Doc,
  { client, ...range }: { readonly client: number; readonly clock: number; readonly len: number },
  effort: Effort,
): boolean {
  effort.steps += 1;
  const structs = doc.store.clients.get(client);
  const end = Math.min(range.clock + range.len, clockOf(doc, client));
  if (!structs || range.clock >= end) return false;
  for (let at = Y.findIndexSS(structs, range.clock); at < structs.length; at += 1) {
    const struct = structs[at]!;
    effort.steps += 1;
    if (struct.id.clock >= end) return false;
    if (!struct.deleted) return true;
  }
  return false;
}

function hasParent(item: Y.Item, has: (id: Y.ID | null) => boolean): boolean {
  // Freshly decoded, a parent is a root's name, the id of the item that holds the type, or left out.
  const parent = item.parent as unknown;
  return parent instanceof Y.ID ? has(parent) : true;
}
