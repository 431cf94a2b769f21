import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Doorway } from '../../electron/relay/admission/doorway.ts';
import type { Journal } from '../../electron/relay/journal/journal.ts';
import { openLevelJournal } from '../../electron/relay/journal/level-journal.ts';
import { LIMITS } from '../../electron/relay/limits.ts';
import type { Meeting } from '../../electron/relay/meetings/meeting.ts';
import { Meetings } from '../../electron/relay/meetings/meetings.ts';
import { Metrics } from '../../electron/relay/metrics.ts';
import { changesOf } from '../../electron/relay/rooms/changes.ts';
import type { Code } from '../../shared/schema/ids.ts';
import { RawClient, roomUrl } from './support/raw-client.ts';
import { meetingHere, relayHere, tempFolder } from './support/relay-here.ts';

const CHAIR = { code: 'CHAIR' as Code, invitation: '' };

/** A doorway whose journal takes its time over the text, until it is let go. */
async function slowDoorway() {
  const kept = await openLevelJournal(join(await tempFolder(), 'journal'), { retryMs: 50 });
  let reached = (): void => undefined;
  let release = (): void => undefined;
  const isReached = new Promise<void>((done) => (reached = done));
  const isReleased = new Promise<void>((done) => (release = done));
  const journal: Journal = new Proxy(kept, {
    get(target, name) {
      if (name === 'replay')
        return async (stream: string) => {
          if (stream.endsWith('/text')) {
            reached();
            await isReleased;
          }
          return target.replay(stream);
        };
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const lines: object[] = [];
  const setting = {
    journal,
    limits: LIMITS,
    log: (line: object) => void lines.push(line),
    now: Date.now,
    metrics: new Metrics(),
    pin: undefined,
  };
  const meetings = new Meetings(setting);
  const doorway = new Doorway({ ...setting, meetings, hostNames: new Set(['127.0.0.1']) });
  const server = createServer();
  server.on('upgrade', (request, socket, head) => doorway.upgrade(request, socket, head));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const meeting = await meetings.create(Math.random);
  onTestFinished(async () => {
    server.close();
    await meeting.close();
    await doorway.drain();
    await kept.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const seat = async (role: 'observer' | 'delegation', code: string) => {
    const granted = { role, code: code as Code, name: 'n', person: 'p', days: 1 };
    const { token, claims } = await meeting.invite(granted, CHAIR);
    const client = new RawClient(roomUrl({ url }, { meeting: meeting.id }, 'text'), ['rostrum.1', token]);
    return { client, claims };
  };
  return { meeting, join: seat, isReached, release, lines };
}

async function openLiveText(meeting: Meeting, open: boolean): Promise<void> {
  const room = await meeting.room({ kind: 'chair' });
  await room.change(({ doc }) => {
    const body = changesOf(doc, () => doc.getMap('profile').set('observersSeeLive', open))!;
    return [{ at: 1, code: 'CHAIR', invitation: '', clients: [doc.clientID], body }];
  });
}

test('R3 who was being let in while the chair closed the live text is not let in', async () => {
  const { meeting, join, isReached, release, lines } = await slowDoorway();
  await openLiveText(meeting, true);
  const { client } = await join('observer', 'OBS');
  await isReached;
  await openLiveText(meeting, false);
  release();
  expect(await client.untilClosed()).toEqual({ code: 4403, reason: 'room-forbidden' });
  expect(client.frames).toEqual([]);
  expect(lines).toContainEqual(expect.objectContaining({ event: 'not-admitted', reason: 'room-forbidden' }));
});

test('R1 who was being let in while the invitation was revoked is not let in', async () => {
  const { meeting, join, isReached, release } = await slowDoorway();
  const { client, claims } = await join('delegation', 'EU');
  await isReached;
  await meeting.revoke(claims.jti, CHAIR);
  release();
  expect(await client.untilClosed()).toEqual({ code: 4410, reason: 'token-revoked' });
  expect(client.frames).toEqual([]);
});

test('R2 connections that come all at once are counted as those that come one by one', async () => {
  const here = await relayHere({ limits: { maxConnectionsPerInvitation: 3 } });
  const { invite } = await meetingHere(here);
  const eu = await invite('delegation', 'EU');
  const clients = Array.from({ length: 20 }, () => RawClient.join(here.relay, eu, 'desk/EU'));
  await Promise.all(clients.map((client) => client.until(() => client.synced || client.closed !== undefined, 'told')));
  expect(clients.filter((client) => client.synced).length).toBe(3);
  expect(clients.filter((client) => client.closed?.reason === 'too-many').length).toBe(17);
  for (const client of clients) client.socket.terminate();
  // And places that were left are free again.
  await expect.poll(() => here.relay.inspect().then(({ connections }) => connections)).toBe(0);
  await RawClient.join(here.relay, eu, 'desk/EU').untilSynced();
});
