import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Code } from '../../shared/schema/ids.ts';
import type { History } from '../../shared/sync/protocol/api.ts';
import { closeBracket } from '../../shared/sync/commands/close-bracket.ts';
import { eraseText } from '../../shared/sync/commands/erase-text.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { createReplica, type Replica } from '../../shared/sync/replica.ts';
import { createUndo } from '../../shared/sync/undo.ts';
import { impliedIn } from '../../shared/sync/implied.ts';
import { encodeUpdate } from '../../shared/sync/protocol/sync-frame.ts';
import { handOf } from '../sync/building.ts';
import { base64, FIRST, seedUpdate } from './support/draft-fixture.ts';
import { RawClient } from './support/raw-client.ts';
import { redisHere } from './support/redis-here.ts';
import { meetingHere, relayHere, type RelayHere, type Seat } from './support/relay-here.ts';

const chairHand = handOf('CHAIR', 'draft');
const euHand = handOf('EU', 'propose');
const seed = { text: base64(seedUpdate()) };

/** A replica over a raw client's document, whose changes go to the relay as they are made. */
async function at(here: RelayHere, seat: Seat) {
  const client = new RawClient(
    `${here.relay.url.replace('http', 'ws')}rooms/${seat.meeting}/text`,
    ['rostrum.1', seat.token],
    {},
  );
  const replica = createReplica(client.doc);
  await client.untilSynced();
  return { client, replica };
}

const textOf = (replica: Replica): string => replica.provision(FIRST)!.text;
const insertOf = (replica: Replica) => replica.read().brackets.find(({ kind }) => kind === 'insert')!;
const keep = { outcome: 'keep', at: 5 } as const;
const type = (replica: Replica, text: string, offset = 0) =>
  insertText(replica, euHand, { at: { provision: FIRST, offset }, text });
const refusals = (client: RawClient): string[] =>
  client.messages.flatMap((message) => (message.type === 'refused' ? [message.reason] : []));

async function proposed(here: RelayHere, other = here) {
  const { chair, invite, meeting } = await meetingHere(here, { seed });
  const eu = await at(other, await invite('delegation', 'EU'));
  type(eu.replica, 'Ours ');
  await eu.client.untilSaved();
  const presiding = await at(here, chair);
  // Another relay hears of it a little after it is on record.
  await presiding.client.until(() => insertOf(presiding.replica) !== undefined, 'the proposal is there');
  return { eu, presiding, chair, invite, meeting };
}

test('W16 an accepted word is struck by a proposal, and a withdrawal that comes behind the ruling leaves it', async () => {
  const here = await relayHere();
  const { eu, presiding, chair } = await proposed(here);
  // Off the line, the delegation takes its words back and writes others; meanwhile they are accepted.
  const kept = new Y.Doc();
  Y.applyUpdate(kept, Y.encodeStateAsUpdate(eu.client.doc));
  const away = createReplica(kept, { isMine: (client) => client === eu.client.doc.clientID });
  eraseText(away, euHand, { spans: [{ provision: FIRST, from: 0, to: 5 }] });
  type(away, ' Later', textOf(away).length);
  closeBracket(presiding.replica, chairHand, { bracket: insertOf(presiding.replica).id, closure: keep });
  await presiding.client.untilSaved();

  await eu.client.until(() => eu.replica.read().brackets.every(({ kind }) => kind !== 'insert'), 'the ruling is there');
  const struck = eraseText(eu.replica, euHand, { spans: [{ provision: FIRST, from: 0, to: 4 }] });
  expect([struck.ok, textOf(eu.replica).slice(0, 5)]).toEqual([true, 'Ours ']);
  expect(eu.replica.read().brackets.map(({ kind, proponent }) => [kind, proponent])).toContainEqual(['delete', 'EU']);
  await eu.client.untilSaved();
  expect(refusals(eu.client)).toEqual([]);

  eu.client.sendWrite(encodeUpdate(Y.encodeStateAsUpdate(kept, Y.encodeStateVector(eu.client.doc))));
  await eu.client.untilSaved();
  expect([refusals(eu.client), eu.client.closed]).toEqual([['words-accepted'], undefined]);
  const fresh = await at(here, chair);
  expect(textOf(fresh.replica)).toBe('Ours Encourages States to mark weapons. Later');
  expect(fresh.replica.read()).toEqual(presiding.replica.read());
  expect(here.lines.filter((line) => line.includes('words-accepted'))).toHaveLength(1);
});

test('W16 what was typed among accepted words off the line is none of them: it is open, and its own to take back', async () => {
  const here = await relayHere();
  const { eu, presiding, chair } = await proposed(here);
  const kept = new Y.Doc();
  Y.applyUpdate(kept, Y.encodeStateAsUpdate(eu.client.doc));
  const away = createReplica(kept, { isMine: (client) => client === eu.client.doc.clientID });
  type(away, 'xx', 2);
  closeBracket(presiding.replica, chairHand, { bracket: insertOf(presiding.replica).id, closure: keep });
  await presiding.client.untilSaved();
  eu.client.sendWrite(encodeUpdate(Y.encodeStateAsUpdate(kept, Y.encodeStateVector(eu.client.doc))));
  await eu.client.untilSaved();
  const fresh = await at(here, chair);
  expect(textOf(fresh.replica).slice(0, 7)).toBe('Ouxxrs ');
  const owners = new Map(
    fresh.client.messages.flatMap((message) => (message.type === 'registry' ? [...message.entries] : [])),
  );
  expect(impliedIn(fresh.replica, owners, FIRST)).toEqual([{ provision: FIRST, from: 2, to: 4, code: 'EU' as Code }]);
  eu.client.sendWrite(encodeUpdate(Y.encodeStateAsUpdate(erasing(away, 2, 4), Y.encodeStateVector(eu.client.doc))));
  await eu.client.untilSaved();
  expect(refusals(eu.client)).toEqual([]);
  await fresh.client.until(() => textOf(fresh.replica).startsWith('Ours Enc'), 'they are gone');
});

function erasing(replica: Replica, from: number, to: number): Y.Doc {
  eraseText(replica, euHand, { spans: [{ provision: FIRST, from, to }] });
  return replica.doc;
}

test('W16 the bracket that a ruling was on stays on record when its proponent takes it away or withdraws it behind', async () => {
  const here = await relayHere();
  const { eu, presiding, chair } = await proposed(here);
  const { id } = insertOf(presiding.replica);
  closeBracket(presiding.replica, chairHand, { bracket: id, closure: { outcome: 'keep', at: 5 } });
  await presiding.client.untilSaved();
  const brackets = eu.client.doc.getMap('brackets');
  brackets.delete(id);
  brackets.set(`${id}/w`, { o: 'withdrawn', t: 9 });
  await eu.client.untilSaved();
  const fresh = await at(here, chair);
  expect(fresh.replica.bracket(id)).toMatchObject({ proponent: 'EU', kind: 'insert', closed: { outcome: 'keep' } });
  const spans = [{ provision: FIRST, from: 0, to: 4 }];
  eraseText(eu.replica, euHand, { spans });
  await eu.client.untilSaved();
  expect([refusals(eu.client), textOf(eu.replica).slice(0, 4)]).toEqual([[], 'Ours']);
});

test('W16 at two relays at once, a ruling and a withdrawal come to one thing, which the order in the journal says', async () => {
  const redis = await redisHere();
  const [one, two] = [await relayHere({ redis: redis.url }), await relayHere({ redis: redis.url })];
  const seen = new Set<string>();
  for (let round = 0; round < 6; round += 1) {
    const { eu, presiding, chair, meeting } = await proposed(one, two);
    const bracket = insertOf(presiding.replica).id;
    if (round % 2 === 0) closeBracket(presiding.replica, chairHand, { bracket, closure: keep });
    eraseText(eu.replica, euHand, { spans: [{ provision: FIRST, from: 0, to: 5 }] });
    if (round % 2 === 1) closeBracket(presiding.replica, chairHand, { bracket, closure: keep });
    await Promise.all([eu.client.untilSaved(), presiding.client.untilSaved()]);
    const answer = await one.ask(`api/meetings/${meeting}/history/text`, { token: chair.token });
    const { entries } = (await answer.json()) as History;
    const doc = new Y.Doc();
    const replayed = createReplica(doc);
    let ruledOn: string | undefined;
    for (const { update } of entries) {
      Y.applyUpdate(doc, Buffer.from(update, 'base64'));
      if (doc.getMap('brackets').has(`${bracket}/c`)) ruledOn ??= textOf(replayed);
    }
    const stands = textOf(replayed).startsWith('Ours ');
    // Behind the ruling nothing went.
    expect(textOf(replayed)).toBe(ruledOn);
    expect(refusals(eu.client)).toEqual(stands ? ['words-accepted'] : []);
    for (const here of [one, two]) expect(textOf((await at(here, chair)).replica)).toBe(ruledOn);
    seen.add(stands ? 'stands' : 'went');
  }
  expect(seen.size).toBeGreaterThan(0);
});

test('W16 of words that two brought back at once the ones that a ruling let stand are shown, and no note about them goes', async () => {
  const here = await relayHere();
  const { invite, chair } = await meetingHere(here, { seed });
  const ours = (client: number): boolean => client === 50 || client === 3;
  const windowOf = (client: number) => {
    const doc = new Y.Doc();
    doc.clientID = client;
    const replica = createReplica(doc, { isMine: ours });
    return { doc, replica, undo: createUndo(replica, euHand) };
  };
  const seat = await invite('delegation', 'EU');
  const line = await at(here, seat);
  const [late, early] = [windowOf(50), windowOf(3)];
  const send = async (from: Y.Doc): Promise<void> => {
    line.client.sendWrite(encodeUpdate(Y.encodeStateAsUpdate(from, Y.encodeStateVector(line.client.doc))));
    await line.client.untilSaved();
  };
  const meet = (one: Y.Doc, other: Y.Doc): void => Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  meet(line.client.doc, late.doc);
  type(late.replica, 'Ours ');
  late.undo.stopCapturing();
  meet(late.doc, early.doc);
  const erased = [{ provision: FIRST, from: 0, to: 5 }];
  for (const window of [late, early]) {
    eraseText(window.replica, euHand, { spans: erased });
    window.undo.undo();
  }
  await send(late.doc);
  const presiding = await at(here, chair);
  closeBracket(presiding.replica, chairHand, { bracket: insertOf(presiding.replica).id, closure: keep });
  await presiding.client.untilSaved();
  await send(early.doc);
  const fresh = await at(here, chair);
  expect(textOf(fresh.replica)).toBe('Ours Encourages States to mark weapons.');
  expect(fresh.replica.authors(FIRST)[0]).toMatchObject({ from: 0, to: 5, client: 50 });
  expect(presiding.replica.read()).toEqual(fresh.replica.read());
  // The note by which others' brackets follow to them is not its proponent's to take away.
  const notes = [...fresh.client.doc.getMap('brackets').keys()].filter((key) => key.startsWith('EU/r/50.'));
  expect(notes).toHaveLength(1);
  const forger = await at(here, seat);
  forger.client.doc.getMap('brackets').delete(notes[0]!);
  await forger.client.untilSaved();
  expect(refusals(forger.client)).toEqual(['words-accepted']);
  expect(fresh.client.doc.getMap('brackets').has(notes[0]!)).toBe(true);
  // An honest window that redoes its erasure leaves both.
  meet(fresh.client.doc, late.doc);
  late.undo.redo();
  expect(textOf(late.replica)).toBe(textOf(fresh.replica));
  await send(late.doc);
  expect(refusals(line.client)).toEqual([]);
});
