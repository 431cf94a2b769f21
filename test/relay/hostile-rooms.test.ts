import * as Y from 'yjs';
import { expect, test } from 'vitest';
import type { WriteRefusalReason } from '../../shared/sync/protocol/refusal.ts';
import { encodeUpdate } from '../../shared/sync/protocol/sync-frame.ts';
import { awarenessFrame } from './support/awareness.ts';
import { FIRST, HOLD } from './support/draft-fixture.ts';
import { atRoot, forged, REF } from './support/forge.ts';
import { RawClient } from './support/raw-client.ts';
import { inParallel, siege } from './support/siege.ts';

type Attack = readonly [
  who: string,
  room: string,
  what: string,
  reason: WriteRefusalReason,
  change: (doc: Y.Doc) => void,
];

const positions = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('positions');
const position =
  (key: string, value: unknown = { stance: 'object' }) =>
  (doc: Y.Doc) =>
    void positions(doc).set(key, value);
const ruling = (more: Record<string, unknown> = {}) => ({
  id: 'CHAIR-ruling000002',
  by: 'CHAIR',
  person: '',
  at: 1,
  about: 'x',
  act: { type: 'reopen', provision: FIRST },
  ...more,
});

const ASKED = 'CHAIR-sounding0001';
const sounding = (more: Record<string, unknown> = {}) => ({
  subject: { type: 'variant', provision: FIRST, bracket: HOLD, variant: 'none' },
  words: '',
  answers: 'room',
  person: '',
  at: 1,
  ...more,
});
const asking =
  (key: string, value: unknown = sounding()) =>
  (doc: Y.Doc) =>
    void doc.getMap('soundings').set(key, value);
const answering =
  (key: string, value: unknown = { stance: 'object', at: 1 }) =>
  (doc: Y.Doc) =>
    void doc.getMap('answers').set(key, value);

const ATTACKS: readonly Attack[] = [
  ['RUS', 'chair', 'testing a wording in the room', 'room-read-only', asking('RUS-sounding00001')],
  ['RUS', 'chair', "ending the chair's test", 'room-read-only', asking(`${ASKED}/e`, { outcome: 'let-go', at: 1 })],
  ['chair', 'chair', 'changing what was asked', 'value-invalid', asking(ASKED, sounding({ words: 'other words' }))],
  ['chair', 'chair', 'taking a question away', 'delete-not-yours', (doc) => doc.getMap('soundings').delete(ASKED)],
  ['chair', 'chair', "asking in the secretariat's name", 'key-not-yours', asking('SEC-sounding00001')],
  [
    'chair',
    'chair',
    "asking in another person's name",
    'key-not-yours',
    asking('CHAIR-sounding0002', sounding({ person: 'Somebody' })),
  ],
  ['chair', 'chair', 'a question that is none', 'value-invalid', asking('CHAIR-sounding0002', 'well?')],
  [
    'chair',
    'chair',
    'a question of a megabyte',
    'value-invalid',
    asking('CHAIR-sounding0002', sounding({ words: 'x'.repeat(1_000_000) })),
  ],
  ['chair', 'chair', 'a question under a key that is none', 'value-invalid', asking('question')],
  ['chair', 'chair', 'an end that is none', 'value-invalid', asking(`${ASKED}/e`, { outcome: 'won', at: 1 })],
  ['chair', 'chair', 'a question that is a shared type', 'value-invalid', asking('CHAIR-sounding0002', new Y.Map())],
  ['RUS', 'positions', 'answering for another', 'key-not-yours', answering(`EU|${ASKED}`)],
  [
    'RUS',
    'positions',
    "taking another's answer back",
    'delete-not-yours',
    (doc) => doc.getMap('answers').delete(`EU|${ASKED}`),
  ],
  ['chair', 'positions', 'the chair answering for a delegation', 'key-not-yours', answering(`EU|${ASKED}`)],
  ['chair', 'positions', 'the chair answering itself', 'key-not-yours', answering(`CHAIR|${ASKED}`)],
  ['secretariat', 'positions', 'the secretariat answering', 'key-not-yours', answering(`SEC|${ASKED}`)],
  ['RUS', 'positions', 'an answer that is none', 'value-invalid', answering(`RUS|${ASKED}`, { stance: 'veto', at: 1 })],
  ['RUS', 'positions', 'an answer to nothing', 'value-invalid', answering('RUS|nothing')],
  ['RUS', 'positions', 'an answer that is a shared type', 'value-invalid', answering(`RUS|${ASKED}`, new Y.Map())],
  ['RUS', 'confidence/RUS', "another's answer in one's own confidence", 'key-not-yours', answering(`EU|${ASKED}`)],
  [
    'chair',
    'confidence/EU',
    "the chair answering in a delegation's confidence",
    'room-read-only',
    answering(`EU|${ASKED}`),
  ],
  ['RUS', 'positions', "stating another's position", 'key-not-yours', position(`EU|p/${FIRST}`)],
  [
    'RUS',
    'positions',
    "taking another's position back",
    'delete-not-yours',
    (doc) => positions(doc).delete(`EU|p/${FIRST}`),
  ],
  ['RUS', 'positions', 'recording from the floor', 'key-not-yours', position(`CHAIR:EU|p/${FIRST}`)],
  ['RUS', 'positions', "recording one's own from the floor", 'key-not-yours', position(`CHAIR:RUS|p/${FIRST}`)],
  ['chair', 'positions', "stating a delegation's position as its own", 'key-not-yours', position(`EU|p/${FIRST}`)],
  [
    'chair',
    'positions',
    "taking a delegation's position back",
    'delete-not-yours',
    (doc) => positions(doc).delete(`EU|p/${FIRST}`),
  ],
  ['secretariat', 'positions', "stating a delegation's position", 'key-not-yours', position(`EU|p/${FIRST}`)],
  ['RUS', 'positions', 'a stance that is none', 'value-invalid', position(`RUS|p/${FIRST}`, { stance: 'veto' })],
  ['RUS', 'positions', 'a position that is a word', 'value-invalid', position(`RUS|p/${FIRST}`, 'object')],
  ['RUS', 'positions', 'a position that is a shared type', 'value-invalid', position(`RUS|p/${FIRST}`, new Y.Map())],
  [
    'RUS',
    'positions',
    'a reason of a megabyte',
    'value-invalid',
    position(`RUS|p/${FIRST}`, { stance: 'object', reason: 'x'.repeat(1_000_000) }),
  ],
  ['RUS', 'positions', 'a key without a bar', 'value-invalid', position(`RUS`)],
  ['RUS', 'positions', 'a key about nothing', 'value-invalid', position('RUS|p/nothing')],
  ['RUS', 'positions', 'a key about a path', 'value-invalid', position('RUS|p/../../x')],
  ['RUS', 'positions', 'a key under a code that is none', 'value-invalid', position(`rus|p/${FIRST}`)],
  ['RUS', 'positions', 'another root', 'root-unknown', (doc) => doc.getMap('rulings').set('x', 1)],
  ['RUS', 'confidence/RUS', "another's position in one's own confidence", 'key-not-yours', position(`EU|p/${FIRST}`)],
  ['chair', 'confidence/EU', 'the chair writing in a confidence', 'room-read-only', position(`CHAIR:EU|p/${FIRST}`)],
  ['RUS', 'chair', 'a ruling by a delegation', 'room-read-only', (doc) => doc.getArray('rulings').push([ruling()])],
  ['RUS', 'chair', 'renaming the meeting', 'room-read-only', (doc) => doc.getMap('profile').set('title', 'Mine')],
  ['RUS', 'chair', 'joining a group', 'room-read-only', (doc) => doc.getMap('groups').set('EU', { members: ['RUS'] })],
  [
    'RUS',
    'chair',
    'opening the live text',
    'room-read-only',
    (doc) => doc.getMap('profile').set('observersSeeLive', true),
  ],
  ['chair', 'chair', 'taking a ruling back', 'delete-not-yours', (doc) => doc.getArray('rulings').delete(0, 1)],
  [
    'chair',
    'chair',
    'putting a ruling before another',
    'value-invalid',
    (doc) => doc.getArray('rulings').insert(0, [ruling()]),
  ],
  [
    'chair',
    'chair',
    "a ruling in the secretariat's name",
    'key-not-yours',
    (doc) => doc.getArray('rulings').push([ruling({ by: 'SEC' })]),
  ],
  [
    'chair',
    'chair',
    "a ruling in another person's name",
    'key-not-yours',
    (doc) => doc.getArray('rulings').push([ruling({ person: 'Somebody' })]),
  ],
  [
    'secretariat',
    'chair',
    "a ruling in the chair's name",
    'key-not-yours',
    (doc) => doc.getArray('rulings').push([ruling()]),
  ],
  ['chair', 'chair', 'a ruling that is none', 'value-invalid', (doc) => doc.getArray('rulings').push(['so be it'])],
  [
    'chair',
    'chair',
    'a ruling that is a shared type',
    'value-invalid',
    (doc) => doc.getArray('rulings').push([new Y.Map()]),
  ],
  [
    'chair',
    'chair',
    'a group under a code that is none',
    'value-invalid',
    (doc) => doc.getMap('groups').set('the group', { members: [] }),
  ],
  ['chair', 'chair', 'another root', 'root-unknown', (doc) => doc.getMap('secrets').set('x', 1)],
  [
    'chair',
    'record',
    'the chair writing the record',
    'room-read-only',
    (doc) => doc.getArray('revisions').push([{ number: 1 }]),
  ],
  [
    'observer',
    'record',
    'an observer writing the record',
    'room-read-only',
    (doc) => doc.getArray('revisions').push([{ number: 1 }]),
  ],
  ['chair', 'text', 'a root that is none, by the chair', 'root-unknown', (doc) => doc.getMap('secrets').set('x', 1)],
  [
    'chair',
    'text',
    'a bracket that is none, by the chair',
    'value-invalid',
    (doc) => doc.getMap('brackets').set(HOLD, 'words'),
  ],
  [
    'chair',
    'text',
    'a heading of another kind, by the chair',
    'value-invalid',
    (doc) => doc.getMap('meta').set('title', { html: '<b>' }),
  ],
];

test(`R10 whatever the role, what is another's stays another's, with ${ATTACKS.length} attacks`, async () => {
  const field = await siege();
  const wrong: unknown[] = [];
  await inParallel(ATTACKS, async ([who, room, what, reason, change]) => {
    // Somebody who may read the room made it; whose client id it is decides nothing here.
    const known = room === 'record' ? new Y.Doc() : field.doc(room);
    const outcome = await field.attack(room, encodeUpdate(forged(known, change)), who);
    if (outcome.reason !== reason || outcome.close !== 'write-refused') wrong.push([who, room, what, reason, outcome]);
  });
  expect(wrong).toEqual([]);
  await field.expectUntouched();
  expect(field.incidents()).toBe(ATTACKS.length);
});

test("R5 a client id seen in another room or not yet written with is nobody's to take", async () => {
  const field = await siege();
  // The chair shows its caret before it has written a word under this id.
  const shown = await RawClient.join(field.here.relay, field.seats['EU']!, 'text').untilSynced();
  shown.send(awarenessFrame([[777, 1, { movedAt: 1 }]]));
  const watcher = await RawClient.join(field.here.relay, field.seats['RUS']!, 'text').untilSynced();
  await watcher.until(() => watcher.frames.some((frame) => frame[0] === 1), 'the caret is seen');
  const take = atRoot({ client: 777, root: 'supports', key: `RUS:${HOLD}` }, REF.any, (update) =>
    update.u(1).byte(119).s('second'),
  );
  expect(await field.attack('text', encodeUpdate(take))).toEqual({
    reason: 'client-not-yours',
    close: 'write-refused',
  });
  await field.expectUntouched();
});

test('R10 what each role may write is taken, so that the attacks above do not fail for want of an open door', async () => {
  const field = await siege();
  const taken: [string, string, (doc: Y.Doc) => void][] = [
    ['RUS', 'positions', position(`RUS|p/${FIRST}`)],
    ['RUS', 'positions', position(`RUS|v/${HOLD}/none`, { stance: 'reserve', reason: 'awaiting instructions' })],
    ['chair', 'positions', position(`CHAIR:EU|b/${HOLD}`)],
    ['secretariat', 'positions', position(`CHAIR:MEX|b/${HOLD}`)],
    ['RUS', 'confidence/RUS', position(`RUS|p/${FIRST}`)],
    ['chair', 'chair', (doc) => doc.getArray('rulings').push([ruling()])],
    [
      'secretariat',
      'chair',
      (doc) => doc.getArray('rulings').push([ruling({ id: 'SEC-ruling000003', by: 'SEC', person: 'Person SEC' })]),
    ],
    ['chair', 'chair', (doc) => doc.getMap('groups').set('EU', { name: 'x', members: ['FRA'] })],
    ['RUS', 'text', (doc) => doc.getMap('supports').set(`RUS:${HOLD}`, 'keep')],
    ['chair', 'chair', asking('CHAIR-sounding0002')],
    ['secretariat', 'chair', asking('SEC-sounding00001', sounding({ person: 'Person SEC' }))],
    ['chair', 'chair', asking(`${ASKED}/e`, { outcome: 'let-go', at: 1 })],
    ['RUS', 'positions', answering(`RUS|${ASKED}`)],
    ['RUS', 'confidence/RUS', answering(`RUS|${ASKED}`)],
    ['EU', 'positions', (doc) => doc.getMap('answers').delete(`EU|${ASKED}`)],
    ['chair', 'text', (doc) => doc.getMap('brackets').set(`${HOLD}/c`, { o: 'keep', t: 1, e: [] })],
    ['EU', 'positions', (doc) => positions(doc).delete(`EU|p/${FIRST}`)],
  ];
  for (const [who, room, change] of taken) {
    const outcome = await field.attack(room, encodeUpdate(forged(field.doc(room), change)), who);
    expect([who, room, outcome]).toEqual([who, room, { reason: undefined, close: undefined }]);
  }
});
