import * as Y from 'yjs';
import { HOLD } from '../support/draft-fixture.ts';
import { atRoot, forged, REF } from '../support/forge.ts';
import { brackets, FRESH, type TextAttack } from './text.ts';

/** Attacks on the text by what is in an update, whoever's the place is: roots, types and values that no draft has. */
export const VALUE_ATTACKS: readonly TextAttack[] = [
  [
    'root types',
    'a root that is none of ours',
    'root-unknown',
    ({ doc }) => forged(doc, (copy) => copy.getMap('hidden').set('x', 1)),
  ],
  [
    'root types',
    'a root with the name of a prototype',
    'root-unknown',
    ({ doc }) => forged(doc, (copy) => copy.getMap('constructor').set('x', 1)),
  ],
  [
    'root types',
    'a root of another room',
    'root-unknown',
    ({ doc }) => forged(doc, (copy) => copy.getArray('rulings').push([{ id: 'RUS-aaaaaaaa' }])),
  ],
  [
    'root types',
    'ten thousand roots',
    'root-unknown',
    ({ doc }) =>
      forged(doc, (copy) => {
        for (let root = 0; root < 10_000; root += 1) copy.getMap(`root${root}`).set('x', 1);
      }),
  ],
  [
    'garbage in every field',
    'a bracket that is none',
    'value-invalid',
    ({ doc }) => forged(doc, (copy) => brackets(copy).set('RUS-anotherone1', 'words')),
  ],
  [
    'garbage in every field',
    'a bracket of no kind',
    'value-invalid',
    ({ doc }) => forged(doc, (copy) => brackets(copy).set('RUS-anotherone1', { k: 'king', s: [], o: 1 })),
  ],
  [
    'garbage in every field',
    'a bracket without an id',
    'value-invalid',
    ({ doc }) => forged(doc, (copy) => brackets(copy).set('bracket', { k: 'hold', s: [], o: 1 })),
  ],
  [
    'garbage in every field',
    'a voice that is none',
    'value-invalid',
    ({ doc }) => forged(doc, (copy) => copy.getMap('supports').set(`RUS:${HOLD}`, 'veto')),
  ],
  [
    'garbage in every field',
    'a provision that is a list',
    'value-invalid',
    ({ doc }) => forged(doc, (copy) => copy.getMap('provisions').set('RUS-newprovision', new Y.Array())),
  ],
  [
    'garbage in every field',
    'a provision with a key of its own making',
    'value-invalid',
    ({ doc }) => forged(doc, (copy) => copy.getMap('provisions').set('RUS-newprovision', new Y.Map([['extra', 1]]))),
  ],
  [
    'schema-breaking values',
    'an XML type',
    'value-invalid',
    ({ doc }) => forged(doc, (copy) => copy.getMap('provisions').set('RUS-newprovision', new Y.XmlElement('script'))),
  ],
  [
    'schema-breaking values',
    'an XML text as a strand',
    'value-invalid',
    ({ doc }) =>
      forged(doc, (copy) =>
        copy.getMap('provisions').set('RUS-newprovision', new Y.Map([['strand', new Y.XmlText()]])),
      ),
  ],
  [
    'schema-breaking values',
    'a document inside the document',
    'value-invalid',
    ({ doc }) => forged(doc, (copy) => brackets(copy).set('RUS-anotherone1', new Y.Doc())),
  ],
  [
    'schema-breaking values',
    'bytes where a value is due',
    'value-invalid',
    ({ doc }) => forged(doc, (copy) => brackets(copy).set('RUS-anotherone1', new Uint8Array(5))),
  ],
  [
    'schema-breaking values',
    'a value without a bottom',
    'value-invalid',
    ({ doc }) =>
      forged(doc, (copy) =>
        brackets(copy).set('RUS-anotherone1', {
          k: 'hold',
          o: 1,
          s: Array.from({ length: 200 }).reduce<unknown>((inner) => [inner], []),
        }),
      ),
  ],
  [
    'schema-breaking values',
    'types nested without a bottom',
    'value-invalid',
    ({ doc }) => forged(doc, (copy) => nest(copy.getMap('provisions'), 40)),
  ],
  [
    'schema-breaking values',
    'old JSON content',
    'value-invalid',
    () =>
      atRoot({ client: FRESH, root: 'brackets', key: 'RUS-anotherone1' }, REF.json, (update) => update.u(1).s('{}')),
  ],
];

function nest(map: Y.Map<unknown>, depth: number): void {
  let at = map;
  for (let level = 0; level < depth; level += 1) {
    const next = new Y.Map<unknown>();
    at.set(level === 0 ? 'RUS-newprovision' : 'strand', next);
    at = next;
  }
}
