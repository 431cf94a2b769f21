/**
 * Whether two rooms hold the same: every character under the same client and clock, in the same place, deleted in both
 * or in neither, and the ids with the same owners. Yjs cuts and collects the same things differently by how they came,
 * so that bytes tell nothing; each client's line is compared unit by unit.
 */
import * as Y from 'yjs';
import type { RoomContent } from '../rooms/room-state.ts';

export function isSameContent(one: RoomContent, other: RoomContent): boolean {
  return isSameMap(one.registry, other.registry) && isSameMap(linesOf(one.doc), linesOf(other.doc));
}

function isSameMap<Value>(one: ReadonlyMap<number, Value>, other: ReadonlyMap<number, Value>): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
}

/** Each client's line, one word a unit. */
function linesOf(doc: Y.Doc): ReadonlyMap<number, string> {
  const lines = new Map<number, string>();
  for (const [client, structs] of doc.store.clients) {
    const words = structs.flatMap((struct) => wordsOf(struct));
    lines.set(client, words.join('\n'));
  }
  return lines;
}

function wordsOf(struct: Y.Item | Y.GC): string[] {
  if (!(struct instanceof Y.Item) || struct.deleted) return Array.from({ length: struct.length }, () => 'gone');
  const { client, clock } = struct.id;
  const place = JSON.stringify([idOf(struct.rightOrigin), parentOf(struct), struct.parentSub]);
  return contentOf(struct.content).map((content, at) => {
    const left = at === 0 ? idOf(struct.origin) : `${client}.${clock + at - 1}`;
    return `${left} ${place} ${content}`;
  });
}

function parentOf(item: Y.Item): string {
  const parent = item.parent as Y.AbstractType<unknown>;
  return parent._item ? idOf(parent._item.id) : Y.findRootTypeKey(parent);
}

function idOf(id: Y.ID | null): string {
  return id ? `${id.client}.${id.clock}` : '';
}

/** One word a unit of length. */
function contentOf(content: Y.Item['content']): string[] {
  if (content instanceof Y.ContentString) return content.str.split('').map((unit) => `s${unit}`);
  if (content instanceof Y.ContentAny) return content.arr.map((value) => `v${JSON.stringify(value)}`);
  if (content instanceof Y.ContentEmbed) return [`e${JSON.stringify(content.embed)}`];
  if (content instanceof Y.ContentType) return [`t${content.type.constructor.name}`];
  const { key, value } = content as unknown as { readonly key?: unknown; readonly value?: unknown };
  return [`f${JSON.stringify([key, value])}`];
}
