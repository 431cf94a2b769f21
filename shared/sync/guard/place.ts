/**
 * Where a struct lands: the keys from its room's root down to it. An update names the parent of a struct only where it
 * has neighbours on neither side; elsewhere it is the parent of the neighbour, which may stand in the same update, and
 * whose parent is that of its own neighbour, and so on: a typed line is one long chain, and types may nest. Chains are
 * walked with a stack of our own and every struct is placed once, so that the cost is the update's length.
 */
import * as Y from 'yjs';
import type { Decoded } from './decode.ts';

/** A shared type, by the keys that lead to it; the items of a list count as `*`. */
export interface Container {
  readonly path: readonly string[];
  /** A list or text, and no map; not known here of a root. */
  readonly isList: boolean | undefined;
}

export interface Place {
  readonly container: Container;
  /** It stands in a sequence, and under no key. */
  readonly inList: boolean;
  /** From the root's name to the key, or to `*`. */
  readonly path: readonly string[];
}

/**
 * `orphan`: Yjs drops it, because what it hung on was collected. `astray`: it has no place, which no honest update has.
 * `bottomless`: deeper than anything of ours.
 */
export type Placed = Place | 'orphan' | 'astray' | 'bottomless';

/** The key of every item of a list or text. */
export const IN_LIST = '*';

/** Paths are copied as they grow; far past any schema's depth they are not followed. */
const FATHOMS = 32;

/** The places of one update's items over one document. */
export class Places {
  readonly #doc: Y.Doc;
  readonly #decoded: Decoded;
  readonly #placed = new Map<Y.Item, Placed>();
  readonly #fresh = new Map<Y.Item, Container>();
  readonly #roots = new Map<string, Container>();

  constructor(doc: Y.Doc, decoded: Decoded) {
    this.#doc = doc;
    this.#decoded = decoded;
  }

  /** The place of an item of the update, or of the document. */
  of(item: Y.Item): Placed {
    const stack = [item];
    const waiting = new Set<Y.Item>();
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const ground = this.#placed.has(top) ? undefined : this.#groundOf(top);
      if (ground && !this.#placed.has(ground)) {
        waiting.add(top);
        if (waiting.has(ground)) {
          // It hangs on itself.
          this.#placed.set(ground, 'astray');
          continue;
        }
        stack.push(ground);
        continue;
      }
      if (!this.#placed.has(top)) this.#placed.set(top, this.#placeOn(top, ground));
      stack.pop();
    }
    return this.#placed.get(item)!;
  }

  /** The item of the same update whose place must be known first, if there is one. */
  #groundOf(item: Y.Item): Y.Item | undefined {
    if (isIntegrated(item)) return undefined;
    const parent = item.parent as unknown;
    const id = item.origin ?? item.rightOrigin ?? (parent instanceof Y.ID ? parent : undefined);
    const ground = id && this.#find(id);
    return ground instanceof Y.Item && !isIntegrated(ground) ? ground : undefined;
  }

  #placeOn(item: Y.Item, ground: Y.Item | undefined): Placed {
    if (isIntegrated(item)) return this.#placeOfKnown(item);
    const { origin, rightOrigin } = item;
    if (origin ?? rightOrigin) return this.#beside(item, ground);
    const parent = item.parent as unknown;
    if (typeof parent === 'string') return placeIn(this.#rootContainer(parent), item.parentSub);
    if (!(parent instanceof Y.ID)) return 'astray';
    const holder = this.#find(parent);
    if (holder === undefined) return 'astray';
    // What was in a type that has been collected is collected too.
    if (holder === 'gone' || holder.content instanceof Y.ContentDeleted) return 'orphan';
    const container = this.#containerIn(holder);
    return typeof container === 'string' ? container : placeIn(container, item.parentSub);
  }

  /** In the container of its left neighbour, or where there is none, of its right one. */
  #beside(item: Y.Item, ground: Y.Item | undefined): Placed {
    const left = item.origin && this.#find(item.origin);
    const right = item.rightOrigin && this.#find(item.rightOrigin);
    if (left === undefined || right === undefined) return 'astray';
    if (left === 'gone' || right === 'gone') return 'orphan';
    const neighbour = ground ?? left ?? right!;
    const place = this.#placed.get(neighbour) ?? this.#placeOfKnown(neighbour);
    if (typeof place === 'string' || !left || !right) return place;
    // The two sides stand in one container, as far as the other side is known by now.
    const other = this.#placed.get(right) ?? (isIntegrated(right) ? this.#placeOfKnown(right) : place);
    if (typeof other === 'string') return place;
    return other.container === place.container && other.path.at(-1) === place.path.at(-1) ? place : 'astray';
  }

  #containerIn(holder: Y.Item): Container | Exclude<Placed, Place> {
    if (!(holder.content instanceof Y.ContentType)) return 'astray';
    const { type } = holder.content;
    if (isIntegrated(holder)) return containerOf(type);
    const known = this.#fresh.get(holder);
    if (known) return known;
    const placed = this.#placed.get(holder) ?? 'astray';
    if (typeof placed === 'string') return placed;
    if (placed.path.length > FATHOMS) return 'bottomless';
    const container = { path: placed.path, isList: !(type instanceof Y.Map) };
    this.#fresh.set(holder, container);
    return container;
  }

  #placeOfKnown(item: Y.Item): Placed {
    const known = this.#placed.get(item);
    if (known) return known;
    const placed = placeIn(containerOf(item.parent as Y.AbstractType<unknown>), item.parentSub);
    this.#placed.set(item, placed);
    return placed;
  }

  #rootContainer(name: string): Container {
    const type = this.#doc.share.get(name) as Y.AbstractType<unknown> | undefined;
    const container = this.#roots.get(name) ?? (type ? containerOf(type) : { path: [name], isList: undefined });
    this.#roots.set(name, container);
    return container;
  }

  /** The item at an id: in the document, else in the update; `gone` where it was collected. */
  #find(id: Y.ID): Y.Item | 'gone' | undefined {
    const { store } = this.#doc;
    const known = store.clients.get(id.client);
    if (known && id.clock < Y.getState(store, id.client)) {
      const struct = known[Y.findIndexSS(known, id.clock)];
      return struct instanceof Y.Item && isIntegrated(struct) ? struct : 'gone';
    }
    const struct = this.#decoded.at(id.client, id.clock);
    return struct instanceof Y.Item ? struct : struct && 'gone';
  }
}

function placeIn(container: Container, parentSub: string | null): Place {
  return { container, inList: parentSub === null, path: [...container.path, parentSub ?? IN_LIST] };
}

function isIntegrated(item: Y.Item): boolean {
  return (item.parent as unknown) instanceof Y.AbstractType;
}

const CONTAINERS = new WeakMap<Y.AbstractType<unknown>, Container>();

/** The keys that lead to a type of a document. */
function containerOf(type: Y.AbstractType<unknown>): Container {
  const known = CONTAINERS.get(type);
  if (known) return known;
  const keys: string[] = [];
  let at = type;
  for (let item = at._item; item; item = at._item) {
    keys.push(item.parentSub ?? IN_LIST);
    at = item.parent as Y.AbstractType<unknown>;
  }
  const isRoot = at === type;
  const path = [at.doc ? Y.findRootTypeKey(at) : '', ...keys.toReversed()];
  const container = { path, isList: isRoot ? undefined : !(type instanceof Y.Map) };
  CONTAINERS.set(type, container);
  return container;
}
