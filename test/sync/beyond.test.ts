import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { eraseText } from '../../shared/sync/commands/erase-text.ts';
import { addProvision } from '../../shared/sync/commands/add-provision.ts';
import { passagesBeyond } from '../../shared/sync/reading/beyond.ts';
import type { Replica } from '../../shared/sync/replica.ts';
import { copyOf, handOf, heal, opened, provisionId, seeded, texts } from './building.ts';

const ARV = handOf('ARV', 'propose', seeded(1));
const CST = handOf('CST', 'propose', seeded(2));

function write(
  replica: Replica,
  hand: typeof ARV,
  { nth = 1, offset, text }: { nth?: number; offset: number; text: string },
) {
  expect(insertText(replica, hand, { at: { provision: provisionId(nth), offset }, text }).ok).toBe(true);
}

const beyond = (copy: Replica, other: Replica) =>
  passagesBeyond(copy, Y.decodeStateVector(Y.encodeStateVector(other.doc)));

test('O15 what a copy has and the room never had is told with its place: the tail of a word too', () => {
  const room = opened(texts('States act', 'States report'));
  const mine = copyOf(room, 7);
  write(mine, ARV, { offset: 6, text: ' sh' });
  heal(mine, room);
  write(mine, ARV, { offset: 9, text: 'all' });
  write(mine, ARV, { nth: 2, offset: 13, text: ' yearly' });
  write(room, CST, { offset: 0, text: 'All ' });
  expect(beyond(mine, room)).toEqual([
    { provision: provisionId(1), before: 'States sh', words: 'all', after: ' act' },
    { provision: provisionId(2), before: 'States report', words: ' yearly', after: '' },
  ]);
  heal(mine, room);
  expect(beyond(mine, room)).toEqual([]);
});

test('O15 a long paragraph is told from the words round the place', () => {
  const room = opened(texts(`${'before it '.repeat(9)}${'behind it '.repeat(9)}`));
  const mine = copyOf(room, 7);
  write(mine, ARV, { offset: 90, text: 'here ' });
  const [passage] = beyond(mine, room);
  expect(passage?.before).toMatch(/^… (before it|it) (before it )+$/);
  expect(passage?.after).toMatch(/^(behind it )+(behind )?…$/);
});

test('O15 a provision that the room never had is one passage, and what was taken back is none', () => {
  const room = opened(texts('States act'));
  const mine = copyOf(room, 7);
  const added = addProvision(mine, ARV, {
    after: provisionId(1),
    kind: 'operative',
    level: 0,
    text: 'States keep records',
  });
  if (!added.ok) throw new Error(added.reason);
  write(mine, ARV, { offset: 6, text: ' now' });
  expect(eraseText(mine, ARV, { spans: [{ provision: provisionId(1), from: 6, to: 10 }] }).ok).toBe(true);
  expect(beyond(mine, room).map(({ words }) => words)).toEqual(['States keep records']);
});
