import type { Clocks } from './restored.ts';
import { countOf, isRecord, itemIdOf, oneOf, textOf } from './decode.ts';
import type { ItemId } from './decode.ts';
import { BRACKET_KINDS } from '../../schema/bracket.ts';
import type { BracketKind, Closure } from '../../schema/bracket.ts';
import { proponentOf } from '../../schema/ids.ts';
import { unpackBracket } from './packed-bracket.ts';
import { statedProponent } from './stated-proponent.ts';
import type { BracketId, Code, ProvisionId, RulingId } from '../../schema/ids.ts';

// The root `brackets` is flat. `ID` holds what the bracket was made as, written once. What changes has keys of its
// own under the same id, so that two peers who change different things both get their way, and so that the relay
// can tell from the key alone who may write it:
//
//   ID/a0/CLIENT.CLOCK  a start of piece 0: that item         ID/b0/CLIENT.CLOCK  an end of it
//   ID/w                withdrawn by its proponent            ID/c                closed by a ruling
//   ID/f                fixed: grows no more with typing
//
// Starts and ends only ever widen a piece: of all the edges set for it, the outermost counts, and none is overwritten.
// So two people of one delegation who extend a bracket at once both succeed, whatever order their writes arrive in.

/**
 * An edge of a range. A start sits before its item (association 0), an end behind it (association -1): what is typed
 * at either is outside. An open edge has no item or the seam behind it: everything up to the strand's beginning or
 * end, or up to that seam, is inside.
 */
export interface Edge {
  /** `null`: the strand's own edge; the far one where `open` is false. */
  readonly item: ItemId | null;
  /** An end before its item, or a start behind it: for a piece that goes on in the next strand. */
  readonly open: boolean;
}

/**
 * One stretch as it is stored. A `whole` piece is a provision with its number; it has a range too, so that it goes on
 * holding all its words when the provision is split.
 */
export interface StoredPiece {
  readonly type: 'range' | 'whole';
  readonly strand: ProvisionId;
  readonly start: Edge;
  readonly end: Edge;
  /** It opens before the number. */
  readonly label: boolean;
  /** Of a `whole` piece. */
  readonly provision?: ProvisionId;
}

/** What closed a bracket, with the edges each piece had then: nothing moves a closed bracket's edges any more. */
export interface StoredClosure extends Closure {
  readonly edges: readonly { readonly start: ItemId | null; readonly end: ItemId | null }[];
  /** Of a proposal of words that a ruling let stand: the words that stood in it then, and are the room's since. */
  readonly words?: readonly Clocks[];
}

export interface BracketRecord {
  readonly id: BracketId;
  readonly proponent: Code;
  readonly kind: BracketKind;
  readonly pieces: readonly StoredPiece[];
  readonly variantOf?: BracketId;
  readonly within?: BracketId;
  readonly bare: boolean;
  /** One of several options over whole provisions. */
  readonly option: boolean;
  readonly noText: boolean;
  /** Of a `move` or a `join`: see `Bracket.goesTo`. */
  readonly goesTo?: ProvisionId | null;
  /** Made by typing: its end goes along with what its writer types on (see `growth.ts`). */
  readonly grows: boolean;
  readonly note?: string;
  readonly opened: number;
  readonly closed?: StoredClosure;
  /** Edges set later, by piece. */
  readonly starts: readonly (readonly ItemId[])[];
  readonly ends: readonly (readonly ItemId[])[];
}

const MOST_PIECES = 2_000;
/** Stretches of one client's words in one bracket. */
const MOST_STRETCHES = 20_000;
const LONGEST_NOTE = 2_000;
const LATEST = 8.64e15;

const isProvisionId = (value: unknown): value is ProvisionId =>
  typeof value === 'string' && proponentOf(value) !== undefined;

/** Any well-formed bracket id. */
export function isBracketId(value: unknown): value is BracketId {
  return typeof value === 'string' && proponentOf(value) !== undefined;
}

/**
 * `[client, clock]`: closed edge. `[client, clock, 1]`: open edge. `0`: the strand's beginning for a start, its end
 * for an end. `1`: the other way round (an empty bracket at the beginning ends there).
 */
export type EdgeJson = readonly [number, number] | readonly [number, number, 1] | 0 | 1;

/**
 * A piece as it is written: `{ s, a, b, n? }` for a range (`n`: before the number); with `p` too for a whole
 * provision, of which `{ p }` alone is the one that has its strand for itself.
 */
export type PieceJson =
  | {
      readonly s: ProvisionId;
      readonly a: EdgeJson;
      readonly b: EdgeJson;
      readonly n?: 1;
      readonly p?: ProvisionId;
    }
  | { readonly p: ProvisionId };

/** A bracket as it is written, once; most of them packed (`packed-bracket.ts`). */
export interface BracketJson {
  readonly k: BracketKind;
  readonly s: readonly PieceJson[];
  readonly v?: BracketId;
  readonly w?: BracketId;
  readonly b?: 1;
  readonly x?: 1;
  readonly n?: 1;
  readonly g?: 1;
  readonly m?: ProvisionId | null;
  readonly t?: string;
  /** Its proponent, where the chair wrote it for another: honoured under the chair's and secretariat's ids alone. */
  readonly c?: Code;
  readonly o: number;
}

const OUTERMOST: Edge = { item: null, open: true };

function edgeOf(value: unknown): Edge | undefined {
  if (value === 0 || value === 1) return { item: null, open: value === 0 };
  if (!Array.isArray(value)) return undefined;
  const item = itemIdOf(value.slice(0, 2));
  return item === undefined || value.length > 3 ? undefined : { item, open: value[2] === 1 };
}

function pieceOf(value: unknown): StoredPiece | undefined {
  if (!isRecord(value)) return undefined;
  const provision = value['p'];
  const whole = isProvisionId(provision) ? { type: 'whole' as const, provision } : undefined;
  const strand = value['s'];
  if (strand === undefined && whole !== undefined) {
    return { ...whole, strand: whole.provision, start: OUTERMOST, end: OUTERMOST, label: true };
  }
  const start = edgeOf(value['a']);
  const end = edgeOf(value['b']);
  if (!isProvisionId(strand) || start === undefined || end === undefined) return undefined;
  const range = { strand, start, end };
  return whole ? { ...whole, ...range, label: true } : { type: 'range', ...range, label: value['n'] === 1 };
}

function closureOf(value: unknown, outcomes: readonly Closure['outcome'][]): StoredClosure | undefined {
  if (!isRecord(value)) return undefined;
  const outcome = oneOf(value['o'], outcomes);
  if (outcome === undefined) return undefined;
  const at = countOf(value['t'], LATEST) ?? 0;
  const variant = value['v'];
  const ruling = value['r'];
  const rawEdges: unknown[] = Array.isArray(value['e']) ? value['e'].slice(0, MOST_PIECES) : [];
  const edges = rawEdges.map((pair) => {
    const [start, end]: unknown[] = Array.isArray(pair) ? pair : [];
    return { start: itemIdOf(start) ?? null, end: itemIdOf(end) ?? null };
  });
  const words: unknown = value['w'];
  return {
    outcome,
    at,
    edges,
    ...(Array.isArray(words) && { words: words.slice(0, MOST_STRETCHES).flatMap((each) => clocksOf(each) ?? []) }),
    ...(isBracketId(variant) && { variant }),
    ...(typeof ruling === 'string' && proponentOf(ruling) !== undefined && { ruling: ruling as RulingId }),
  };
}

function clocksOf(value: unknown): Clocks | undefined {
  if (!Array.isArray(value) || value.length !== 3) return undefined;
  const id = itemIdOf(value.slice(0, 2));
  const length = countOf(value[2], 2 ** 31);
  return id && length ? { client: id[0], from: id[1], to: id[1] + length } : undefined;
}

/** The bracket a key of the root belongs to; `undefined` for a key that is not ours. */
export function bracketOfKey(key: string): BracketId | undefined {
  const slash = key.indexOf('/');
  const id = slash < 0 ? key : key.slice(0, slash);
  return isBracketId(id) ? id : undefined;
}

const EDGE_KEY = /^([ab])(\d{1,4})\/(\d{1,16})\.(\d{1,16})$/;

/** The key under which an item is an edge of a piece. */
export function edgeKey(
  bracket: BracketId,
  edge: { readonly piece: number; readonly side: 'a' | 'b' },
  item: ItemId,
): string {
  return `${bracket}/${edge.side}${edge.piece}/${item[0]}.${item[1]}`;
}

interface LaterEdges {
  readonly starts: readonly (readonly ItemId[])[];
  readonly ends: readonly (readonly ItemId[])[];
}

function edgesFrom(extras: ReadonlyMap<string, unknown>, count: number): LaterEdges {
  const starts: ItemId[][] = Array.from({ length: count }, () => []);
  const ends: ItemId[][] = Array.from({ length: count }, () => []);
  for (const suffix of extras.keys()) {
    const match = EDGE_KEY.exec(suffix);
    const item = match && itemIdOf([Number(match[3]), Number(match[4])]);
    if (item) (match[1] === 'a' ? starts : ends)[Number(match[2])]?.push(item);
  }
  return { starts, ends };
}

/**
 * Decodes a bracket from its entry and the keys under it; `undefined` for what is none. Bad pieces are left out. A ruling
 * has the entry as it was, so that what was ruled on stays on record when its proponent takes the entry away (rule W16).
 */
export function readBracket(
  id: BracketId,
  standing: unknown,
  extras: ReadonlyMap<string, unknown>,
): BracketRecord | undefined {
  const holder = proponentOf(id);
  const ruling = extras.get('c');
  const entry = unpackBracket(standing ?? (isRecord(ruling) ? ruling['m'] : undefined));
  if (holder === undefined || !isRecord(entry)) return undefined;
  const kind = oneOf(entry['k'], BRACKET_KINDS);
  const rawPieces = entry['s'];
  if (kind === undefined || !Array.isArray(rawPieces)) return undefined;
  // Edges are numbered by the piece's place in the entry, so a bad piece keeps its number until all is read.
  const decoded = rawPieces.slice(0, MOST_PIECES).map(pieceOf);
  const edges = edgesFrom(extras, decoded.length);
  const closed = closureOf(extras.get('c'), ['keep', 'drop', 'chosen']) ?? closureOf(extras.get('w'), ['withdrawn']);
  const kept = decoded.flatMap((piece, index) => (piece === undefined ? [] : [{ piece, index }]));
  const variantOf = entry['v'];
  const within = entry['w'];
  const proponent = statedProponent(holder, entry['c']);
  const note = textOf(entry['t'], LONGEST_NOTE);
  const goesTo = entry['m'];
  const names = kind === 'move' || kind === 'join';
  if (names && decoded[0]?.type !== 'whole') return undefined;
  if (goesTo !== undefined && !(names && (goesTo === null || isProvisionId(goesTo)))) return undefined;
  return {
    id,
    proponent,
    kind,
    pieces: kept.map(({ piece }) => piece),
    starts: kept.map(({ index }) => edges.starts[index] ?? []),
    ends: kept.map(({ index }) => edges.ends[index] ?? []),
    ...(isBracketId(variantOf) && variantOf !== id && { variantOf }),
    ...(isBracketId(within) && within !== id && { within }),
    bare: entry['b'] === 1,
    option: entry['x'] === 1,
    noText: entry['n'] === 1,
    ...(goesTo !== undefined && { goesTo }),
    grows: entry['g'] === 1 && extras.get('f') !== 1,
    ...(note !== undefined && note !== '' && { note }),
    opened: countOf(entry['o'], LATEST) ?? 0,
    ...(closed && { closed }),
  };
}
