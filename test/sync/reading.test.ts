import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { readFresh } from '../../shared/sync/replica.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { markText } from '../../shared/sync/commands/mark-text.ts';
import { eraseText } from '../../shared/sync/commands/erase-text.ts';
import { createUndo } from '../../shared/sync/undo.ts';
import {
  bracket,
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
  texts,
} from './building.ts';
import type { Code } from '../../shared/schema/ids.ts';

const chair = handOf('CHAIR', 'draft');

test('S1 a seeded draft reads back as it was, in every copy of the document', () => {
  const draft = draftOf(
    [
      provision(1, 'Decides to meet 😀 again', {
        marks: [
          { from: 0, to: 7, kind: 'italic' },
          { from: 4, to: 12, kind: 'bold' },
        ],
        label: '9bis.',
        trim: { lead: '\n', gap: ' ', tail: '\n\n' },
      }),
      provision(2, '', { kind: 'heading', level: 2, proponent: 'EU' as Code }),
      provision(3, 'Urges States', { relation: { type: 'insertAfter', to: provisionId(1) } }),
    ],
    [
      bracket('a', [piece(1, 0, 7), piece(3, 0, 5)], { supporters: ['EU', 'MEX'] as Code[], note: 'why' }),
      bracket('c', [piece(1, 8, 8)], { kind: 'placeholder', proponent: 'NOR' as Code }),
      bracket('b', [piece(2, 0, 0, true)], { kind: 'delete', keepers: ['RUS'] as Code[] }),
      bracket('e', [piece(3, 0, 0)]),
      bracket('d', [piece(3, 0, 9, true)], { bare: true, noText: true }),
    ],
  );
  const first = opened(draft);
  const { brackets, ...rest } = first.read();
  expect(rest).toEqual({
    title: draft.title,
    symbol: draft.symbol,
    language: draft.language,
    provisions: draft.provisions,
  });
  const byId = (list: typeof brackets) => list.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  expect(byId(brackets)).toEqual(byId(draft.brackets));
  expect(copyOf(first, 2).read()).toEqual(first.read());
  expect(readFresh(first.doc)).toEqual(first.read());
});

test('S3 after an edit only what changed is another object', () => {
  const replica = opened(texts('one', 'two', 'three'));
  const before = replica.read();
  const done = insertText(replica, chair, { at: { provision: provisionId(2), offset: 3 }, text: '!' });
  expect(done).toEqual({ ok: true, value: { provision: provisionId(2), offset: 4 } });
  const after = replica.read();
  expect(after.provisions.map((each) => each.text)).toEqual(['one', 'two!', 'three']);
  expect(after.provisions[0]).toBe(before.provisions[0]);
  expect(after.provisions[2]).toBe(before.provisions[2]);
  expect(after.brackets).toBe(after.brackets);
  expect(replica.read()).toBe(after);
  expect(after).toEqual(readFresh(replica.doc));
});

test('S4 words typed at either edge of a range stay outside it, whichever client id is larger', () => {
  for (const [one, other] of [
    [1, 2],
    [2, 1],
  ] as const) {
    const near = opened(draftOf([provision(1, 'a b c')], [bracket('x', [piece(1, 2, 3)])]), one);
    const far = copyOf(near, other);
    insertText(far, chair, { at: { provision: provisionId(1), offset: 2 }, text: '<' });
    insertText(near, chair, { at: { provision: provisionId(1), offset: 3 }, text: '>' });
    heal(near, far);
    expect(shown(near)).toEqual(['a <[b]> c']);
    expect(shown(far)).toEqual(shown(near));
  }
});

test('S4 a bracket emptied of its words stays at its place', () => {
  const near = opened(draftOf([provision(1, 'a bcd e')], [bracket('x', [piece(1, 2, 5)])]), 3);
  const far = copyOf(near, 2);
  insertText(far, chair, { at: { provision: provisionId(1), offset: 4 }, text: '_' });
  eraseText(near, chair, { spans: [{ provision: provisionId(1), from: 2, to: 5 }] });
  expect(shown(near)).toEqual(['a [] e']);
  heal(near, far);
  expect(shown(near)).toEqual(['a [_] e']);
  expect(shown(far)).toEqual(shown(near));
  expect(readFresh(far.doc)).toEqual(far.read());
});

test('S5 an anchor whose words were erased stands where they were, and goes back with them, and listeners are told', () => {
  const near = opened(texts('one two'));
  const far = copyOf(near, 2);
  const anchor = far.anchor({ provision: provisionId(1), offset: 6 }, -1);
  const told: (number | undefined)[] = [];
  far.observe(() => told.push(far.resolve(anchor)?.offset));
  const undo = createUndo(near, chair);
  eraseText(near, chair, { spans: [{ provision: provisionId(1), from: 4, to: 7 }] });
  heal(near, far);
  expect(far.holds(anchor)).toBe(false);
  // The words come back by one message, and by the next which ones they are.
  near.doc.on('update', (update: Uint8Array) => Y.applyUpdate(far.doc, update, 'line'));
  undo.undo();
  expect(far.holds(anchor)).toBe(true);
  expect(told.at(0)).toBe(4);
  expect(told.at(-1)).toBe(6);
});

test('S5 an anchor stays with its words', () => {
  const replica = opened(texts('one two'));
  const at = { provision: provisionId(1), offset: 3 };
  const before = replica.anchor(at, -1);
  const behind = replica.anchor(at, 1);
  insertText(replica, chair, { at, text: '##' });
  expect(replica.resolve(before)).toEqual(at);
  expect(replica.resolve(behind)).toEqual({ ...at, offset: 5 });
  eraseText(replica, chair, { spans: [{ provision: provisionId(1), from: 0, to: 4 }] });
  expect(replica.resolve(before)).toEqual({ ...at, offset: 0 });
  for (const nonsense of [null, 3, {}, { s: 'EU-123', i: [1, 2], d: 1 }, { s: provisionId(1), i: [9, 9], d: 1 }]) {
    expect(replica.resolve(nonsense)).toBeUndefined();
  }
});

test("S2 a document that receives others' formats deletes none of them by itself, as a bare one does", () => {
  const peers = [opened(texts('States shall act together now'), 1)];
  peers.push(copyOf(peers[0]!, 2));
  const hands = [chair, handOf('SEC', 'draft')];
  const far = copyOf(peers[0]!, 3);
  const bare = new Y.Doc();
  Y.applyUpdate(bare, Y.encodeStateAsUpdate(far.doc), 'heal');
  const wrote = { far: 0, bare: 0 };
  far.doc.on('update', (_update: Uint8Array, origin: unknown) => (wrote.far += Number(origin !== 'heal')));
  bare.on('update', (_update: Uint8Array, origin: unknown) => (wrote.bare += Number(origin !== 'heal')));
  for (const { doc } of peers) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'heal') for (const to of [far.doc, bare]) Y.applyUpdate(to, update, 'heal');
    });
  }
  const random = seeded(3);
  for (let step = 0; step < 400; step += 1) {
    if (step % 10 === 9) heal(...peers);
    const replica = peers[step % 2]!;
    const hand = hands[step % 2]!;
    const { length } = replica.provision(provisionId(1))!.text;
    const from = Math.floor(random() * length);
    const spans = [{ provision: provisionId(1), from, to: Math.min(length, from + 1 + Math.floor(random() * 8)) }];
    const mark = random() < 0.5 ? 'italic' : 'bold';
    if (step % 3 === 0) markText(replica, hand, { spans, mark, on: random() < 0.6 });
    else if (step % 3 === 1)
      insertText(replica, hand, { at: { provision: provisionId(1), offset: from }, text: 'abc', marks: [mark] });
    else eraseText(replica, hand, { spans });
  }
  heal(...peers, far);
  expect(far.read()).toEqual(peers[0]!.read());
  expect(wrote.far).toBe(0);
  expect(wrote.bare).toBeGreaterThan(0);
});

test('S3 what a keystroke costs does not grow with the draft', () => {
  /** Look-ups made while one character is typed in the middle of a draft and the draft is read. */
  const lookUps = (provisions: number): number => {
    const draft = texts(...Array.from({ length: provisions }, (_, name) => `words of provision ${name}`));
    const middle = provisionId(Math.ceil(provisions / 2));
    const span = { provision: middle, from: 0, to: 5, label: false };
    const replica = opened({
      ...draft,
      brackets: draft.provisions.map(({ id }, name) => bracket(`b${name}`, [{ ...span, provision: id }])),
    });
    const at = { provision: middle, offset: 3 };
    insertText(replica, chair, { at, text: 'x' });
    replica.read();
    let count = 0;
    const { get, has } = Map.prototype;
    Map.prototype.get = function counted(this: Map<unknown, unknown>, key: unknown) {
      count += 1;
      return get.call(this, key);
    };
    Map.prototype.has = function counted(this: Map<unknown, unknown>, key: unknown) {
      count += 1;
      return has.call(this, key);
    };
    try {
      insertText(replica, chair, { at, text: 'y' });
      replica.read();
    } finally {
      Map.prototype.get = get;
      Map.prototype.has = has;
    }
    expect(replica.read()).toEqual(readFresh(replica.doc));
    return count;
  };
  expect(lookUps(1_600)).toBeLessThanOrEqual(lookUps(50) + 5);
});
