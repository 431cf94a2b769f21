import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../renderer/session/contract.ts';
import type { SoundingSubject } from '../../shared/schema/sounding.ts';
import { EU, FIRST, HELD, MEX, SECOND } from './request.ts';
import { openRig, textOf, until, untilSaved, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

const chairOf = (session: Session) => session.chair ?? expect.fail('no chair');
const outcome = (session: Session) => session.soundings.get().map(({ end }) => end?.outcome);
const WITHOUT: SoundingSubject = { type: 'variant', provision: FIRST, bracket: HELD, variant: 'none' };

test('Q1 a wording is tested in the room: answers come in, no position and no word changes', async () => {
  const [chair, eu, mexico] = await rig.meet(EU, MEX);
  const before = textOf(chair, FIRST);
  const id = chairOf(chair).sound({ subject: WITHOUT, words: '', answers: 'room' });
  for (const [session, stance] of [
    [eu!, 'accept'],
    [mexico!, 'object'],
  ] as const) {
    const [asked] = await until(session.soundings, (all) => all.length === 1);
    expect(asked).toMatchObject({ id, subject: WITHOUT, by: 'CHAIR', person: 'Amina' });
    session.actions.answerSounding({ sounding: id, stance, audience: 'room' });
  }
  const answers = await until(chair.answers, (all) => all.length === 2);
  expect(answers.map(({ delegation, stance }) => [delegation, stance]).toSorted()).toEqual([
    ['EU', 'accept'],
    ['MEX', 'object'],
  ]);
  await until(eu!.answers, (all) => all.length === 2);
  expect(chair.positions.get()).toEqual([]);
  expect(textOf(chair, FIRST)).toBe(before);

  mexico!.actions.answerSounding({ sounding: id, stance: 'reserve', audience: 'room' });
  await until(chair.answers, (all) => all.some(({ stance }) => stance === 'reserve'));
  eu!.actions.withdrawAnswer({ sounding: id });
  expect((await until(chair.answers, (all) => all.length === 1))[0]?.delegation).toBe('MEX');

  chairOf(chair).letGo(id);
  await until(eu!.soundings, ([first]) => first?.end?.outcome === 'let-go');
  expect(textOf(chair, FIRST)).toBe(before);
});

test('Q3 what is answered to the chair alone reaches the chair and no other delegation', async () => {
  const [chair, eu, mexico] = await rig.meet(EU, MEX);
  const id = chairOf(chair).sound({ subject: WITHOUT, words: '', answers: 'chair' });
  await until(eu!.soundings, (all) => all.length === 1);
  eu!.actions.answerSounding({ sounding: id, stance: 'object', audience: 'chair' });
  expect(await until(chair.answers, (all) => all.length === 1)).toMatchObject([
    { delegation: 'EU', stance: 'object', audience: 'chair' },
  ]);
  mexico!.actions.answerSounding({ sounding: id, stance: 'support', audience: 'room' });
  await untilSaved(mexico!);
  await until(eu!.answers, (all) => all.length === 2);
  expect(mexico!.answers.get().map(({ delegation }) => delegation)).toEqual(['MEX']);
});

test('Q3 the chair records what was said aloud: the room sees it, marked so, until the delegation answers itself', async () => {
  const [chair, eu, mexico] = await rig.meet(EU, MEX);
  const id = chairOf(chair).sound({ subject: WITHOUT, words: '', answers: 'chair' });
  await until(eu!.soundings, (all) => all.length === 1);
  chair.actions.answerSounding({ sounding: id, stance: 'object', audience: 'chair', on: MEX });
  const said = { delegation: 'MEX', stance: 'object', source: 'floor', audience: 'room' };
  for (const session of [chair, eu!, mexico!])
    expect(await until(session.answers, (all) => all.length === 1)).toMatchObject([said]);
  // Without a delegation named there is nothing to record, and a delegation records nobody but itself.
  chair.actions.answerSounding({ sounding: id, stance: 'support', audience: 'room' });
  eu!.actions.answerSounding({ sounding: id, stance: 'accept', audience: 'room', on: MEX });
  const both = await until(mexico!.answers, (all) => all.length === 2);
  expect(both.map(({ delegation, source }) => [delegation, source])).toContainEqual(['EU', 'national']);
  chair.actions.withdrawAnswer({ sounding: id, on: MEX });
  await until(mexico!.answers, (all) => all.length === 1);
});

test('Q2 the chair rules on the wording tested, and the test ends with the ruling', async () => {
  const [chair, eu] = await rig.meet(EU);
  const id = chairOf(chair).sound({ subject: WITHOUT, words: '', answers: 'room' });
  const ruled = chairOf(chair).ruleOnSounding(id);
  expect(ruled).toMatchObject({ ok: true, value: { act: { type: 'drop', bracket: HELD } } });
  await until(eu!.soundings, ([first]) => first?.end?.outcome === 'ruled');
  await until(eu!.draft, () => textOf(eu!, FIRST) === 'States undertake to keep registers of arms.');
  expect(chairOf(chair).ruleOnSounding(id)).toEqual({ ok: false, reason: 'nothing-to-do' });
});

test.each([
  ['in the place of a bracket', { type: 'words', provision: FIRST, bracket: HELD }, FIRST],
  ['in the place of a paragraph', { type: 'words', provision: SECOND }, SECOND],
] as const)('Q2 words that stood nowhere are put %s by the ruling on them', async (_, subject, provision) => {
  const [chair, eu] = await rig.meet(EU);
  const words = 'computerised';
  const id = chairOf(chair).sound({ subject, words, answers: 'room' });
  expect(outcome(chair)).toEqual([undefined]);
  expect(chairOf(chair).ruleOnSounding(id)).toMatchObject({ ok: true, value: { act: { type: 'choose' } } });
  expect(outcome(chair)).toEqual(['ruled']);
  const wanted = provision === FIRST ? 'States undertake to keep computerised registers of arms.' : words;
  await until(eu!.draft, () => textOf(eu!, provision) === wanted);
  expect(chair.replica?.bracketsIn(provision)).toEqual([]);
});

test('K15 the chair’s tags and its list of issues reach every delegation, and no delegation’s', async () => {
  const [chair, eu] = await rig.meet(EU);
  const desk = chairOf(chair);
  const { id } = chair.tags.get()[0] ?? expect.fail('no issues');
  desk.tag({ type: 'bracket', bracket: HELD }, [{ tag: id, turned: true }]);
  desk.editTags(chair.tags.get().slice(0, 2));
  await until(eu!.tagging, (all) => all.get(`b/${HELD}`)?.[0]?.turned === true);
  await until(eu!.tags, (all) => all.length === 2);
  desk.tag({ type: 'bracket', bracket: HELD }, []);
  await until(eu!.tagging, (all) => all.size === 0);
  expect(eu!.chair).toBeUndefined();
});
