import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { encodeUpdate } from '../../shared/sync/protocol/sync-frame.ts';
import { awarenessFrame, readAwareness } from './support/awareness.ts';
import { base64, FIRST, HOLD, seedUpdate } from './support/draft-fixture.ts';
import { atRoot, REF } from './support/forge.ts';
import { RawClient } from './support/raw-client.ts';
import { redisHere } from './support/redis-here.ts';
import { addressOf, spawnRelay } from './support/relay-process.ts';
import { meetingHere, relayHere, tempFolder, type Seat } from './support/relay-here.ts';

const strandOf = (client: RawClient): Y.Text =>
  (client.doc.getMap('provisions').get(FIRST) as Y.Map<Y.Text>).get('strand')!;
const equal = (one: RawClient, other: RawClient): boolean =>
  Buffer.compare(Y.encodeStateAsUpdate(one.doc), Y.encodeStateAsUpdate(other.doc)) === 0;

/** Two relays on one Redis, and a meeting made at the first. */
async function twoRelays() {
  const redis = await redisHere();
  const one = await relayHere({ redis: redis.url, limits: { pulseMs: 300 } });
  const two = await relayHere({ redis: redis.url, limits: { pulseMs: 300 } });
  const { chair, invite, meeting } = await meetingHere(one, { seed: { text: base64(seedUpdate()) } });
  return { redis, one, two, chair, invite, meeting };
}

test('R8 clients of two relays type at once in one provision, and end equal, all of it acknowledged', async () => {
  const { redis, one, two, invite, chair, meeting } = await twoRelays();
  // A publication looks at the text: a turn with one in it is given up when the other relay was first.
  const published: Promise<number>[] = [];
  const publish = async (here: typeof one): Promise<number> =>
    (await here.ask(`api/meetings/${meeting}/publish`, { token: chair.token, body: {} })).status;
  const clients: RawClient[] = [];
  for (const [index, code] of ['EU', 'RUS', 'MEX', 'FRA'].entries()) {
    const seat = await invite('delegation', code);
    clients.push(await RawClient.join((index % 2 === 0 ? one : two).relay, seat, 'text').untilSynced());
  }
  for (let round = 0; round < 40; round += 1) {
    for (const [index, client] of clients.entries())
      strandOf(client).insert((round * 7 + index) % strandOf(client).length, `${index}`);
    if (round % 4 === 0) published.push(publish(round % 8 === 0 ? one : two));
    await new Promise((done) => setTimeout(done, round % 5));
  }
  for (const client of clients) await client.untilSaved();
  expect(await Promise.all(published)).toEqual(Array<number>(10).fill(201));
  const [first, ...rest] = clients;
  for (const client of rest) await client.until(() => equal(first!, client), 'equal');
  expect(strandOf(first!).length).toBe('Encourages States to mark weapons.'.length + 160);
  expect(first!.closed).toBeUndefined();
  // A third relay, which comes later, has the same.
  const three = await relayHere({ redis: redis.url });
  const late = await RawClient.join(three.relay, await invite('delegation', 'DEU'), 'text').untilSynced();
  expect(equal(late, first!)).toBe(true);
});

test("R5 a client id given away at one relay is nobody else's at another, even in the same moment", async () => {
  const { one, two, invite } = await twoRelays();
  const [eu, rus] = [await invite('delegation', 'EU'), await invite('delegation', 'RUS')];
  for (let round = 0; round < 10; round += 1) {
    const client = 5_000 + round;
    const claim = (code: string): Uint8Array =>
      encodeUpdate(
        atRoot({ client, root: 'supports', key: `${code}:${HOLD}` }, REF.any, (update) =>
          update.u(1).byte(119).s('second'),
        ),
      );
    const a = await RawClient.join(one.relay, eu, 'text').untilSynced();
    const b = await RawClient.join(two.relay, rus, 'text').untilSynced();
    a.sendWrite(claim('EU'));
    b.sendWrite(claim('RUS'));
    const answered = (it: RawClient): boolean => it.closed !== undefined || it.acknowledged === it.sent;
    await Promise.all([a, b].map((it) => it.until(answered, 'answered')));
    // Who comes second is refused; or, where the first is known already, adds nothing to what it wrote.
    const watchers = [
      await RawClient.join(one.relay, eu, 'text').untilSynced(),
      await RawClient.join(two.relay, rus, 'text').untilSynced(),
    ];
    const registryOf = (it: RawClient) =>
      it.messages.flatMap((message) => (message.type === 'registry' ? [...message.entries] : []));
    const owner = registryOf(watchers[0]!).find(([id]) => id === client)?.[1];
    for (const watcher of watchers) {
      expect(registryOf(watcher).filter(([id]) => id === client)).toEqual([[client, owner]]);
      const item = watcher.doc.store.clients.get(client)![0] as Y.Item;
      expect([watcher.doc.store.clients.get(client)!.length, item.parentSub]).toEqual([1, `${owner}:${HOLD}`]);
    }
    expect([a, b].filter((it) => it.closed).length).toBeLessThan(2);
    for (const it of [a, b, ...watchers]) it.socket.terminate();
  }
});

test('R7 carets are seen across relays, and leave with their owner, or with a relay that dies', async () => {
  const { redis, one, two, invite } = await twoRelays();
  const told = (client: RawClient): Map<number, unknown> =>
    new Map(client.frames.flatMap(readAwareness).map(([id, , state]) => [id, state]));
  const eu = await RawClient.join(one.relay, await invite('delegation', 'EU'), 'text').untilSynced();
  const rus = await RawClient.join(two.relay, await invite('delegation', 'RUS'), 'text').untilSynced();
  eu.send(awarenessFrame([[11, 1, { movedAt: 5 }]]));
  await rus.until(() => told(rus).has(11), 'the caret is seen');
  expect(told(rus).get(11)).toMatchObject({ code: 'EU', person: 'Person EU' });
  const late = await RawClient.join(two.relay, await invite('delegation', 'MEX'), 'text').untilSynced();
  expect(told(late).has(11)).toBe(true);
  // Nobody takes an id that is shown elsewhere.
  late.send(awarenessFrame([[11, 9, { movedAt: 6 }]]));
  await eu.leave();
  await rus.until(() => told(rus).get(11) === null, 'the caret leaves');

  const dying = await spawnRelay(['--port', '0', '--data', await tempFolder(), '--redis', redis.url, '--quiet']);
  onTestFinished(() => void dying.end('SIGKILL'));
  const ghost = await RawClient.join(addressOf(dying), await invite('delegation', 'FRA'), 'text').untilSynced();
  ghost.send(awarenessFrame([[44, 1, { movedAt: 5 }]]));
  await rus.until(() => told(rus).has(44), 'its caret is seen');
  await dying.end('SIGKILL');
  await rus.until(() => told(rus).get(44) === null, 'its caret leaves');
});

test('R1 an invitation revoked at one relay ends at the other, and the live text closes there too', async () => {
  const { one, two, chair, meeting, invite } = await twoRelays();
  const eu = await invite('delegation', 'EU');
  const obs = await invite('observer', 'OBS');
  const chairRoom = await RawClient.join(one.relay, chair, 'chair').untilSynced();
  chairRoom.doc.getMap('profile').set('observersSeeLive', true);
  await chairRoom.untilSaved();
  const client = await RawClient.join(two.relay, eu, 'text').untilSynced();
  const observer = await RawClient.join(two.relay, obs, 'text').untilSynced();
  chairRoom.doc.getMap('profile').set('observersSeeLive', false);
  expect((await observer.untilClosed()).reason).toBe('room-forbidden');
  await one.ask(`api/meetings/${meeting}/revoke`, { token: chair.token, body: { token: eu.token } });
  expect((await client.untilClosed()).reason).toBe('token-revoked');
});

test('R12 two relays that publish at once give two numbers', async () => {
  const { one, two, chair, meeting } = await twoRelays();
  const publish = async (here: typeof one): Promise<number> => {
    const answer = await here.ask(`api/meetings/${meeting}/publish`, { token: chair.token, body: {} });
    return ((await answer.json()) as { number: number }).number;
  };
  const numbers = await Promise.all([publish(one), publish(two), publish(one), publish(two)]);
  expect(numbers.toSorted()).toEqual([1, 2, 3, 4]);
});

test(
  'R8 a relay and Redis itself are killed under load and started again: nothing acknowledged is missing',
  { timeout: 120_000 },
  async () => {
    const redis = await redisHere();
    const steady = await relayHere({ redis: redis.url });
    const { invite, chair } = await meetingHere(steady);
    const args = ['--port', '0', '--data', await tempFolder(), '--redis', redis.url, '--quiet'];
    let other = await spawnRelay(args);
    onTestFinished(() => void other.end('SIGKILL'));
    const seats: Record<string, Seat> = {
      EU: await invite('delegation', 'EU'),
      RUS: await invite('delegation', 'RUS'),
    };
    const promised = new Set<string>();
    const write = async (client: RawClient, code: string, ms: number, round: number): Promise<void> => {
      const keys: string[] = [];
      const first = client.sent;
      const until = Date.now() + ms;
      for (let made = 0; Date.now() < until && client.closed === undefined; made += 1) {
        const key = `${code}|p/CHAIR-${String(round).padStart(3, '0')}${String(made).padStart(6, '0')}`;
        client.doc.getMap('positions').set(key, { stance: 'object' });
        keys.push(key);
        await new Promise((done) => setTimeout(done, 2));
      }
      for (const key of keys.slice(0, Math.max(0, client.acknowledged - first))) promised.add(key);
    };
    for (let round = 0; round < 4; round += 1) {
      const eu = await RawClient.join(steady.relay, seats['EU']!, 'positions').untilSynced();
      const rus = await RawClient.join(addressOf(other), seats['RUS']!, 'positions').untilSynced();
      const work = [write(eu, 'EU', 900, round), write(rus, 'RUS', 900, round)];
      await new Promise((done) => setTimeout(done, 300));
      if (round % 2 === 0) await other.end('SIGKILL');
      else await redis.kill();
      await Promise.all(work);
      if (round % 2 === 0) other = await spawnRelay(args);
      else await redis.start();
      // What was set aside while Redis was away is taken up by itself, and nobody was thrown out for it.
      expect(eu.closed).toBeUndefined();
      await eu.untilSaved();
      eu.socket.terminate();
      rus.socket.terminate();
    }
    expect(promised.size).toBeGreaterThan(100);
    for (const relay of [steady.relay, addressOf(other)]) {
      const reader = await RawClient.join(relay, chair, 'positions').untilSynced();
      const kept = reader.doc.getMap('positions');
      expect([...promised].filter((key) => !kept.has(key))).toEqual([]);
    }
  },
);
