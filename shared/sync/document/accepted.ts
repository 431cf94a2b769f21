/**
 * The words that rulings let stand (rule W16): a proposal's words are its delegation's until then, and the room's
 * afterwards. Kept for a document as rulings come, so that asking costs the same whatever the draft's length.
 */
import type * as Y from 'yjs';
import type { Code } from '../../schema/ids.ts';
import { bracketOfKey, readBracket } from './bracket-record.ts';
import type { Clocks } from './restored.ts';

export interface AcceptedWords {
  /** Those of a stretch that a ruling let stand as `code`'s. */
  within(stretch: Clocks, code: Code): readonly Clocks[];
  /** How many rulings there were, so that a new one shows. */
  readonly rulings: number;
}

/** Of one client, by clock; none touch. */
type Stretches = { from: number; to: number }[];

const CLOSED = '/c';
const KNOWN = new WeakMap<Y.Doc, AcceptedWords>();

/** The accepted words of a document of the room `text`. */
export function acceptedWords(doc: Y.Doc): AcceptedWords {
  let known = KNOWN.get(doc);
  if (known === undefined) KNOWN.set(doc, (known = follow(doc)));
  return known;
}

function follow(doc: Y.Doc): AcceptedWords {
  const brackets = doc.getMap<unknown>('brackets');
  const byWriter = new Map<string, Stretches>();
  let rulings = 0;
  // What once stood by a ruling stays the room's: nothing is taken out again.
  const note = (key: string): void => {
    if (!key.endsWith(CLOSED)) return;
    rulings += 1;
    const id = bracketOfKey(key);
    const record = id && readBracket(id, brackets.get(id), new Map([['c', brackets.get(key)]]));
    for (const { client, ...stretch } of record?.closed?.words ?? []) {
      const writer = `${record!.proponent} ${client}`;
      const stood = byWriter.get(writer);
      if (stood === undefined) byWriter.set(writer, [stretch]);
      else insert(stood, stretch);
    }
  };
  for (const key of brackets.keys()) note(key);
  brackets.observe(({ keysChanged }) => {
    for (const key of keysChanged) if (key !== null) note(key);
  });
  return {
    get rulings() {
      return rulings;
    },
    within({ client, from, to }, code) {
      const stood = byWriter.get(`${code} ${client}`) ?? [];
      const found: Clocks[] = [];
      for (let at = firstBeyond(stood, from); at < stood.length && stood[at]!.from < to; at += 1) {
        found.push({ client, from: Math.max(from, stood[at]!.from), to: Math.min(to, stood[at]!.to) });
      }
      return found;
    },
  };
}

function insert(stood: Stretches, { from, to }: Stretches[number]): void {
  const first = firstBeyond(stood, from - 1);
  let last = first;
  let joined = { from, to };
  for (; last < stood.length && stood[last]!.from <= to; last += 1) {
    joined = { from: Math.min(joined.from, stood[last]!.from), to: Math.max(joined.to, stood[last]!.to) };
  }
  stood.splice(first, last - first, joined);
}

/** Index of the first that ends beyond `clock`. */
function firstBeyond(stood: Stretches, clock: number): number {
  let low = 0;
  let high = stood.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stood[middle]!.to <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
