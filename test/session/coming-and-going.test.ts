import { afterEach, expect, test } from 'vitest';
import { LIMITS } from '../../electron/relay/limits.ts';
import type { Session } from '../../renderer/session/contract.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { joinByCable } from './cable.ts';
import { EU, FIRST, MEX, SECOND } from './request.ts';
import { inviteDelegation, openRig, textOf, until, untilSaved, type Rig } from './rig.ts';

const HOUR = 3_600_000;

let rig: Rig;
afterEach(() => rig.close());

function write(session: Session, text: string, provision = FIRST): void {
  const written = insertText(session.replica!, session.hand, { at: { provision, offset: 0 }, text });
  if (!written.ok) throw new Error(written.reason);
}

const caretIn = (session: Session, provision: typeof FIRST): void =>
  session.showCaret({ provision, anchor: { at: 1 }, head: { at: 1 }, composing: false });

const allEqual = async (...sessions: readonly Session[]): Promise<void> => {
  const [first] = sessions;
  const shown = (session: Session) => JSON.stringify(session.draft.get().provisions);
  for (const session of sessions) await until(session.draft, () => shown(session) === shown(first!));
};

test('O6 O2 the same person in two windows is one entry with the caret of the one that moved last, and loses no edit', async () => {
  rig = await openRig();
  const [chair] = await rig.meet();
  const machine = rig.machine();
  const { link } = await inviteDelegation(chair, EU, 'Ilse');
  const [left, right] = [await machine.join(link), await machine.join(link)];
  caretIn(left, FIRST);
  await until(chair.presence, (others) => others[0]?.provision === FIRST);
  caretIn(right, SECOND);
  const both = await until(chair.presence, (others) => others[0]?.provision === SECOND);
  expect(both).toMatchObject([{ code: EU, person: 'Ilse' }]);
  expect([left.presence.get(), right.presence.get()].map((others) => others.map(({ person }) => person))).toEqual([
    ['Amina'],
    ['Amina'],
  ]);

  write(left, 'left ');
  write(right, 'right ');
  right.goOffline();
  await until(right.save, ({ type }) => type === 'offline');
  write(right, 'apart ');
  write(left, 'meanwhile ');
  right.goOnline();
  for (const window of [left, right]) await untilSaved(window);
  await allEqual(chair, left, right);
  for (const word of ['left ', 'right ', 'apart ', 'meanwhile ']) expect(textOf(chair, FIRST)).toContain(word);

  caretIn(right, SECOND);
  await until(chair.presence, (others) => others[0]?.provision === SECOND);
  right.leave();
  const one = await until(chair.presence, (others) => others[0]?.provision === FIRST);
  expect(one).toMatchObject([{ code: EU, person: 'Ilse', provision: FIRST }]);
  write(left, 'on ');
  await untilSaved(left);
  left.leave();
  await until(chair.presence, (others) => others.length === 0);
});

test('O2 O6 R7 a laptop that sleeps leaves no caret behind, and wakes with its work, its place and nobody twice', async () => {
  rig = await openRig({ limits: { ...LIMITS, pulseMs: 100, deadAfterMs: 500 } });
  const [chair] = await rig.meet();
  const { cable, eu } = await joinByCable(rig, chair, 'Ilse');
  caretIn(eu, FIRST);
  await until(chair.presence, (others) => others[0]?.provision === FIRST);
  await untilSaved(eu);

  cable.cut();
  write(eu, 'unsent ');
  // The relay finds the line dead and takes the caret away; the others go on.
  await until(chair.presence, (others) => others.length === 0);
  write(chair, 'Meanwhile ');
  await untilSaved(chair);

  cable.mend();
  await untilSaved(eu);
  const back = await until(chair.presence, (others) => others.length === 1);
  expect(back).toMatchObject([{ code: EU, person: 'Ilse', provision: FIRST }]);
  await allEqual(chair, eu);
  for (const word of ['unsent ', 'Meanwhile ']) expect(textOf(chair, FIRST)).toContain(word);
  await until(eu.presence, (others) => others.length === 1 && others[0]?.person === 'Amina');
  cable.close();
});

test('O1 O6 a socket that is dead without being closed is given up by both ends, and its caret is shown once', async () => {
  rig = await openRig({ limits: { ...LIMITS, pulseMs: 200, deadAfterMs: 20_000 } });
  const [chair] = await rig.meet();
  const { cable, eu } = await joinByCable(rig, chair, 'Ilse');
  caretIn(eu, FIRST);
  await until(chair.presence, (others) => others[0]?.provision === FIRST);
  await untilSaved(eu);

  cable.abandon();
  write(eu, 'in the dark ');
  expect(eu.save.get()).toMatchObject({ type: 'saving', pending: 1 });
  // The relay still takes the old line for alive when the new one comes.
  await until(eu.save, ({ type }) => type === 'saved', 20_000);
  caretIn(eu, SECOND);
  const seen = await until(chair.presence, (others) => others[0]?.provision === SECOND);
  expect(seen).toMatchObject([{ code: EU, person: 'Ilse' }]);
  await allEqual(chair, eu);
  expect(textOf(chair, FIRST)).toContain('in the dark ');
  cable.close();
});

test('U5 O1 machines hours ahead and behind meet, and what they write carries the time of the relay', async () => {
  rig = await openRig({ limits: { ...LIMITS, pulseMs: 50 } });
  const [chair] = await rig.meet();
  const before = Date.now();
  const offset = { eu: 5 * HOUR, mexico: -7 * HOUR };
  const eu = await rig.machine({ clock: () => Date.now() + offset.eu }).join((await inviteDelegation(chair, EU)).link);
  const mexico = await rig
    .machine({ clock: () => Date.now() + offset.mexico })
    .join((await inviteDelegation(chair, MEX)).link);
  for (const session of [eu, mexico]) await untilSaved(session);
  const isNow = (at: number): boolean => at >= before - 2_000 && at <= Date.now() + 2_000;
  const target = { type: 'provision', provision: FIRST } as const;
  const work = async (session: Session, word: string) => {
    write(session, word);
    session.actions.statePosition({ target, stance: 'accept' });
    caretIn(session, FIRST);
    await untilSaved(session);
  };
  await work(eu, 'ahead ');
  await work(mexico, 'behind ');
  await allEqual(chair, eu, mexico);
  expect(
    chair.draft
      .get()
      .brackets.filter(({ kind }) => kind === 'insert')
      .every(({ opened }) => isNow(opened)),
  ).toBe(true);
  const positions = await until(chair.positions, (stated) => stated.length === 2);
  expect(positions.map(({ at }) => isNow(at))).toEqual([true, true]);
  for (const session of [chair, eu, mexico]) await until(session.presence, (others) => others.length === 2);

  // A clock that is set while the meeting runs: the relay's next word puts it right.
  offset.eu = -9 * HOUR;
  offset.mexico = 4 * HOUR;
  for (const session of [eu, mexico]) {
    for (let tries = 0; !isNow(session.hand.now()) && tries < 100; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isNow(session.hand.now())).toBe(true);
  }
  await work(eu, 'set ');
  await allEqual(chair, eu, mexico);
  expect(eu.presence.get()).toHaveLength(2);
});
