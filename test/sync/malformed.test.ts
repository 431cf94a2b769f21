import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { readFresh } from '../../shared/sync/replica.ts';
import type { Replica } from '../../shared/sync/replica.ts';
import {
  bracket,
  bracketId,
  copyOf,
  draftOf,
  handOf,
  heal,
  opened,
  piece,
  provision,
  provisionId,
  seeded,
  shown,
} from './building.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { moveProvision } from '../../shared/sync/commands/move-provision.ts';
import { splitProvision } from '../../shared/sync/commands/split-provision.ts';

const chair = handOf('CHAIR', 'draft');

/** Values no client of ours writes. */
function nonsense(random: () => number, depth = 0): unknown {
  const small = [
    null,
    true,
    false,
    0,
    1,
    -1,
    2 ** 53,
    Number.NaN,
    Infinity,
    '',
    'x',
    'y'.repeat(300),
    new Uint8Array(3),
  ];
  const ids = [provisionId(1), provisionId(2), bracketId('a'), 'EU-aaaaaaaaaaaa', '__proto__', 'constructor'];
  const roll = Math.floor(random() * 6);
  if (roll === 0 && depth < 3) return Array.from({ length: 4 }, () => nonsense(random, depth + 1));
  if (roll === 1 && depth < 3) {
    const keys = ['k', 's', 'p', 'a', 'b', 'o', 'v', 'w', 'i', 'f', 'l', 'r', 't', 'e', 'c'];
    return Object.fromEntries(keys.filter(() => random() < 0.5).map((key) => [key, nonsense(random, depth + 1)]));
  }
  if (roll === 2) return ids[Math.floor(random() * ids.length)];
  if (roll === 3) return [Math.floor(random() * 4), Math.floor(random() * 60)];
  if (roll === 4)
    return ['hold', 'delete', 'insert', 'choice', 'keep', 'second', 'withdrawn'][Math.floor(random() * 7)];
  return small[Math.floor(random() * small.length)];
}

/** Values that are shared types where a plain one is meant. */
const misplaced = (random: () => number): unknown =>
  [new Y.Map(), new Y.Array(), new Y.Text('?'), new Y.XmlElement('p'), nonsense(random)][Math.floor(random() * 5)];

function vandalise(replica: Replica, random: () => number): void {
  const { meta, provisions, brackets, supports } = replica.index.roots;
  const id = (): string =>
    `EU-${Math.floor(random() * 36 ** 8)
      .toString(36)
      .padStart(12, '0')}`;
  replica.doc.transact(() => {
    for (let count = 0; count < 6; count += 1) {
      const keys = [
        id(),
        '',
        '__proto__',
        'not an id',
        `${bracketId('a')}/a0/7`,
        `${bracketId('a')}/b0/x`,
        `${bracketId('zz')}/c`,
      ];
      brackets.set(keys[Math.floor(random() * keys.length)]!, misplaced(random));
      supports.set(random() < 0.5 ? `EU:${bracketId('a')}` : `eu:${id()}`, misplaced(random));
      meta.set(['title', 'language', 'symbol', 'colour'][Math.floor(random() * 4)]!, misplaced(random));
      const entry = new Y.Map<unknown>();
      provisions.set(id(), random() < 0.5 ? entry : misplaced(random));
      if (entry.doc !== null) {
        for (const key of ['made', 'order', 'kind', 'level', 'label', 'hidden', 'into', 'strand']) {
          if (random() < 0.5) entry.set(key, misplaced(random));
        }
      }
      const strand = replica.index.records.get(provisionId(1))?.own;
      strand?.insertEmbed(Math.floor(random() * strand.length), { p: nonsense(random) }, {});
      strand?.insert(1, '', { i: true, z: { nested: [1] } });
    }
  });
}

test("S8 whatever another client writes, reading goes on and the room's words stay", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const random = seeded(seed);
    const held = [bracket('a', [piece(1, 2, 5)])];
    const replica = opened(draftOf([provision(1, 'one two'), provision(2, 'three')], held), 5);
    const vandal = copyOf(replica, 6);
    vandalise(vandal, random);
    heal(replica, vandal);
    const draft = replica.read();
    expect(draft, `seed ${seed}`).toEqual(readFresh(replica.doc));
    const said = draft.provisions.map((each) => each.text);
    expect(said, `seed ${seed}`).toEqual(expect.arrayContaining(['one two', 'three']));
    insertText(replica, chair, { at: { provision: provisionId(1), offset: 7 }, text: '!' });
    splitProvision(replica, chair, { at: { provision: provisionId(1), offset: 4 } });
    heal(replica, vandal);
    const after = replica.read().provisions.map((each) => each.text);
    expect(after, `seed ${seed}`).toEqual(expect.arrayContaining(['one ', 'two!', 'three']));
    expect(replica.read(), `seed ${seed}`).toEqual(readFresh(vandal.doc));
  }
});

test('S8 words are shown however broken the entry is that holds them', () => {
  const replica = opened(draftOf([provision(1, 'one'), provision(2, 'two')]));
  const entry = replica.index.roots.provisions.get(provisionId(2)) as Y.Map<unknown>;
  replica.doc.transact(() => {
    for (const key of ['made', 'order', 'kind', 'level', 'label', 'hidden', 'into']) entry.set(key, { broken: key });
  });
  expect(shown(replica).toSorted()).toEqual(['one', 'two']);
  expect(replica.read()).toEqual(readFresh(replica.doc));
});

test('S6 joins in a circle are broken where the draft reads first, and every word is shown', () => {
  const replica = opened(draftOf([provision(1, 'one'), provision(2, 'two'), provision(3, 'three')]));
  const entry = (name: number): Y.Map<unknown> =>
    replica.index.roots.provisions.get(provisionId(name)) as Y.Map<unknown>;
  replica.doc.transact(() => {
    for (const [from, to] of [
      [1, 3],
      [2, 1],
      [3, 2],
    ] as const) {
      const view = replica.index.views.get(provisionId(to))!;
      entry(from).set('into', { s: provisionId(to), i: [view.runs[0]!.client, view.runs[0]!.clock + 1] });
    }
  });
  expect(shown(replica)).toEqual(['onetwothree']);
  expect(replica.read()).toEqual(readFresh(replica.doc));
});

test('S6 the provision that stands for a circle of joins goes where it is moved, with all that is shown in it', () => {
  const replica = opened(draftOf([provision(1, 'one'), provision(2, 'two'), provision(3, 'three')]));
  const entry = (name: number): Y.Map<unknown> =>
    replica.index.roots.provisions.get(provisionId(name)) as Y.Map<unknown>;
  replica.doc.transact(() => {
    entry(1).set('into', { s: provisionId(2), i: null });
    entry(2).set('into', { s: provisionId(1), i: null });
  });
  expect(shown(replica)).toEqual(['onetwo', 'three']);
  expect(moveProvision(replica, chair, { provision: provisionId(1), after: provisionId(3) }).ok).toBe(true);
  expect(shown(replica)).toEqual(['three', 'onetwo']);
});
