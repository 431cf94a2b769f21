import { afterEach, beforeEach, expect, test } from 'vitest';
import type * as Y from 'yjs';
import type { Session } from '../../renderer/session/contract.ts';
import type { KnownMeeting } from '../../renderer/session/meetings/known-meetings.ts';
import { eraseText } from '../../shared/sync/commands/erase-text.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { RawClient } from '../relay/support/raw-client.ts';
import { EU, FIRST, MEX } from './request.ts';
import { inviteDelegation, openRig, textOf, until, untilSaved, type Machine, type Rig } from './rig.ts';

interface Incident {
  readonly event: string;
  readonly reason?: string;
}

const lines: string[] = [];
const refusals = (): Incident[] =>
  lines.map((line) => JSON.parse(line) as Incident).filter(({ event }) => event === 'refused');

let rig: Rig;
beforeEach(async () => {
  lines.length = 0;
  rig = await openRig({ log: (line) => void lines.push(line) });
});
afterEach(() => rig.close());

function write(session: Session, text: string): void {
  insertText(session.replica!, session.hand, { at: { provision: FIRST, offset: 0 }, text });
}

const strandOf = (session: Session): Y.Text =>
  (session.replica!.doc.getMap('provisions').get(FIRST) as Y.Map<Y.Text>).get('strand')!;

async function joined(chair: Session): Promise<readonly [Machine, Session]> {
  const machine = rig.machine();
  const eu = await machine.join((await inviteDelegation(chair, EU)).link);
  write(eu, 'honest ');
  await untilSaved(eu);
  await until(chair.draft, ({ provisions }) => provisions[0]!.text.startsWith('honest '));
  return [machine, eu];
}

const BREACHES: readonly (readonly [what: string, reason: string, change: (session: Session) => void])[] = [
  ["another's words are erased", 'delete-not-yours', (eu) => strandOf(eu).delete(20, 3)],
  [
    "another's bracket is closed",
    'key-not-yours',
    (eu) => eu.replica!.doc.getMap('brackets').set('MEX-held000001/c', {}),
  ],
  ['an unknown root', 'root-unknown', (eu) => eu.replica!.doc.getMap('other').set('x', 1)],
];

for (const [what, reason, change] of BREACHES) {
  test(`O14 what breaks a rule is not sent, is told, and is kept: ${what}`, async () => {
    const [chair] = await rig.meet();
    const [machine, eu] = await joined(chair);
    const before = textOf(chair, FIRST);
    change(eu);
    expect(eu.save.get()).toMatchObject({ type: 'refused', pending: 1, stopped: true, reason });
    write(eu, 'kept ');
    expect(textOf(eu, FIRST)).toMatch(/^kept honest /);
    // The other rooms go on.
    eu.actions.statePosition({ target: { type: 'provision', provision: FIRST }, stance: 'accept' });
    await until(chair.positions, (positions) => positions.length === 1);
    expect(textOf(chair, FIRST)).toBe(before);
    expect(refusals()).toEqual([]);
    eu.leave();
    const again = await machine.reopen(machine.known.get()[0]!);
    await untilSaved(again);
    expect(textOf(again, FIRST)).toBe(before);
    write(again, 'again ');
    await untilSaved(again);
    await until(chair.draft, () => textOf(chair, FIRST)?.startsWith('again honest ') === true);
  });
}

test('W16 O14 who takes words back off the line that are accepted meanwhile is told, loses nothing, and reads anew', async () => {
  const [chair] = await rig.meet();
  const [machine, eu] = await joined(chair);
  eu.goOffline();
  await until(eu.save, ({ type }) => type === 'offline');
  eraseText(eu.replica!, eu.hand, { spans: [{ provision: FIRST, from: 0, to: 7 }] });
  write(eu, 'other ');
  const proposal = chair.draft.get().brackets.find(({ kind }) => kind === 'insert')!;
  chair.chair!.rule({ bracket: proposal.id, outcome: 'keep' });
  await untilSaved(chair);
  eu.goOnline();
  const told = await until(eu.save, ({ type }) => type === 'refused');
  expect(told).toMatchObject({ pending: 0, reason: 'words-accepted' });
  expect(refusals()).toMatchObject([{ reason: 'words-accepted' }]);
  // All else is with the relay, and what is written now too.
  write(eu, 'still ');
  await until(chair.draft, () => textOf(chair, FIRST)?.startsWith('honest still other ') === true);
  await until(eu.save, (save) => save.type === 'refused' && save.pending === 0);
  // Off the line, its copy is not given up while something waits in it.
  eu.goOffline();
  await until(eu.save, ({ type }) => type === 'offline');
  write(eu, 'and ');
  const copyInUse = () => (machine.known.get()[0] as KnownMeeting).copies['text'] ?? 0;
  expect(copyInUse()).toBe(0);
  eu.goOnline();
  await until(eu.save, (save) => save.type === 'refused' && save.pending === 0);
  expect(copyInUse()).toBe(1);
  eu.leave();
  const again = await machine.reopen(machine.known.get()[0]!);
  await untilSaved(again);
  expect(textOf(again, FIRST)).toBe(textOf(chair, FIRST));
  // What is the room's is struck by a proposal.
  const struck = eraseText(again.replica!, again.hand, { spans: [{ provision: FIRST, from: 0, to: 6 }] });
  expect(struck.ok).toBe(true);
  await untilSaved(again);
  expect(textOf(again, FIRST)).toMatch(/^honest and still other /);
  await until(chair.draft, ({ brackets }) => brackets.some(({ kind }) => kind === 'delete'));
});

test('O14 off the line too: what breaks a rule never goes out', async () => {
  const [chair] = await rig.meet();
  const [, eu] = await joined(chair);
  eu.goOffline();
  strandOf(eu).delete(20, 3);
  eu.goOnline();
  expect(eu.save.get()).toMatchObject({ type: 'refused', stopped: true, reason: 'delete-not-yours' });
  write(chair, 'later ');
  await untilSaved(chair);
  expect(refusals()).toEqual([]);
});

test('O3 a client that has not asked its own rules is refused by the relay, told so, and reads afresh', async () => {
  const [chair] = await rig.meet();
  const [machine, eu] = await joined(chair);
  // The client's own look at what it wrote is out of order.
  eu.replica!.doc._observers.delete('beforeObserverCalls');
  eu.replica!.doc.getMap('meta').set('title', 'Another title');
  const state = await until(eu.save, ({ type }) => type === 'refused');
  expect(state).toMatchObject({ pending: 1, reason: 'key-not-yours' });
  expect(state).not.toHaveProperty('stopped');
  expect(refusals()).toMatchObject([{ reason: 'key-not-yours' }]);
  eu.leave();
  const again = await machine.reopen(machine.known.get()[0]!);
  await untilSaved(again);
  expect(again.draft.get().title).toBe('Outcome of the meeting');
});

test("R5 O5 an id that another takes in another room does not take the text's words with it", async () => {
  const [chair, eu] = await rig.meet(EU);
  write(eu!, 'signed ');
  await until(chair.draft, () => textOf(chair, FIRST)?.startsWith('signed ') === true);
  const { client } = chair.replica!.authors(FIRST)[0]!;
  await until(chair.authors, (authors) => authors.get(client) === EU);
  const { token } = await inviteDelegation(chair, MEX);
  const thief = await RawClient.join(rig.relay, { meeting: chair.me.meeting, token }, 'positions').untilSynced();
  thief.doc.clientID = client;
  thief.doc.getMap('positions').set(`MEX|p/${FIRST}`, { stance: 'object', at: 1 });
  await thief.untilSaved();
  await until(chair.positions, (positions) => positions.length === 1);
  expect([chair.authors.get().get(client), eu!.authors.get().get(client)]).toEqual([EU, EU]);
  write(eu!, 'still ');
  await untilSaved(eu!);
});
