import type { Bracket } from '../schema/bracket.ts';
import type { Provision } from '../schema/provision.ts';

/**
 * The words a ruling *ad ref* stands on (rule P10): the provision's text with the edges of every open bracket in it, so
 * that a changed word and a newly opened bracket both show. The same draft always gives the same string.
 * `brackets`: the open ones with a piece in the provision, in any order; others are passed over.
 */
export function gavelledWords(provision: Provision, brackets: readonly Bracket[]): string {
  const edges: { readonly at: number; readonly glyph: string; readonly rank: number }[] = [];
  for (const bracket of brackets) {
    for (const { provision: place, from, to } of bracket.pieces) {
      if (place !== provision.id) continue;
      if (from === to) edges.push({ at: from, glyph: '[]', rank: 1 });
      else edges.push({ at: from, glyph: '[', rank: 2 }, { at: to, glyph: ']', rank: 0 });
    }
  }
  // At one place what ends comes before what begins: `[a][b]`, never `[a[]b]`.
  edges.sort((a, b) => a.at - b.at || a.rank - b.rank);
  let words = '';
  let from = 0;
  for (const { at, glyph } of edges) {
    words += provision.text.slice(from, at) + glyph;
    from = at;
  }
  return words + provision.text.slice(from);
}
