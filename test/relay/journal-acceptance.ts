import { expect, test } from 'vitest';
import type { Entry, Head } from '../../electron/relay/journal/entry.ts';
import { genesis, openEntry } from '../../electron/relay/journal/entry.ts';
import type { Journal } from '../../electron/relay/journal/journal.ts';

/** One store that a journal can be opened on again and again. */
export interface JournalPlace {
  open(): Promise<Journal>;
}

const STREAM = 'aaaaaaaaaaaa/text';

export const entry = (body: string, more: Partial<Entry> = {}): Entry => ({
  at: 1_700_000_000_000,
  code: 'EU',
  invitation: 'invitation1',
  clients: [],
  body: Buffer.from(body),
  ...more,
});

export const bodies = (entries: readonly Entry[]): string[] => entries.map((one) => Buffer.from(one.body).toString());

/** What every journal keeps to. */
export function acceptJournal(name: string, makePlace: () => Promise<JournalPlace>): void {
  test(`R8 ${name}: what was appended is read again, in order, by whoever opens the journal next`, async () => {
    const place = await makePlace();
    const first = await place.open();
    const written = [
      entry('one', { clients: [7, 4_294_967_295] }),
      entry('two', { code: 'RUS', invitation: '', at: 0 }),
      entry(''),
    ];
    const head = await first.append(STREAM, genesis(STREAM), written);
    await first.close();
    const second = await place.open();
    const replay = await second.replay(STREAM);
    expect(
      replay.entries.map(({ hash, body, ...rest }) => ({ ...rest, body: Buffer.from(body), sealed: hash.length })),
    ).toEqual(written.map((one, index) => ({ seq: index + 1, ...one, sealed: 32 })));
    expect(sameHead(replay.head, head)).toBe(true);
    expect([replay.snapshot, replay.brokenAt]).toEqual([undefined, undefined]);
    await second.close();
  });

  test(`R8 ${name}: a stream that was never written is empty`, async () => {
    const journal = await (await makePlace()).open();
    const { snapshot, entries, head } = await journal.replay(STREAM);
    expect([snapshot, entries, sameHead(head, genesis(STREAM))]).toEqual([undefined, [], true]);
    expect(await journal.streams('')).toEqual([]);
    await journal.close();
  });

  test(`R8 ${name}: streams do not mix, and are listed by what they begin with`, async () => {
    const journal = await (await makePlace()).open();
    const names = ['aaaaaaaaaaaa/text', 'aaaaaaaaaaaa/textile', 'aaaaaaaaaaaa/desk/EU', 'bbbbbbbbbbbb/text'];
    await Promise.all(names.map((name) => journal.append(name, genesis(name), [entry(name), entry('more')])));
    for (const name of names) expect(bodies((await journal.replay(name)).entries)).toEqual([name, 'more']);
    expect(await journal.streams('aaaaaaaaaaaa/')).toEqual([
      'aaaaaaaaaaaa/desk/EU',
      'aaaaaaaaaaaa/text',
      'aaaaaaaaaaaa/textile',
    ]);
    expect(await journal.streams('')).toEqual(names.toSorted());
    expect(await journal.streams('cccccccccccc/')).toEqual([]);
    await journal.close();
  });

  test(`R8 ${name}: many writers at once each keep their order`, async () => {
    const journal = await (await makePlace()).open();
    const writers = Array.from({ length: 20 }, (_, index) => `aaaaaaaaaaaa/desk/W${index}`);
    await Promise.all(
      writers.map(async (stream) => {
        let head = genesis(stream);
        for (let made = 0; made < 25; made += 1) head = await journal.append(stream, head, [entry(`${made}`)]);
      }),
    );
    for (const stream of writers) {
      expect(bodies((await journal.replay(stream)).entries)).toEqual(
        Array.from({ length: 25 }, (_, made) => `${made}`),
      );
    }
    await journal.close();
  });

  test(`R8 ${name}: a snapshot shortens what is read, and keeps every entry`, async () => {
    const place = await makePlace();
    const first = await place.open();
    const head = await first.append(STREAM, genesis(STREAM), [entry('one'), entry('two')]);
    await first.putSnapshot(STREAM, { head, body: Buffer.from('one two') });
    await first.append(STREAM, head, [entry('three')]);
    await first.close();
    const second = await place.open();
    const replay = await second.replay(STREAM);
    expect(Buffer.from(replay.snapshot!.body).toString()).toBe('one two');
    expect(bodies(replay.entries)).toEqual(['three']);
    expect(replay.entries[0]?.seq).toBe(3);
    const all: string[] = [];
    for await (const { bytes } of second.entries(STREAM)) all.push(...bodies([openEntry(bytes)]));
    expect(all).toEqual(['one', 'two', 'three']);
    await second.close();
  });

  test(`R13 ${name}: a stream tells where it ends`, async () => {
    const journal = await (await makePlace()).open();
    expect(sameHead(await journal.end(STREAM), genesis(STREAM))).toBe(true);
    const head = await journal.append(STREAM, genesis(STREAM), [entry('one'), entry('two')]);
    await journal.append(`${STREAM}ile`, genesis(`${STREAM}ile`), [entry('three')]);
    expect(sameHead(await journal.end(STREAM), head)).toBe(true);
    await journal.close();
  });

  test(`R13 ${name}: a snapshot that stands for more than there is, or for something else, breaks the stream`, async () => {
    const place = await makePlace();
    const first = await place.open();
    const one = await first.append(STREAM, genesis(STREAM), [entry('one')]);
    await first.putSnapshot(STREAM, { head: { seq: 5, hash: one.hash }, body: Buffer.from('five') });
    const ahead = await first.replay(STREAM);
    expect([Buffer.from(ahead.snapshot!.body).toString(), ahead.entries, ahead.brokenAt]).toEqual(['five', [], 2]);
    const other = 'aaaaaaaaaaaa/desk/EU';
    const head = await first.append(other, genesis(other), [entry('one')]);
    await first.putSnapshot(other, { head: { ...head, hash: new Uint8Array(32) }, body: Buffer.from('other') });
    expect((await first.replay(other)).brokenAt).toBe(1);
    await first.close();
  });

  test(`R8 ${name}: a closed journal takes nothing more`, async () => {
    const journal = await (await makePlace()).open();
    await journal.close();
    await expect(journal.append(STREAM, genesis(STREAM), [entry('late')])).rejects.toThrow('journal-broken');
  });
}

function sameHead(one: Head, other: Head): boolean {
  return one.seq === other.seq && Buffer.compare(one.hash, other.hash) === 0;
}
