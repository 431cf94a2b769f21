import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openEntry, sealEntry, genesis, type StoredEntry } from '../../electron/relay/journal/entry.ts';
import { openLevelJournal } from '../../electron/relay/journal/level-journal.ts';
import { startRelay } from '../../electron/relay/start-relay.ts';
import { openHistory, writeIn } from '../../renderer/session/history/history.ts';
import type { Session } from '../../renderer/session/contract.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { PastChain } from '../../shared/sync/history/chain.ts';
import type { History, HistoryEntry } from '../../shared/sync/protocol/api.ts';
import { EU, FIRST } from './request.ts';
import { openRig, until, untilSaved, type Rig } from './rig.ts';

let rig: Rig | undefined;
afterEach(() => rig?.close());

function write(session: Session, text: string): void {
  insertText(session.replica!, session.hand, { at: { provision: FIRST, offset: 0 }, text });
}

/** The past of a meeting's text, as the relay tells it. */
async function told(session: Session, token: string, after = 0): Promise<History> {
  const address = new URL(`api/meetings/${session.me.meeting}/history/text?after=${after}`, rig!.relay.url);
  return (await (await fetch(address, { headers: { authorization: `Bearer ${token}` } })).json()) as History;
}

async function meetingWithPast() {
  rig = await openRig();
  const [chair, eu] = await rig.meet(EU);
  for (const word of ['one ', 'two ', 'three ']) {
    write(eu!, word);
    await untilSaved(eu!);
  }
  await until(chair.draft, ({ provisions }) => provisions[0]!.text.startsWith('three '));
  const { token } = await chair.chair!.invite({ role: 'secretariat', code: 'SEC' as never, name: '', person: '' });
  return { chair, eu: eu!, token };
}

test('R13 F7 every entry of a past fits its chain, and the first that is changed, moved, missing or added does not', async () => {
  const { chair, token } = await meetingWithPast();
  const { entries } = await told(chair, token);
  expect(entries.length).toBeGreaterThan(3);
  const misfit = (past: readonly HistoryEntry[]) => {
    const chain = new PastChain(`${chair.me.meeting}/text`, sha256);
    for (const entry of past) chain.take({ ...entry, ...entry.link!, body: writeIn(entry).update });
    return chain.misfit;
  };
  expect(misfit(entries)).toBeUndefined();
  const change = (to: Partial<HistoryEntry> & Partial<NonNullable<HistoryEntry['link']>>) =>
    entries.map((entry, index) => {
      if (index !== 1) return entry;
      const { invitation, clients, hash, ...rest } = to;
      const link = {
        ...entry.link!,
        ...(invitation && { invitation }),
        ...(clients && { clients }),
        ...(hash && { hash }),
      };
      return { ...entry, ...rest, link };
    });
  const changes: readonly HistoryEntry[][] = [
    change({ code: 'MEX' as never }),
    change({ at: 5 }),
    change({ invitation: 'another' }),
    change({ clients: [7] }),
    change({ update: entries[2]!.update }),
    change({ hash: '00'.repeat(32) }),
    entries.toSpliced(1, 1),
    entries.toSpliced(1, 0, entries[0]!),
    [entries[0]!, entries[2]!, entries[1]!, ...entries.slice(3)],
  ];
  expect(changes.map((past) => misfit(past))).toEqual(changes.map(() => ({ seq: 2, reason: 'entry-changed' })));
});

test('R13 F7 a past that was rewritten whole is told by who has read it before, and by what publications recorded', async () => {
  const { chair, token } = await meetingWithPast();
  await chair.history!.read();
  expect(chair.history!.reach.get()).toEqual({ type: 'whole' });
  await chair.chair!.publish();
  const { meeting } = chair.me;

  // Somebody rewrites the text's stream from its second entry on, and every hash with it, and keeps what was published.
  const folder = join(rig!.dataDir, 'journal');
  const { port } = rig!.relay;
  await rig!.relay.close();
  const journal = await openLevelJournal(folder, { retryMs: 50 });
  const stream = `${meeting}/text`;
  const forged: StoredEntry[] = [];
  for await (const { bytes } of journal.entries(stream)) forged.push(openEntry(bytes));
  await journal.close();
  const [, second] = forged;
  forged[1] = { ...second!, at: second!.at - 60_000 };
  const again = await openLevelJournal(folder, { retryMs: 50 });
  await again.append(stream, genesis(stream), forged);
  await again.close();
  const relay = await startRelay({ dataDir: rig!.dataDir, port });
  try {
    const past = await told(chair, token);
    // It fits in itself.
    expect(past.entries[1]!.link!.hash).toBe(
      Buffer.from(sealEntry({ seq: 1, hash: forged[0]!.hash }, forged[1]).head.hash).toString('hex'),
    );
    await chair.history!.read();
    expect(chair.history!.reach.get()).toMatchObject({ type: 'whole', misfit: { reason: 'past-exchanged' } });
    const source = {
      recall: async () => [],
      after: (seq: number) => told(chair, token, seq),
      remember: () => undefined,
      chain: new PastChain(stream, sha256),
    };
    const fresh = openHistory(source, 'whole');
    await fresh.read();
    expect(fresh.reach.get()).toMatchObject({ type: 'whole', misfit: { reason: 'revision-elsewhere' } });
  } finally {
    await relay.close();
  }
});

test('R13 F7 an entry that was changed where it stands shows where it stands', async () => {
  const { chair, token } = await meetingWithPast();
  const part = await told(chair, token);
  const source = {
    recall: async () => [],
    after: async (): Promise<History> => ({
      ...part,
      entries: part.entries.map((entry) => (entry.seq === 3 ? { ...entry, code: 'CHAIR' as never } : entry)),
    }),
    remember: () => undefined,
    chain: new PastChain(`${chair.me.meeting}/text`, sha256),
  };
  const history = openHistory(source, 'whole');
  await history.read();
  expect(history.reach.get()).toEqual({ type: 'whole', misfit: { seq: 3, reason: 'entry-changed' } });
});
