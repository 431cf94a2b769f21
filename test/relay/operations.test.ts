import { createHash, X509Certificate } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { WebSocket } from 'ws';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { makeCertificate, ownCertificate } from '../../electron/relay/tls/own-certificate.ts';
import { startRelay } from '../../electron/relay/start-relay.ts';
import type { Created } from '../../shared/sync/protocol/api.ts';
import { decodeRelayMessage } from '../../shared/sync/protocol/message.ts';
import { readInvitation } from '../../shared/sync/protocol/invitation.ts';
import { RawClient } from './support/raw-client.ts';
import { runRostrum } from './support/relay-process.ts';
import { meetingHere, relayHere, tempFolder } from './support/relay-here.ts';

const NOW = Date.now();

test("R1 the relay's own certificate holds for its names and addresses, and is kept", async () => {
  const folder = await tempFolder();
  const names = ['localhost', '127.0.0.1', '::1', 'fe80::1:2', 'relay.example'];
  const made = await ownCertificate(folder, { names, now: NOW });
  const certificate = new X509Certificate(made.cert);
  for (const name of ['localhost', 'relay.example']) expect(certificate.checkHost(name)).toBe(name);
  for (const address of ['127.0.0.1', '::1', 'fe80::1:2']) expect(certificate.checkIP(address)).toBeDefined();
  expect([certificate.checkHost('evil.example'), certificate.checkIP('127.0.0.2')]).toEqual([undefined, undefined]);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(made.fingerprint).toBe(createHash('sha256').update(certificate.raw).digest('base64url'));
  expect((await stat(join(folder, 'tls.json'))).mode & 0o777).toBe(0o600);
  const again = await ownCertificate(folder, { names: names.slice(1), now: NOW });
  expect(again.fingerprint).toBe(made.fingerprint);
  const moved = await ownCertificate(folder, { names: [...names, '192.168.1.7'], now: NOW });
  expect(moved.fingerprint).not.toBe(made.fingerprint);
  const renewed = await ownCertificate(folder, {
    names,
    now: Date.parse(new X509Certificate(moved.cert).validTo) - 86_400_000,
  });
  expect(renewed.fingerprint).not.toBe(moved.fingerprint);
});

test('R1 certificates of many makings are sound, whatever their numbers begin with', () => {
  for (let made = 0; made < 60; made += 1) {
    const { cert } = makeCertificate(['localhost'], NOW + made * 1e9);
    const certificate = new X509Certificate(cert);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
  }
});

test('R1 with TLS of its own a client that knows the pin is let in, and one that does not finds out', async () => {
  const relay = await startRelay({ dataDir: await tempFolder(), tls: 'own' });
  onTestFinished(() => relay.close());
  expect(relay.url).toMatch(/^https:/);
  const socket = connect({ host: '127.0.0.1', port: relay.port, rejectUnauthorized: false });
  onTestFinished(() => void socket.destroy());
  await once(socket, 'secureConnect');
  const seen = socket.getPeerX509Certificate()!;
  expect(createHash('sha256').update(seen.raw).digest('base64url')).toBe(relay.fingerprint);
  await expect(fetch(relay.url)).rejects.toThrow();

  const ca = seen.toString();
  const created = await new Promise<Created>((done, fail) => {
    const asking = request(
      new URL('api/meetings', relay.url),
      { method: 'POST', ca, headers: { 'content-type': 'application/json' } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('end', () => done(JSON.parse(text) as Created));
      },
    );
    asking.on('error', fail);
    asking.end(JSON.stringify({ title: 'Over TLS' }));
  });
  expect(readInvitation(created.token)?.pin).toBe(relay.fingerprint);
  const line = new WebSocket(
    `${relay.url.replace('https', 'wss')}rooms/${created.meeting}/text`,
    ['rostrum.1', created.token],
    { ca },
  );
  onTestFinished(() => line.terminate());
  const [frame] = (await once(line, 'message')) as [Buffer];
  expect(decodeRelayMessage(new Uint8Array(frame))?.type).toBe('welcome');
});

test('R1 a given certificate is used and not pinned; one that cannot be read is told', async () => {
  const folder = await tempFolder();
  const { cert, key, fingerprint } = makeCertificate(['localhost', '127.0.0.1'], NOW);
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  await Promise.all([writeFile(certFile, cert), writeFile(keyFile, key)]);
  const relay = await startRelay({ dataDir: join(folder, 'data'), tls: { certFile, keyFile } });
  onTestFinished(() => relay.close());
  expect(relay.fingerprint).toBe(fingerprint);
  await expect(
    startRelay({ dataDir: join(folder, 'other'), tls: { certFile, keyFile: join(folder, 'none') } }),
  ).rejects.toMatchObject({ reason: 'certificate-unusable' });
  for (const args of [
    ['--tls', 'some'],
    ['--tls-cert', certFile],
    ['--tls', 'own', '--tls-cert', certFile, '--tls-key', keyFile],
  ]) {
    expect([args, (await runRostrum(['relay', '--port', '0', ...args])).code]).toEqual([args, 2]);
  }
});

test('R2 the numbers count connections, writes, refusals and commits, on a port of their own', async () => {
  const here = await relayHere({ metrics: { port: 0 }, limits: { idleRoomMs: 100 } });
  const { chair, meeting, invite } = await meetingHere(here);
  const eu = await invite('delegation', 'EU');
  const client = await RawClient.join(here.relay, eu, 'positions').untilSynced();
  client.doc.getMap('positions').set('EU|p/CHAIR-aaaaaaaa', { stance: 'object' });
  await client.untilSaved();
  const bad = await RawClient.join(here.relay, eu, 'positions').untilSynced();
  bad.doc.getMap('positions').set('RUS|p/CHAIR-aaaaaaaa', { stance: 'object' });
  await bad.untilClosed();
  const numbers = async (): Promise<string> =>
    (await fetch(`http://127.0.0.1:${here.relay.metricsPort}/metrics`)).text();
  await expect.poll(numbers).toContain('rostrum_meetings 1');
  const text = await numbers();
  expect(text).toContain('rostrum_connections 1');
  expect(text).toContain('rostrum_writes_total 2');
  expect(text).toContain('rostrum_events_total{event="refused",reason="key-not-yours"} 1');
  expect(text).toMatch(/rostrum_commit_seconds_count [1-9]/);
  expect(text).toMatch(/process_resident_memory_bytes \d+/);
  expect(text).toContain('rostrum_journal_writable 1');
  for (const secret of [chair.token, eu.token, meeting]) expect(text).not.toContain(secret);
  // Every line is one of the format.
  for (const line of text.trim().split('\n'))
    expect(line).toMatch(/^(# TYPE \w+ (counter|gauge|histogram)|\w+(\{[^}]*\})? [\d.e+-]+)$/);
  expect((await fetch(`http://127.0.0.1:${here.relay.metricsPort}/`)).status).toBe(404);
  expect((await here.ask('metrics')).status).toBe(404);
});
