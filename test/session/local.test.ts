import type * as Y from 'yjs';
import { afterEach, describe, expect, test } from 'vitest';
import type { Session } from '../../renderer/session/contract.ts';
import { openLocal } from '../../renderer/session/meetings/open-local.ts';
import { openRooms } from '../../renderer/session/room-set.ts';
import { keep } from '../../renderer/session/stores/observed.ts';
import { openPositions } from '../../renderer/session/stores/positions-store.ts';
import { CHAIR, type Code, type MeetingId } from '../../shared/schema/ids.ts';
import type { Role } from '../../shared/schema/meeting.ts';
import { addProvision } from '../../shared/sync/commands/add-provision.ts';
import { removeProvision } from '../../shared/sync/commands/remove-provision.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { EU, FIRST, G77, HELD, MEX, REQUEST, SECOND } from './request.ts';
import { seeded, textOf, until } from './rig.ts';

let open: Session[] = [];
afterEach(() => {
  for (const session of open) session.leave();
  open = [];
});

function sit(role: Role, code: Code, request = REQUEST): Session {
  const member = { meeting: 'abcdefghijkl' as MeetingId, role, code, name: code, person: 'Somebody' };
  const session = openLocal({ member, request, clock: () => 1000, random: seeded(3) });
  open.push(session);
  return session;
}

describe('a meeting without a relay', () => {
  test('O2 says that it is on this machine alone', () => {
    expect(sit('chair', CHAIR).save.get()).toEqual({ type: 'local', kept: false });
  });

  test('O11 holds what it was made from', () => {
    const chair = sit('chair', CHAIR);
    expect(chair.profile.get()).toMatchObject({ title: 'Outcome of the meeting', language: 'en' });
    expect(chair.draft.get()).toMatchObject({ title: 'Outcome of the meeting', symbol: 'A/CONF.192/TEST/1' });
    expect(chair.draft.get().provisions).toEqual(REQUEST.draft.provisions);
    expect(chair.draft.get().brackets).toEqual(REQUEST.draft.brackets);
    expect(chair.delegations.get().map(({ code }) => code)).toEqual([EU, MEX]);
    expect([...chair.numbers.get().values()]).toEqual(['1.', '2.']);
    expect(chair.assessment.get()).toMatchObject({ openBrackets: 1 });
  });

  test('O11 what a role may not do is absent for it', () => {
    expect(sit('delegation', EU).chair).toBeUndefined();
    expect(sit('observer', 'OBS' as Code).replica).toBeUndefined();
    expect(sit('secretariat', 'SEC' as Code).chair).toBeDefined();
  });

  test('O8 without a relay nothing is signed and nothing is published, and that is told', async () => {
    const { chair } = sit('chair', CHAIR);
    await expect(chair?.publish()).rejects.toMatchObject({ reason: 'relay-unavailable' });
  });

  test('O8 a provision is gavelled ad ref on its words, and shows when they change', async () => {
    const session = sit('chair', CHAIR);
    session.chair?.agreeAdRef(SECOND);
    await until(session.assessment, ({ provisions }) => provisions.get(SECOND)?.status === 'agreed');
    insertText(session.replica!, session.hand, { at: { provision: SECOND, offset: 0 }, text: 'All ' });
    await until(session.assessment, ({ provisions }) => provisions.get(SECOND)?.status === 'reopened');
    expect(session.rulings.get()).toMatchObject([
      {
        act: { type: 'adRef', words: 'States meet again in two years.' },
        about: '2. States meet again in two years.',
        at: 1000,
      },
    ]);
  });

  test('O8 "no text" on a bracket that is no choice drops its words', () => {
    const session = sit('chair', CHAIR);
    const ruled = session.chair?.rule({ bracket: HELD, outcome: 'chosen', variant: 'none' });
    expect(ruled).toMatchObject({ ok: true, value: { act: { type: 'drop', bracket: HELD } } });
    expect(textOf(session, FIRST)).not.toContain('national');
  });
});

describe('positions', () => {
  const target = { type: 'provision', provision: SECOND } as const;

  test('O7 a member takes the line of its group, departs from it by a none, and returns by taking that back', async () => {
    const line = { delegation: G77, target, stance: 'object', audience: 'room', source: 'national', at: 1 } as const;
    const mexico = sit('delegation', MEX, { ...REQUEST, positions: [line] });
    const stance = () => mexico.assessment.get().provisions.get(SECOND)?.stances.get(MEX);
    expect(stance()).toBe('object');
    mexico.actions.statePosition({ target, stance: 'none' });
    await until(mexico.assessment, () => stance() === 'none' || stance() === undefined);
    mexico.actions.withdrawPosition({ target });
    await until(mexico.assessment, () => stance() === 'object');
  });

  test('O7 the chair speaks for no delegation, and an observer for nobody', () => {
    for (const session of [sit('chair', CHAIR), sit('observer', 'OBS' as Code)]) {
      session.actions.statePosition({ target, stance: 'object' });
      expect(session.positions.get()).toEqual([]);
    }
  });

  test('O7 an entry counts for what its key and room say, or for nothing', () => {
    const rooms = openRooms(['positions', 'confidence/EU'], () => () => {});
    const { positions } = openPositions(rooms);
    const room = rooms.get('positions')!.getMap<unknown>('positions');
    room.set('MEX|p/nonsense', { stance: 'object', at: 1 });
    room.set(`MEX|p/${SECOND}`, { stance: 'hate', at: 1 });
    room.set('nobody', 7);
    expect(positions.get()).toEqual([]);
    const claim = {
      delegation: 'EU',
      target: `p/${SECOND}`,
      audience: 'chair',
      source: 'floor',
      stance: 'object',
      at: 1,
    };
    room.set(`MEX|p/${FIRST}`, claim);
    const confidence = rooms.get('confidence/EU')!.getMap<unknown>('positions');
    confidence.set(`MEX|p/${FIRST}`, claim);
    confidence.set(`CHAIR:EU|p/${FIRST}`, claim);
    expect(positions.get()).toEqual([
      {
        delegation: MEX,
        target: { type: 'provision', provision: FIRST },
        stance: 'object',
        audience: 'room',
        source: 'national',
        at: 1,
      },
    ]);
    rooms.close();
  });

  test('O7 a reason is cut to its limit at a whole character', () => {
    const session = sit('delegation', EU);
    session.actions.statePosition({ target, stance: 'object', reason: `${'x'.repeat(279)}🕊 and on` });
    expect(session.positions.get()[0]?.reason).toBe('x'.repeat(279));
  });
});

describe('what is computed', () => {
  test('C10 words slipped in outside any bracket count as open; proposed and kept ones do not', async () => {
    const eu = sit('delegation', EU);
    const reasons = () =>
      eu.assessment
        .get()
        .provisions.get(SECOND)
        ?.reasons.map(({ type }) => type) ?? [];
    insertText(eu.replica!, eu.hand, { at: { provision: SECOND, offset: 0 }, text: 'All ' });
    await until(eu.assessment, () => reasons().includes('brackets-open'));
    expect(reasons()).not.toContain('implied-bracket');
    const entry = eu.replica!.doc.getMap('provisions').get(SECOND) as Y.Map<Y.Text>;
    entry.get('strand')?.insert(12, 'slyly ');
    await until(eu.assessment, () => reasons().includes('implied-bracket'));
  });

  test('O2 a value is the same object until it changes, and its listeners hear once a frame', async () => {
    const session = sit('chair', CHAIR);
    const seen = { draft: 0, assessment: 0 };
    session.draft.subscribe(() => (seen.draft += 1));
    session.assessment.subscribe(() => (seen.assessment += 1));
    expect(session.draft.get()).toBe(session.draft.get());
    const before = session.numbers.get();
    for (const letter of 'twenty letters in all') {
      insertText(session.replica!, session.hand, { at: { provision: FIRST, offset: 0 }, text: letter });
    }
    expect(seen).toEqual({ draft: 0, assessment: 0 });
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(seen.draft).toBe(1);
    expect(session.numbers.get()).toBe(before);
  });

  test('N1 numbers follow what they hang on: a provision put in, moved or taken out', async () => {
    const session = sit('chair', CHAIR);
    const shown = () => session.draft.get().provisions.map(({ id }) => session.numbers.get().get(id));
    const request = { after: FIRST, kind: 'operative', level: 0, text: 'States report.' } as const;
    addProvision(session.replica!, session.hand, request);
    await until(session.numbers, (numbers) => numbers.size === 3);
    expect(shown()).toEqual(['1.', '2.', '3.']);
    removeProvision(session.replica!, session.hand, { provision: FIRST });
    await until(session.numbers, (numbers) => numbers.get(SECOND) === '2.');
    expect(shown()).toEqual(['1.', '2.']);
  });

  test('O2 a kept value tells nobody when it is set to itself', () => {
    const value = keep(1);
    let told = 0;
    const stop = value.subscribe(() => (told += 1));
    value.set(1);
    value.set(2);
    stop();
    value.set(3);
    expect(told).toBe(1);
  });
});
