/** Keys whose value is another in the second map, or that only one of them has. */
export function changedKeys<Key, Value>(
  before: ReadonlyMap<Key, Value>,
  after: ReadonlyMap<Key, Value>,
): readonly Key[] {
  const changed: Key[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()]))
    if (!isSame(before.get(key), after.get(key))) changed.push(key);
  return changed;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
}
