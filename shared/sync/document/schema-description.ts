import { BRACKET_KINDS } from '../../schema/bracket.ts';
import { LANGUAGES } from '../../schema/draft.ts';
import { PROVISION_KINDS } from '../../schema/provision.ts';
import { ROOT_NAMES } from './roots.ts';

/**
 * Everything a reader of the document relies on, as data. A test hashes it: whoever changes what is stored changes
 * this text, and then has to raise the version and write a migration (rule S9).
 */
export const SCHEMA_DESCRIPTION = {
  roots: ROOT_NAMES,
  meta: { version: 'number', title: 'string', symbol: 'string', language: LANGUAGES },
  provision: {
    made: 'k kind, l level, o order, r [relation (insertAfter, alternativeTo, optionTo), to], n label, t [lead, gap, tail], f strand it was born in, a order key it was split off at, e stays when empty, by proponent; written once',
    order: 'order key: digits of a fraction in base 62, no trailing 0',
    kind: PROVISION_KINDS,
    level: 'number 0 to 12',
    label: 'string',
    hidden: 'true: out of sight; false: in; absent: in while it has words',
    'hidden/c, kind/c, level/c': 'what a ruling settled; counts before the key itself',
    into: '{ s strand, i [client, clock] or null }, or null',
    strand: 'Y.Text; attributes i, b; embeds { p: provision born here }',
  },
  brackets: {
    ID: 'k kind, s pieces, v variant of, w within, b bare, x option, n no text, g grows, m where a move or a join goes, t note, c proponent, o opened; written once',
    'ID, packed':
      'one range of one client: kind as a letter, a capital where it grows; client in 6 and opened in 7 digits of base 64; clock, reach, strand without CHAIR-, apart by commas',
    kinds: BRACKET_KINDS,
    piece: '{ s strand, a edge, b edge, n opens before the number, p provision held whole } or { p }',
    edge: '[client, clock], [client, clock, 1] open, 0 outermost, 1 innermost',
    'ID/aN/CLIENT.CLOCK, ID/bN/CLIENT.CLOCK': '1: that item is a start, an end of piece N; the outermost counts',
    'ID/w, ID/c':
      'o outcome, v variant, r ruling, t time, e [[start, end]] of each piece, w [[client, clock, length]] words that stand, m ID as it was',
    'ID/f': '1: grows no more',
    'CODE/r/CLIENT.CLOCK': '[strand, client, clock, length]: those items were made anew by undo',
  },
  supports: { 'CODE:ID': ['second', 'keep'] },
} as const;
