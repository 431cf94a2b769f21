import { expect, test } from 'vitest';
import { CLOSE_CODES, type CloseReason } from '../../shared/sync/protocol/close.ts';
import type { Issued } from '../../shared/sync/protocol/api.ts';
import { RawClient, roomUrl } from './support/raw-client.ts';
import { upgrade } from './support/raw-upgrade.ts';
import { meetingHere, relayHere } from './support/relay-here.ts';

/** Opens a connection with this token and tells how it was closed; no frame may have come before that. */
async function closedWith(url: string, protocols: string[]): Promise<CloseReason | number> {
  const client = new RawClient(url, protocols, { silent: true });
  const { code } = await client.untilClosed();
  expect(client.frames).toEqual([]);
  const known = Object.entries(CLOSE_CODES).find(([, value]) => value === code)?.[0];
  return (known as CloseReason | undefined) ?? code;
}

test('R1 an invitation ends when it says so, also for whoever is connected', async () => {
  let now = Date.now();
  const here = await relayHere({ now: () => now, limits: { pulseMs: 40, deadAfterMs: 1e12 } });
  const { invite } = await meetingHere(here);
  const eu = await invite('delegation', 'EU', { days: 1 });
  const client = await RawClient.join(here.relay, eu, 'text').untilSynced();
  now += 86_400_000;
  expect(await client.untilClosed()).toEqual({ code: 4402, reason: 'token-expired' });
  expect(await closedWith(roomUrl(here.relay, eu, 'text'), ['rostrum.1', eu.token])).toBe('token-expired');
});

test('R1 a revoked invitation ends its connections at once and opens nothing again', async () => {
  const here = await relayHere();
  const { chair, meeting, invite } = await meetingHere(here);
  const eu = await invite('delegation', 'EU');
  const rus = await invite('delegation', 'RUS');
  const client = await RawClient.join(here.relay, eu, 'text').untilSynced();
  const other = await RawClient.join(here.relay, rus, 'text').untilSynced();
  const byDelegation = await here.ask(`api/meetings/${meeting}/revoke`, {
    token: rus.token,
    body: { token: eu.token },
  });
  expect([byDelegation.status, await byDelegation.json()]).toEqual([403, { reason: 'role-forbidden' }]);
  const answer = await here.ask(`api/meetings/${meeting}/revoke`, { token: chair.token, body: { token: eu.token } });
  expect(answer.status).toBe(204);
  expect(await client.untilClosed()).toEqual({ code: 4410, reason: 'token-revoked' });
  expect(await closedWith(roomUrl(here.relay, eu, 'text'), ['rostrum.1', eu.token])).toBe('token-revoked');
  expect(other.closed).toBeUndefined();
  // And still after a restart.
  await here.relay.close();
  const again = await relayHere({ dataDir: here.dataDir });
  expect(await closedWith(roomUrl(again.relay, eu, 'text'), ['rostrum.1', eu.token])).toBe('token-revoked');
  await RawClient.join(again.relay, rus, 'text').untilSynced();
});

test('R1 the chair and the secretariat see what was made and withdraw it by its id; nobody else does, and no token is told', async () => {
  const here = await relayHere();
  const { chair, meeting, invite } = await meetingHere(here);
  const [eu, sec] = [await invite('delegation', 'EU'), await invite('secretariat', 'SEC')];
  const client = await RawClient.join(here.relay, eu, 'text').untilSynced();
  const listed = async (token: string) => {
    const answer = await here.ask(`api/meetings/${meeting}/invitations`, { token });
    return { status: answer.status, text: await answer.text() };
  };
  expect(await listed(eu.token)).toEqual({ status: 403, text: '{"reason":"role-forbidden"}' });
  const { text } = await listed(sec.token);
  for (const { token } of [chair, eu, sec]) expect(text).not.toContain(token.split('.')[2]);
  const { invitations } = JSON.parse(text) as Issued;
  expect(invitations.map(({ role, code, revoked }) => [role, code, revoked])).toEqual([
    ['chair', 'CHAIR', false],
    ['delegation', 'EU', false],
    ['secretariat', 'SEC', false],
  ]);
  const [chairs, eus] = invitations.map(({ id }) => id);
  const revoke = async (id: string | undefined, token: string) =>
    (await here.ask(`api/meetings/${meeting}/revoke`, { token, body: { id } })).status;
  expect(await revoke(chairs, sec.token)).toBe(403);
  expect(await revoke('no-such-invitation', sec.token)).toBe(400);
  expect(await revoke(eus, eu.token)).toBe(403);
  expect(await revoke(eus, sec.token)).toBe(204);
  expect(await client.untilClosed()).toEqual({ code: 4410, reason: 'token-revoked' });
  // And still so after a restart.
  await here.relay.close();
  const again = await relayHere({ dataDir: here.dataDir });
  const answer = await again.ask(`api/meetings/${meeting}/invitations`, { token: chair.token });
  expect(((await answer.json()) as Issued).invitations[1]).toMatchObject({ id: eus, revoked: true });
});

test('R1 the names and pages that are ours open the door, so that the others do not fail for want of one', async () => {
  const here = await relayHere({ names: ['relay.example'] });
  const { chair, meeting } = await meetingHere(here);
  const { port } = here.relay;
  const own = `127.0.0.1:${port}`;
  const cases: [host: string, origin: string | undefined][] = [
    [own, undefined],
    [own, `http://${own}`],
    [own, 'app://bundle'],
    [`localhost:${port}`, `http://localhost:${port}`],
    [`relay.example:${port}`, `http://relay.example:${port}`],
    ['relay.example', 'https://relay.example'],
  ];
  for (const [host, origin] of cases) {
    const answer = await upgrade(port, { path: `/rooms/${meeting}/text`, token: chair.token, host, origin });
    expect([host, origin, answer]).toEqual([host, origin, { status: 101 }]);
  }
});

test('R1 a token stands in no log line', async () => {
  const here = await relayHere();
  const { chair, invite } = await meetingHere(here);
  const eu = await invite('delegation', 'EU');
  const client = await RawClient.join(here.relay, eu, 'text').untilSynced();
  client.doc.getText('meta').insert(0, 'secretword');
  await closedWith(roomUrl(here.relay, chair, 'text'), ['rostrum.1', `${chair.token}x`]);
  await here.ask(`?token=${chair.token}`);
  await here.ask(`api/meetings/${chair.meeting}/invitations`, { token: `${chair.token}x`, body: {} });
  await here.relay.close();
  const log = here.lines.join('\n');
  expect(log).toContain('not-admitted');
  for (const token of [chair.token, eu.token]) for (const part of token.split('.')) expect(log).not.toContain(part);
  expect(log).not.toContain('secretword');
});

test('R2 connections under one invitation are counted', async () => {
  const here = await relayHere({ limits: { maxConnectionsPerInvitation: 2 } });
  const { invite } = await meetingHere(here);
  const eu = await invite('delegation', 'EU');
  const one = await RawClient.join(here.relay, eu, 'text').untilSynced();
  await RawClient.join(here.relay, eu, 'chair').untilSynced();
  expect(await closedWith(roomUrl(here.relay, eu, 'record'), ['rostrum.1', eu.token])).toBe('too-many');
  await one.leave();
  await expect
    .poll(() =>
      RawClient.join(here.relay, eu, 'record')
        .untilSynced()
        .then(
          (client) => client.synced,
          () => false,
        ),
    )
    .toBe(true);
});
