import { HOLD } from '../support/draft-fixture.ts';
import type { RoomAttack } from './room-writes.ts';

/** On rooms that one may not write at all, and on what does not belong into any. */
export const ROOM_ATTACKS: readonly RoomAttack[] = [
  [
    'writing where the role reads',
    'chair',
    'record',
    'the chair writing the record',
    'room-read-only',
    (doc) => doc.getArray('revisions').push([{ number: 1 }]),
  ],
  [
    'writing where the role reads',
    'observer',
    'record',
    'an observer writing the record',
    'room-read-only',
    (doc) => doc.getArray('revisions').push([{ number: 1 }]),
  ],
  [
    'root types',
    'chair',
    'text',
    'a root that is none, by the chair',
    'root-unknown',
    (doc) => doc.getMap('secrets').set('x', 1),
  ],
  [
    'schema-breaking values',
    'chair',
    'text',
    'a bracket that is none, by the chair',
    'value-invalid',
    (doc) => doc.getMap('brackets').set(HOLD, 'words'),
  ],
  [
    'schema-breaking values',
    'chair',
    'text',
    'a heading of another kind, by the chair',
    'value-invalid',
    (doc) => doc.getMap('meta').set('title', { html: '<b>' }),
  ],
];
