import { SECRETARIAT } from '../../shared/schema/ids.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../renderer/session/contract.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { inviteDelegation, inviteObserver, openRig, textOf, until, untilSaved, type Rig } from './rig.ts';
import { EU, FIRST, G77, HELD, MEX, SECOND } from './request.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

function write(session: Session, offset: number, text: string, provision = FIRST): void {
  const { replica } = session;
  if (!replica) throw new Error('this role has no text');
  const written = insertText(replica, session.hand, { at: { provision, offset }, text });
  if (!written.ok) throw new Error(written.reason);
}

const sameText =
  (wanted: () => string | undefined, provision = FIRST) =>
  (draft: ReturnType<Session['draft']['get']>) =>
    draft.provisions.find(({ id }) => id === provision)?.text === wanted();

describe('a meeting over the relay', () => {
  test('O1 two delegations and a chair type in one provision and end equal, all of it saved', async () => {
    const [chair, eu, mexico] = await rig.meet(EU, MEX);
    write(chair, 0, 'All ');
    write(eu!, 0, 'small ');
    write(mexico!, 0, 'light ');
    const all = [chair, eu!, mexico!];
    const words = ['All ', 'small ', 'light '];
    for (const session of all) {
      await until(session.draft, () => words.every((word) => textOf(session, FIRST)?.includes(word)));
      await untilSaved(session);
    }
    expect(new Set(all.map((session) => JSON.stringify(session.draft.get().provisions))).size).toBe(1);
  });

  test('O2 what is written offline is counted, and sent with the first answer afterwards', async () => {
    const [chair, eu] = await rig.meet(EU);
    eu!.goOffline();
    await until(eu!.save, ({ type }) => type === 'offline');
    for (const letter of 'kept') write(eu!, 0, letter);
    expect(eu!.save.get()).toMatchObject({ type: 'offline', pending: 4 });
    write(chair, 33, ', public');
    await untilSaved(chair);
    expect(textOf(chair, FIRST)).not.toContain('tpek');
    eu!.goOnline();
    await untilSaved(eu!);
    await until(chair.draft, () => textOf(chair, FIRST)?.includes('tpek') === true);
    await until(
      eu!.draft,
      sameText(() => textOf(chair, FIRST)),
    );
  });

  test('O2 a relay that dies and comes back loses nothing, and nothing is called saved meanwhile', async () => {
    const [chair, eu] = await rig.meet(EU);
    write(eu!, 0, 'before ');
    await untilSaved(eu!);
    await Promise.all([
      rig.restart(),
      until(eu!.save, ({ type }) => type === 'offline').then(() => write(eu!, 0, 'during ')),
    ]);
    await untilSaved(eu!);
    await until(chair.draft, () => textOf(chair, FIRST)?.includes('during') === true);
    expect(textOf(chair, FIRST)).toMatch(/^during before States/);
  });

  test('O3 a change that breaks a rule is not taken: it is told, kept here, and the next opening reads afresh', async () => {
    const [chair] = await rig.meet();
    const machine = rig.machine();
    const eu = await machine.join((await inviteDelegation(chair, EU)).link);
    write(eu, 0, 'honest ');
    await untilSaved(eu);
    eu.replica?.doc.getMap('meta').set('title', 'Another title');
    const state = await until(eu.save, ({ type }) => type === 'refused');
    expect(state).toMatchObject({ type: 'refused', pending: 1, stopped: true, reason: 'key-not-yours' });
    write(eu, 0, 'more ');
    expect(eu.save.get()).toMatchObject({ type: 'refused', pending: 2 });
    expect(chair.draft.get().title).toBe('Outcome of the meeting');
    eu.leave();
    const again = await machine.reopen(machine.known.get()[0]!);
    await untilSaved(again);
    expect(again.draft.get().title).toBe('Outcome of the meeting');
    expect(textOf(again, FIRST)).toBe(textOf(chair, FIRST));
    write(again, 0, 'again ');
    await untilSaved(again);
  });

  test('O4 an invitation that is withdrawn ends the line for good, and says so', async () => {
    const [chair] = await rig.meet();
    const invitation = await inviteDelegation(chair, EU);
    const eu = await rig.machine().join(invitation.token);
    await chair.chair?.revoke(invitation.id);
    const state = await until(eu.save, ({ type }) => type === 'closed');
    expect(state).toMatchObject({ type: 'closed', reason: 'token-revoked' });
    write(eu, 0, 'unheard ');
    eu.goOnline();
    expect(eu.save.get()).toMatchObject({ type: 'closed', pending: 1 });
    await expect(rig.machine().join(invitation.token)).rejects.toMatchObject({ reason: 'token-revoked' });
  });

  test('K12 every window of the chair sees what was made in another, without its secret, and withdraws it', async () => {
    const [chair] = await rig.meet();
    const invitation = await inviteDelegation(chair, EU);
    const help = await chair.chair!.invite({
      role: 'secretariat',
      code: SECRETARIAT,
      name: 'Secretariat',
      person: 'Ines',
    });
    const other = await rig.machine().join(help.token);
    const seen = (await other.chair!.invitations()).find(({ id }) => id === invitation.id);
    expect(seen).toMatchObject({ role: 'delegation', code: 'EU', revoked: false, expires: invitation.expires });
    expect(JSON.stringify(await other.chair!.invitations())).not.toContain(invitation.token.split('.')[2]);
    await other.chair!.revoke(invitation.id);
    expect((await chair.chair!.invitations()).find(({ id }) => id === invitation.id)?.revoked).toBe(true);
    await expect(rig.machine().join(invitation.token)).rejects.toMatchObject({ reason: 'token-revoked' });
  });

  test('O4 what is no invitation is refused before anything is noted', async () => {
    const machine = rig.machine();
    await expect(machine.join('https://example.invalid/')).rejects.toMatchObject({ reason: 'token-invalid' });
    expect(machine.known.get()).toEqual([]);
  });

  test('O8 a ruling closes the bracket and stands on record with who and when', async () => {
    const [chair, eu] = await rig.meet(EU);
    const before = Date.now();
    const ruled = chair.chair?.rule({ bracket: HELD, outcome: 'drop' });
    expect(ruled?.ok).toBe(true);
    const [ruling] = await until(eu!.rulings, (rulings) => rulings.length === 1);
    expect(ruling).toMatchObject({
      act: { type: 'drop', bracket: HELD },
      by: 'CHAIR',
      person: 'Amina',
      about: '1. [national]',
    });
    expect(ruling!.at).toBeGreaterThanOrEqual(before);
    await until(eu!.draft, ({ brackets }) => brackets.length === 0);
    expect(textOf(eu!, FIRST)).not.toContain('national');
    expect(eu!.replica?.bracket(HELD)?.closed).toMatchObject({ outcome: 'drop', ruling: ruling!.id });
  });

  test('O8 W11 B20 bridging words and a ruling on a family are one ruling each, through the relay, with all they ended', async () => {
    const [chair, eu] = await rig.meet(EU);
    const { replica, hand } = eu!;
    const place = replica!.bracket(HELD)!.pieces[0]!;
    const added = insertText(replica!, hand, { at: { provision: FIRST, offset: place.from + 2 }, text: 'xx' });
    expect(added.ok).toBe(true);
    await until(chair.draft, ({ brackets }) => brackets.length === 2);
    const inside = chair.draft.get().brackets.find(({ kind }) => kind === 'insert')!.id;
    chair.chair!.rule({ bracket: HELD, outcome: 'keep', family: true });
    const [ruling] = await until(eu!.rulings, (rulings) => rulings.length === 1);
    expect(ruling!.act).toEqual({ type: 'keep', bracket: HELD, inside: [{ bracket: inside, outcome: 'keep' }] });
    await until(eu!.draft, ({ brackets }) => brackets.length === 0);
    insertText(replica!, hand, { at: { provision: SECOND, offset: 0 }, text: 'Some ' });
    await until(chair.draft, ({ brackets }) => brackets.length === 1);
    const { id } = chair.draft.get().brackets[0]!;
    expect(chair.chair!.bridge({ bracket: id, text: 'All ' })).toMatchObject({ ok: true });
    await until(eu!.rulings, (rulings) => rulings.length === 2);
    await until(eu!.draft, ({ brackets }) => brackets.length === 0);
    expect(textOf(eu!, SECOND)?.startsWith('All ')).toBe(true);
    expect(eu!.rulings.get()[1]!.act).toMatchObject({ type: 'choose', bracket: id });
  });

  test('C14 the chair’s window for seconds reaches the room, and ends when it is taken back', async () => {
    const [chair, eu] = await rig.meet(EU);
    chair.chair!.setSecondWindow(3_600_000);
    await until(eu!.profile, ({ secondWindow }) => secondWindow === 3_600_000);
    chair.chair!.setSecondWindow(undefined);
    const profile = await until(eu!.profile, ({ secondWindow }) => secondWindow === undefined);
    expect(profile.title).not.toBe('');
  });

  test('O8 a second ruling on a closed bracket does nothing and is not recorded', async () => {
    const [chair] = await rig.meet();
    chair.chair?.rule({ bracket: HELD, outcome: 'keep' });
    expect(chair.chair?.rule({ bracket: HELD, outcome: 'drop' })).toEqual({ ok: false, reason: 'bracket-gone' });
    expect(chair.rulings.get()).toHaveLength(1);
  });

  test('O7 a position reaches the room, and the board of everybody', async () => {
    const [chair, eu, mexico] = await rig.meet(EU, MEX);
    const target = { type: 'provision', provision: SECOND } as const;
    mexico!.actions.statePosition({ target, stance: 'object', reason: 'Three years.' });
    for (const session of [chair, eu!, mexico!]) {
      const [position] = await until(session.positions, (positions) => positions.length === 1);
      expect(position).toMatchObject({ delegation: MEX, stance: 'object', reason: 'Three years.', source: 'national' });
      await until(session.assessment, ({ ranking }) => ranking[0] === SECOND);
      expect(session.assessment.get().provisions.get(SECOND)).toMatchObject({ status: 'blocked', objectors: [MEX] });
    }
    mexico!.actions.withdrawPosition({ target });
    await until(chair.assessment, ({ counts }) => counts.blocked === 0);
  });

  test('O7 the members of a group take its line until they state their own', async () => {
    const [chair, , g77] = await rig.meet(MEX, G77);
    const target = { type: 'provision', provision: SECOND } as const;
    g77!.actions.statePosition({ target, stance: 'object' });
    await until(chair.assessment, ({ provisions }) => provisions.get(SECOND)?.stances.get(MEX) === 'object');
    chair.chair?.editRoster({ delegations: chair.delegations.get(), groups: [] });
    const alone = await until(chair.assessment, ({ provisions }) => !provisions.get(SECOND)?.stances.has(MEX));
    expect(alone.provisions.get(SECOND)?.objectors).toEqual([G77]);
  });

  test("O7 the chair records a position from the floor, and the delegation's own word stands before it", async () => {
    const [chair, eu] = await rig.meet(EU);
    const target = { type: 'bracket', bracket: HELD } as const;
    chair.actions.statePosition({ target, stance: 'object', on: EU });
    const [recorded] = await until(eu!.positions, (positions) => positions.length === 1);
    expect(recorded).toMatchObject({ delegation: EU, source: 'floor' });
    eu!.actions.statePosition({ target, stance: 'support' });
    await until(chair.positions, (positions) => positions.length === 2);
  });

  test('O9 what is told to the chair alone reaches the chair and no other connection, not even as bytes', async () => {
    const [chair, mexico] = await rig.meet(MEX);
    const others = [rig.machine(), rig.machine()] as const;
    const second = await others[0].join((await inviteDelegation(chair, G77)).link);
    const observer = await others[1].join((await inviteObserver(chair)).link);
    const eu = await rig.machine().join((await inviteDelegation(chair, EU)).link);
    const target = { type: 'provision', provision: FIRST } as const;
    eu.actions.statePosition({ target, stance: 'accept', reason: 'The red line is paragraph 2.', audience: 'chair' });
    await untilSaved(eu);
    const [told] = await until(chair.positions, (positions) => positions.length === 1);
    expect(told).toMatchObject({ delegation: EU, audience: 'chair', reason: 'The red line is paragraph 2.' });
    eu.actions.statePosition({ target, stance: 'reserve', reason: 'Awaiting instructions.' });
    for (const session of [mexico!, second]) {
      await until(session.positions, (positions) => positions.length === 1);
      expect(session.positions.get()).toMatchObject([{ delegation: EU, stance: 'reserve', audience: 'room' }]);
    }
    expect(others[0].received().includes('Awaiting instructions.')).toBe(true);
    for (const machine of others) expect(machine.received().includes('red line')).toBe(false);
    expect(others[1].received().includes('Awaiting')).toBe(false);
    expect(observer.positions.get()).toEqual([]);
  });

  test('O6 the others in the room are seen with the code the relay gives them, one entry a person', async () => {
    const [chair] = await rig.meet();
    const { link } = await inviteDelegation(chair, EU, 'Ilse');
    const desk = await rig.machine().join(link);
    const phone = await rig.machine().join(link);
    desk.showCaret({ provision: FIRST, anchor: { at: 1 }, head: { at: 2 }, composing: false });
    await until(chair.presence, (others) => others[0]?.provision === FIRST);
    phone.showCaret({ provision: SECOND, anchor: { at: 3 }, head: { at: 3 }, composing: true });
    const seen = await until(chair.presence, (others) => others[0]?.provision === SECOND);
    expect(seen).toMatchObject([{ code: EU, person: 'Ilse', provision: SECOND, composing: true, anchor: { at: 3 } }]);
    await until(desk.presence, (others) => others.length === 1 && others[0]?.person === 'Amina');
    phone.leave();
    desk.leave();
    await until(chair.presence, (others) => others.length === 0);
  });

  test("O5 every word has its author from the relay's registry", async () => {
    const [chair, eu] = await rig.meet(EU);
    write(eu!, 0, 'signed ');
    await until(chair.draft, () => textOf(chair, FIRST)?.startsWith('signed ') === true);
    const [first] = chair.replica?.authors(FIRST) ?? [];
    await until(chair.authors, (authors) => authors.get(first?.client ?? -1) === EU);
    expect(chair.authors.get().get(chair.replica?.authors(FIRST).at(-1)?.client ?? -1)).toBe('CHAIR');
  });

  test('R3 an observer holds the record alone, and reads what was published', async () => {
    const [chair] = await rig.meet();
    const observer = await rig.machine().join((await inviteObserver(chair)).link);
    expect(observer.replica).toBeUndefined();
    expect(observer.draft.get().provisions).toEqual([]);
    const revision = await chair.chair?.publish();
    expect(revision).toMatchObject({ number: 1, name: 'Rev.1', by: 'CHAIR' });
    await until(observer.revisions, (revisions) => revisions.length === 1);
    expect(observer.draft.get().provisions.map(({ text }) => text)).toEqual(
      chair.draft.get().provisions.map(({ text }) => text),
    );
    expect(observer.numbers.get().get(FIRST)).toBe('1.');
  });

  test('O11 a meeting is opened again without its link', async () => {
    const [chair] = await rig.meet();
    const { link } = await inviteDelegation(chair, EU);
    const machine = rig.machine();
    (await machine.join(link)).leave();
    const [kept] = machine.known.get();
    expect(kept).toMatchObject({ title: 'Outcome of the meeting', code: EU });
    const again = await machine.reopen(kept!);
    await untilSaved(again);
    expect(textOf(again, SECOND)).toBe('States meet again in two years.');
    await machine.forget(kept!);
    expect(machine.known.get()).toEqual([]);
    await expect(machine.reopen(kept!)).rejects.toMatchObject({ reason: 'not-found' });
  });
});
