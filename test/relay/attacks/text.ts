import * as Y from 'yjs';
import type { WriteRefusalReason } from '../../../shared/sync/protocol/refusal.ts';
import { FIRST, HOLD, SECOND } from '../support/draft-fixture.ts';
import { atRoot, forged, RawUpdate, REF } from '../support/forge.ts';
import { ACCEPTED, type Known } from '../support/siege.ts';
import type { Heading } from './table.ts';

/** An attack on the text by a delegation: an update made of what the relay holds. */
export type TextAttack = readonly [
  heading: Heading,
  what: string,
  reason: WriteRefusalReason,
  make: (known: Known) => Uint8Array,
];

export const strandOf = (doc: Y.Doc, id: string = FIRST): Y.Text =>
  (doc.getMap('provisions').get(id) as Y.Map<Y.Text>).get('strand')!;
export const brackets = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('brackets');
const entry = (doc: Y.Doc, id: string): Y.Map<unknown> => doc.getMap('provisions').get(id) as Y.Map<unknown>;
/** A client id that nobody has. */
export const FRESH = 4_000_000_001;

/** The attacker is the delegation of RUS; EU is the other, and has a bracket, a provision and words. */
export const TEXT_ATTACKS: readonly TextAttack[] = [
  [
    "forging another's client id",
    "writing with another delegation's client id",
    'client-not-yours',
    ({ doc, other }) => forged(doc, (copy) => strandOf(copy).insert(0, 'forged'), other),
  ],
  [
    "forging another's client id",
    "writing with the chair's client id",
    'client-not-yours',
    ({ doc, chair }) => forged(doc, (copy) => strandOf(copy).insert(0, 'forged'), chair),
  ],
  [
    "forging another's client id",
    'going on where another stopped',
    'client-not-yours',
    ({ doc, other }) =>
      atRoot(
        { client: other, clock: Y.getState(doc.store, other), root: 'supports', key: `RUS:${HOLD}` },
        REF.any,
        (update) => update.u(1).byte(119).s('second'),
      ),
  ],
  [
    "editing or deleting another's words",
    "deleting the chair's words",
    'delete-not-yours',
    ({ doc }) => forged(doc, (copy) => strandOf(copy).delete(12, 5)),
  ],
  [
    "editing or deleting another's words",
    "deleting another delegation's words",
    'delete-not-yours',
    ({ doc }) => forged(doc, (copy) => strandOf(copy).delete(strandOf(copy).length - 3, 2)),
  ],
  [
    "editing or deleting another's words",
    "replacing another's words",
    'delete-not-yours',
    ({ doc }) =>
      forged(doc, (copy) => {
        strandOf(copy).delete(12, 3);
        strandOf(copy).insert(12, 'Req');
      }),
  ],
  [
    'taking back accepted words',
    'erasing words of its own that a ruling let stand',
    'words-accepted',
    ({ doc }) => forged(doc, (copy) => strandOf(copy, SECOND).delete(0, ACCEPTED.length)),
  ],
  [
    'taking back accepted words',
    'a delete set over one character of them',
    'words-accepted',
    ({ doc }) => {
      const { client, clock } = strandOf(doc, SECOND)._start!.id;
      return new RawUpdate().u(0, 1, client, 1, clock + 3, 1).bytes();
    },
  ],
  [
    'a delete set over the whole draft',
    'a delete set over the whole draft',
    'delete-not-yours',
    ({ doc }) => {
      const update = new RawUpdate().u(0, doc.store.clients.size);
      for (const client of doc.store.clients.keys()) update.u(client, 1, 0, Y.getState(doc.store, client));
      return update.bytes();
    },
  ],
  [
    "un-bracketing another's words",
    "lifting another's bracket",
    'delete-not-yours',
    ({ doc }) => forged(doc, (copy) => brackets(copy).delete(HOLD)),
  ],
  [
    "un-bracketing another's words",
    "writing over another's bracket",
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => brackets(copy).set(HOLD, { k: 'hold', s: [], o: 1 })),
  ],
  [
    "un-bracketing another's words",
    "closing another's bracket",
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => brackets(copy).set(`${HOLD}/c`, { o: 'keep', t: 1 })),
  ],
  [
    "un-bracketing another's words",
    "closing a bracket of one's own, as a ruling does",
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => brackets(copy).set('RUS-rusbracket01/c', { o: 'keep', t: 1 })),
  ],
  [
    "un-bracketing another's words",
    "withdrawing another's bracket",
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => brackets(copy).set(`${HOLD}/w`, { o: 'withdrawn', t: 1 })),
  ],
  [
    "un-bracketing another's words",
    "moving the edge of another's bracket",
    'key-not-yours',
    ({ doc, own }) => forged(doc, (copy) => brackets(copy).set(`${HOLD}/a0/${own}`, [own, 0])),
  ],
  [
    "anchors under another's prefix",
    "a bracket under another's prefix",
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => brackets(copy).set('EU-anotherone1', { k: 'hold', s: [], o: 1 })),
  ],
  [
    "anchors under another's prefix",
    "a bracket under the chair's prefix",
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => brackets(copy).set('CHAIR-anotherone1', { k: 'hold', s: [], o: 1 })),
  ],
  [
    "un-bracketing another's words",
    "exchanging one's own bracket for another after it was seconded",
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => brackets(copy).set('RUS-rusbracket01', { k: 'delete', s: [], o: 1 })),
  ],
  [
    "speaking in another's name",
    "seconding in another's name",
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => copy.getMap('supports').set('EU:RUS-rusbracket01', 'second')),
  ],
  [
    "speaking in another's name",
    "taking another's support back",
    'delete-not-yours',
    ({ doc }) => forged(doc, (copy) => copy.getMap('supports').delete(`MEX:${HOLD}`)),
  ],
  [
    "another's provisions",
    "hiding the chair's provision",
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => entry(copy, FIRST).set('hidden', true)),
  ],
  [
    "another's provisions",
    "hiding another's provision",
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => entry(copy, SECOND).set('hidden', true)),
  ],
  [
    "another's provisions",
    "ruling on a provision of one's own",
    'key-not-yours',
    ({ doc }) =>
      forged(doc, (copy) => {
        const made = { k: 'operative', l: 0, o: 'V' };
        copy.getMap('provisions').set(
          'RUS-newprovision',
          new Y.Map<unknown>([
            ['made', made],
            ['hidden/c', false],
          ]),
        );
      }),
  ],
  [
    "another's provisions",
    'moving a provision',
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => entry(copy, FIRST).set('order', 'zz1')),
  ],
  [
    'writing into a split or a join',
    'joining a provision',
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => entry(copy, SECOND).set('into', null)),
  ],
  [
    "another's provisions",
    'numbering a provision',
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => entry(copy, FIRST).set('label', '9')),
  ],
  [
    "another's provisions",
    'making a provision another thing',
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => entry(copy, SECOND).set('made', { k: 'note', l: 0, o: 'V' })),
  ],
  [
    "another's provisions",
    "exchanging a provision's strand",
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => entry(copy, FIRST).set('strand', new Y.Text('forged'))),
  ],
  [
    "another's provisions",
    'taking a provision out',
    'delete-not-yours',
    ({ doc }) => forged(doc, (copy) => copy.getMap('provisions').delete(SECOND)),
  ],
  [
    "another's provisions",
    'exchanging a provision',
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => copy.getMap('provisions').set(SECOND, new Y.Map([['made', { k: 'note' }]]))),
  ],
  [
    "anchors under another's prefix",
    "a provision under another's prefix",
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => copy.getMap('provisions').set('EU-newprovision', new Y.Map())),
  ],
  [
    'writing into a split or a join',
    "a seam that splits in another's name",
    'insert-not-allowed',
    ({ doc }) => forged(doc, (copy) => strandOf(copy).insertEmbed(3, { p: SECOND })),
  ],
  [
    'writing into a split or a join',
    "cutting the chair's provision in two",
    'insert-not-allowed',
    ({ doc }) =>
      forged(doc, (copy) => {
        const made = { k: 'operative', l: 0, o: 'V', f: FIRST };
        copy.getMap('provisions').set('RUS-secondhalf1', new Y.Map([['made', made]]));
        strandOf(copy).insertEmbed(3, { p: 'RUS-secondhalf1' });
      }),
  ],
  [
    "speaking in another's name",
    "proposing a move in another's name",
    'key-not-yours',
    ({ doc }) =>
      forged(doc, (copy) => brackets(copy).set('EU-movedaway01', { k: 'move', s: [{ p: FIRST }], m: null, o: 1 })),
  ],
  [
    'schema-breaking values',
    'proposing to move a provision to nowhere',
    'value-invalid',
    ({ doc }) =>
      forged(doc, (copy) => brackets(copy).set('RUS-movedaway1', { k: 'move', s: [{ p: FIRST }], m: 'first', o: 1 })),
  ],
  [
    'writing into a split or a join',
    "accepting one's own proposal to move",
    'key-not-yours',
    ({ doc }) =>
      forged(doc, (copy) => {
        brackets(copy).set('RUS-movedaway1', { k: 'move', s: [{ p: FIRST }], m: null, o: 1 });
        brackets(copy).set('RUS-movedaway1/c', { o: 'keep', t: 1 });
      }),
  ],
  [
    'schema-breaking values',
    'an embed that is no seam',
    'value-invalid',
    ({ doc }) => forged(doc, (copy) => strandOf(copy).insertEmbed(3, { image: 'x' })),
  ],
  [
    'schema-breaking values',
    'a format that is none of ours',
    'value-invalid',
    ({ doc }) => forged(doc, (copy) => strandOf(copy).format(0, 4, { link: 'http://evil.example' })),
  ],
  [
    'schema-breaking values',
    'a format with a value that is none of ours',
    'value-invalid',
    ({ doc }) => forged(doc, (copy) => strandOf(copy).format(0, 4, { b: 'very' })),
  ],
  [
    "changing the look of another's words",
    "setting the chair's words in bold",
    'insert-not-allowed',
    ({ doc }) => forged(doc, (copy) => strandOf(copy).format(0, 4, { b: true })),
  ],
  [
    "changing the look of another's words",
    "taking the italics off behind words of one's own",
    'insert-not-allowed',
    ({ doc }) => forged(doc, (copy) => strandOf(copy).insert(3, 'forged', { i: true })),
  ],
  [
    'schema-breaking values',
    'an attribute on a strand',
    'value-invalid',
    ({ doc }) => forged(doc, (copy) => strandOf(copy).setAttribute('x', 1)),
  ],
  [
    'schema-breaking values',
    'a list item in a map',
    'value-invalid',
    () => atRoot({ client: FRESH, root: 'brackets' }, REF.string, (update) => update.s('words')),
  ],
  [
    "another's provisions",
    "a key of the draft's heading",
    'key-not-yours',
    ({ doc }) => forged(doc, (copy) => copy.getMap('meta').set('title', 'Mine')),
  ],
  [
    "speaking in another's name",
    "passing one's own words off as another's brought back",
    'key-not-yours',
    ({ doc, own, other }) => forged(doc, (copy) => brackets(copy).set(`RUS/r/${own}.0`, [FIRST, other, 0, 3])),
  ],
  [
    "speaking in another's name",
    "saying in another's name what was brought back",
    'key-not-yours',
    ({ doc, own }) => forged(doc, (copy) => brackets(copy).set(`EU/r/${own}.0`, [FIRST, own, 0, 3])),
  ],
];
