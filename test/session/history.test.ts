import { afterEach, expect, test } from 'vitest';
import { keptPast } from '../../renderer/session/history/kept-past.ts';
import { openLocal } from '../../renderer/session/meetings/open-local.ts';
import type { Session } from '../../renderer/session/contract.ts';
import type { Code, MeetingId } from '../../shared/schema/ids.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { REQUEST } from './request.ts';
import { openRig, seeded, type Rig } from './rig.ts';

let rig: Rig | undefined;
afterEach(() => rig?.close());

const EU = 'EU' as Code;

function write(session: Session, text: string): void {
  const replica = session.replica!;
  const { id, text: before } = replica.read().provisions[0]!;
  insertText(replica, session.hand, { at: { provision: id, offset: before.length }, text });
}

/** Waits until what was written is with everybody, and read in `session`'s history. */
async function untilRead(session: Session, words: string): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    await session.history!.read();
    if (session.history!.steps.get().at(-1)?.draft.provisions[0]!.text.includes(words)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`the history never came to "${words}"`);
}

test('F7 the relay tells who wrote what and when, and without it what was read stays', async () => {
  rig = await openRig();
  const [chair, delegation] = await rig.meet(EU);
  write(delegation!, ' proposed');
  await untilRead(chair, ' proposed');
  expect(chair.history!.reach.get()).toEqual({ type: 'whole' });
  const last = chair.history!.steps.get().at(-1)!;
  expect(last).toMatchObject({ code: EU, person: delegation!.me.person });
  const written = chair.replica!.written(chair.replica!.read().provisions[0]!.id).at(-1)!;
  expect(chair.history!.writeOf(written.client, written.clock)).toMatchObject({ code: EU, at: last.to });

  await rig.relay.close();
  await chair.history!.read();
  expect(chair.history!.reach.get()).toEqual({ type: 'kept', until: last.to });
  expect(chair.history!.steps.get().at(-1)).toBe(last);
});

test('F7 a meeting without a relay keeps its own past', async () => {
  let now = 1_800_000_000_000;
  const member = { meeting: 'm' as MeetingId, role: 'delegation', code: EU, name: 'Union', person: 'Ada' } as const;
  const session = openLocal({ member, request: REQUEST, clock: () => (now += 60_000), random: seeded(5) });
  write(session, ' here');
  await session.history!.read();
  expect(session.history!.reach.get()).toEqual({ type: 'own' });
  expect(session.history!.steps.get().map(({ code, person }) => [code, person])).toEqual([
    ['CHAIR', ''],
    ['EU', 'Ada'],
  ]);
  session.leave();
});

test('F7 what was read is kept here part by part, and what does not decode is left out', async () => {
  const disk = new Map<string, string>();
  const copy = {
    recall: async (key: string) => disk.get(key),
    remember: (key: string, value: unknown) => void disk.set(key, JSON.stringify(value)),
  };
  const entry = { seq: 1, at: 5, code: EU, person: 'Ada', update: 'AAA=' };
  const first = keptPast(copy);
  expect(await first.recall()).toEqual([]);
  first.remember([entry]);
  first.remember([{ ...entry, seq: 2 }]);
  disk.set('past/2', JSON.stringify([{ seq: 3 }, 'nonsense', { ...entry, seq: 4 }]));
  expect((await keptPast(copy).recall()).map(({ seq }) => seq)).toEqual([1, 2, 4]);
});
