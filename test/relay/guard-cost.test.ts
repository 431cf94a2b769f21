import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { judge } from '../../electron/relay/guard/guard.ts';
import { genesis } from '../../electron/relay/journal/entry.ts';
import { LIMITS } from '../../electron/relay/limits.ts';
import type { RoomState } from '../../electron/relay/rooms/room-state.ts';
import type { Code, ProvisionId } from '../../shared/schema/ids.ts';
import { defineRoots } from '../../shared/sync/guard/room-roots.ts';
import { encodeUpdate } from '../../shared/sync/protocol/sync-frame.ts';
import { base64, DRAFT, FIRST, seedUpdate } from './support/draft-fixture.ts';
import { RawClient } from './support/raw-client.ts';
import { meetingHere, relayHere } from './support/relay-here.ts';

const idOf = (index: number): ProvisionId => `CHAIR-${String(index).padStart(12, '0')}` as ProvisionId;

function roomOf(provisions: number): RoomState {
  const doc = new Y.Doc();
  defineRoots(doc, 'text');
  const text = 'Encourages States to strengthen measures on marking and tracing. '.repeat(15);
  const draft = {
    ...DRAFT,
    brackets: [],
    provisions: Array.from({ length: provisions }, (_, index) => ({ ...DRAFT.provisions[0]!, id: idOf(index), text })),
  };
  Y.applyUpdate(doc, seedUpdate(draft));
  const registry = new Map([...doc.store.clients.keys()].map((client) => [client, 'CHAIR' as Code]));
  return {
    doc,
    registry,
    head: genesis('x'),
    brokenAt: undefined,
    folded: undefined,
    snapshotDamaged: false,
    entriesSinceSnapshot: 0,
    bytesSinceSnapshot: 0,
    snapshotSize: 0,
  };
}

/** Microseconds that the guard takes for a keystroke in such a room, the median. */
function keystroke(provisions: number, keystrokes: number): number {
  const state = roomOf(provisions);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(state.doc));
  let update: Uint8Array = new Uint8Array();
  doc.on('update', (bytes: Uint8Array) => {
    update = bytes;
  });
  const writer = { role: 'delegation', code: 'EU' as Code, person: '' } as const;
  const times: number[] = [];
  for (let pressed = 0; pressed < keystrokes; pressed += 1) {
    const strand = (doc.getMap('provisions').get(idOf(pressed % 7)) as Y.Map<Y.Text>).get('strand')!;
    strand.insert(20 + pressed, 'x');
    const began = performance.now();
    const verdict = judge({ update, room: { kind: 'text' }, writer, mayWrite: true }, state, LIMITS);
    times.push((performance.now() - began) * 1000);
    if (!verdict.ok) throw new Error(verdict.reason);
    for (const client of verdict.clients) state.registry.set(client, writer.code);
    Y.applyUpdate(state.doc, update);
  }
  return times.toSorted((one, other) => one - other)[keystrokes >> 1]!;
}

test('R10 what the guard costs depends on the update and not on the draft', () => {
  keystroke(10, 2_000);
  const small = keystroke(10, 2_000);
  const large = keystroke(600, 2_000);
  expect(large).toBeLessThan(Math.max(4 * small, 40));
  expect(large).toBeLessThan(200);
});

test('R10 an update that is one long chain, of a hundred thousand characters typed one by one, is read without harm', () => {
  const state = roomOf(10);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(state.doc));
  const before = Y.encodeStateVector(doc);
  const strand = (doc.getMap('provisions').get(idOf(1)) as Y.Map<Y.Text>).get('strand')!;
  doc.transact(() => {
    // Put in from the back, so that no two characters become one struct.
    for (let pressed = 0; pressed < 100_000; pressed += 1) strand.insert(5, 'x');
  });
  const update = Y.encodeStateAsUpdate(doc, before);
  const began = performance.now();
  const writer = { role: 'delegation', code: 'EU' as Code, person: '' } as const;
  expect(judge({ update, room: { kind: 'text' }, writer, mayWrite: true }, state, LIMITS)).toMatchObject({ ok: true });
  expect(performance.now() - began).toBeLessThan(5_000);
});

test('R2 small delete sets that walk many pieces use up the allowance of whoever sends them', async () => {
  const here = await relayHere();
  const { invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const eu = await RawClient.join(here.relay, await invite('delegation', 'EU'), 'text').untilSynced();
  const strand = (eu.doc.getMap('provisions').get(FIRST) as Y.Map<Y.Text>).get('strand')!;
  const pieces = 5_000;
  eu.doc.transact(() => {
    // Put in from the back, so that no two of them become one.
    for (let piece = 0; piece < pieces; piece += 1) strand.insert(5, 'x');
  });
  let deletion: Uint8Array = new Uint8Array();
  eu.doc.once('update', (update: Uint8Array) => (deletion = update));
  strand.delete(5, pieces);
  expect(deletion.length).toBeLessThan(50);
  await eu.untilSaved();
  const slowed = (): boolean => here.lines.some((line) => line.includes('"event":"slowed"'));
  expect(slowed()).toBe(false);
  // Far fewer frames than anybody may send at once.
  for (let time = 0; time < 100; time += 1) eu.sendWrite(encodeUpdate(deletion));
  await eu.until(slowed, 'slowed');
  await eu.untilSaved();
  expect(eu.closed).toBeUndefined();
});
