import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { FIRST } from './support/draft-fixture.ts';
import { RawClient } from './support/raw-client.ts';
import { redisHere } from './support/redis-here.ts';
import { meetingHere, relayHere, type Seat } from './support/relay-here.ts';

/** How late a relay hears of what others write, over the second of its two lines to Redis. */
const LATE_MS = 1_500;

/** A way to Redis on which what is told of others' writes comes late, once it is asked to; answers to commands do not. */
async function dawdling(url: string): Promise<{ readonly url: string; dawdle(): void }> {
  const open = new Set<Socket>();
  let lines = 0;
  let late = false;
  const server = createServer((relay) => {
    const { hostname, port } = new URL(url);
    const redis = connect(Number(port), hostname);
    lines += 1;
    const isListening = lines === 2;
    for (const socket of [relay, redis]) open.add(socket.on('error', () => undefined));
    relay.on('data', (bytes) => redis.write(bytes));
    redis.on('data', (bytes) => {
      if (isListening && late) setTimeout(() => relay.write(bytes), LATE_MS);
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
  return { url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`, dawdle: () => (late = true) };
}

test('R1 of an invitation that was revoked at another relay nothing is stored from then on, however late this one is told', async () => {
  const redis = await redisHere();
  const one = await relayHere({ redis: redis.url });
  const line = await dawdling(redis.url);
  const two = await relayHere({ redis: line.url });
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

  line.dawdle();
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
  const line = await dawdling(redis.url);
  const two = await relayHere({ redis: line.url });
  const { chair, invite, meeting } = await meetingHere(one);
  const eu = await invite('delegation', 'EU');
  const client = await RawClient.join(two.relay, eu, 'positions').untilSynced();
  line.dawdle();
  const recorded = Date.now();
  await one.ask(`api/meetings/${meeting}/revoke`, { token: chair.token, body: { token: eu.token } });
  expect((await client.untilClosed()).reason).toBe('token-revoked');
  expect(Date.now() - recorded).toBeLessThan(LATE_MS + 2_000);
  const again = RawClient.join(two.relay, eu, 'positions');
  expect((await again.untilClosed()).reason).toBe('token-revoked');
});

test('R1 who was shut out at another relay neither publishes nor invites at this one', async () => {
  const redis = await redisHere();
  const one = await relayHere({ redis: redis.url });
  const line = await dawdling(redis.url);
  const two = await relayHere({ redis: line.url });
  const { chair, invite, meeting } = await meetingHere(one);
  const [inviting, publishing] = [await invite('secretariat', 'SEC'), await invite('secretariat', 'SEC')];
  const ask = async ({ token }: Seat, path: string, body: unknown) => {
    const answer = await two.ask(`api/meetings/${meeting}/${path}`, { token, body });
    return [answer.status, ((await answer.json()) as { reason?: string }).reason];
  };
  const revoke = ({ token }: Seat) =>
    one.ask(`api/meetings/${meeting}/revoke`, { token: chair.token, body: { token } });
  expect(await ask(publishing, 'publish', {})).toEqual([201, undefined]);
  line.dawdle();
  await revoke(inviting);
  const person = { role: 'delegation', code: 'EU', name: 'Union', person: 'Ada' };
  expect(await ask(inviting, 'invitations', person)).toEqual([401, 'token-revoked']);
  await revoke(publishing);
  expect(await ask(publishing, 'publish', {})).toEqual([401, 'token-revoked']);
  const reader = await RawClient.join(one.relay, chair, 'record').untilSynced();
  expect(reader.doc.getArray('revisions').length).toBe(1);
});
