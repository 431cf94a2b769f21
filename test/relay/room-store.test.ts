import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Journal } from '../../electron/relay/journal/journal.ts';
import { openRedisJournal } from '../../electron/relay/journal/redis-journal.ts';
import { LIMITS } from '../../electron/relay/limits.ts';
import { Metrics } from '../../electron/relay/metrics.ts';
import { RoomStore } from '../../electron/relay/rooms/room-store.ts';
import { emptyOutcome, type Outcome } from '../../electron/relay/rooms/turn.ts';
import type { Code } from '../../shared/schema/ids.ts';
import { redisHere } from './support/redis-here.ts';

const MEETING = 'aaaaaaaaaaaa';

const storeOn = (journal: Journal): Promise<RoomStore> =>
  RoomStore.open({
    meeting: MEETING,
    ref: { kind: 'desk', code: 'EU' as Code },
    journal,
    limits: LIMITS,
    log: () => undefined,
    now: () => 5,
    metrics: new Metrics(),
    fence: { stream: `${MEETING}/ledger`, seq: 0, keepUp: () => Promise.resolve() },
  });

/** One note by one client, as an update. */
function note(client: number, words: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  doc.getMap('notes').set(`note ${client}`, words);
  return Y.encodeStateAsUpdate(doc);
}

async function write(store: RoomStore, client: number): Promise<void> {
  const outcome = emptyOutcome();
  const by = { code: 'EU', invitation: '', clients: [client] };
  store.stageUpdate(note(client, 'words'), by, outcome);
  expect(await store.commit(outcome, () => undefined)).toBe('stored');
}

test('R4 what another relay writes while a turn is given up is handed on, and nothing of it is passed over', async () => {
  const redis = await redisHere();
  const [journal, journalElsewhere] = [
    await openRedisJournal(redis.url, { retryMs: 50 }),
    await openRedisJournal(redis.url, { retryMs: 50 }),
  ];
  const [here, elsewhere] = [await storeOn(journal), await storeOn(journalElsewhere)];
  // Everybody who is connected here has what was handed out, and nothing else.
  const client = new Y.Doc();
  const hear = ({ updates }: Pick<Outcome, 'updates'>): void =>
    updates.forEach((update) => Y.applyUpdate(client, update));

  await write(elsewhere, 1);
  const outcome = emptyOutcome();
  here.stageUpdate(note(50, 'mine'), { code: 'EU', invitation: '', clients: [50] }, outcome);
  // The relay's own work has looked at the room as it was.
  outcome.works.push({ type: 'work', run: () => [], done: () => undefined, fail: () => undefined });
  expect(await here.commit(outcome, hear)).toBe('contested');
  expect([...client.getMap('notes').keys()]).toEqual(['note 1']);
  await write(elsewhere, 2);
  hear(await here.rollBack());
  expect([...client.getMap('notes').keys()].toSorted()).toEqual(['note 1', 'note 2']);
  expect([...here.doc.getMap('notes').keys()].toSorted()).toEqual(['note 1', 'note 2']);
  expect([here.registry.get(2), here.registry.get(50), here.tainted]).toEqual(['EU', undefined, false]);
  expect([client.store.pendingStructs, client.store.pendingDs]).toEqual([null, null]);
  await write(here, 50);
  await Promise.all([journal.close(), journalElsewhere.close()]);
});
