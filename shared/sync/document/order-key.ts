// Positions as digits of a fraction in base 62, compared as strings. A key between two others is drawn at random
// from the middle of the gap, so that two peers who insert at one place at once hardly ever mint the same key;
// where they do, the provision's id decides. Appending steps by a small random amount instead of halving the rest,
// so that keys stay short however long a draft grows. Randomness is a parameter: a seeded run repeats itself.

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = 62n;
const SHORTEST = 5;
const LONGEST = 200;
/** A gap narrower than this is widened by one more digit before a key is drawn from it. */
const ROOM = BASE ** 2n;
const STEP = BASE ** 2n;
const VALID = new RegExp(`^[0-9A-Za-z]{1,${LONGEST}}$`);

/** Whether `value` can be an order key; anything else in a document is ignored. */
export function isOrderKey(value: unknown): value is string {
  return typeof value === 'string' && VALID.test(value) && !value.endsWith('0');
}

function valueOf(key: string, digits: number): bigint {
  let value = 0n;
  for (let index = 0; index < digits; index += 1) {
    value = value * BASE + BigInt(index < key.length ? DIGITS.indexOf(key.charAt(index)) : 0);
  }
  return value;
}

function keyOf(value: bigint, digits: number): string {
  let key = '';
  let rest = value;
  for (let index = 0; index < digits; index += 1) {
    key = DIGITS.charAt(Number(rest % BASE)) + key;
    rest /= BASE;
  }
  return key.replace(/0+$/, '');
}

/** A whole number in [1, below). */
function draw(below: bigint, random: () => number): bigint {
  const fine = BigInt(Math.floor(random() * 2 ** 52));
  return 1n + (fine * (below - 1n)) / 2n ** 52n;
}

/**
 * A key strictly between two others; `null` stands for the beginning or the end. `undefined` where there is none
 * (equal or reversed keys): the caller then goes past the equal ones.
 */
export function orderBetween(lower: string | null, upper: string | null, random: () => number): string | undefined {
  if (lower !== null && upper !== null && lower >= upper) return undefined;
  for (let digits = Math.max(SHORTEST, lower?.length ?? 0, upper?.length ?? 0); digits <= LONGEST; digits += 1) {
    const low = lower === null ? 0n : valueOf(lower, digits);
    const high = upper === null ? BASE ** BigInt(digits) : valueOf(upper, digits);
    const gap = high - low;
    if (gap < ROOM) continue;
    if (upper === null && lower !== null && gap > STEP * 4n) return keyOf(low + draw(STEP, random), digits);
    if (lower === null && upper !== null && gap > STEP * 4n) return keyOf(high - draw(STEP, random), digits);
    return keyOf(low + gap / 4n + draw(gap / 2n, random), digits);
  }
  return undefined;
}

/**
 * `count` ascending keys strictly between two others, all but the first within the last place of the first: what others
 * put at the same place at the same moment comes before or behind the whole run, never between (rule S13). `undefined`
 * as above.
 */
export function orderRun(
  lower: string | null,
  upper: string | null,
  { count, random }: { readonly count: number; readonly random: () => number },
): string[] | undefined {
  const first = orderBetween(lower, upper, random);
  if (first === undefined) return undefined;
  const digits = Math.max(SHORTEST, first.length, lower?.length ?? 0, upper?.length ?? 0);
  let finer = 2;
  while (BASE ** BigInt(finer) < ROOM * BigInt(count)) finer += 1;
  const step = BASE ** BigInt(finer) / BigInt(count);
  const from = valueOf(first, digits + finer);
  const keys = [first];
  for (let index = 1; index < count; index += 1) {
    keys.push(keyOf(from + step * BigInt(index) - draw(step / 2n, random), digits + finer));
  }
  return keys;
}

/** `count` ascending keys for an empty draft, spread so that much fits between and after them. */
export function orderKeys(count: number): string[] {
  const span = BASE ** BigInt(SHORTEST) / 2n;
  const step = span / BigInt(count + 1);
  const keys: string[] = [];
  for (let index = 1; index <= count; index += 1) {
    // An odd last digit: a key never ends in 0, so that no two spellings mean one place.
    const value = step * BigInt(index);
    keys.push(keyOf(value % BASE === 0n ? value + 1n : value, SHORTEST));
  }
  return keys;
}
