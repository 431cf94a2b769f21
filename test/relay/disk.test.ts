import { execFileSync } from 'node:child_process';
import { ClassicLevel } from 'classic-level';
import { expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { troubleOf } from '../../electron/relay/journal/level-journal.ts';
import { base64, FIRST, seedUpdate } from './support/draft-fixture.ts';
import { RawClient } from './support/raw-client.ts';
import { addressOf, post, runRostrum, spawnRelay } from './support/relay-process.ts';
import type { Created, Invited } from '../../shared/sync/protocol/api.ts';
import { encodeUpdate } from '../../shared/sync/protocol/sync-frame.ts';
import { meetingHere, relayHere, tempFolder } from './support/relay-here.ts';

/** Runs a program so that a file past its limit is an error to it and not its end. */
const WITH_FILE_LIMIT = ['sh', '-c', 'trap "" XFSZ; exec "$@"', 'sh'];

test(
  'R8 a full disk: reads go on, writes are refused with the reason, kept by the client, and taken when there is room',
  { timeout: 60_000 },
  async () => {
    const relay = await spawnRelay(['--port', '0', '--data', await tempFolder()], { wrap: WITH_FILE_LIMIT });
    onTestFinished(() => void relay.end('SIGKILL'));
    const allow = (bytes: string): void =>
      void execFileSync('sh', ['-c', `prlimit --pid ${relay.child.pid} --fsize=${bytes}:unlimited`]);
    const { meeting, token } = await post<Created>(relay, 'api/meetings', { title: 'Full' });
    const { token: euToken } = await post<Invited>(
      relay,
      `api/meetings/${meeting}/invitations`,
      { role: 'delegation', code: 'EU', name: 'EU', person: 'P' },
      token,
    );
    const eu = await RawClient.join(addressOf(relay), { meeting, token: euToken }, 'positions').untilSynced();
    const chair = await RawClient.join(addressOf(relay), { meeting, token }, 'positions').untilSynced();
    const state = (index: number): void =>
      void eu.doc.getMap('positions').set(`EU|p/CHAIR-aaaaaaa${index}`, { stance: 'object' });
    state(0);
    await eu.untilSaved();

    allow('0');
    for (let index = 1; index <= 5; index += 1) state(index);
    await eu.until(
      () => eu.messages.some((message) => message.type === 'refused' && message.reason === 'journal-full'),
      'refused',
    );
    await eu.until(
      () => eu.messages.some((message) => message.type === 'state' && !message.writable),
      'told the state',
    );
    const acknowledged = eu.acknowledged;
    state(6);
    // Others go on reading, newcomers too, and see what is on disk and nothing else.
    const newcomer = await RawClient.join(addressOf(relay), { meeting, token }, 'positions').untilSynced();
    expect(newcomer.messages).toContainEqual({ type: 'state', writable: false, reason: 'journal-full' });
    // A room that is not in memory is read from the disk.
    await RawClient.join(addressOf(relay), { meeting, token }, 'record').untilSynced();
    expect([...newcomer.doc.getMap('positions').keys()]).toEqual(['EU|p/CHAIR-aaaaaaa0']);
    expect([...chair.doc.getMap('positions').keys()]).toEqual(['EU|p/CHAIR-aaaaaaa0']);
    const health = await fetch(new URL('health', relay.url));
    expect([health.status, ((await health.json()) as { status: string }).status]).toEqual([503, 'journal-full']);
    await expect(
      post(
        relay,
        `api/meetings/${meeting}/invitations`,
        { role: 'delegation', code: 'RUS', name: 'R', person: 'P' },
        token,
      ),
    ).rejects.toThrow('journal-full');
    await new Promise((done) => setTimeout(done, 2_500));
    expect([eu.acknowledged, eu.closed, chair.closed]).toEqual([acknowledged, undefined, undefined]);

    allow('unlimited');
    await eu.until(() => eu.acknowledged === eu.sent, 'everything is acknowledged', 20_000);
    await chair.until(() => chair.doc.getMap('positions').size === 7, 'the other has all of it');
    expect(eu.messages.findLast((message) => message.type === 'state')).toEqual({ type: 'state', writable: true });
    state(7);
    await eu.untilSaved();
    expect(await relay.end('SIGTERM')).toBe(0);
    expect(relay.log()).toContain('"event":"journal","reason":"journal-full"');
    expect(relay.log()).toContain('"event":"journal","reason":"ok"');
  },
);

test('R8 a disk that has become read-only: the same, and nothing is lost when it can be written again', async () => {
  const here = await relayHere({ limits: { journalRetryMs: 100 } });
  const { chair, invite } = await meetingHere(here);
  const eu = await RawClient.join(here.relay, await invite('delegation', 'EU'), 'positions').untilSynced();
  const reader = await RawClient.join(here.relay, chair, 'positions').untilSynced();
  const state = (index: number): void =>
    void eu.doc.getMap('positions').set(`EU|p/CHAIR-aaaaaaa${index}`, { stance: 'object' });
  state(0);
  await eu.untilSaved();
  // No test can mount a disk anew under a file that is open; what LevelDB says of one that was is put in its mouth.
  const words = new Error('IO error: journal/000003.log: Read-only file system');
  const batch = vi.spyOn(ClassicLevel.prototype, 'batch').mockRejectedValue(words);
  onTestFinished(() => batch.mockRestore());
  for (let index = 1; index <= 3; index += 1) state(index);
  const isRefused = (): boolean => eu.messages.some((it) => it.type === 'refused' && it.reason === 'journal-read-only');
  await eu.until(isRefused, 'refused');
  expect((await here.ask('health')).status).toBe(503);
  const newcomer = await RawClient.join(here.relay, chair, 'positions').untilSynced();
  expect([newcomer.doc.getMap('positions').size, reader.doc.getMap('positions').size]).toEqual([1, 1]);
  state(4);
  batch.mockRestore();
  await eu.until(() => eu.acknowledged === eu.sent, 'everything is acknowledged');
  await reader.until(() => reader.doc.getMap('positions').size === 5, 'the other has all of it');
  expect([eu.closed, reader.closed]).toEqual([undefined, undefined]);
  await here.relay.close();
  const again = await relayHere({ dataDir: here.dataDir });
  const back = await RawClient.join(again.relay, chair, 'positions').untilSynced();
  expect(back.doc.getMap('positions').size).toBe(5);
});

test('R1 a revocation that the disk does not take ends its connections at once, and is written down when it can be', async () => {
  const here = await relayHere({ limits: { journalRetryMs: 100 } });
  const { chair, meeting, invite } = await meetingHere(here);
  const seat = await invite('delegation', 'EU');
  const eu = await RawClient.join(here.relay, seat, 'positions').untilSynced();
  const words = new Error('IO error: /x/000003.log: No space left on device');
  const batch = vi.spyOn(ClassicLevel.prototype, 'batch').mockRejectedValue(words);
  onTestFinished(() => batch.mockRestore());
  const answer = await here.ask(`api/meetings/${meeting}/revoke`, { token: chair.token, body: { token: seat.token } });
  // The chair is told that it is not on record; it holds all the same.
  expect([answer.status, await answer.json()]).toEqual([507, { reason: 'journal-full' }]);
  expect((await eu.untilClosed()).reason).toBe('token-revoked');
  expect((await RawClient.join(here.relay, seat, 'positions').untilClosed()).reason).toBe('token-revoked');
  const reader = await RawClient.join(here.relay, chair, 'positions').untilSynced();
  batch.mockRestore();
  const isWritable = (): boolean => reader.messages.some((message) => message.type === 'state' && message.writable);
  await reader.until(isWritable, 'the disk can be written again');
  await here.relay.close();
  const again = await relayHere({ dataDir: here.dataDir });
  expect((await RawClient.join(again.relay, seat, 'positions').untilClosed()).reason).toBe('token-revoked');
});

test('R8 a disk that hangs: what waits is bounded, whoever sends most is dropped, and nothing is lost', async () => {
  const maxWaitingBytes = 200_000;
  const here = await relayHere({ limits: { maxWaitingBytes } });
  const { chair, invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const seat = await invite('delegation', 'EU');
  const eu = await RawClient.join(here.relay, seat, 'text').untilSynced();
  const reader = await RawClient.join(here.relay, chair, 'text').untilSynced();
  await Promise.all([eu.untilSaved(), reader.untilSaved()]);
  const strand = ({ doc }: RawClient): Y.Text => (doc.getMap('provisions').get(FIRST) as Y.Map<Y.Text>).get('strand')!;
  const { batch } = ClassicLevel.prototype as unknown as { batch(...given: unknown[]): Promise<void> };
  let goOn: () => void = () => undefined;
  const hung = new Promise<void>((done) => (goOn = done));
  const hanging = vi.spyOn(ClassicLevel.prototype, 'batch').mockImplementation(function (
    this: unknown,
    ...given: unknown[]
  ) {
    return hung.then(() => batch.apply(this, given));
  } as never);
  onTestFinished(() => {
    goOn();
    hanging.mockRestore();
  });
  const acknowledged = eu.acknowledged;
  // The first opens the turn that hangs.
  strand(eu).insert(0, 'begin ');
  await vi.waitFor(() => expect(hanging).toHaveBeenCalled());
  strand(reader).insert(0, 'chair ');
  for (let piece = 0; piece < 30; piece += 1) strand(eu).insert(0, `${piece} ${'x'.repeat(10_000)}`);
  expect((await eu.untilClosed()).reason).toBe('too-many');
  expect([eu.acknowledged, reader.acknowledged < reader.sent, reader.closed]).toEqual([acknowledged, true, undefined]);
  // Coming back again and again fills no more than coming once.
  for (let time = 0; time < 3; time += 1) {
    const back = RawClient.join(here.relay, seat, 'text', { silent: true });
    for (let piece = 0; piece < 30; piece += 1) {
      await back.until(
        ({ socket }) => socket.readyState === socket.OPEN || socket.readyState === socket.CLOSED,
        'open',
      );
      back.sendWrite(encodeUpdate(new Uint8Array(10_000)));
    }
    expect((await back.untilClosed()).reason).toBe('too-many');
  }
  goOn();
  await reader.untilSaved();
  expect(reader.closed).toBeUndefined();
  const back = RawClient.join(here.relay, seat, 'text');
  Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(eu.doc));
  await back.untilSynced();
  await back.untilSaved();
  await reader.until(() => strand(reader).length === strand(back).length, 'all of it');
  expect([strand(reader).toJSON(), strand(reader).length > 300_000]).toEqual([strand(back).toJSON(), true]);
});

test('R8 a relay does not start where nothing can be written, and says so', async () => {
  // Not even root makes folders there.
  const { code, stderr } = await runRostrum(['relay', '--port', '0', '--data', '/sys/rostrum']);
  expect([code, stderr]).toEqual([1, expect.stringContaining('The data folder cannot be written')]);
});

test('R8 the words of the disk are understood', () => {
  const cases: [unknown, string][] = [
    [new Error('IO error: /x/000003.log: No space left on device'), 'journal-full'],
    [new Error('IO error: /x/000003.log: Disk quota exceeded'), 'journal-full'],
    [new Error('open failed', { cause: new Error('IO error: /x/000005.ldb: File too large') }), 'journal-full'],
    [Object.assign(new Error('write'), { code: 'ENOSPC' }), 'journal-full'],
    [new Error('IO error: /x/LOCK: Read-only file system'), 'journal-read-only'],
    [new Error('IO error: /x/LOCK: Permission denied'), 'journal-read-only'],
    [Object.assign(new Error('open'), { code: 'EROFS' }), 'journal-read-only'],
    [new Error('Corruption: checksum mismatch'), 'journal-broken'],
    ['odd', 'journal-broken'],
  ];
  for (const [error, trouble] of cases) expect(troubleOf(error)).toBe(trouble);
});
