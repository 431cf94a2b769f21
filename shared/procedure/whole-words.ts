import type { Bracket } from '../schema/bracket.ts';
import type { Draft } from '../schema/draft.ts';
import type { ProvisionId } from '../schema/ids.ts';
import { gavelledWords } from './gavelled-words.ts';
import { pushTo } from '../schema/push-to.ts';

/**
 * What the whole draft reads, as a short sum that another word, another order or another bracket changes: to tell whether
 * the draft that is gavelled is the one that was circulated or voted on. No seal: whoever wants to can find two drafts of
 * one sum; the record has the words.
 */
export function wholeWords(draft: Draft): string {
  const brackets = new Map<ProvisionId, Bracket[]>();
  for (const bracket of draft.brackets) {
    for (const provision of new Set(bracket.pieces.map((piece) => piece.provision)))
      pushTo(brackets, provision, bracket);
  }
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  let length = 0;
  const take = (words: string) => {
    for (let at = 0; at < words.length; at += 1) {
      const unit = words.charCodeAt(at);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ (unit + length), 0x85ebca6b);
      high ^= high >>> 13;
      length += 1;
    }
  };
  for (const provision of draft.provisions) {
    take(`${provision.id}\n${gavelledWords(provision, brackets.get(provision.id) ?? [])}\n`);
  }
  return `${length}-${hex(high)}${hex(low)}`;
}

const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0');
