import { join } from 'node:path';
import { expect } from 'vitest';
import * as Y from 'yjs';
import { openLevelJournal } from '../../../electron/relay/journal/level-journal.ts';
import type { RelayOptions } from '../../../electron/relay/start-relay.ts';
import { closeReason } from '../../../shared/sync/protocol/close.ts';
import { awarenessFrame, readAwareness } from './awareness.ts';
import { base64, FIRST, SECOND, seedUpdate } from './draft-fixture.ts';
import { encodeUpdate } from '../../../shared/sync/protocol/sync-frame.ts';
import type { Attack } from '../attacks/attack.ts';
import { TABLE, type Line } from '../attacks/table.ts';
import { RawClient } from './raw-client.ts';
import { meetingHere, relayHere, type RelayHere, type Seat } from './relay-here.ts';

interface Refusal {
  readonly event: string;
  readonly reason?: string | undefined;
  readonly rule?: string | undefined;
}

/** The events that tell of something the relay did not let happen. */
const REFUSALS = new Set([
  'refused',
  'not-admitted',
  'upgrade-refused',
  'request-refused',
  'ended',
  'line-broken',
  'slowed',
]);

const ROOMS = ['text', 'chair', 'positions', 'confidence/EU', 'confidence/RUS'];

/** What the meeting at work has on record in its room: a running silence, and RUS asking for the floor. */
export const SILENCE = 'CHAIR-silence00001';
export const RUS_ASKS = 'RUS-rusasks00001';

/** A proposal of RUS at the beginning of the second provision, which the chair has accepted, and its words. */
export const RULED = 'RUS-russtands001';
export const ACCEPTED = 'RUSstands ';

/** The id that EU shows at its caret, and has not written with. */
export const CARET = 777;

/** What the relay holds of the text, and whose client ids are in it. */
export interface Known {
  readonly doc: Y.Doc;
  /** A client id that the other delegation writes with. */
  readonly other: number;
  /** The chair's. */
  readonly chair: number;
  /** One that this delegation has written with before. */
  readonly own: number;
}

export type Siege = Awaited<ReturnType<typeof siege>>;

/** How a write was answered: the reason it was refused for, and how the connection ended, if it did. */
export interface Answer {
  readonly reason: string | undefined;
  readonly close: string | number | undefined;
}

/**
 * A meeting at work with a chair, EU and RUS, on which attacks are tried. Afterwards nothing may have changed: not for
 * those who watch, not for newcomers, and not one byte of the journal's entries.
 */
export async function siege(options: Partial<RelayOptions> = {}) {
  const { dataDir, seats } = await meetingAtWork();
  const before = await journalOf(dataDir);
  const here = await relayHere({ ...options, dataDir });
  const eu = await RawClient.join(here.relay, seats['EU']!, 'text').untilSynced();
  const watchers = new Map<string, RawClient>();
  for (const room of ROOMS) watchers.set(room, await RawClient.join(here.relay, seats['chair']!, room).untilSynced());
  eu.send(awarenessFrame([[CARET, 1, { movedAt: 1 }]]));
  const watching = watchers.get('text')!;
  const carets = (): object => Object.fromEntries(watching.frames.flatMap(readAwareness).map(([id, , it]) => [id, it]));
  await watching.until(() => CARET in carets(), 'the caret is seen');
  const shown = carets();
  const stateOf = (client: RawClient): string => Buffer.from(Y.encodeStateAsUpdate(client.doc)).toString('hex');
  const states = new Map([...watchers].map(([room, client]) => [room, stateOf(client)]));
  const text = watchers.get('text')!;
  const clientOf = (code: string): number => registryOf(text).find(([, owner]) => owner === code)![0];

  return {
    here,
    seats,
    eu,
    known: (): Known => ({ doc: text.doc, other: clientOf('EU'), chair: clientOf('CHAIR'), own: clientOf('RUS') }),
    doc: (room: string) => watchers.get(room)!.doc,

    /** Sends one write as a member of this meeting, and tells how the relay answered. */
    async attack(room: string, frame: Uint8Array, who = 'RUS'): Promise<Answer> {
      const client = await RawClient.join(here.relay, seats[who]!, room).untilSynced();
      const sent = client.sent + 1;
      client.sendWrite(frame);
      const answered = (): boolean => client.closed !== undefined || client.acknowledged >= sent;
      await client.until(answered, 'refused or taken');
      const refusal = client.messages.find((message) => message.type === 'refused');
      const { closed } = client;
      client.socket.terminate();
      return { reason: refusal?.reason, close: closed && (closeReason(closed.code) ?? closed.code) };
    },

    /** What was logged of refusals, each as its event, its reason and its rule. */
    refusals: (): string[] =>
      here.lines
        .map((line) => JSON.parse(line) as Refusal)
        .filter(({ event, reason }) => REFUSALS.has(event) && reason !== 'write-refused' && reason !== 'relay-stopping')
        .map(logged),

    /** Nobody noticed anything. Ends the relay. */
    async expectUntouched(): Promise<void> {
      for (const [room, watcher] of watchers) {
        const fresh = await RawClient.join(here.relay, seats['chair']!, room).untilSynced();
        expect([room, stateOf(fresh) === states.get(room), watcher.closed]).toEqual([room, true, undefined]);
        expect([room, updatesHeard(watcher)]).toEqual([room, 0]);
        fresh.socket.terminate();
      }
      expect([updatesHeard(eu), eu.closed]).toEqual([0, undefined]);
      expect(carets()).toEqual(shown);
      await here.relay.close();
      expect(await journalOf(dataDir)).toEqual(before);
    },
  };
}

/** A meeting with words, brackets, a second, a position and a ruling of several members; the relay has ended again. */
async function meetingAtWork(): Promise<{ dataDir: string; seats: Record<string, Seat> }> {
  let ago = 3 * 86_400_000;
  const here: RelayHere = await relayHere({ now: () => Date.now() - ago });
  const { chair, meeting, invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const expired = await invite('delegation', 'RUS', { days: 1 });
  ago = 0;
  const seats: Record<string, Seat> = {
    chair,
    expired,
    revoked: await invite('delegation', 'RUS'),
    stranger: { meeting, token: (await meetingHere(here)).chair.token },
    EU: await invite('delegation', 'EU'),
    RUS: await invite('delegation', 'RUS'),
    secretariat: await invite('secretariat', 'SEC'),
    observer: await invite('observer', 'OBS'),
  };
  const { token } = seats['revoked']!;
  await here.ask(`api/meetings/${meeting}/revoke`, { token: chair.token, body: { token } });
  const act = async (who: string, room: string, change: (doc: Y.Doc) => void): Promise<void> => {
    const client = await RawClient.join(here.relay, seats[who]!, room).untilSynced();
    client.doc.transact(() => change(client.doc));
    await client.untilSaved();
    await client.leave();
  };
  const strand = (doc: Y.Doc, id: string = FIRST): Y.Text =>
    (doc.getMap('provisions').get(id) as Y.Map<Y.Text>).get('strand')!;
  await act('EU', 'text', (doc) => strand(doc).insert(strand(doc).length, ' EUwords'));
  let stands: readonly number[] = [];
  await act('RUS', 'text', (doc) => {
    stands = [doc.clientID, Y.getState(doc.store, doc.clientID), ACCEPTED.length];
    const [a, b] = [stands.slice(0, 2), [stands[0]!, stands[1]! + ACCEPTED.length - 1]];
    strand(doc, SECOND).insert(0, ACCEPTED);
    doc.getMap('brackets').set(RULED, { k: 'insert', s: [{ s: SECOND, a, b }], o: 5 });
    strand(doc).insert(0, 'RUSwords ');
    doc.getMap('brackets').set('RUS-rusbracket01', { k: 'hold', s: [], o: 5 });
  });
  await act('chair', 'text', (doc) =>
    doc.getMap('brackets').set(`${RULED}/c`, { o: 'keep', t: 6, e: [[null, null]], w: [stands] }),
  );
  await act('chair', 'text', (doc) => doc.getMap('supports').set('CHAIR:RUS-rusbracket01', 'second'));
  await act('EU', 'positions', (doc) => doc.getMap('positions').set(`EU|p/${FIRST}`, { stance: 'object' }));
  await act('EU', 'positions', (doc) =>
    doc.getMap('answers').set('EU|CHAIR-sounding0001', { stance: 'accept', at: 1 }),
  );
  await act('EU', 'confidence/EU', (doc) => doc.getMap('positions').set(`EU|p/${FIRST}`, { stance: 'object' }));
  await act('chair', 'chair', (doc) => {
    const act = { type: 'reopen', provision: FIRST };
    const subject = { type: 'words', provision: FIRST };
    const question = { subject, words: 'Invites', answers: 'room', person: '', at: 1 };
    doc.getMap('soundings').set('CHAIR-sounding0001', question);
    doc.getArray('rulings').push([{ id: 'CHAIR-ruling000001', by: 'CHAIR', person: '', at: 1, about: 'x', act }]);
    const wording = { type: 'whole', words: '0' };
    const deed = { type: 'circulate', wording, about: 'x', deadline: 9e12, members: ['EU', 'RUS'] };
    doc.getMap('acts').set(SILENCE, { by: 'CHAIR', person: '', at: 1, deed });
  });
  await act('RUS', 'chair', (doc) => {
    const deed = { type: 'ask', code: 'RUS', reply: false };
    doc.getMap('acts').set(RUS_ASKS, { by: 'RUS', person: 'Person RUS', at: 1, deed });
  });
  await here.relay.close();
  return { dataDir: here.dataDir, seats };
}

/** Every entry of every stream, byte for byte. */
async function journalOf(dataDir: string): Promise<string[]> {
  const journal = await openLevelJournal(join(dataDir, 'journal'), { retryMs: 50 });
  const all: string[] = [];
  for (const stream of await journal.streams('')) {
    for await (const { bytes } of journal.entries(stream)) all.push(`${stream} ${Buffer.from(bytes).toString('hex')}`);
  }
  await journal.close();
  expect(all.length).toBeGreaterThan(10);
  return all;
}

function registryOf(client: RawClient): (readonly [number, string])[] {
  return client.messages.flatMap((message) => (message.type === 'registry' ? [...message.entries] : []));
}

function updatesHeard(client: RawClient): number {
  return client.frames.filter((frame) => frame[0] === 0 && frame[1] === 2).length;
}

function logged({ event, reason = '', rule = '' }: Refusal): string {
  return `${event} ${reason} ${rule}`;
}

/**
 * Tries all on one meeting, a few at a time: each is stopped for its reason, which stands in the log, and leaves no
 * trace. What was not so.
 */
export async function besiege(
  attacks: readonly Attack[],
  encode: typeof encodeUpdate = encodeUpdate,
): Promise<unknown[]> {
  const field = await siege();
  const wrong: unknown[] = [];
  const waiting = [...attacks];
  const worker = async (): Promise<void> => {
    for (let attack = waiting.shift(); attack; attack = waiting.shift()) {
      const answer = await attack.strike(field, encode);
      if (answer !== attack.answer) wrong.push([attack.heading, attack.what, answer]);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  await field.expectUntouched();
  const found = field.refusals();
  for (const { event, reason, heading, what } of attacks.filter((attack) => attack.event !== '')) {
    const line: Line = TABLE[heading];
    const due = logged({ event, reason, rule: event === 'refused' ? line.refused[reason] : undefined });
    const at = found.indexOf(due);
    if (at < 0) wrong.push([heading, what, 'not in the log', due]);
    else found.splice(at, 1);
  }
  return [...wrong, ...found];
}
