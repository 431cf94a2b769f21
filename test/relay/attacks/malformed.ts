import * as Y from 'yjs';
import { HOLD, SECOND } from '../support/draft-fixture.ts';
import { atRoot, forged, RawUpdate, REF } from '../support/forge.ts';
import { FRESH, strandOf, type TextAttack } from './text.ts';

/** Updates that are broken, incomplete or built to hurt whoever decodes them. */
export const MALFORMED: readonly TextAttack[] = [
  ['garbage in every field', 'nothing at all', 'update-malformed', () => new Uint8Array()],
  [
    'garbage in every field',
    'garbage',
    'update-malformed',
    () => Uint8Array.from({ length: 200 }, (_, at) => (at * 37 + 11) % 256),
  ],
  [
    'garbage in every field',
    'an update cut short',
    'update-malformed',
    ({ doc }) => {
      const whole = forged(doc, (copy) => strandOf(copy).insert(0, 'words'));
      return whole.subarray(0, whole.length - 4);
    },
  ],
  [
    'garbage in every field',
    'a length of billions with nothing behind it',
    'update-malformed',
    () => new RawUpdate().u(1, 4_000_000_000, FRESH, 0).bytes(),
  ],
  ['garbage in every field', 'billions of clients', 'update-malformed', () => new RawUpdate().u(4_000_000_000).bytes()],
  [
    'garbage in every field',
    'billions of values',
    'update-malformed',
    () =>
      atRoot({ client: FRESH, root: 'brackets', key: 'RUS-anotherone1' }, REF.any, (update) => update.u(4_000_000_000)),
  ],
  [
    'garbage in every field',
    'a string longer than the update',
    'update-malformed',
    () =>
      atRoot({ client: FRESH, root: 'brackets', key: 'RUS-anotherone1' }, REF.string, (update) =>
        update.u(2_000_000_000),
      ),
  ],
  [
    'garbage in every field',
    'a client id out of range',
    'update-malformed',
    () =>
      atRoot({ client: 2 ** 40, root: 'supports', key: `RUS:${HOLD}` }, REF.any, (update) =>
        update.u(1).byte(119).s('second'),
      ),
  ],
  [
    'garbage in every field',
    'more clients than one person has',
    'update-malformed',
    () => {
      const update = new RawUpdate().u(100);
      for (let client = 1; client <= 100; client += 1)
        update
          .u(1, FRESH + client, 0)
          .byte(REF.deleted)
          .u(1)
          .s('meta')
          .u(1);
      return update.u(0).bytes();
    },
  ],
  [
    'pending structs that never complete',
    'a clock that leaves a gap',
    'update-pending',
    () =>
      atRoot({ client: FRESH, clock: 1_000, root: 'supports', key: `RUS:${HOLD}` }, REF.any, (update) =>
        update.u(1).byte(119).s('second'),
      ),
  ],
  [
    'pending structs that never complete',
    'a huge clock',
    'update-pending',
    () =>
      atRoot({ client: FRESH, clock: 2 ** 50, root: 'supports', key: `RUS:${HOLD}` }, REF.any, (update) =>
        update.u(1).byte(119).s('second'),
      ),
  ],
  [
    'pending structs that never complete',
    'words behind a character that does not exist',
    'update-pending',
    () =>
      new RawUpdate()
        .u(1, 1, FRESH, 0)
        .byte(REF.string | 0b1000_0000)
        .u(77, 5)
        .s('lost')
        .u(0)
        .bytes(),
  ],
  [
    'pending structs that never complete',
    'words before a character that does not exist',
    'update-pending',
    () =>
      new RawUpdate()
        .u(1, 1, FRESH, 0)
        .byte(REF.string | 0b0100_0000)
        .u(77, 5)
        .s('lost')
        .u(0)
        .bytes(),
  ],
  [
    'pending structs that never complete',
    'words in a type that does not exist',
    'update-pending',
    () => new RawUpdate().u(1, 1, FRESH, 0).byte(REF.string).u(0, 77, 5).s('lost').u(0).bytes(),
  ],
  [
    'pending structs that never complete',
    'words that hang on themselves',
    'update-pending',
    () =>
      new RawUpdate()
        .u(1, 1, FRESH, 0)
        .byte(REF.string | 0b1000_0000)
        .u(FRESH, 3)
        .s('lost')
        .u(0)
        .bytes(),
  ],
  [
    'pending structs that never complete',
    'two words that hang on each other',
    'update-pending',
    () =>
      new RawUpdate()
        .u(2, 1, FRESH + 1, 0)
        .byte(REF.string | 0b1000_0000)
        .u(FRESH, 0)
        .s('a')
        .u(1, FRESH, 0)
        .byte(REF.string | 0b1000_0000)
        .u(FRESH + 1, 0)
        .s('b')
        .u(0)
        .bytes(),
  ],
  [
    'pending structs that never complete',
    'structs left out on purpose',
    'update-pending',
    () => new RawUpdate().u(1, 1, FRESH, 0).byte(REF.skip).u(50).u(0).bytes(),
  ],
  [
    'pending structs that never complete',
    'deleting what does not exist',
    'update-pending',
    () => new RawUpdate().u(0, 1, FRESH, 1, 0, 1_000_000).bytes(),
  ],
  [
    'pending structs that never complete',
    'deleting what another has yet to write',
    'update-pending',
    ({ doc, other }) => new RawUpdate().u(0, 1, other, 1, Y.getState(doc.store, other), 100).bytes(),
  ],
  [
    'small updates that cost much',
    'deleting the same of its own words a thousand times over',
    'update-malformed',
    ({ own }) => {
      const update = new RawUpdate().u(0, 1, own, 1_000);
      for (let times = 0; times < 1_000; times += 1) update.u(0, 1);
      return update.bytes();
    },
  ],
  [
    'small updates that cost much',
    'deletions out of their order',
    'update-malformed',
    ({ own }) => new RawUpdate().u(0, 1, own, 2, 1, 1, 0, 1).bytes(),
  ],
  [
    'garbage in every field',
    'words inside a word',
    'update-malformed',
    ({ doc, own }) =>
      new RawUpdate().u(1, 1, FRESH, 0).byte(REF.string).u(0, own, firstText(doc, own)).s('lost').u(0).bytes(),
  ],
  [
    'garbage in every field',
    'words between two paragraphs',
    'update-malformed',
    ({ doc }) => {
      const [left, right] = [strandOf(doc)._start!.id, strandOf(doc, SECOND)._start!.id];
      return new RawUpdate()
        .u(1, 1, FRESH, 0)
        .byte(REF.string | 0b1100_0000)
        .u(left.client, left.clock, right.client, right.clock)
        .s('astray')
        .u(0)
        .bytes();
    },
  ],
];

function firstText(doc: Y.Doc, client: number): number {
  const struct = doc.store.clients
    .get(client)!
    .find((one) => one instanceof Y.Item && one.content instanceof Y.ContentString)!;
  return struct.id.clock;
}
