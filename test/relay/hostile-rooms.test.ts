import type * as Y from 'yjs';
import { expect, test } from 'vitest';
import { encodeUpdate } from '../../shared/sync/protocol/sync-frame.ts';
import { ROOM_WRITES } from './attacks/attack.ts';
import { DOOR_ATTACKS } from './attacks/door.ts';
import { act, breaks, chairs } from './attacks/procedure.ts';
import { PRESENCE_ATTACKS } from './attacks/presence.ts';
import { answering, ASKED, asking, position, positions, ruling, sounding, tagging } from './attacks/room-writes.ts';
import { FIRST, HOLD } from './support/draft-fixture.ts';
import { atRoot, forged, REF } from './support/forge.ts';
import { besiege, RUS_ASKS, siege, SILENCE } from './support/siege.ts';

test(`R10 whatever the role, what is another's stays another's, with ${ROOM_WRITES.length} attacks`, async () => {
  expect(await besiege(ROOM_WRITES)).toEqual([]);
});

test(`R7 nobody is shown as somebody else, with ${PRESENCE_ATTACKS.length} attacks`, async () => {
  expect(await besiege(PRESENCE_ATTACKS)).toEqual([]);
});

test(`R1 nobody gets in with a token, a path, a name or a role that does not open the room, with ${DOOR_ATTACKS.length} attacks`, async () => {
  expect(await besiege(DOOR_ATTACKS)).toEqual([]);
});

test('U2 emptiness put over an act takes nothing away', async () => {
  const field = await siege();
  // Yjs lets one of two under a key win by their clients' ids, and the other is gone without anybody deleting it.
  for (const client of [1, 0xfffffff0]) {
    const empty = atRoot({ client, root: 'acts', key: RUS_ASKS }, REF.deleted, (update) => update.u(1));
    expect(await field.attack('chair', encodeUpdate(empty))).toEqual({
      reason: 'key-not-yours',
      close: 'write-refused',
    });
  }
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
    ['chair', 'chair', tagging(`b/${HOLD}`, [{ tag: 'ammunition', turned: true }])],
    ['chair', 'chair', asking('CHAIR-sounding0002')],
    ['secretariat', 'chair', asking('SEC-sounding00001', sounding({ person: 'Person SEC' }))],
    ['chair', 'chair', asking(`${ASKED}/e`, { outcome: 'let-go', at: 1 })],
    ['RUS', 'positions', answering(`RUS|${ASKED}`)],
    ['RUS', 'confidence/RUS', answering(`RUS|${ASKED}`)],
    ['EU', 'positions', (doc) => doc.getMap('answers').delete(`EU|${ASKED}`)],
    ['chair', 'text', (doc) => doc.getMap('brackets').set(`${HOLD}/c`, { o: 'keep', t: 1, e: [] })],
    ['EU', 'positions', (doc) => positions(doc).delete(`EU|p/${FIRST}`)],
    ['RUS', 'chair', act(breaks('RUS'), { id: 'RUS-rusact000002' })],
    ['RUS', 'chair', act({ type: 'take-back', ask: RUS_ASKS }, { id: 'RUS-rusact000003' })],
    ['RUS', 'chair', act({ type: 'cast', vote: SILENCE, code: 'RUS', ballot: 'for' }, { id: 'RUS-rusact000004' })],
    ['chair', 'chair', act({ type: 'open-floor', provision: FIRST }, chairs)],
    ['chair', 'chair', (doc) => doc.getMap('display').set('mode', 'blank')],
  ];
  for (const [who, room, change] of taken) {
    const outcome = await field.attack(room, encodeUpdate(forged(field.doc(room), change)), who);
    expect([who, room, outcome]).toEqual([who, room, { reason: undefined, close: undefined }]);
  }
});
