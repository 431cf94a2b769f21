import type { Bracket, Piece } from '../../schema/bracket.ts';
import { CHAIR, type BracketId, type ProvisionId } from '../../schema/ids.ts';
import { attributionOf } from './attribution.ts';
import type { Drawn, Mint, ReadUnit } from './drawn.ts';
import { isLikeShape, shapeWordsOf, type ShapeWords } from './shape-words.ts';
import { findChoices } from './find-choices.ts';
import { matchTokens, superscript, tokensOf, type Matching, type StrayReason, type Token } from './match.ts';
import { isAgreedRemark, isPlaceholder } from './words.ts';

export interface ReadBrackets {
  /** The words of each unit without its matched brackets. */
  readonly texts: readonly string[];
  /** In reading order, outer before inner (rule B3). */
  readonly brackets: readonly Bracket[];
  /** Bracket characters that found no partner and stay in the text as themselves (rule B6), in reading order. */
  readonly strays: readonly { readonly unit: number; readonly offset: number; readonly reason: StrayReason }[];
  /** For each unit the offsets in its words of the characters taken out, ascending: what maps words to text. */
  readonly removed: readonly (readonly number[])[];
  /** Units that carry the remark "agreed ad ref". */
  readonly agreed: readonly number[];
  /** Bracketed words that begin like a proposal about the shape and are read as none (rule B22), in reading order. */
  readonly unread: readonly Unread[];
  /** What the proposals that were read name, as their words call it. */
  readonly named: ReadonlyMap<BracketId, Named>;
}

/** Why a proposal about the shape stays as words: its form is not known, or what it names is not there. */
export interface Unread {
  readonly unit: number;
  readonly offset: number;
  readonly reason: 'shape-form' | 'shape-target';
}

/** A name in a proposal about the shape, and where the proposal stands. */
export interface Named {
  readonly target: string;
  readonly unit: number;
  readonly offset: number;
}

/** What a name in a proposal about the shape stands for; `undefined` where nothing, or several things, are called so. */
export type TargetOf = (named: Named) => ProvisionId | undefined;

/** At most this many pieces: a bracket over whole provisions has one in each of them. */
const MOST_PIECES = 3_000_000;

/**
 * Reads literal square brackets (rules B6 to B12): pairs them with recovery, takes them out of the words, and finds
 * placeholders, choices, options and attributions. `at` is the moment that the brackets are said to be opened.
 */
export function readBrackets(units: readonly ReadUnit[], how: ReadHow): ReadBrackets {
  const tokens = tokensOf(units);
  const tagged = tokens.some((token) => token.tag !== undefined);
  const matching = withinBudget(matchTokens(units, tokens, tagged));
  if (!tagged) return draw(units, matching, new Set(), how);
  const taken = takenTags(matching);
  if (taken !== undefined) return draw(units, matching, taken, how);
  return draw(units, withinBudget(matchTokens(units, tokens, false)), new Set(), how);
}

export interface ReadHow {
  readonly mint: Mint;
  readonly at: number;
  /** Settles what proposals about the shape name; without it none is read, and they stay words. */
  readonly targetOf?: TargetOf;
}

/**
 * Tokens whose superscript number is a tag: those of pairs that cross. `undefined` unless the numbers are just those
 * that printing would write (1, 2, … in opening order, on crossing pairs alone): then they are words of the source.
 */
function takenTags({ tokens, partner }: Matching): ReadonlySet<number> | undefined {
  const open: number[] = [];
  const crossing = new Set<number>();
  tokens.forEach((token, index) => {
    if (partner[index]! < 0) return;
    if (token.opens) {
      open.push(index);
      return;
    }
    const place = open.lastIndexOf(partner[index]!);
    if (place < open.length - 1) for (let k = place; k < open.length; k += 1) crossing.add(open[k]!);
    open.splice(place, 1);
  });
  const inOrder = [...crossing].sort((a, b) => a - b);
  const right = inOrder.every((index, place) => {
    const tag = String(place + 1);
    return tokens[index]!.tag === tag && tokens[partner[index]!]!.tag === tag;
  });
  if (!right || inOrder.length === 0) return undefined;
  return new Set(inOrder.flatMap((index) => [index, partner[index]!]));
}

/** Unpairs the innermost brackets over several units once all pieces together would be too many (rule B9). */
function withinBudget(matching: Matching): Matching & { readonly deep: ReadonlySet<number> } {
  const { tokens, partner } = matching;
  const deep = new Set<number>();
  let pieces = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const other = partner[index]!;
    if (other < index) continue;
    const span = tokens[other]!.unit - tokens[index]!.unit;
    if (span === 0) continue;
    pieces += span + 1;
    if (pieces <= MOST_PIECES) continue;
    deep.add(index).add(other);
    partner[index] = -1;
    partner[other] = -1;
  }
  return { ...matching, deep };
}

function draw(
  units: readonly ReadUnit[],
  { tokens, partner, deep }: Matching & { readonly deep: ReadonlySet<number> },
  tags: ReadonlySet<number>,
  { mint, at, targetOf }: ReadHow,
): ReadBrackets {
  const unread: Unread[] = [];
  const named = new Map<BracketId, Named>();
  const shapes = new Map<number, Shape>();
  const removed: number[][] = units.map(() => []);
  const places = new Int32Array(tokens.length);
  const strays: { unit: number; offset: number; reason: StrayReason }[] = [];
  tokens.forEach((token, index) => {
    const taken = removed[token.unit]!;
    if (partner[index]! < 0) {
      strays.push({
        unit: token.unit,
        offset: token.offset,
        reason: deep.has(index) ? 'too-deep' : token.opens ? 'unclosed' : 'unopened',
      });
      return;
    }
    if (token.offset < 0) return;
    places[index] = token.offset - taken.length;
    taken.push(token.offset);
    const shape = targetOf && shapeAt(units, { tokens, partner }, { index, targetOf, unread });
    if (shape !== undefined) {
      shapes.set(index, shape);
      for (let at = token.offset + 1; at < tokens[index + 1]!.offset; at += 1) taken.push(at);
    }
    // The blank behind it parts it from the words.
    if (shapes.has(index - 1) && units[token.unit]!.words[token.offset + 1] === ' ') taken.push(token.offset + 1);
    if (!tags.has(index)) return;
    for (let k = 1; k <= superscript(token.tag!).length; k += 1) taken.push(token.offset + k);
  });
  const texts = units.map(({ words }, unit) => without(words, removed[unit]!));

  const drawn: (Drawn | undefined)[] = [];
  const agreed: number[] = [];
  const open: number[] = [];
  tokens.forEach((token, index) => {
    const other = partner[index]!;
    if (other < 0) return;
    if (!token.opens) {
      open.splice(open[open.length - 1] === other ? open.length - 1 : open.lastIndexOf(other), 1);
      return;
    }
    let outer = open.length - 1;
    while (outer >= 0 && partner[open[outer]!]! < other) outer -= 1;
    const within = outer < 0 ? undefined : drawn[open[outer]!]!.id;
    open.push(index);
    const end = tokens[other]!;
    const pieces = piecesOf(token, places[index]!, end, places[other]!, { units, texts });
    const words = token.unit === end.unit ? texts[token.unit]!.slice(places[index], places[other]) : undefined;
    if (words !== undefined && isAgreedRemark(words)) agreed.push(token.unit);
    const shape = shapes.get(index);
    if (shape !== undefined) {
      const { kind, target, goesTo, proponent, supporters, note } = shape;
      const id = mint<BracketId>(proponent);
      const rest = { proponent, supporters, keepers: [], ...(note !== undefined && { note }) };
      drawn[index] = { id, kind, rest, pieces, within, at, ...(goesTo !== undefined && { goesTo }) };
      if (target) named.set(id, { target, unit: token.unit, offset: token.offset });
      return;
    }
    const { id, kind, rest } = characterOf(words, mint);
    drawn[index] = { id, kind, rest, pieces, within, at };
  });
  const brackets = findChoices({ units, texts, tokens, partner, places, removed, drawn, mint, at });
  return { texts, brackets, strays, removed, agreed, unread, named };
}

interface Shape extends ShapeWords {
  readonly goesTo?: ProvisionId | null;
}

/** The proposal about the shape that an opening token begins (rule B22); what looks like one and is none is noted. */
function shapeAt(
  units: readonly ReadUnit[],
  { tokens, partner }: Matching,
  from: { readonly index: number; readonly targetOf: TargetOf; readonly unread: Unread[] },
): Shape | undefined {
  const { index, targetOf, unread } = from;
  const { unit, offset, opens } = tokens[index]!;
  const end = tokens[index + 1];
  if (!opens || partner[index] !== index + 1 || end?.unit !== unit) return undefined;
  const line = units[unit]!.words;
  const words = line.slice(offset + 1, end.offset);
  if (!isLikeShape(words)) return undefined;
  const shape = shapeWordsOf(words);
  const isParted = end.offset + 1 === line.length || line[end.offset + 1] === ' ';
  if (shape === undefined || !isParted) {
    unread.push({ unit, offset, reason: 'shape-form' });
    return undefined;
  }
  if (!shape.target) return { ...shape, ...(shape.target === null && { goesTo: null }) };
  const goesTo = targetOf({ target: shape.target, unit, offset });
  if (goesTo === undefined) unread.push({ unit, offset, reason: 'shape-target' });
  return goesTo && { ...shape, goesTo };
}

const NOBODYS: Drawn['rest'] = { proponent: CHAIR, supporters: [], keepers: [] };

function characterOf(words: string | undefined, mint: Mint): Pick<Drawn, 'id' | 'kind' | 'rest'> {
  const attribution = words === undefined ? undefined : attributionOf(words);
  if (attribution !== undefined) {
    const { proponent, supporters, note } = attribution;
    const kind = proponent === CHAIR ? 'hold' : 'insert';
    return { id: mint(proponent), kind, rest: { proponent, supporters, keepers: [], note } };
  }
  const kind = words !== undefined && isPlaceholder(words) ? 'placeholder' : 'hold';
  return { id: mint(CHAIR), kind, rest: NOBODYS };
}

function piecesOf(
  start: Token,
  from: number,
  end: Token,
  to: number,
  { units, texts }: { readonly units: readonly ReadUnit[]; readonly texts: readonly string[] },
): readonly Piece[] {
  const provision = units[start.unit]!.provision;
  const label = start.offset < 0;
  if (start.unit === end.unit) return [{ provision, from, to, label }];
  const pieces: Piece[] = [{ provision, from, to: texts[start.unit]!.length, label }];
  for (let unit = start.unit + 1; unit < end.unit; unit += 1) {
    pieces.push({ provision: units[unit]!.provision, from: 0, to: texts[unit]!.length, label: true });
  }
  pieces.push({ provision: units[end.unit]!.provision, from: 0, to, label: true });
  return pieces;
}

function without(words: string, offsets: readonly number[]): string {
  if (offsets.length === 0) return words;
  const kept: string[] = [];
  let from = 0;
  for (const offset of offsets) {
    if (offset > from) kept.push(words.slice(from, offset));
    from = offset + 1;
  }
  kept.push(words.slice(from));
  return kept.join('');
}
