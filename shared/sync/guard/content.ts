import * as Y from 'yjs';

/** Deepest nesting of a JSON value; readers of such values may walk them by recursion. */
const DEEPEST_VALUE = 12;

/** What an item holds, as far as a schema cares. */
export type Held =
  /** One JSON value of a map, or several of a list. */
  | { readonly type: 'values'; readonly values: readonly unknown[] }
  | { readonly type: 'text' }
  | { readonly type: 'embed'; readonly value: unknown }
  | { readonly type: 'format'; readonly key: string; readonly value: unknown }
  | { readonly type: 'map' | 'list' | 'words' }
  /** Deleted already by its writer: nothing to look at. */
  | { readonly type: 'nothing' };

/** What an item holds; `undefined` for kinds of content that no schema of ours has, and for values without a bottom. */
export function heldBy(item: Y.Item): Held | undefined {
  const { content } = item;
  if (content instanceof Y.ContentDeleted) return { type: 'nothing' };
  if (content instanceof Y.ContentString) return { type: 'text' };
  if (content instanceof Y.ContentAny) {
    return content.arr.every(hasBottom) ? { type: 'values', values: content.arr } : undefined;
  }
  if (content instanceof Y.ContentEmbed) {
    return hasBottom(content.embed) ? { type: 'embed', value: content.embed } : undefined;
  }
  if (content instanceof Y.ContentFormat) {
    const { key, value } = content as unknown as { key: string; value: unknown };
    return hasBottom(value) ? { type: 'format', key, value } : undefined;
  }
  if (content instanceof Y.ContentType) {
    // By constructor: an XML text is a text by inheritance.
    if (content.type.constructor === Y.Map) return { type: 'map' };
    if (content.type.constructor === Y.Array) return { type: 'list' };
    if (content.type.constructor === Y.Text) return { type: 'words' };
  }
  return undefined;
}

/** Whether a value is JSON of bounded depth. */
function hasBottom(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST_VALUE) return false;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one === 'bigint' || ArrayBuffer.isView(one)) return false;
      if (typeof one === 'object' && one !== null) for (const held of Object.values(one)) next.push(held);
    }
    level = next;
  }
  return true;
}
