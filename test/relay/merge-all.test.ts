import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { mergeAll } from '../../electron/relay/rooms/merge-all.ts';

test.each([0, 1, 2, 16, 17, 300])('R16 %i updates as one come to the same as one after the other', (count) => {
  const hands = Array.from({ length: 7 }, () => new Y.Doc());
  const updates: Uint8Array[] = [];
  for (const hand of hands) {
    hand.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'other') return;
      updates.push(update);
      for (const other of hands) if (other !== hand) Y.applyUpdate(other, update, 'other');
    });
  }
  for (let index = 0; index < count; index += 1) {
    const text = hands[index % 7]!.getText('text');
    if (index % 5 === 4) text.delete((index * 3) % text.length, 1);
    else text.insert((index * 11) % (text.length + 1), `${index} `);
  }
  expect(updates).toHaveLength(count);
  const merged = new Y.Doc();
  Y.applyUpdate(merged, mergeAll(updates));
  expect(merged.getText('text').toDelta()).toEqual(hands[0]!.getText('text').toDelta());
  expect(Y.encodeStateAsUpdate(merged)).toEqual(Y.encodeStateAsUpdate(hands[0]!));
});
