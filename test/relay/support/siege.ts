import { join } from 'node:path';
import { expect } from 'vitest';
import * as Y from 'yjs';
import { openLevelJournal } from '../../../electron/relay/journal/level-journal.ts';
import type { RelayOptions } from '../../../electron/relay/start-relay.ts';
import { closeReason } from '../../../shared/sync/protocol/close.ts';
import { encodeAnswer, encodeUpdate, isWriteFrame } from '../../../shared/sync/protocol/sync-frame.ts';
import { base64, FIRST, seedUpdate } from './draft-fixture.ts';
import { RawClient } from './raw-client.ts';
import { meetingHere, relayHere, type RelayHere, type Seat } from './relay-here.ts';

const ROOMS = ['text', 'chair', 'positions', 'confidence/EU', 'confidence/RUS'];

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
  const stateOf = (client: RawClient): string => Buffer.from(Y.encodeStateAsUpdate(client.doc)).toString('hex');
  const states = new Map([...watchers].map(([room, client]) => [room, stateOf(client)]));
  const text = watchers.get('text')!;
  const clientOf = (code: string): number => registryOf(text).find(([, owner]) => owner === code)![0];

  return {
    here,
    seats,
    eu,
    known: () => ({ doc: text.doc, other: clientOf('EU'), chair: clientOf('CHAIR'), own: clientOf('RUS') }),
    doc: (room: string) => watchers.get(room)!.doc,

    /** Sends one write as a member of this meeting, and tells how the relay answered. */
    async attack(room: string, frame: Uint8Array, who = 'RUS'): Promise<Answer> {
      const client = await RawClient.join(here.relay, seats[who]!, room).untilSynced();
      const sent = client.sent + 1;
      client.sendWrite(frame);
      const answered = (): boolean => client.closed !== undefined || client.acknowledged >= sent;
      await client.until(answered, 'refused or taken', 10_000);
      const refusal = client.messages.find((message) => message.type === 'refused');
      const { closed } = client;
      client.socket.terminate();
      return { reason: refusal?.reason, close: closed && (closeReason(closed.code) ?? closed.code) };
    },

    /** Sends again, as RUS, every update that RUS was ever sent. */
    async replay(room: string): Promise<Answer> {
      const client = await RawClient.join(here.relay, seats['RUS']!, room).untilSynced();
      client.sendWrite(encodeAnswer(Y.encodeStateAsUpdate(client.doc)));
      client.sendWrite(encodeUpdate(Y.encodeStateAsUpdate(client.doc)));
      for (const frame of client.frames.filter(isWriteFrame)) client.sendWrite(frame);
      await client.until(() => client.closed !== undefined || client.acknowledged === client.sent, 'answered');
      return { reason: undefined, close: client.closed?.code };
    },

    incidents: () => here.lines.filter((line) => line.includes('"event":"refused"')).length,

    /** Nobody noticed anything. Ends the relay. */
    async expectUntouched(): Promise<void> {
      for (const [room, watcher] of watchers) {
        const fresh = await RawClient.join(here.relay, seats['chair']!, room).untilSynced();
        expect([room, stateOf(fresh) === states.get(room), watcher.closed]).toEqual([room, true, undefined]);
        expect([room, updatesHeard(watcher)]).toEqual([room, 0]);
        fresh.socket.terminate();
      }
      expect([updatesHeard(eu), eu.closed]).toEqual([0, undefined]);
      await here.relay.close();
      expect(await journalOf(dataDir)).toEqual(before);
    },
  };
}

/** A meeting with words, brackets, a second, a position and a ruling of several members; the relay has ended again. */
async function meetingAtWork(): Promise<{ dataDir: string; seats: Record<string, Seat> }> {
  const here: RelayHere = await relayHere();
  const { chair, invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const seats: Record<string, Seat> = {
    chair,
    EU: await invite('delegation', 'EU'),
    RUS: await invite('delegation', 'RUS'),
    secretariat: await invite('secretariat', 'SEC'),
    observer: await invite('observer', 'OBS'),
  };
  const act = async (who: string, room: string, change: (doc: Y.Doc) => void): Promise<void> => {
    const client = await RawClient.join(here.relay, seats[who]!, room).untilSynced();
    client.doc.transact(() => change(client.doc));
    await client.untilSaved();
    await client.leave();
  };
  const strand = (doc: Y.Doc): Y.Text => (doc.getMap('provisions').get(FIRST) as Y.Map<Y.Text>).get('strand')!;
  await act('EU', 'text', (doc) => strand(doc).insert(strand(doc).length, ' EUwords'));
  await act('RUS', 'text', (doc) => {
    strand(doc).insert(0, 'RUSwords ');
    doc.getMap('brackets').set('RUS-rusbracket01', { k: 'hold', s: [], o: 5 });
  });
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

/** Tries all, a few at a time. */
export async function inParallel<One>(all: readonly One[], attempt: (one: One) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const worker = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await attempt(one);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
