/**
 * Whether two values say the same: plain data, arrays, maps and sets of keys, compared through and through. For small values that are
 * made anew and come out as they were; a part that is the very same object is not looked into.
 */
export function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((item, at) => isAlike(item, other[at]));
  }
  if (one instanceof Map) {
    return (
      other instanceof Map && one.size === other.size && [...one].every(([key, item]) => hasAlike(other, key, item))
    );
  }
  if (one instanceof Set)
    return other instanceof Set && one.size === other.size && [...one].every((key) => other.has(key));
  const [mine, others] = [Object.entries(one), Object.keys(other).length];
  return mine.length === others && mine.every(([key, item]) => isAlike(item, (other as Record<string, unknown>)[key]));
}

function hasAlike(map: ReadonlyMap<unknown, unknown>, key: unknown, item: unknown): boolean {
  return map.has(key) && isAlike(item, map.get(key));
}
