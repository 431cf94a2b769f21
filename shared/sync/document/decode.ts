// Small readers for what stands in the document. Anything there may have been written by a broken or hostile
// client: a reader gives the value or `undefined`, and never throws (rule S8).

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

/** A string of at most `longest` UTF-16 units. */
export function textOf(value: unknown, longest: number): string | undefined {
  return typeof value === 'string' && value.length <= longest ? value : undefined;
}

/** A whole number from 0 to `highest`. */
export function countOf(value: unknown, highest: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= highest ? value : undefined;
}

/** One of a closed list of words. */
export function oneOf<Word extends string>(value: unknown, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === value);
}

/** The id of an item in the document: `[client, clock]`. */
export type ItemId = readonly [client: number, clock: number];

const HIGHEST = Number.MAX_SAFE_INTEGER;

export function itemIdOf(value: unknown): ItemId | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const client = countOf(value[0], HIGHEST);
  const clock = countOf(value[1], HIGHEST);
  return client === undefined || clock === undefined ? undefined : [client, clock];
}
