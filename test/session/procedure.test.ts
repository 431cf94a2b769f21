import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../renderer/session/contract.ts';
import { roomAssessment } from '../../renderer/session/room-assessment.ts';
import { openRelayClock } from '../../renderer/session/line/relay-clock.ts';
import type { Assessment } from '../../shared/consensus/assessment.ts';
import { silenceAt } from '../../shared/procedure/silence.ts';
import { voteOutcome } from '../../shared/procedure/vote/vote-outcome.ts';
import type { Procedure } from '../../shared/procedure/room/procedure.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { EU, FIRST, HELD, MEX, SECOND } from './request.ts';
import { inviteDelegation, inviteObserver, openRig, textOf, until, untilSaved, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

const floorOf = (session: Session) => session.procedure.get().floor;
const silencesOf = (session: Session) => session.procedure.get().silences;

/** Waits until the chair, by the relay's clock, is past a moment. */
const past = async (session: Session, moment: number) => {
  while (session.hand.now() <= moment) await new Promise((soon) => setTimeout(soon, 20));
};

test('U3 the floor, the list and the speaker are one thing on every screen, and hold when the relay starts anew', async () => {
  const [chair, eu, mexico] = await rig.meet(EU, MEX);
  eu!.room!.ask(false);
  await until(chair.procedure, ({ floor }) => floor.asks.length === 1);
  mexico!.room!.ask(false);
  await until(chair.procedure, ({ floor }) => floor.asks.length === 2);
  const { room } = chair.chair!;
  room.openFloor(SECOND);
  room.limit({ speech: 120, reply: 60 });
  room.moveAsk(floorOf(chair).asks[1]!.id, -1);
  const [next] = (await until(chair.procedure, ({ floor }) => floor.asks[0]?.code === MEX)).floor.asks;
  room.call(next!.code, next!.id);
  for (const session of [chair, eu!, mexico!]) {
    await until(session.procedure, ({ floor, waiting }) => floor.speaking?.code === MEX && waiting.length === 0);
    expect(floorOf(session)).toMatchObject({ open: { provision: SECOND }, speaking: { seconds: 120 } });
    expect(floorOf(session).asks.map(({ code }) => code)).toEqual([EU]);
  }
  const before = JSON.stringify(floorOf(chair));
  await untilSaved(chair);
  await rig.restart();
  const late = await rig.machine().join((await inviteDelegation(chair, MEX, 'Another')).link);
  await until(late.procedure, ({ floor }) => floor.speaking !== undefined);
  expect(JSON.stringify(floorOf(late))).toBe(before);
});

test('U1 a delegation whose clock is seven minutes slow breaks a silence in time, and one that is late does not', async () => {
  const [chair] = await rig.meet();
  const slow = { clock: () => Date.now() - 7 * 60_000 };
  const mexico = await rig.machine(slow).join((await inviteDelegation(chair, MEX)).link);
  const eu = await rig.machine(slow).join((await inviteDelegation(chair, EU)).link);
  expect(Math.abs(mexico.hand.now() - Date.now())).toBeLessThan(1500);

  chair.chair!.room.circulate({ provision: SECOND, deadline: chair.hand.now() + 60_000 });
  const [seen] = (await until(mexico.procedure, ({ silences }) => silences.length === 1)).silences;
  expect(seen!.deadline - mexico.hand.now()).toBeGreaterThan(55_000);
  mexico.room!.object(seen!.id, 'The period is too short.');
  const broken = await until(chair.procedure, ({ silences }) => silences[0]?.state.type === 'broken');
  expect(broken.silences[0]!.state).toMatchObject({ by: { by: MEX, reason: 'The period is too short.' } });

  chair.chair!.room.circulate({ provision: SECOND, deadline: chair.hand.now() + 400 });
  const second = (await until(eu.procedure, ({ silences }) => silences.length === 2)).silences[1]!;
  // Off the line in time, on it again after the deadline, with a clock that says there are minutes left.
  eu.goOffline();
  eu.room!.object(second.id, 'We object.');
  await past(chair, second.deadline);
  eu.goOnline();
  await until(chair.procedure, ({ silences }) => silences[1]!.late.length === 1);
  expect(silenceAt(silencesOf(chair)[1]!, chair.hand.now()).state.type).toBe('lapsed');
  expect(silencesOf(chair)[1]!.late).toMatchObject([{ by: EU, reason: 'We object.' }]);
});

test('U6 a silence on chosen variants lapses, and the gavel makes the draft read so and agrees the provision', async () => {
  const [chair, eu] = await rig.meet(EU);
  const { room } = chair.chair!;
  const deadline = chair.hand.now() + 300;
  room.circulate({ provision: FIRST, choices: [{ bracket: HELD, variant: 'none' }], deadline });
  const [silence] = (await until(eu!.procedure, ({ silences }) => silences.length === 1)).silences;
  expect(silence!.wording).toMatchObject({ shown: 'States undertake to keep registers of arms.' });
  expect(room.whyNotGavel(silence!)).toBe('silence-running');
  await room.gavel(silence!.id);
  expect(silencesOf(chair)[0]!.state.type).toBe('running');
  await past(chair, deadline + 2000);
  expect(room.whyNotGavel(silence!)).toBeUndefined();
  await room.gavel(silence!.id);
  await until(eu!.procedure, ({ silences }) => silences[0]?.state.type === 'gavelled');
  await until(eu!.draft, () => textOf(eu!, FIRST) === 'States undertake to keep registers of arms.');
  await until(eu!.assessment, ({ provisions }) => provisions.get(FIRST)?.status === 'agreed');
});

test('U4 a recorded vote is cast on two machines and by roll call, and the announcement is final', async () => {
  const [chair, eu, mexico] = await rig.meet(EU, MEX);
  const { room } = chair.chair!;
  room.openVote({ type: 'whole' }, 'two-thirds');
  const [open] = (await until(eu!.procedure, ({ votes }) => votes.length === 1)).votes;
  const vote = open!.opening.id as string as Parameters<typeof room.announce>[0];
  expect(room.openVote({ type: 'whole' }, 'two-thirds')).toEqual({ ok: false, reason: 'vote-open' });
  eu!.room!.cast(vote, 'for');
  await until(chair.procedure, ({ votes }) => votes[0]!.ballots.get(EU) === 'for');
  room.castFor(vote, MEX, 'abstain');
  await until(mexico!.procedure, ({ votes }) => votes[0]!.ballots.size === 2);
  void room.announce(vote);
  await until(mexico!.procedure, ({ votes }) => votes[0]!.state.type === 'announced');
  mexico!.room!.cast(vote, 'against');
  await until(chair.procedure, ({ waiting }) => waiting.length === 0);
  await untilSaved(mexico!);
  expect(voteOutcome(chair.procedure.get().votes[0]!).tally).toMatchObject({
    for: [EU],
    against: [],
    abstaining: [MEX],
  });
  room.adopt({ type: 'vote', vote });
  await until(eu!.procedure, ({ adoption }) => adoption?.way.type === 'vote');
});

test('U8 a wording that passed stands in the draft by one announcement; one that failed, or was reworded since, does not', async () => {
  const [chair, eu, mexico] = await rig.meet(EU, MEX);
  const { room } = chair.chair!;
  const voteOn = async (ballot: 'for' | 'against', meanwhile?: () => void) => {
    const opened = room.openVote({ type: 'wording', bracket: HELD, variant: 'text' }, 'simple-majority');
    const vote = opened.ok ? opened.value : expect.fail('the vote opens');
    const read = ({ votes }: Procedure) => votes.find(({ opening }) => (opening.id as string) === vote);
    for (const delegation of [eu!, mexico!]) {
      await until(delegation.procedure, (seen) => read(seen) !== undefined);
      delegation.room!.cast(vote, ballot);
    }
    await until(chair.procedure, (seen) => read(seen)?.ballots.size === 2);
    meanwhile?.();
    await room.announce(vote);
    expect(read(chair.procedure.get())?.state.type).toBe('announced');
  };
  const closed = () => chair.replica!.bracket(HELD)?.closed;
  await voteOn('against');
  expect(closed()).toBeUndefined();
  const at = { provision: FIRST, offset: 28 };
  await voteOn('for', () => insertText(chair.replica!, chair.hand, { at, text: 'inter' }));
  expect(closed()).toBeUndefined();
  await voteOn('for');
  expect(closed()).toMatchObject({ outcome: 'keep' });
  expect(chair.rulings.get().filter(({ act }) => 'bracket' in act && act.bracket === HELD)).toHaveLength(1);
  await until(eu!.draft, ({ brackets }) => brackets.every(({ id }) => id !== HELD));
});

test('D1 what the room sees is computed from what the room was told: a confidence shows in no status', async () => {
  const [chair, eu] = await rig.meet(EU);
  const shown = roomAssessment(chair);
  const stop = shown.subscribe(() => {});
  const statusIn = (assessment: Assessment) => assessment.provisions.get(SECOND)?.status;
  eu!.actions.statePosition({ target: { type: 'provision', provision: SECOND }, stance: 'object', audience: 'chair' });
  await until(chair.assessment, (assessment) => statusIn(assessment) === 'blocked');
  expect(statusIn(shown.get())).toBe('ready');
  expect([...(shown.get().provisions.get(SECOND)?.stances ?? [])]).toEqual([]);
  eu!.actions.statePosition({ target: { type: 'provision', provision: SECOND }, stance: 'reserve', audience: 'room' });
  await until(shown, (assessment) => statusIn(assessment) === 'reserved');
  stop();
});

test('U5 an observer is sent nothing of what is done in the room', async () => {
  const [chair, eu] = await rig.meet(EU);
  const machine = rig.machine();
  const observer = await machine.join((await inviteObserver(chair)).link);
  chair.chair!.room.circulate({ provision: SECOND, deadline: chair.hand.now() + 60_000 });
  await until(eu!.procedure, ({ silences }) => silences.length === 1);
  eu!.room!.object(silencesOf(eu!)[0]!.id, 'An unmistakable reason.');
  await untilSaved(eu!);
  await until(chair.procedure, ({ silences }) => silences[0]!.state.type === 'broken');
  expect(observer.procedure.get().silences).toEqual([]);
  expect(observer.room).toBeUndefined();
  expect(machine.received().includes('unmistakable')).toBe(false);
});

test("U5 the relay's clock is followed by its quickest word, through a clock that is set and a word that dawdles", () => {
  let here = 1_000_000;
  const clock = openRelayClock(() => here);
  expect(clock.now()).toBe(here);
  clock.heard(here + 420_000 - 300);
  here += 10_000;
  clock.heard(here + 420_000 - 20);
  expect(clock.now() - here).toBe(419_980);
  here += 10_000;
  clock.heard(here + 420_000 - 8000);
  expect(clock.now() - here).toBe(419_980);
  // This machine's clock is put right: all that was known is of another clock.
  here += 420_000;
  clock.heard(here - 30);
  clock.heard(here - 25);
  expect(clock.now() - here).toBe(-25);
});
