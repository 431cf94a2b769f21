/** `removed` units from `at` on gave way to `inserted`. */
export interface TextChange {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** A text and where the caret stands in it. */
export interface CaretText {
  readonly text: string;
  readonly caret: number;
}

/**
 * What changed between two texts, told by the caret where letters alone cannot tell: `aa|` + `a` was typed at the caret,
 * not one place earlier. Never cuts a surrogate pair. `undefined` where nothing changed.
 */
export function caretDiff(before: CaretText, after: CaretText): TextChange | undefined {
  if (before.text === after.text) return undefined;
  const behind = after.text.length - after.caret;
  const standsBehind =
    behind <= before.text.length && before.text.endsWith(after.text.slice(after.caret)) ? behind : undefined;
  const tail = standsBehind ?? commonTail(before.text, after.text, 0);
  const limit = Math.min(before.text.length, after.text.length) - tail;
  if (limit >= 0) {
    const head = Math.min(commonHead(before.text, after.text, limit), Math.max(0, Math.min(before.caret, limit)));
    return between(before.text, after.text, head, tail);
  }
  return plainDiff(before.text, after.text);
}

/** What changed between two texts where no caret tells: all but what they begin and end with alike. */
export function plainDiff(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const head = commonHead(before, after, Math.min(before.length, after.length));
  return between(before, after, head, commonTail(before, after, head));
}

function commonHead(one: string, other: string, limit: number): number {
  let head = 0;
  while (head < limit && one[head] === other[head]) head += 1;
  return head;
}

function commonTail(one: string, other: string, head: number): number {
  const limit = Math.min(one.length, other.length) - head;
  let tail = 0;
  while (tail < limit && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  return tail;
}

function between(before: string, after: string, head: number, tail: number): TextChange {
  let from = head;
  let behind = tail;
  if (cutsPair(before, from) || cutsPair(after, from)) from -= 1;
  if (cutsPair(before, before.length - behind) || cutsPair(after, after.length - behind)) behind -= 1;
  return { at: from, removed: before.length - behind - from, inserted: after.slice(from, after.length - behind) };
}

/** Whether a cut at `offset` would part the two halves of a character outside the basic plane. */
function cutsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
