/*
 * Which literal `[` belongs to which `]`, in texts that need not balance (rules B6 to B9).
 *
 * Real texts lack a bracket here and there. Matching them by a plain stack lets one stray `[` pair with the closing
 * bracket of a whole section, and everything between is read wrongly. So:
 * - where the whole text balances, a plain stack is right, and it is used, save for what is far apart (B7);
 * - otherwise brackets are matched from the near to the far (B8): inside one unit; then inside one family (a paragraph
 *   with its subparagraphs); then over families, but there only a `[` with which a unit begins with a `]` with which
 *   one ends, as brackets round whole paragraphs, sections and drafts stand. What is left is stray.
 * Each round leaves only brackets that no pair of an earlier round encloses, so pairs never cross.
 * Every round is one pass with an explicit stack: linear, and deep nesting cannot overflow.
 */

import { readLabel } from './option-label-words.ts';

/** A paragraph as a source has it: its words with literal brackets. */
export interface Unit {
  /** Brackets that open before the number: only `[` characters. */
  readonly opening: string;
  /** The words without the number, with brackets. */
  readonly words: string;
  /** Offsets in `words` of bracket characters that are none, such as those of a link. */
  readonly literal?: ReadonlySet<number>;
  /** The same number for a paragraph and its subparagraphs. */
  readonly family: number;
  /** `heading` ends a run of options over paragraphs; `numbered` one whose last option has words of its own (rule B12). */
  readonly role?: 'heading' | 'numbered' | 'other';
  /** Of a heading: how deep it stands, 0 the highest. */
  readonly depth?: number;
}

/** One bracket character. `offset` is in the unit's words; negative where it stands before the number. */
export interface Token {
  readonly unit: number;
  readonly offset: number;
  readonly opens: boolean;
  /** The superscript number beside it, where it has one (rule B5). */
  readonly tag?: string;
}

export type StrayReason = 'unopened' | 'unclosed' | 'too-deep';

export interface Matching {
  readonly tokens: readonly Token[];
  /** For each token the index of the other half of its pair, or -1. */
  readonly partner: Int32Array;
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `12` as `¹²`: how overlapping brackets are numbered in print (rule B5). */
export function superscript(tag: string): string {
  return [...tag].map((digit) => SUPERSCRIPT[Number(digit)] ?? digit).join('');
}

/** All bracket characters of the units, in order. */
export function tokensOf(units: readonly Unit[]): readonly Token[] {
  const tokens: Token[] = [];
  units.forEach(({ opening, words, literal }, unit) => {
    for (let offset = -opening.length; offset < 0; offset += 1) tokens.push({ unit, offset, opens: true });
    for (let offset = nextBracket(words, 0); offset >= 0; offset = nextBracket(words, offset + 1)) {
      if (literal?.has(offset) === true) continue;
      const tag = tagAt(words, offset + 1);
      const token = { unit, offset, opens: words.charCodeAt(offset) === 91 };
      tokens.push(tag === undefined ? token : { ...token, tag });
    }
  });
  return tokens;
}

function nextBracket(words: string, from: number): number {
  for (let at = from; at < words.length; at += 1) {
    const code = words.charCodeAt(at);
    if (code === 91 || code === 93) return at;
  }
  return -1;
}

function tagAt(words: string, from: number): string | undefined {
  let tag = '';
  for (let at = from; at < words.length && tag.length < 6; at += 1) {
    const digit = SUPERSCRIPT.indexOf(words[at]!);
    if (digit < 0) break;
    tag += String(digit);
  }
  return tag === '' ? undefined : tag;
}

/** Pairs the tokens (rules B6 to B8). `tagged`: pair those with the same superscript number first (rule B5). */
export function matchTokens(units: readonly Unit[], tokens: readonly Token[], tagged: boolean): Matching {
  const partner = new Int32Array(tokens.length).fill(-1);
  let left: readonly number[] = tagged ? pairTagged(tokens, partner) : Array.from(tokens.keys());
  const everywhere = new Int32Array(partner);
  if (pairWithin(tokens, left, everywhere, () => 0).length === 0) {
    return { tokens, partner: withoutFar(units, tokens, { partner: everywhere, numbered: false }) };
  }
  left = pairWithin(tokens, left, partner, (token) => token.unit);
  left = pairWithin(tokens, left, partner, (token) => units[token.unit]!.family);
  pairWithin(tokens, atEdges(units, tokens, left), partner, () => 0);
  return { tokens, partner: withoutFar(units, tokens, { partner, numbered: true }) };
}

/** A pair over more paragraphs than this stands round whole ones, or is two strays that happen to balance. */
const FARTHEST = 20;

/**
 * Unpairs what is far apart and stands amid the words at both ends (rule B7): a stray `[` in one paragraph and a stray
 * `]` a hundred paragraphs on balance, and would put all between them in brackets that nobody wrote. `numbered`: where
 * brackets are known to be missing, one that opens behind a paragraph's number is that paragraph's, and reaches no
 * further either (rule B8).
 */
function withoutFar(
  units: readonly Unit[],
  tokens: readonly Token[],
  { partner, numbered }: { readonly partner: Int32Array; readonly numbered: boolean },
): Int32Array {
  for (let index = 0; index < tokens.length; index += 1) {
    const other = partner[index]!;
    if (other < index || tokens[other]!.unit - tokens[index]!.unit <= FARTHEST) continue;
    const { unit, offset } = tokens[index]!;
    const behindNumber = numbered && units[unit]!.role === 'numbered' && offset >= 0;
    const atEdge = atEdges(units, tokens, [index]).length > 0 || atEdges(units, tokens, [other]).length > 0;
    if (atEdge && !behindNumber) continue;
    partner[index] = -1;
    partner[other] = -1;
  }
  return partner;
}

/** One stack pass over `candidates`, begun afresh in every group; what stays unpaired, in order. */
function pairWithin(
  tokens: readonly Token[],
  candidates: readonly number[],
  partner: Int32Array,
  groupOf: (token: Token) => number,
): readonly number[] {
  const stack: number[] = [];
  let group = Number.NaN;
  for (const index of candidates) {
    const token = tokens[index]!;
    if (groupOf(token) !== group) {
      stack.length = 0;
      group = groupOf(token);
    }
    if (token.opens) {
      stack.push(index);
      continue;
    }
    const opening = stack.pop();
    if (opening === undefined) continue;
    partner[opening] = index;
    partner[index] = opening;
  }
  return candidates.filter((index) => partner[index] === -1);
}

/** Of the tokens left, the `[` that begin a unit and the `]` that end one. */
function atEdges(units: readonly Unit[], tokens: readonly Token[], left: readonly number[]): readonly number[] {
  let unit = -1;
  let first = 0;
  let last = 0;
  return left.filter((index) => {
    const token = tokens[index]!;
    if (token.unit !== unit) {
      unit = token.unit;
      [first, last] = wordEdges(units[unit]!.words);
    }
    return token.opens ? token.offset <= first : token.offset > last;
  });
}

const WORD = /[\p{L}\p{Nd}]/u;
/** Offsets of the first character that is a word's (past an option's label) and of the last. */
function wordEdges(words: string): readonly [number, number] {
  const label = readLabel(words)?.label.length ?? 0;
  const beyond = words.slice(label).search(WORD);
  const first = beyond < 0 ? words.length : label + beyond;
  let last = words.length - 1;
  while (last >= 0 && !WORD.test(words[last]!)) last -= 1;
  return [first, last];
}

/** Pairs an opening and a closing token where exactly these two carry a number; gives back all others. */
function pairTagged(tokens: readonly Token[], partner: Int32Array): readonly number[] {
  const opening = new Map<string, number>();
  const closing = new Map<string, number>();
  const twice = new Set<string>();
  tokens.forEach(({ tag, opens }, index) => {
    if (tag === undefined) return;
    const side = opens ? opening : closing;
    if (side.has(tag)) twice.add(tag);
    side.set(tag, index);
  });
  for (const [tag, open] of opening) {
    const close = closing.get(tag);
    if (close === undefined || close < open || twice.has(tag)) continue;
    partner[open] = close;
    partner[close] = open;
  }
  return Array.from(tokens.keys()).filter((index) => partner[index] === -1);
}
