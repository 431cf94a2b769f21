import * as Y from 'yjs';
import { targetKey, type Target, type TargetKey } from '../../../shared/schema/position.ts';
import type { Observed } from '../contract.ts';
import { ROOTS } from '../rooms.ts';
import { keep } from './observed.ts';
import { shorten } from './position-code.ts';

/** Most characters a note may have, in UTF-16 units. */
export const NOTE_LIMIT = 2_000;

/** A delegation's own notes, by what they are about. They stand in its desk and in no other room (rule O13). */
export interface NotesStore {
  readonly notes: Observed<ReadonlyMap<TargetKey, string>>;
  /** Nothing at all takes the note away. Only what differs is written: two of a delegation may write in one note. */
  write(target: Target, words: string): void;
  stop(): void;
}

const NOTE = Symbol('write a note');

export function openNotes(desk: Y.Doc): NotesStore {
  const root = desk.getMap(ROOTS.notes);
  const read = (): ReadonlyMap<TargetKey, string> =>
    new Map(
      [...root.entries()].flatMap(([key, value]): [TargetKey, string][] =>
        value instanceof Y.Text && value.length > 0 ? [[key, value.toJSON()]] : [],
      ),
    );
  const notes = keep(read());
  const refresh = () => notes.set(read());
  root.observeDeep(refresh);
  return {
    notes,
    write(target, words) {
      const key = targetKey(target);
      desk.transact(() => {
        const known = root.get(key);
        if (known instanceof Y.Text) rewrite(known, shorten(words, NOTE_LIMIT));
        else if (words !== '') root.set(key, new Y.Text(shorten(words, NOTE_LIMIT)));
      }, NOTE);
    },
    stop: () => root.unobserveDeep(refresh),
  };
}

/** Replaces what lies between what both begin and end with, never half a character. */
function rewrite(text: Y.Text, words: string): void {
  const before = text.toJSON();
  if (before === words) return;
  const most = Math.min(before.length, words.length);
  let from = 0;
  while (from < most && before[from] === words[from]) from += 1;
  if (isHigh(before, from - 1)) from -= 1;
  let rest = 0;
  while (rest < most - from && before.at(-1 - rest) === words.at(-1 - rest)) rest += 1;
  if (rest > 0 && isHigh(before, before.length - rest - 1)) rest -= 1;
  text.delete(from, before.length - rest - from);
  text.insert(from, words.slice(from, words.length - rest));
}

const isHigh = (words: string, at: number) => at >= 0 && /[\uD800-\uDBFF]/.test(words[at] ?? '');
