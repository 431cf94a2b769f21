import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { expect, test } from 'vitest';
import { fits, genesis, openEntry, sealEntry } from '../../electron/relay/journal/entry.ts';
import { openLevelJournal } from '../../electron/relay/journal/level-journal.ts';
import { openRedisJournal } from '../../electron/relay/journal/redis-journal.ts';
import { acceptJournal, bodies, entry } from './journal-acceptance.ts';
import { redisHere } from './support/redis-here.ts';
import { tempFolder } from './support/relay-here.ts';

const RETRY = { retryMs: 50 };
const open = (folder: string) => openLevelJournal(folder, RETRY);

acceptJournal('LevelDB', async () => {
  const folder = await tempFolder();
  return { open: () => open(folder) };
});

acceptJournal('Redis', async () => {
  const redis = await redisHere();
  return { open: () => openRedisJournal(redis.url, RETRY) };
});

const STREAM = 'aaaaaaaaaaaa/text';

test('R13 an entry fits only where it was written, and only as it was written', () => {
  const start = genesis(STREAM);
  const one = sealEntry(start, entry('one'));
  const two = sealEntry(one.head, entry('two'));
  expect([fits(start, one.bytes), fits(one.head, two.bytes)]).toEqual([true, true]);
  expect(fits(start, two.bytes)).toBe(false);
  expect(fits(genesis('bbbbbbbbbbbb/text'), one.bytes)).toBe(false);
  for (let at = 0; at < one.bytes.length; at += 1) {
    const changed = Uint8Array.from(one.bytes);
    changed[at]! ^= 1;
    expect(fits(start, changed)).toBe(false);
  }
  expect(openEntry(two.bytes)).toMatchObject({ seq: 2, code: 'EU' });
});

test('R13 where an entry was changed, was taken out or put in, reading stops before it and says so', async () => {
  const tampers: Record<string, (level: ClassicLevel<string, Uint8Array>, keys: string[]) => Promise<void>> = {
    changed: async (level, keys) => {
      const bytes = Uint8Array.from((await level.get(keys[2]!))!);
      bytes[10]! ^= 1;
      await level.put(keys[2]!, bytes);
    },
    'taken out': (level, keys) => level.del(keys[2]!),
    exchanged: async (level, keys) => {
      const [third, fourth] = await level.getMany([keys[2]!, keys[3]!]);
      await level.put(keys[2]!, fourth!);
      await level.put(keys[3]!, third!);
    },
    'cut short': async (level, keys) => level.put(keys[2]!, (await level.get(keys[2]!))!.subarray(0, 20)),
  };
  for (const [what, tamper] of Object.entries(tampers)) {
    const folder = await tempFolder();
    const journal = await open(folder);
    await journal.append(
      STREAM,
      genesis(STREAM),
      ['one', 'two', 'three', 'four', 'five'].map((body) => entry(body)),
    );
    await journal.close();
    const level = new ClassicLevel<string, Uint8Array>(folder, { valueEncoding: 'view' });
    await tamper(level, await level.keys({ gt: 'e!', lt: 'e"' }).all());
    await level.close();
    const again = await open(folder);
    const { entries, brokenAt } = await again.replay(STREAM);
    expect([what, bodies(entries), brokenAt]).toEqual([what, ['one', 'two'], 3]);
    await again.close();
  }
});

test('R8 a record torn at the end of the log is what was never acknowledged; what is before it is read', async () => {
  const folder = await tempFolder();
  const journal = await open(folder);
  let head = genesis(STREAM);
  for (const body of ['one', 'two', 'three']) head = await journal.append(STREAM, head, [entry(body)]);
  await journal.close();
  const log = (await readdir(folder)).find((name) => name.endsWith('.log'))!;
  const bytes = await readFile(join(folder, log));
  await writeFile(join(folder, log), bytes.subarray(0, bytes.length - 30));
  const again = await open(folder);
  const replay = await again.replay(STREAM);
  expect([bodies(replay.entries), replay.brokenAt]).toEqual([['one', 'two'], undefined]);
  head = await again.append(STREAM, replay.head, [entry('four')]);
  await again.close();
  const last = await open(folder);
  expect(bodies((await last.replay(STREAM)).entries)).toEqual(['one', 'two', 'four']);
  await last.close();
});

test('R8 a byte flipped in the log: what is before it is read, writes are refused, and the log is kept until the owner decides', async () => {
  const folder = await tempFolder();
  const journal = await open(folder);
  let head = genesis(STREAM);
  const written = Array.from({ length: 60 }, (_, index) => `entry ${index} ${'x'.repeat(200)}`);
  for (const body of written) head = await journal.append(STREAM, head, [entry(body)]);
  await journal.close();
  const log = join(
    folder,
    (await readdir(folder)).find((name) => name.endsWith('.log'))!,
  );
  const bytes = await readFile(log);
  bytes[bytes.length - 2_000]! ^= 4;
  await writeFile(log, bytes);
  for (let start = 0; start < 2; start += 1) {
    const again = await open(folder);
    expect(again.trouble()).toBe('journal-broken');
    const replay = await again.replay(STREAM);
    const read = bodies(replay.entries);
    expect(read).toEqual(written.slice(0, read.length));
    expect([read.length > 40, read.length < 60]).toEqual([true, true]);
    await expect(again.append(STREAM, replay.head, [entry('on')])).rejects.toMatchObject({ trouble: 'journal-broken' });
    await again.close();
  }
  const copy = (await readdir(folder)).find((name) => name.startsWith('logs-damaged-'))!;
  const [kept] = await readdir(join(folder, copy));
  expect(Buffer.compare(await readFile(join(folder, copy, kept!)), bytes)).toBe(0);
  const accepted = await openLevelJournal(folder, { retryMs: 50, acceptDamage: true });
  expect(accepted.trouble()).toBeUndefined();
  const { head: end } = await accepted.replay(STREAM);
  await accepted.append(STREAM, end, [entry('on')]);
  await accepted.close();
  const last = await open(folder);
  expect([last.trouble(), bodies((await last.replay(STREAM)).entries).at(-1)]).toEqual([undefined, 'on']);
  await last.close();
});

test('R8 a byte flipped anywhere in the tables ends in a clear refusal or in what came before it, never in other words', async () => {
  const written = Array.from({ length: 200 }, (_, index) => `entry ${index} ${'y'.repeat(index)}`);
  for (let seed = 1; seed <= 12; seed += 1) {
    const folder = await tempFolder();
    const journal = await open(folder);
    await journal.append(
      STREAM,
      genesis(STREAM),
      written.map((body) => entry(body)),
    );
    await journal.close();
    // Opening once more turns the log into a table.
    await (await open(folder)).close();
    const names = (await readdir(folder)).filter((name) => /\.ldb$|MANIFEST|\.log$/.test(name)).toSorted();
    const file = join(folder, names[seed % names.length]!);
    const bytes = await readFile(file);
    if (bytes.length > 0) bytes[(seed * 7_919) % bytes.length]! ^= 1 << (seed % 8);
    await writeFile(file, bytes);
    try {
      const again = await open(folder);
      const { entries, brokenAt } = await again.replay(STREAM);
      expect(bodies(entries)).toEqual(written.slice(0, entries.length));
      expect(
        entries.length < written.length && brokenAt === undefined && again.trouble() === undefined ? [seed, file] : [],
      ).toEqual([]);
      await again.close();
    } catch (error) {
      expect([seed, (error as { reason?: string }).reason]).toEqual([seed, 'data-unreadable']);
    }
  }
});

test('R8 the folder of a running relay is not opened twice', async () => {
  const folder = await tempFolder();
  const first = await open(folder);
  await expect(open(folder)).rejects.toMatchObject({ reason: 'data-in-use' });
  await first.append(STREAM, genesis(STREAM), [entry('one')]);
  await first.close();
});

test('R8 a folder that cannot be one is refused by name', async () => {
  const file = join(await tempFolder(), 'file');
  await writeFile(file, '');
  await expect(open(file)).rejects.toMatchObject({ reason: 'data-unreadable' });
});

test('R8 a relay does not start on a Redis that could lose what was acknowledged, or that is not there', async () => {
  for (const options of [
    ['--appendfsync', 'everysec'],
    ['--appendonly', 'no'],
  ]) {
    const redis = await redisHere(options);
    await expect(openRedisJournal(redis.url, RETRY)).rejects.toMatchObject({ reason: 'redis-not-durable' });
  }
  await expect(openRedisJournal('redis://127.0.0.1:1', RETRY)).rejects.toMatchObject({ reason: 'redis-unreachable' });
});

test('R8 of two relays that write at once, one is told that it is behind, reads on, and then fits', async () => {
  const redis = await redisHere();
  const [one, two] = [await openRedisJournal(redis.url, RETRY), await openRedisJournal(redis.url, RETRY)];
  let told = 0;
  two.follow(STREAM, () => (told += 1));
  const head = await one.append(STREAM, genesis(STREAM), [entry('one'), entry('two')]);
  await expect(two.append(STREAM, genesis(STREAM), [entry('other')])).rejects.toThrow('journal-behind');
  const since = await two.since(STREAM, genesis(STREAM));
  expect(bodies(since.entries)).toEqual(['one', 'two']);
  await two.append(STREAM, since.head, [entry('other')]);
  await expect(one.append(STREAM, head, [entry('late')])).rejects.toThrow('journal-behind');
  expect(bodies((await one.since(STREAM, head)).entries)).toEqual(['other']);
  expect(bodies((await one.replay(STREAM)).entries)).toEqual(['one', 'two', 'other']);
  await expect.poll(() => told).toBe(1);
  await Promise.all([one.close(), two.close()]);
});

test('R8 a Redis that has no room refuses by name, is tried again, and takes writes when it has some', async () => {
  const redis = await redisHere();
  const journal = await openRedisJournal(redis.url, RETRY);
  const head = await journal.append(STREAM, genesis(STREAM), [entry('one')]);
  await redis.command('CONFIG', 'SET', 'maxmemory', '1');
  await expect(journal.append(STREAM, head, [entry('two')])).rejects.toMatchObject({ trouble: 'journal-full' });
  expect(journal.trouble()).toBe('journal-full');
  expect(bodies((await journal.replay(STREAM)).entries)).toEqual(['one']);
  await new Promise((done) => setTimeout(done, 200));
  expect(journal.trouble()).toBe('journal-full');
  await redis.command('CONFIG', 'SET', 'maxmemory', '0');
  await expect.poll(() => journal.trouble()).toBeUndefined();
  await journal.append(STREAM, head, [entry('two')]);
  await journal.close();
});

test('R8 a Redis that comes back without its append-only file is not trusted with a write', async () => {
  const redis = await redisHere();
  const journal = await openRedisJournal(redis.url, RETRY);
  const head = await journal.append(STREAM, genesis(STREAM), [entry('one')]);
  await redis.kill();
  await redis.start(['--appendfsync', 'everysec']);
  await new Promise((done) => setTimeout(done, 500));
  await expect(journal.append(STREAM, head, [entry('two')])).rejects.toMatchObject({ trouble: 'journal-read-only' });
  await redis.command('CONFIG', 'SET', 'appendfsync', 'always');
  await expect.poll(() => journal.trouble()).toBeUndefined();
  await journal.append(STREAM, head, [entry('two')]);
  await journal.close();
});

test('R13 over a Redis that was put back to an older copy nobody goes on as if nothing had happened', async () => {
  const redis = await redisHere();
  const journal = await openRedisJournal(redis.url, RETRY);
  const old = await journal.append(STREAM, genesis(STREAM), [entry('one')]);
  const putBack = await redis.copy();
  const head = await journal.append(STREAM, old, [entry('two'), entry('three')]);
  await redis.kill();
  await putBack();
  await redis.start();
  await expect.poll(() => journal.trouble()).toBeUndefined();
  await expect(journal.append(STREAM, head, [entry('four')])).rejects.toThrow('journal-diverged');
  // Another relay has written as many entries meanwhile; they are not the ones that this one knows.
  const other = await openRedisJournal(redis.url, RETRY);
  await other.append(STREAM, old, [entry('second'), entry('third')]);
  await expect(journal.append(STREAM, head, [entry('four')])).rejects.toThrow('journal-diverged');
  expect(bodies((await journal.replay(STREAM)).entries)).toEqual(['one', 'second', 'third']);
  await Promise.all([journal.close(), other.close()]);
});

test('R8 the later of two snapshots stays, whichever relay wrote it', async () => {
  const redis = await redisHere();
  const journal = await openRedisJournal(redis.url, RETRY);
  const first = await journal.append(STREAM, genesis(STREAM), [entry('one')]);
  const second = await journal.append(STREAM, first, [entry('two')]);
  await journal.putSnapshot(STREAM, { head: second, body: Buffer.from('later') });
  await journal.putSnapshot(STREAM, { head: first, body: Buffer.from('earlier') });
  expect(Buffer.from((await journal.replay(STREAM)).snapshot!.body).toString()).toBe('later');
  await journal.close();
});

test('R8 when Redis is killed, writes are refused, and taken when it is back with all that was acknowledged', async () => {
  const redis = await redisHere();
  const journal = await openRedisJournal(redis.url, RETRY);
  const troubles: (string | undefined)[] = [];
  journal.onTrouble((trouble) => troubles.push(trouble));
  let head = genesis(STREAM);
  let acknowledged = 0;
  const writing = (async () => {
    try {
      for (;;) {
        head = await journal.append(STREAM, head, [entry(String(acknowledged))]);
        acknowledged += 1;
      }
    } catch (error) {
      return error;
    }
  })();
  await expect.poll(() => acknowledged).toBeGreaterThan(10);
  await redis.kill();
  expect(await writing).toMatchObject({ name: 'JournalRefusal' });
  await expect.poll(() => troubles.at(-1)).toBe('journal-read-only');
  await expect(journal.append(STREAM, head, [entry('x')])).rejects.toMatchObject({ trouble: 'journal-read-only' });
  await redis.start();
  await expect.poll(() => journal.trouble()).toBeUndefined();
  const { entries, brokenAt } = await journal.replay(STREAM);
  expect(brokenAt).toBeUndefined();
  expect(entries.length).toBeGreaterThanOrEqual(acknowledged);
  await journal.append(STREAM, (await journal.replay(STREAM)).head, [entry('on')]);
  await journal.close();
});
