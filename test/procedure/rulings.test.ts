import { expect, test } from 'vitest';
import { gavelledWords } from '../../shared/procedure/gavelled-words.ts';
import { foldRulings } from '../../shared/procedure/record.ts';
import type { BracketId } from '../../shared/schema/ids.ts';
import type { VariantId } from '../../shared/schema/position.ts';
import { bid, bracket, pid, provision, ruling } from '../consensus/meeting.ts';

test('P9 the latest ruling stands, in order of time and not of arrival', () => {
  const found = foldRulings([
    ruling({ type: 'drop', bracket: bid(1) }, 30),
    ruling({ type: 'keep', bracket: bid(1) }, 20),
    ruling({ type: 'choose', bracket: bid(2), variant: bid(3) }),
    ruling({ type: 'choose', bracket: bid(4) }),
    ruling({ type: 'adRef', provision: pid(1), words: 'a' }, 10),
    ruling({ type: 'reopen', provision: pid(1) }, 11),
    ruling({ type: 'adRef', provision: pid(1), words: 'b' }, 12),
    ruling({ type: 'adRef', provision: pid(2), words: 'c' }, 10),
    ruling({ type: 'reopen', provision: pid(2) }, 13),
  ]);
  expect(found.outcomes).toEqual(
    new Map<BracketId, VariantId>([
      [bid(1), 'none'],
      [bid(2), bid(3)],
      [bid(3), 'text'],
      [bid(4), 'none'],
    ]),
  );
  expect(found.agreed).toEqual(new Map([[pid(1), { words: 'b', at: 12 }]]));
  expect(found.reopened).toEqual(new Map([[pid(2), 13]]));
});

test('P10 the gavelled words show a word that changed and a bracket that opened', () => {
  const words = (text: string, ...spans: [number, number][]) =>
    gavelledWords(
      provision(1, text),
      spans.map(([from, to], at) => bracket(bid(at), 'hold', 1, { from, to })),
    );
  expect(words('States meet')).toBe('States meet');
  expect(words('ab', [0, 1], [1, 2])).toBe('[a][b]');
  expect(words('abc', [1, 2], [0, 3])).toBe('[a[b]c]');
  expect(words('ab', [1, 1])).toBe('a[]b');
});

test('P10 the same draft gives the same words, in whichever order its brackets come', () => {
  const brackets = [bracket(bid(1), 'hold', 1, { from: 0, to: 2 }), bracket(bid(2), 'insert', 1, { from: 2, to: 2 })];
  const elsewhere = bracket(bid(3), 'hold', 2);
  expect(gavelledWords(provision(1), [...brackets, elsewhere])).toBe(
    gavelledWords(provision(1), brackets.toReversed()),
  );
});
