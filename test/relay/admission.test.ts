import { request } from 'node:http';
import { connect } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { readInvitation } from '../../shared/sync/protocol/invitation.ts';
import { CLOSE_CODES, type CloseReason } from '../../shared/sync/protocol/close.ts';
import { RawClient, roomUrl } from './support/raw-client.ts';
import { meetingHere, relayHere } from './support/relay-here.ts';

const forge = async (token: string, changes: Record<string, unknown>, alg = 'EdDSA'): Promise<string> => {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  return new SignJWT({ ...readInvitation(token), ...changes })
    .setProtectedHeader({ alg, typ: 'rostrum-invitation' })
    .sign(privateKey);
};

/** Opens a connection with this token and tells how it was closed; no frame may have come before that. */
async function closedWith(url: string, protocols: string[]): Promise<CloseReason | number> {
  const client = new RawClient(url, protocols, { silent: true });
  const { code } = await client.untilClosed();
  expect(client.frames).toEqual([]);
  const known = Object.entries(CLOSE_CODES).find(([, value]) => value === code)?.[0];
  return (known as CloseReason | undefined) ?? code;
}

test('R1 a token that this meeting did not sign, that was altered, or that names another algorithm opens nothing', async () => {
  const here = await relayHere();
  const { chair, meeting } = await meetingHere(here);
  const other = await meetingHere(here);
  const [head = '', body = '', signature = ''] = chair.token.split('.');
  const claims = readInvitation(chair.token)!;
  const altered = Buffer.from(JSON.stringify({ ...claims, role: 'secretariat' })).toString('base64url');
  const { privateKey } = await generateKeyPair('ES256');
  const tokens: Record<string, string> = {
    none: '',
    garbage: 'garbage',
    'three parts of garbage': 'a.b.c',
    'of another meeting': other.chair.token,
    'signed by another key': await forge(chair.token, {}),
    'altered claims': `${head}.${altered}.${signature}`,
    'no signature': `${head}.${body}.`,
    'alg none': new UnsecuredJWT({ ...claims }).encode(),
    'alg none with the right type': `${Buffer.from('{"alg":"none","typ":"rostrum-invitation"}').toString('base64url')}.${body}.`,
    'another algorithm': await new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'rostrum-invitation' })
      .sign(privateKey),
    'a public key as HMAC secret': await new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'HS256', typ: 'rostrum-invitation' })
      .sign(
        Buffer.from(
          JSON.stringify(
            await exportJWK((await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })).publicKey),
          ),
        ),
      ),
  };
  for (const [what, token] of Object.entries(tokens)) {
    const offered = token === '' ? ['rostrum.1'] : ['rostrum.1', token];
    expect([what, await closedWith(roomUrl(here.relay, { meeting }, 'text'), offered)]).toEqual([
      what,
      'token-invalid',
    ]);
  }
  expect(here.lines.filter((line) => line.includes('not-admitted')).length).toBe(Object.keys(tokens).length);
});

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

test('R2 a path that is no room opens nothing, whatever is hidden in it', async () => {
  const here = await relayHere();
  const { chair, meeting } = await meetingHere(here);
  const base = here.relay.url.replace('http', 'ws');
  const paths = [
    '',
    'rooms',
    `rooms/${meeting}`,
    `rooms/${meeting}/`,
    `rooms/${meeting}/nothing`,
    `rooms/${meeting}/text/`,
    `rooms/${meeting}/text/more`,
    `rooms/${meeting}/TEXT`,
    `rooms/${meeting}/confidence`,
    `rooms/${meeting}/confidence/`,
    `rooms/${meeting}/confidence/eu`,
    `rooms/${meeting}/desk/EU/EU`,
    `rooms/${meeting}/ledger`,
    `rooms/${meeting}/%74ext`,
    `rooms/${meeting}/text?room=record`,
    `rooms/${meeting}//text`,
    'rooms/aaaaaaaaaaaa/text',
    'rooms/constructor/text',
    'rooms/__proto__/text',
  ];
  for (const path of paths)
    expect([path, await closedWith(base + path, ['rostrum.1', chair.token])]).toEqual([path, 'room-unknown']);
  expect(await closedWith(roomUrl(here.relay, chair, 'text'), ['rostrum.0', chair.token])).toBe(1006);
});

test('R2 dots in a path that the client does not clean up are no way out', async () => {
  const here = await relayHere();
  const { chair, meeting } = await meetingHere(here);
  for (const path of [
    `/rooms/${meeting}/record/../text`,
    `/rooms/${meeting}/./text`,
    `/rooms/${meeting}/text#record`,
    `/rooms/${meeting}\\text`,
  ]) {
    const answer = await rawUpgrade(here.relay.port, path, chair.token);
    // The websocket opens and holds one close frame, 4404.
    expect(answer.subarray(answer.indexOf('\r\n\r\n') + 4).readUInt16BE(2)).toBe(4404);
  }
});

test('R1 host and origin decide before anything is opened', async () => {
  const here = await relayHere({ names: ['relay.example'] });
  const { chair, meeting } = await meetingHere(here);
  const { port } = here.relay;
  const own = `127.0.0.1:${port}`;
  const cases: [host: string, origin: string | undefined, status: number][] = [
    [own, undefined, 101],
    [own, `http://${own}`, 101],
    [own, 'app://bundle', 101],
    [`localhost:${port}`, `http://localhost:${port}`, 101],
    [`relay.example:${port}`, `http://relay.example:${port}`, 101],
    [`relay.example`, `https://relay.example`, 101],
    [own, 'http://evil.example', 403],
    [own, 'null', 403],
    [own, 'file://', 403],
    [own, 'app://bundle.evil.example', 403],
    [own, `http://${own}.evil.example`, 403],
    [own, `http://localhost:${port}`, 403],
    ['evil.example', 'http://evil.example', 403],
    [`127.0.0.1.evil.example:${port}`, undefined, 403],
    [`evil.example@127.0.0.1:${port}`, undefined, 403],
    ['', undefined, 403],
  ];
  for (const [host, origin, status] of cases) {
    expect([
      host,
      origin,
      await upgradeStatus(port, { path: `/rooms/${meeting}/text`, token: chair.token, host, origin }),
    ]).toEqual([host, origin, status]);
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

function rawUpgrade(port: number, path: string, token: string): Promise<Buffer> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: rostrum.1, ${token}\r\n\r\n`,
      );
    });
    let heard = Buffer.alloc(0);
    socket.on('data', (data: Buffer) => {
      heard = Buffer.concat([heard, data]);
      const end = heard.indexOf('\r\n\r\n');
      if (end >= 0 && heard.length >= end + 8) {
        socket.destroy();
        done(heard);
      }
    });
    socket.on('error', fail);
    socket.on('close', () => done(heard));
  });
}

function upgradeStatus(
  port: number,
  { path, token, host, origin }: { path: string; token: string; host: string; origin: string | undefined },
): Promise<number> {
  return new Promise((done, fail) => {
    const asking = request({
      host: '127.0.0.1',
      port,
      path,
      setHost: false,
      headers: {
        host,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-protocol': `rostrum.1, ${token}`,
        ...(origin === undefined ? {} : { origin }),
      },
    });
    asking.on('upgrade', (answer, socket) => {
      socket.destroy();
      done(answer.statusCode ?? 0);
    });
    asking.on('response', (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    });
    asking.on('error', fail);
    asking.end();
  });
}
