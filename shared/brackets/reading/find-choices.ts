import type { Bracket } from '../../schema/bracket.ts';
import { isShapeKind } from '../../schema/bracket.ts';
import { CHAIR, type BracketId } from '../../schema/ids.ts';
import { attributionOf } from './attribution.ts';
import { bareChoice, type Added, type ChoiceSource, type Drawn } from './drawn.ts';
import { findOptions } from './find-options.ts';
import { isAgreedRemark, isNoText, isSlashedWords, isVariantWords } from './words.ts';
import { pushTo } from '../../schema/push-to.ts';

/** The brackets with their choices (rules B10 and B12), in reading order, outer before inner. */
export function findChoices(source: ChoiceSource): readonly Bracket[] {
  const added: Added[] = [...adjacent(source), ...slashed(source), ...findOptions(source)];
  added.sort((a, b) => a.before - b.before || byUnits(a, b));
  const brackets: Bracket[] = [];
  let next = 0;
  source.drawn.forEach((bracket, index) => {
    while (next < added.length && added[next]!.before <= index) brackets.push(finished(added[next++]!.bracket));
    if (bracket !== undefined) brackets.push(finished(bracket));
  });
  while (next < added.length) brackets.push(finished(added[next++]!.bracket));
  return brackets;
}

function byUnits({ units: one }: Added, { units: other }: Added): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return one.first - other.first || other.reach - one.reach;
}

const LETTER = /[\p{L}\p{N}]/u;

/** `[a][b]`, `[a] [b]`, `[a]/[b]`: brackets that stand side by side in one provision are variants of one slot. */
function adjacent({ units, texts, tokens, partner, places, drawn, mint, at }: ChoiceSource): readonly Added[] {
  const added: Added[] = [];
  const wordsOf = (open: number) => texts[tokens[open]!.unit]!.slice(places[open], places[partner[open]!]);
  const inOneUnit = (open: number) => tokens[open]!.offset >= 0 && tokens[open]!.unit === tokens[partner[open]!]!.unit;
  const taken = new Set<number>();
  const isWords = (open: number) => drawn[open] !== undefined && !isShapeKind(drawn[open].kind);
  for (let index = 0; index < tokens.length; index += 1) {
    if (!isWords(index) || taken.has(index) || !inOneUnit(index)) continue;
    const group = [index];
    for (let last = index; ;) {
      const close = partner[last]!;
      const next = close + 1;
      if (!isWords(next) || tokens[next]!.unit !== tokens[last]!.unit || !inOneUnit(next)) break;
      const gap = units[tokens[next]!.unit]!.words.slice(tokens[close]!.offset + 1, tokens[next]!.offset);
      if (!/^\s{0,3}(?:\/\s{0,3})?$/u.test(gap)) break;
      if (places[partner[next]!]! - places[next]! > 20_000) break;
      const touching = gap === '' || gap.includes('/');
      // `commitment[s] [re]affirm`: parts of two words, not two wordings.
      const line = units[tokens[next]!.unit]!.words;
      const inWords =
        LETTER.test(line[tokens[last]!.offset - 1] ?? '') ||
        LETTER.test(line[tokens[partner[next]!]!.offset + 1] ?? '');
      if (!touching && inWords) break;
      const words = [wordsOf(last), wordsOf(next)];
      if (words.some(isAgreedRemark) || (!touching && !words.every(isVariantWords))) break;
      group.push(next);
      last = next;
    }
    for (const open of group) taken.add(open);
    if (group.length < 2) continue;
    const id = mint<BracketId>(CHAIR);
    let noText = false;
    for (const open of group) {
      drawn[open]!.variantOf = id;
      noText ||= isNoText(wordsOf(open));
    }
    added.push({ before: index, bracket: bareChoice({ id, at, within: drawn[index]!.within, noText }) });
  }
  return added;
}

/** `[shall / should]`, `[shall/should]`: the slashes of one bracket part its words into variants without brackets. */
function slashed(source: ChoiceSource): readonly Added[] {
  const { units, texts, tokens, partner, places, drawn, mint, at } = source;
  const added: Added[] = [];
  for (const [open, slashes] of slashesOf(source)) {
    const choice = drawn[open]!;
    const { unit } = tokens[open]!;
    const text = texts[unit]!;
    const from = places[open]!;
    const to = places[partner[open]!]!;
    if (choice.kind !== 'hold' || to - from > 4_000) continue;
    const words = text.slice(from, to);
    const spaced = slashes.every((slash) => /\s/u.test(text[slash - 1] ?? '') && /\s/u.test(text[slash + 1] ?? ''));
    const whole = partner[open] === open + 1 && isSlashedWords(words.trim());
    if (!spaced && !whole) continue;
    const edges = [from - 1, ...slashes, to];
    const spans = edges.slice(1).map((end, place) => trimmed(text, edges[place]! + 1, end));
    if (!spans.every(([start, end]) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))) continue;
    choice.kind = 'choice';
    for (const [start, end] of spans) {
      const part = text.slice(start, end);
      if (isNoText(part)) choice.noText = true;
      const attribution = attributionOf(part);
      const proponent = attribution?.proponent ?? CHAIR;
      const variant: Drawn = {
        id: mint<BracketId>(proponent),
        kind: 'hold',
        pieces: [{ provision: units[unit]!.provision, from: start, to: end, label: false }],
        within: choice.id,
        at,
        rest: {
          proponent,
          supporters: attribution?.supporters ?? [],
          keepers: [],
          ...(attribution === undefined ? {} : { note: attribution.note }),
        },
        variantOf: choice.id,
        bare: true,
      };
      added.push({ before: firstTokenFrom(source, open + 1, start), bracket: variant });
    }
  }
  return added;
}

/** For each bracket of one unit, where slashes stand directly in it (not in a bracket inside it), as text offsets. */
function slashesOf({ units, tokens, partner, drawn, removed }: ChoiceSource): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  let index = 0;
  units.forEach(({ words }, unit) => {
    const open: number[] = [];
    const gone = removed[unit]!;
    let taken = 0;
    let slash = words.indexOf('/');
    const note = (limit: number) => {
      while (slash >= 0 && slash < limit) {
        const inside = open[open.length - 1];
        while (taken < gone.length && gone[taken]! < slash) taken += 1;
        if (inside !== undefined) pushTo(found, inside, slash - taken);
        slash = words.indexOf('/', slash + 1);
      }
    };
    for (; index < tokens.length && tokens[index]!.unit === unit; index += 1) {
      const { offset } = tokens[index]!;
      const other = partner[index]!;
      if (other < 0 || offset < 0) continue;
      note(offset);
      if (tokens[other]!.unit !== unit) continue;
      if (drawn[index] !== undefined) open.push(index);
      else open.pop();
    }
    note(words.length);
  });
  return found;
}

/** The first token at or after `from` that stands at or behind `place` in the text of its unit. */
function firstTokenFrom({ tokens, places, partner }: ChoiceSource, from: number, place: number): number {
  const { unit } = tokens[from - 1]!;
  let index = from;
  while (index < tokens.length && tokens[index]!.unit === unit && (partner[index]! < 0 || places[index]! < place)) {
    index += 1;
  }
  return index;
}

function trimmed(text: string, from: number, to: number): readonly [number, number] {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start]!)) start += 1;
  while (end > start && /\s/u.test(text[end - 1]!)) end -= 1;
  return [start, end];
}

function finished({ id, kind, pieces, within, at, rest, variantOf, bare, noText, goesTo }: Drawn): Bracket {
  const { proponent, supporters, keepers, note } = rest;
  const plain: Bracket = { id, kind, pieces, proponent, supporters, keepers, opened: at };
  const more: Partial<Record<keyof Bracket, unknown>> = {};
  if (note !== undefined) more.note = note;
  if (variantOf !== undefined) more.variantOf = variantOf;
  if (within !== undefined) more.within = within;
  if (bare === true) more.bare = true;
  if (noText === true) more.noText = true;
  if (goesTo !== undefined) more.goesTo = goesTo;
  return Object.assign(plain, more);
}
