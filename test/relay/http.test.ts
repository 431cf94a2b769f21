import type * as Y from 'yjs';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freeze, isIntact, type FrozenRevision } from '../../shared/revisions/freeze.ts';
import { readInvitation } from '../../shared/sync/protocol/invitation.ts';
import { createHash } from 'node:crypto';
import { gavelledWords } from '../../shared/procedure/gavelled-words.ts';
import type { ProvisionId } from '../../shared/schema/ids.ts';
import type { RulingAct } from '../../shared/schema/ruling.ts';
import { createReplica } from '../../shared/sync/replica.ts';
import { writeDraft } from '../../shared/interop/write-draft.ts';
import { base64, DRAFT, seedUpdate } from './support/draft-fixture.ts';
import { RawClient } from './support/raw-client.ts';
import { meetingHere, relayHere, tempFolder } from './support/relay-here.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

test('R14 a meeting begins with what it is called and with its seed, before the answer', async () => {
  const here = await relayHere();
  const { chair } = await meetingHere(here, {
    title: 'BMS',
    symbol: 'A/1',
    language: 'fr',
    seed: { text: base64(seedUpdate()) },
  });
  expect(readInvitation(chair.token)).toMatchObject({ iss: chair.meeting, role: 'chair', code: 'CHAIR', name: 'BMS' });
  const profile = await RawClient.join(here.relay, chair, 'chair').untilSynced();
  expect(profile.doc.getMap('profile').toJSON()).toEqual({
    id: chair.meeting,
    title: 'BMS',
    symbol: 'A/1',
    language: 'fr',
  });
  const text = await RawClient.join(here.relay, chair, 'text').untilSynced();
  expect([...text.doc.getMap('provisions').keys()].sort()).toEqual(['CHAIR-firstprov1', 'EU-secondprov']);
});

test('R14 requests that are not what the interface asks for are refused by name', async () => {
  const here = await relayHere({ limits: { maxBodyBytes: 100_000 } });
  const { chair, meeting, invite } = await meetingHere(here);
  const other = await meetingHere(here);
  const eu = await invite('delegation', 'EU');
  const sec = await invite('secretariat', 'SEC');
  const invitations = `api/meetings/${meeting}/invitations`;
  const person = { name: 'n', person: 'p' };
  const cases: [string, Parameters<typeof here.ask>[1], number, string][] = [
    ['api/meetings', { body: {} }, 400, 'request-invalid'],
    ['api/meetings', { body: { title: 'x', more: 1 } }, 400, 'request-invalid'],
    ['api/meetings', { body: { title: 'x'.repeat(501) } }, 400, 'request-invalid'],
    ['api/meetings', { body: { title: 'x', language: 'tlh' } }, 400, 'request-invalid'],
    ['api/meetings', { body: { title: 'x', seed: { text: '!' } } }, 400, 'request-invalid'],
    ['api/meetings', { body: { title: 'x', seed: { text: 'AQEB' } } }, 422, 'seed-refused'],
    ['api/meetings', { body: { title: 'x', seed: { text: 'A'.repeat(200_000) } } }, 413, 'request-too-large'],
    ['api/meetings', { body: { title: 'x' }, headers: { 'content-type': 'text/plain' } }, 400, 'request-invalid'],
    ['api/meetings', { body: { title: 'x' }, headers: { origin: 'http://evil.example' } }, 403, 'origin-foreign'],
    ['api/meetings', { body: { title: 'x' }, headers: { 'x-forwarded-for': '10.0.0.9' } }, 403, 'not-from-here'],
    ['api/meetings', { body: { title: 'x' }, headers: { forwarded: 'for=10.0.0.9' } }, 403, 'not-from-here'],
    ['api/meetings', {}, 405, 'method-not-allowed'],
    ['api/meetings', { method: 'DELETE' }, 405, 'method-not-allowed'],
    ['api', {}, 404, 'not-found'],
    ['api/other', {}, 404, 'not-found'],
    [invitations, { body: { role: 'delegation', code: 'EU', ...person } }, 401, 'token-invalid'],
    [
      invitations,
      { token: other.chair.token, body: { role: 'delegation', code: 'EU', ...person } },
      401,
      'token-invalid',
    ],
    [invitations, { token: eu.token, body: { role: 'delegation', code: 'EU', ...person } }, 403, 'role-forbidden'],
    [invitations, { token: sec.token, body: { role: 'chair', code: 'CHAIR', ...person } }, 403, 'role-forbidden'],
    [
      invitations,
      { token: chair.token, body: { role: 'delegation', code: 'CHAIR', ...person } },
      400,
      'request-invalid',
    ],
    [
      invitations,
      { token: chair.token, body: { role: 'delegation', code: 'RELAY', ...person } },
      400,
      'request-invalid',
    ],
    [invitations, { token: chair.token, body: { role: 'chair', code: 'EU', ...person } }, 400, 'request-invalid'],
    [invitations, { token: chair.token, body: { role: 'observer', code: 'EU', ...person } }, 400, 'request-invalid'],
    [invitations, { token: chair.token, body: { role: 'king', code: 'EU', ...person } }, 400, 'request-invalid'],
    [invitations, { token: chair.token, body: { role: 'delegation', code: 'eu', ...person } }, 400, 'request-invalid'],
    ['api/meetings/aaaaaaaaaaaa/publish', { token: chair.token, body: {} }, 401, 'token-invalid'],
    [`api/meetings/${meeting}/publish`, { token: eu.token, body: {} }, 403, 'role-forbidden'],
    [
      `api/meetings/${meeting}/revoke`,
      { token: chair.token, body: { token: other.chair.token } },
      400,
      'request-invalid',
    ],
    [`api/meetings/${meeting}/revoke`, { token: sec.token, body: { token: chair.token } }, 403, 'role-forbidden'],
    [`api/meetings/${meeting}/nothing`, { token: chair.token, body: {} }, 404, 'not-found'],
    [`api/meetings/${meeting}/record/rev/1`, { token: chair.token }, 404, 'not-found'],
    [`api/meetings/${meeting}/record/rev/1`, {}, 401, 'token-invalid'],
    ['nothing.html', {}, 404, 'not-found'],
  ];
  for (const [path, options, status, reason] of cases) {
    const answer = await here.ask(path, options);
    expect([path, options, answer.status, await answer.json()]).toEqual([path, options, status, { reason }]);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
});

test('R14 with an owner key, meetings are made by whoever has it and by nobody else', async () => {
  const here = await relayHere({ ownerKey: 'k'.repeat(32) });
  for (const token of [undefined, 'k'.repeat(31), `${'k'.repeat(31)}x`]) {
    const answer = await here.ask('api/meetings', { body: { title: 'x' }, ...(token === undefined ? {} : { token }) });
    expect([answer.status, await answer.json()]).toEqual([403, { reason: 'not-from-here' }]);
  }
  expect((await here.ask('api/meetings', { body: { title: 'x' }, token: 'k'.repeat(32) })).status).toBe(201);
});

test('R14 meetings and invitations are counted', async () => {
  const here = await relayHere({ limits: { meetingsPerHour: 2, maxInvitations: 2 } });
  const { invite } = await meetingHere(here);
  await invite('delegation', 'EU');
  await expect(invite('delegation', 'RUS')).rejects.toThrow('too-many');
  await here.createMeeting();
  const third = await here.ask('api/meetings', { body: { title: 'x' } });
  expect([third.status, await third.json()]).toEqual([429, { reason: 'too-many' }]);
});

test('R2 requests under one invitation are counted, and what is refused is not held against it', async () => {
  let now = Date.now();
  const here = await relayHere({ now: () => now, limits: { requestsPerSecond: 2, requestBurst: 5 } });
  const { meeting, invite } = await meetingHere(here);
  const [eu, rus] = [await invite('delegation', 'EU'), await invite('delegation', 'RUS')];
  const ask = async ({ token }: { token: string }) =>
    (await here.ask(`api/meetings/${meeting}/history/text`, { token })).status;
  const statuses: number[] = [];
  for (let count = 0; count < 20; count += 1) statuses.push(await ask(eu));
  expect(statuses).toEqual([...Array<number>(5).fill(200), ...Array<number>(15).fill(429)]);
  expect(await ask(rus)).toBe(200);
  now += 1_000;
  expect([await ask(eu), await ask(eu), await ask(eu)]).toEqual([200, 200, 429]);
});

test('R14 the desktop application is let through by name, other pages are not', async () => {
  const here = await relayHere();
  const preflight = { method: 'OPTIONS', headers: { origin: 'app://bundle', 'access-control-request-method': 'POST' } };
  const asked = await here.ask('api/meetings', preflight);
  expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, 'app://bundle']);
  const made = await here.ask('api/meetings', { body: { title: 'x' }, headers: { origin: 'app://bundle' } });
  expect([made.status, made.headers.get('access-control-allow-origin')]).toEqual([201, 'app://bundle']);
  const foreign = await here.ask('api/meetings', {
    ...preflight,
    headers: { ...preflight.headers, origin: 'http://evil.example' },
  });
  expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([403, null]);
});

test('W6 words of a delegation outside any bracket are published in the one that they imply', async () => {
  const here = await relayHere();
  const { chair, meeting, invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const text = await RawClient.join(here.relay, await invite('delegation', 'EU'), 'text').untilSynced();
  const strand = (text.doc.getMap('provisions').get('CHAIR-firstprov1') as Y.Map<Y.Text>).get('strand')!;
  const at = strand.length;
  strand.insert(at, ' and more');
  await text.untilSaved();
  const published = await here.ask(`api/meetings/${meeting}/publish`, {
    token: chair.token,
    body: { attributed: true },
  });
  const { draft } = (await published.json()) as FrozenRevision;
  const written = writeDraft(draft, { format: 'text' });
  expect(written).toContain('[ and more]');
  expect(draft.brackets.find(({ pieces }) => pieces[0]?.from === at)).toMatchObject({
    kind: 'insert',
    proponent: 'EU',
  });
});

test('R12 a revision is frozen with its numbers, sealed by its hash, and read with any invitation of the meeting', async () => {
  const here = await relayHere();
  const { chair, meeting, invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const obs = await invite('observer', 'OBS');
  const published = await here.ask(`api/meetings/${meeting}/publish`, {
    token: chair.token,
    body: { attributed: true },
  });
  const revision = (await published.json()) as FrozenRevision;
  expect(revision).toMatchObject({ number: 1, name: 'Rev.1', by: 'CHAIR', attributed: true });
  expect(revision.draft.provisions.map((provision) => provision.label)).toEqual(
    ['1.', '2.'].map((label) => expect.stringContaining(label[0]!)),
  );
  expect(revision.draft.brackets[0]).toMatchObject({ proponent: 'EU', supporters: ['MEX'] });
  expect(isIntact(revision, sha256)).toBe(true);
  expect(isIntact({ ...revision, at: revision.at + 1 }, sha256)).toBe(false);

  const read = await here.ask(`api/meetings/${meeting}/record/rev/1`, { token: obs.token });
  expect(await read.json()).toEqual(revision);
  expect(read.headers.get('etag')).toBe(`"${revision.hash}"`);
  expect(read.headers.get('cache-control')).toContain('immutable');
  const again = await here.ask(`api/meetings/${meeting}/record/rev/1`, {
    token: obs.token,
    headers: { 'if-none-match': `"${revision.hash}"` },
  });
  expect([again.status, await again.text()]).toEqual([304, '']);

  // The address by its seal is for caches: public, and known only to who has read it.
  const sealed = await here.ask(`api/meetings/${meeting}/record/${revision.hash}`);
  expect(await sealed.json()).toEqual(revision);
  expect(sealed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  // As caches ask, on behalf of many.
  for (const tags of [`W/"${revision.hash}"`, `"other", W/"${revision.hash}"`, '*']) {
    const asked = { headers: { 'if-none-match': tags } };
    const kept = await here.ask(`api/meetings/${meeting}/record/${revision.hash}`, asked);
    expect([tags, kept.status, kept.headers.get('etag')]).toEqual([tags, 304, `"${revision.hash}"`]);
  }
  const head = await here.ask(`api/meetings/${meeting}/record/${revision.hash}`, { method: 'HEAD' });
  const length = Buffer.byteLength(JSON.stringify(revision));
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(length), '']);
  const unknown = await here.ask(`api/meetings/${meeting}/record/${'0'.repeat(64)}`);
  expect([unknown.status, await unknown.json()]).toEqual([404, { reason: 'not-found' }]);

  const second = (await (
    await here.ask(`api/meetings/${meeting}/publish`, { token: chair.token, body: {} })
  ).json()) as FrozenRevision;
  expect([second.number, second.attributed]).toEqual([2, false]);
  await here.relay.close();
  const restarted = await relayHere({ dataDir: here.dataDir });
  const record = await RawClient.join(restarted.relay, obs, 'record').untilSynced();
  expect(record.doc.getArray('revisions').toJSON()).toEqual([revision, second]);
});

test('R17 a revision says what was agreed and what reopened when it was published, under the names it has itself', async () => {
  const here = await relayHere();
  const { chair, meeting } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const text = await RawClient.join(here.relay, chair, 'text').untilSynced();
  const office = await RawClient.join(here.relay, chair, 'chair').untilSynced();
  const replica = createReplica(text.doc);
  const [first, second] = replica.read().provisions.map(({ id }) => id);
  const rule = async (name: string, act: RulingAct) => {
    const id = `CHAIR-ruling${name}`;
    office.doc.getArray('rulings').push([{ id, act, by: 'CHAIR', person: '', at: 5, about: '' }]);
    await office.untilSaved();
  };
  const agree = (provision: ProvisionId) => gavelledWords(replica.provision(provision)!, replica.bracketsIn(provision));
  const publish = async (attributed: boolean) => {
    const answer = await here.ask(`api/meetings/${meeting}/publish`, { token: chair.token, body: { attributed } });
    return (await answer.json()) as FrozenRevision;
  };
  expect((await publish(true)).status).toEqual({ agreed: [], reopened: [] });
  for (const [at, provision] of [first!, second!].entries())
    await rule(`000${at}`, { type: 'adRef', provision, words: agree(provision) });
  const open = [first!, second!].filter((provision) => replica.bracketsIn(provision).length > 0);
  const closed = [first!, second!].filter((provision) => !open.includes(provision));
  expect([open.length, closed.length]).toEqual([1, 1]);
  // What still has a bracket is not agreed, whatever was ruled.
  expect((await publish(true)).status).toEqual({ agreed: closed, reopened: [] });

  const strand = (text.doc.getMap('provisions').get(closed[0]!) as Y.Map<Y.Text>).get('strand')!;
  strand.insert(strand.length, ' and more');
  await text.untilSaved();
  const changed = await publish(false);
  expect(changed.status).toEqual({
    agreed: [],
    reopened: [changed.draft.provisions.find(({ text: words }) => words.includes('and more'))!.id],
  });
  expect(isIntact(changed, sha256)).toBe(true);
  replica.destroy();
});

test('R12 unattributed, a revision says nothing of who wanted what', () => {
  const frozen = freeze(
    { draft: DRAFT, numbers: new Map(), number: 1, at: 5, by: 'CHAIR' as never, attributed: false },
    sha256,
  );
  expect(JSON.stringify(frozen)).not.toMatch(/EU|MEX|internal note|1700000000000/);
  expect(frozen.draft.provisions.map((provision) => provision.text)).toEqual(
    DRAFT.provisions.map((provision) => provision.text),
  );
  expect(frozen.draft.brackets[0]?.pieces[0]?.provision).toBe(frozen.draft.provisions[0]?.id);
});

test('R12 a field that is not listed does not get into a revision', () => {
  const [provision, ...rest] = DRAFT.provisions;
  const draft = {
    ...DRAFT,
    secret: 1,
    provisions: [{ ...provision!, secret: 1 }, ...rest],
    brackets: DRAFT.brackets.map((bracket) => ({
      ...bracket,
      secret: 1,
      pieces: bracket.pieces.map((piece) => ({ ...piece, secret: 1 })),
    })),
  };
  for (const attributed of [true, false]) {
    expect(
      JSON.stringify(freeze({ draft, numbers: new Map(), number: 1, at: 5, by: 'CHAIR' as never, attributed }, sha256)),
    ).not.toContain('secret');
  }
});

test('R14 files come from the list alone, with their type, a policy and a tag', async () => {
  const folder = await tempFolder();
  const pages = join(folder, 'pages');
  await mkdir(join(pages, 'assets'), { recursive: true });
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>Rostrum</title>');
  await writeFile(join(pages, 'assets', 'main-abc.js'), 'export {}');
  await writeFile(join(pages, 'assets', 'main-abc.js.map'), '{}');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  const here = await relayHere({ rendererDir: pages });
  const page = await here.ask('');
  expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
    200,
    'text/html; charset=utf-8',
    'no-cache',
  ]);
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  const cached = await here.ask('', { headers: { 'if-none-match': page.headers.get('etag')! } });
  expect(cached.status).toBe(304);
  const script = await here.ask('assets/main-abc.js');
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect((await here.ask('assets/main-abc.js', { method: 'POST' })).status).toBe(405);
  const tricks = [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..\\..\\secret.txt',
    '//etc/passwd',
    '/assets/main-abc.js.map',
    '/assets',
    '/assets/',
    '/index.html/',
    '/index.html%00',
    '/INDEX.HTML',
  ];
  for (const path of tricks) expect([path, await statusOf(here.relay.port, path)]).toEqual([path, 404]);
  expect(await statusOf(here.relay.port, '/', 'evil.example')).toBe(403);
});

test('R14 health is told to whoever asks under our name', async () => {
  const here = await relayHere();
  expect(await (await here.ask('health')).json()).toMatchObject({ status: 'ok', version: 1 });
});

/** A request with its path exactly as written. */
function statusOf(port: number, path: string, host = `127.0.0.1:${port}`): Promise<number> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    );
    socket.once('data', (data: Buffer) => {
      socket.destroy();
      done(Number(/^HTTP\/1\.1 (\d+)/.exec(data.toString('latin1'))?.[1]));
    });
    socket.on('error', fail);
  });
}
