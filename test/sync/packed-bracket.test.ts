import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { BRACKET_KINDS } from '../../shared/schema/bracket.ts';
import type { BracketId, ProvisionId } from '../../shared/schema/ids.ts';
import { addBracket } from '../../shared/sync/commands/add-bracket.ts';
import type { BracketJson } from '../../shared/sync/document/bracket-record.ts';
import { readBracket } from '../../shared/sync/document/bracket-record.ts';
import { packBracket, unpackBracket } from '../../shared/sync/document/packed-bracket.ts';
import { handOf, opened, provisionId, texts } from './building.ts';

const strand = 'CHAIR-p00000000201' as ProvisionId;
const plain: BracketJson = {
  k: 'hold',
  s: [{ s: strand, a: [4294967295, 262144], b: [4294967295, 262207] }],
  o: 1_800_000_000_000,
};
const piece = plain.s[0]!;

test.each([
  ['S9 a stretch of one hand', plain],
  ...BRACKET_KINDS.map((k): [string, BracketJson] => [`S9 a bracket to ${k}`, { ...plain, k }]),
  ['S9 one that grows', { ...plain, k: 'insert', g: 1 }],
  ['S9 a single character, the first of all', { ...plain, s: [{ s: strand, a: [0, 0], b: [0, 0] }], o: 0 }],
  ['S9 another delegation’s provision', { ...plain, s: [{ ...piece, s: 'EU_2-0123456789ab' as ProvisionId }] }],
] satisfies [string, BracketJson][])('%s is a word, and the word is it', (_, json) => {
  const packed = packBracket(json);
  expect(typeof packed).toBe('string');
  expect(unpackBracket(packed)).toEqual(json);
});

test.each([
  ['S9 an open edge', { ...plain, s: [{ ...piece, a: [1, 2, 1] }] }],
  ['S9 a strand’s own edge', { ...plain, s: [{ ...piece, b: 0 }] }],
  ['S9 two hands', { ...plain, s: [{ ...piece, b: [7, 262207] }] }],
  ['S9 an end before its start', { ...plain, s: [{ ...piece, b: [4294967295, 3] }] }],
  ['S9 two stretches', { ...plain, s: [piece, piece] }],
  ['S9 a whole provision', { ...plain, s: [{ p: strand }] }],
  ['S9 a number inside', { ...plain, s: [{ ...piece, n: 1 }] }],
  ['S9 a variant', { ...plain, v: 'EU-0123456789ab' as BracketId }],
  ['S9 a note', { ...plain, t: 'footnote' }],
  ['S9 a time out of range', { ...plain, o: 64 ** 7 }],
] as [string, BracketJson][])('%s stays an object', (_, json) => {
  expect(packBracket(json)).toBe(json);
});

test.each([
  '',
  'hold',
  'c000000',
  'z000000000000000,0,p00000000201',
  `${packBracket(plain) as string} `,
  'c000000000000000,0,EU-no',
])('S8 the word %j is no bracket', (word) => {
  expect(readBracket('EU-0123456789ab' as BracketId, word, new Map())).toBeUndefined();
});

test('S9 a document that holds brackets as objects reads the same as one that holds them as words', () => {
  const replica = opened(texts('States shall act at once.'));
  const span = { provision: provisionId(1), from: 7, to: 16 };
  const made = addBracket(replica, handOf('EU', 'propose'), { kind: 'hold', spans: [span] });
  if (!made.ok) throw new Error('a bracket is made');
  const { brackets } = replica.index.roots;
  const before = replica.bracket(made.value);
  const stored: unknown = brackets.get(made.value);
  expect(typeof stored).toBe('string');
  const old = new Y.Doc();
  Y.applyUpdate(old, Y.encodeStateAsUpdate(replica.doc));
  old.getMap('brackets').set(made.value, unpackBracket(stored));
  Y.applyUpdate(replica.doc, Y.encodeStateAsUpdate(old));
  expect(typeof brackets.get(made.value)).toBe('object');
  expect(before).toBeDefined();
  expect(replica.bracket(made.value)).toEqual(before);
});
