import { CHAIR } from '../../schema/ids.ts';
import type { ProvisionId } from '../../schema/ids.ts';
import { BRACKET_KINDS } from '../../schema/bracket.ts';
import type { BracketJson, PieceJson } from './bracket-record.ts';
import type { ItemId } from './decode.ts';

// Nearly every bracket is one range from a character to a later one of the same client. Such a one is stored as a word
// instead of an object, a third of its size:
//
//   KIND CLIENT OPENED CLOCK , REACH , STRAND
//
// KIND is a letter, small, or a capital where the bracket grows. CLIENT and OPENED have 6 and 7 digits in base 64, CLOCK
// (of the first character) and REACH (from it to the last one's) as many as they need. STRAND is an id, of the chair's
// provisions what stands behind `CHAIR-`.

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
const PACKED =
  /^([a-hA-H])([\w-]{6})([\w-]{7})([\w-]{1,8}),([\w-]{1,8}),([A-Z][A-Z0-9_]{0,15}-[0-9a-z]{8,24}|[0-9a-z]{8,24})$/;
const CHAIRS = `${CHAIR}-`;
const BARE = /^[0-9a-z]{8,24}$/;

function digits(count: number, width = 1): string {
  let written = '';
  for (let rest = count; rest > 0; rest = Math.floor(rest / 64)) written = DIGITS[rest % 64]! + written;
  return written.padStart(width, '0');
}

function countOf(written: string): number {
  let count = 0;
  for (const digit of written) count = count * 64 + DIGITS.indexOf(digit);
  return count;
}

function isCount(value: number, width: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 64 ** width;
}

/** The stretch of a piece that can be packed: closed edges on characters of one client, in their order. */
function stretchOf(piece: PieceJson | undefined): { first: ItemId; reach: number; strand: ProvisionId } | undefined {
  if (piece === undefined || !('s' in piece) || piece.p !== undefined || piece.n !== undefined) return undefined;
  const { s: strand, a, b } = piece;
  if (typeof a === 'number' || typeof b === 'number' || a.length !== 2 || b.length !== 2) return undefined;
  const reach = b[1] - a[1];
  if (a[0] !== b[0] || !isCount(a[0], 6) || !isCount(a[1], 8) || !isCount(reach, 8)) return undefined;
  return { first: a, reach, strand };
}

/** A bracket as it is stored: a word where it can be one, else as it is. */
export function packBracket(json: BracketJson): BracketJson | string {
  const { k: kind, s: pieces, o: opened, g: grows, ...more } = json;
  const stretch = pieces.length === 1 ? stretchOf(pieces[0]) : undefined;
  if (stretch === undefined || Object.keys(more).length > 0 || !isCount(opened, 7)) return json;
  const { first, reach, strand } = stretch;
  const letter = String.fromCharCode((grows === 1 ? 65 : 97) + BRACKET_KINDS.indexOf(kind));
  const bare = strand.startsWith(CHAIRS) ? strand.slice(CHAIRS.length) : strand;
  return `${letter}${digits(first[0], 6)}${digits(opened, 7)}${digits(first[1])},${digits(reach)},${bare}`;
}

/** What is stored for a bracket, as an object; whatever is no such word is given back as it is. */
export function unpackBracket(stored: unknown): unknown {
  const match = typeof stored === 'string' ? PACKED.exec(stored) : null;
  if (match === null) return stored;
  const [, letter = '', client = '', opened = '', clock = '', reach = '', strand = ''] = match;
  const first: ItemId = [countOf(client), countOf(clock)];
  const grows = letter < 'a';
  return {
    k: BRACKET_KINDS[letter.charCodeAt(0) - (grows ? 65 : 97)]!,
    s: [
      {
        s: (BARE.test(strand) ? CHAIRS + strand : strand) as ProvisionId,
        a: first,
        b: [first[0], first[1] + countOf(reach)],
      },
    ],
    ...(grows && { g: 1 as const }),
    o: countOf(opened),
  } satisfies BracketJson;
}
