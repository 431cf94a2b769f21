import { expect, test } from 'vitest';
import { backupMeeting, restoreMeeting } from '../../electron/relay/meetings/backup.ts';
import { openLevelJournal } from '../../electron/relay/journal/level-journal.ts';
import { openRedisJournal } from '../../electron/relay/journal/redis-journal.ts';
import { JournalRefusal, type Journal } from '../../electron/relay/journal/journal.ts';
import { join } from 'node:path';
import type { MeetingId } from '../../shared/schema/ids.ts';
import { base64, FIRST, seedUpdate } from './support/draft-fixture.ts';
import { RawClient } from './support/raw-client.ts';
import { redisHere } from './support/redis-here.ts';
import { meetingHere, relayHere, tempFolder } from './support/relay-here.ts';

/** A meeting with work in two rooms, a revoked invitation and many entries in its ledger, as its file. */
async function backedUp(): Promise<{ meeting: MeetingId; file: Buffer; early: Buffer; revoked: string }> {
  const here = await relayHere();
  const { meeting, chair, invite } = await meetingHere(here, { seed: { text: base64(seedUpdate()) } });
  const eu = await invite('delegation', 'EU');
  const client = await RawClient.join(here.relay, eu, 'positions').untilSynced();
  const state = async (count: number): Promise<void> => {
    client.doc.getMap('positions').set(`EU|p/${FIRST}`, { stance: 'object', at: count });
    await client.untilSaved();
  };
  for (let count = 0; count < 5; count += 1) await state(count);
  const fileOf = async (): Promise<Buffer> => {
    await here.relay.close();
    const journal = await openLevelJournal(join(here.dataDir, 'journal'), { retryMs: 50 });
    const pieces: Uint8Array[] = [];
    for await (const piece of backupMeeting(journal, meeting)) pieces.push(piece);
    await journal.close();
    return Buffer.concat(pieces);
  };
  await here.ask(`api/meetings/${meeting}/revoke`, { token: chair.token, body: { token: eu.token } });
  const file = await fileOf();
  const other = await relayHere({ dataDir: here.dataDir });
  const chairs = await RawClient.join(other.relay, chair, 'chair').untilSynced();
  chairs.doc.getMap('profile').set('title', 'Later');
  await chairs.untilSaved();
  await other.relay.close();
  const journal = await openLevelJournal(join(here.dataDir, 'journal'), { retryMs: 50 });
  const later: Uint8Array[] = [];
  for await (const piece of backupMeeting(journal, meeting)) later.push(piece);
  await journal.close();
  return { meeting, file: Buffer.concat(later), early: file, revoked: eu.token };
}

/** A journal whose relay dies with its append number `left`. */
function dying(journal: Journal, left: number): Journal {
  let appends = 0;
  return new Proxy(journal, {
    get(target, key) {
      if (key !== 'append') {
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
      }
      return (...given: Parameters<Journal['append']>) => {
        appends += 1;
        if (appends > left) return Promise.reject(new JournalRefusal('journal-read-only'));
        return target.append(...given);
      };
    },
  });
}

async function fileFrom(journal: Journal, meeting: MeetingId): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of backupMeeting(journal, meeting)) pieces.push(piece);
  return Buffer.concat(pieces);
}

for (const kind of ['level', 'redis'] as const) {
  test(`R8 a restore that is cut short leaves no meeting, and goes on where it stopped: ${kind}`, async () => {
    const { meeting, file, early } = await backedUp();
    const open = async (): Promise<Journal> => {
      if (kind === 'level') return openLevelJournal(await tempFolder(), { retryMs: 50 });
      return openRedisJournal((await redisHere()).url, { retryMs: 50 });
    };
    let whole = false;
    for (let cut = 1; !whole; cut += 1) {
      const journal = await open();
      whole = await restoreMeeting(dying(journal, cut), file).then(
        () => true,
        () => false,
      );
      // No part of the ledger is there before all of it.
      if (!whole) expect((await journal.end(`${meeting}/ledger`)).seq).toBe(0);
      expect(await restoreMeeting(journal, file)).toEqual(
        whole ? { ok: false, reason: 'meeting-exists' } : { ok: true, value: meeting },
      );
      expect(Buffer.compare(await fileFrom(journal, meeting), file)).toBe(0);
      await journal.close();
      expect(cut).toBeLessThan(20);
    }
    // Of another file nothing is put on top of what was begun.
    const journal = await open();
    await restoreMeeting(dying(journal, 3), file).catch(() => undefined);
    expect(await restoreMeeting(journal, early)).toEqual({ ok: false, reason: 'restore-conflict' });
    expect((await journal.end(`${meeting}/ledger`)).seq).toBe(0);
    await journal.close();
  });
}

test('R8 R1 of a meeting restored in part to Redis a relay knows nothing, and restored to its end it keeps who was shut out', async () => {
  const { meeting, file, revoked } = await backedUp();
  const redis = await redisHere();
  const journal = await openRedisJournal(redis.url, { retryMs: 50 });
  await restoreMeeting(dying(journal, 2), file).catch(() => undefined);
  await journal.close();
  const here = await relayHere({ redis: redis.url });
  const seat = { meeting, token: revoked };
  expect((await RawClient.join(here.relay, seat, 'positions').untilClosed()).reason).toBe('room-unknown');
  const again = await openRedisJournal(redis.url, { retryMs: 50 });
  expect(await restoreMeeting(again, file)).toEqual({ ok: true, value: meeting });
  await again.close();
  expect((await RawClient.join(here.relay, seat, 'positions').untilClosed()).reason).toBe('token-revoked');
});
