import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import type { History } from '../../shared/sync/protocol/api.ts';
import { RawClient } from './support/raw-client.ts';
import { redisHere } from './support/redis-here.ts';
import { addressOf, spawnRelay } from './support/relay-process.ts';
import { meetingHere, relayHere, tempFolder, type RelayHere, type Seat } from './support/relay-here.ts';

const CODES = ['EU', 'RUS', 'MEX', 'FRA'] as const;

const stampsIn = (doc: Y.Doc) => doc.getArray<[act: string, at: number]>('stamps').toArray();

function act(client: RawClient, code: string, name: string): string {
  const id = `${code}-${name.padStart(12, '0')}`;
  const deed = { type: 'ask', code, reply: false };
  client.doc.getMap('acts').set(id, { by: code, person: `Person ${code}`, at: 1, deed });
  return id;
}

/** What the journal has, entry by entry: the stamps after each. */
async function stampsByEntry(here: RelayHere, chair: Seat) {
  const doc = new Y.Doc();
  const steps: (readonly [act: string, at: number])[][] = [];
  for (let after = 0; ;) {
    const path = `api/meetings/${chair.meeting}/history/chair?after=${after}`;
    const { entries, next } = (await (await here.ask(path, { token: chair.token })).json()) as History;
    for (const { update } of entries) {
      Y.applyUpdate(doc, Buffer.from(update, 'base64'));
      steps.push(stampsIn(doc));
    }
    if (next === undefined) return steps;
    after = next;
  }
}

test('U1 two relays that hear acts at once stamp each of them once, in one order for all, and a killed one changes none of it', async () => {
  const redis = await redisHere();
  const one = await relayHere({ redis: redis.url });
  const two = await spawnRelay(['--port', '0', '--data', await tempFolder(), '--redis', redis.url, '--quiet']);
  onTestFinished(() => void two.end('SIGKILL'));
  const { chair, invite } = await meetingHere(one);
  const seats = await Promise.all(CODES.map((code) => invite('delegation', code)));
  const join = (index: number, at: Parameters<typeof RawClient.join>[0]) =>
    RawClient.join(at, seats[index]!, 'chair').untilSynced();
  const clients = await Promise.all(CODES.map((_, index) => join(index, index % 2 === 0 ? one.relay : addressOf(two))));
  const done: string[] = [];
  const round = async (from: number, to: number): Promise<void> => {
    for (let count = from; count < to; count += 1) {
      for (const [index, client] of clients.entries()) done.push(act(client, CODES[index]!, String(count)));
      await new Promise((wait) => setTimeout(wait, count % 4));
    }
  };
  await round(0, 25);
  const killed = two.end('SIGKILL');
  await round(25, 35);
  await killed;
  // Who was at the relay that died comes to the other one with what it has.
  for (const index of [1, 3]) {
    const lost = clients[index]!;
    clients[index] = await join(index, one.relay);
    Y.applyUpdate(clients[index].doc, Y.encodeStateAsUpdate(lost.doc));
  }
  await round(35, 45);
  for (const client of clients) await client.untilSaved();

  const three = await relayHere({ redis: redis.url });
  const readers = [await RawClient.join(three.relay, chair, 'chair').untilSynced(), ...clients];
  const [first] = readers;
  const stamps = stampsIn(first!.doc);
  for (const reader of readers)
    await reader.until(({ doc }) => JSON.stringify(stampsIn(doc)) === JSON.stringify(stamps), 'the same stamps');
  expect(stamps.map(([id]) => id).toSorted()).toEqual(done.toSorted());
  // In the order of the journal: what was stamped is never moved by what comes later.
  for (const step of await stampsByEntry(three, chair)) expect(step).toEqual(stamps.slice(0, step.length));
  const times = stamps.map(([, at]) => at);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
});
