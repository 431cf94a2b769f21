import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { FIRST } from './support/draft-fixture.ts';
import { RawClient } from './support/raw-client.ts';
import { redisHere } from './support/redis-here.ts';
import { meetingHere, relayHere } from './support/relay-here.ts';

/** How late a relay hears of what others write, over the second of its two lines to Redis. */
const LATE_MS = 1_500;

/** A way to Redis on which what is told of others' writes dawdles; commands and their answers do not. */
async function dawdling(url: string): Promise<string> {
  const open = new Set<Socket>();
  let lines = 0;
  const server = createServer((relay) => {
    const { hostname, port } = new URL(url);
    const redis = connect(Number(port), hostname);
    lines += 1;
    const isListening = lines === 2;
    for (const socket of [relay, redis]) open.add(socket.on('error', () => undefined));
    relay.on('data', (bytes) => redis.write(bytes));
    redis.on('data', (bytes) => {
      if (isListening) setTimeout(() => relay.write(bytes), LATE_MS);
      else relay.write(bytes);
    });
    relay.on('close', () => redis.destroy());
    redis.on('close', () => relay.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return `redis://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('R1 of an invitation that was revoked at another relay nothing is stored from then on, however late this one is told', async () => {
  const redis = await redisHere();
  const one = await relayHere({ redis: redis.url });
  const two = await relayHere({ redis: await dawdling(redis.url) });
  const { chair, invite, meeting } = await meetingHere(one);
  const [eu, mex] = [await invite('delegation', 'EU'), await invite('delegation', 'MEX')];
  // Both are known to the second relay before one of them is revoked.
  const client = await RawClient.join(two.relay, eu, 'positions').untilSynced();
  const other = await RawClient.join(two.relay, mex, 'positions').untilSynced();
  const state = (by: RawClient, code: string, count: number): void =>
    void by.doc.getMap('positions').set(`${code}|p/${FIRST}`, { stance: 'object', at: count });
  state(client, 'EU', 1);
  state(other, 'MEX', 1);
  await Promise.all([client.untilSaved(), other.untilSaved()]);

  const answer = await one.ask(`api/meetings/${meeting}/revoke`, { token: chair.token, body: { token: eu.token } });
  expect(answer.status).toBe(204);
  const recorded = Date.now();
  state(client, 'EU', 2);
  state(other, 'MEX', 2);
  expect((await client.untilClosed()).reason).toBe('token-revoked');
  expect(Date.now() - recorded).toBeLessThan(LATE_MS);
  await other.untilSaved();
  const reader = await RawClient.join(one.relay, chair, 'positions').untilSynced();
  const at = (code: string) => reader.doc.getMap<{ at: number }>('positions').get(`${code}|p/${FIRST}`)?.at;
  expect([at('EU'), at('MEX'), other.closed]).toEqual([1, 2, undefined]);
});

test('R1 who only reads is shut out as soon as the other relay is told, and is not let in again', async () => {
  const redis = await redisHere();
  const one = await relayHere({ redis: redis.url });
  const two = await relayHere({ redis: await dawdling(redis.url) });
  const { chair, invite, meeting } = await meetingHere(one);
  const eu = await invite('delegation', 'EU');
  const client = await RawClient.join(two.relay, eu, 'positions').untilSynced();
  const recorded = Date.now();
  await one.ask(`api/meetings/${meeting}/revoke`, { token: chair.token, body: { token: eu.token } });
  expect((await client.untilClosed()).reason).toBe('token-revoked');
  expect(Date.now() - recorded).toBeLessThan(LATE_MS + 2_000);
  const again = RawClient.join(two.relay, eu, 'positions');
  expect((await again.untilClosed()).reason).toBe('token-revoked');
});
