import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { replaceText } from '../../shared/sync/commands/replace-text.ts';
import { packBracket } from '../../shared/sync/document/packed-bracket.ts';
import { readFresh } from '../../shared/sync/replica.ts';
import type { Replica } from '../../shared/sync/replica.ts';
import { rangePiece } from '../../shared/sync/writing/pieces.ts';
import { bracketId, copyOf, handOf, heal, opened, provisionId, seeded, texts } from './building.ts';

// What came before what must not show: each case hands one reader the same updates in every order.

const ARV = handOf('ARV', 'propose', seeded(1));
const CST = handOf('CST', 'propose', seeded(2));

/** The updates that a peer writes, one a transaction, beginning now. */
function noted(replica: Replica): Uint8Array[] {
  const updates: Uint8Array[] = [];
  replica.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'heal') updates.push(update);
  });
  return updates;
}

function ordersOf<Each>(all: readonly Each[]): Each[][] {
  if (all.length === 0) return [[]];
  return all.flatMap((first, at) => ordersOf(all.toSpliced(at, 1)).map((rest) => [first, ...rest]));
}

/** Reads after every update, so that each list is made from the one before, and holds it against a fresh read. */
function expectSameInEveryOrder(start: Replica, updates: readonly Uint8Array[]): void {
  for (const order of ordersOf(updates)) {
    const reader = copyOf(start, 9);
    for (const update of order) {
      Y.applyUpdate(reader.doc, update);
      expect(reader.read()).toEqual(readFresh(reader.doc));
    }
    reader.destroy();
  }
}

test("S3 a proposal that becomes a choice's wording stands behind the choice, whichever of its letters came last", () => {
  const chairs = opened(texts('States shall act'), 1);
  const [arv, cst] = [copyOf(chairs, 2), copyOf(chairs, 3)];
  const updates = [arv, cst].map(noted);
  for (const [at, letter] of [...' so'].entries())
    insertText(arv, ARV, { at: { provision: provisionId(1), offset: 12 + at }, text: letter });
  heal(arv, cst);
  expect(replaceText(cst, CST, { spans: [{ provision: provisionId(1), from: 12, to: 15 }], text: ' now' }).ok).toBe(
    true,
  );
  expect(cst.read().brackets.map(({ kind }) => kind)).toEqual(['choice', 'insert', 'insert']);
  expectSameInEveryOrder(chairs, updates.flat());
});

test('S3 brackets round the same words nest as they were made inside one another, whichever came last', () => {
  const chairs = opened(texts('one', 'two'), 1);
  // `b` does not lie where `c` does, which was made inside it: so nothing else says there that `b` came.
  const updates = (
    [
      ['a', 1, undefined],
      ['b', 1, 'a'],
      ['c', 2, 'b'],
      ['d', 2, 'a'],
    ] as const
  ).map(([name, words, outer], at) => {
    const peer = copyOf(chairs, 2 + at);
    const update = noted(peer);
    const piece = rangePiece({ view: peer.index.views.get(provisionId(words))!, from: 0, to: 3 });
    const made = { k: 'hold', s: [piece], o: at, ...(outer && { w: bracketId(outer) }) } as const;
    peer.doc.getMap('brackets').set(bracketId(name), packBracket(made));
    return update;
  });
  expectSameInEveryOrder(chairs, updates.flat());
});
