/** Adds to the set under a key, which is made when first needed. */
export function put<Key, Value>(index: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = index.get(key);
  if (set === undefined) index.set(key, new Set([value]));
  else set.add(value);
}

/** Takes out of the set under a key; an empty set goes. */
export function take<Key, Value>(index: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = index.get(key);
  if (set?.delete(value) && set.size === 0) index.delete(key);
}

export function addAll<Value>(into: Set<Value>, values: Iterable<Value> | undefined): void {
  for (const value of values ?? []) into.add(value);
}
