import { afterEach, beforeEach, expect, test } from 'vitest';
import { inviteDelegation, inviteObserver, openRig, until, untilSaved, type Rig } from './rig.ts';
import { EU, FIRST, G77, MEX, REQUEST, SECOND } from './request.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

const target = { type: 'provision', provision: FIRST } as const;
const KEY = `p/${FIRST}`;

test('O13 a private note reaches one’s own delegation, and no other delegation, not the chair, no observer, not even as bytes', async () => {
  const chairs = rig.machine();
  const chair = await chairs.make(REQUEST);
  const others = [rig.machine(), rig.machine(), rig.machine()] as const;
  const mexico = await others[0].join((await inviteDelegation(chair, MEX)).link);
  const group = await others[1].join((await inviteDelegation(chair, G77)).link);
  const observer = await others[2].join((await inviteObserver(chair)).link);
  const eu = await rig.machine().join((await inviteDelegation(chair, EU)).link);
  const colleague = await rig.machine().join((await inviteDelegation(chair, EU, 'Ilse')).link);
  eu.notes!.write(target, 'Fallback: accept the national list.');
  await untilSaved(eu);
  await until(colleague.notes!.notes, (notes) => notes.get(KEY) === 'Fallback: accept the national list.');
  colleague.notes!.write(target, 'Fallback: accept the regional list.');
  await until(eu.notes!.notes, (notes) => notes.get(KEY) === 'Fallback: accept the regional list.');
  // Something later that everybody hears of: had the note been on its way, it would have come before.
  eu.actions.statePosition({ target, stance: 'reserve', reason: 'Awaiting instructions.' });
  for (const session of [chair, mexico, group]) await until(session.positions, (positions) => positions.length === 1);
  for (const machine of [chairs, ...others])
    for (const words of ['Fallback', 'regional list', 'national list'])
      expect(machine.received().includes(words)).toBe(false);
  expect(chairs.received().includes('Awaiting instructions.')).toBe(true);
  expect([chair.notes, observer.notes]).toEqual([undefined, undefined]);
  expect([...mexico.notes!.notes.get(), ...group.notes!.notes.get()]).toEqual([]);
  eu.notes!.write(target, '');
  await until(colleague.notes!.notes, (notes) => !notes.has(KEY));
});

test('K17 what became of a position is read from the relay’s record, the chair’s eyes alone included for oneself alone', async () => {
  const [chair, eu, mexico] = await rig.meet(EU, MEX);
  const second = { type: 'provision', provision: SECOND } as const;
  for (const stance of ['reserve', 'support'] as const) {
    eu!.actions.statePosition({ target: second, stance });
    await untilSaved(eu!);
  }
  eu!.actions.statePosition({ target: second, stance: 'object', audience: 'chair' });
  await untilSaved(eu!);
  eu!.actions.withdrawPosition({ target: second });
  await untilSaved(eu!);
  await until(mexico!.positions, (positions) => positions.length === 0);
  const read = async (session: typeof chair) => {
    await session.stances!.readOn();
    return session
      .stances!.read.get()
      .trail([{ delegation: EU, target: second, source: 'national' }], 0)
      .map(({ stance, audience }) => [stance, audience].join(' '));
  };
  expect(await read(eu!)).toEqual([
    'reserve room',
    'support room',
    'object chair',
    expect.stringMatching(/^withdrawn/),
  ]);
  for (const session of [mexico!, chair])
    expect(await read(session)).toEqual(['reserve room', 'support room', 'withdrawn room']);
});
