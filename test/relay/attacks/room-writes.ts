import type * as Y from 'yjs';
import type { WriteRefusalReason } from '../../../shared/sync/protocol/refusal.ts';
import { FIRST, HOLD } from '../support/draft-fixture.ts';
import type { Heading } from './table.ts';

/** An attack by a member in a room: what it makes of the room's document. */
export type RoomAttack = readonly [
  heading: Heading,
  who: string,
  room: string,
  what: string,
  reason: WriteRefusalReason,
  change: (doc: Y.Doc) => void,
];

export const positions = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('positions');
export const position =
  (key: string, value: unknown = { stance: 'object' }) =>
  (doc: Y.Doc) =>
    void positions(doc).set(key, value);
export const ruling = (more: Record<string, unknown> = {}) => ({
  id: 'CHAIR-ruling000002',
  by: 'CHAIR',
  person: '',
  at: 1,
  about: 'x',
  act: { type: 'reopen', provision: FIRST },
  ...more,
});

export const ASKED = 'CHAIR-sounding0001';
export const sounding = (more: Record<string, unknown> = {}) => ({
  subject: { type: 'variant', provision: FIRST, bracket: HOLD, variant: 'none' },
  words: '',
  answers: 'room',
  person: '',
  at: 1,
  ...more,
});
export const asking =
  (key: string, value: unknown = sounding()) =>
  (doc: Y.Doc) =>
    void doc.getMap('soundings').set(key, value);
export const answering =
  (key: string, value: unknown = { stance: 'object', at: 1 }) =>
  (doc: Y.Doc) =>
    void doc.getMap('answers').set(key, value);

export const tagging =
  (key: string, marks: unknown = [{ tag: 'ammunition' }]) =>
  (doc: Y.Doc) =>
    void doc.getMap('tags').set(key, marks);

export const listing = (tags: unknown) => (doc: Y.Doc) => void doc.getMap('profile').set('tags', tags);
