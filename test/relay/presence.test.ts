import { expect, test } from 'vitest';
import { awarenessFrame, readAwareness } from './support/awareness.ts';
import { RawClient } from './support/raw-client.ts';
import { meetingHere, relayHere } from './support/relay-here.ts';

const toldTo = (client: RawClient) => client.frames.flatMap(readAwareness);
const latest = (client: RawClient): Map<number, unknown> => new Map(toldTo(client).map(([id, , state]) => [id, state]));

async function room() {
  const here = await relayHere();
  const { chair, invite } = await meetingHere(here);
  const seats = {
    chair,
    EU: await invite('delegation', 'EU'),
    RUS: await invite('delegation', 'RUS'),
    OBS: await invite('observer', 'OBS'),
  };
  const join = (who: keyof typeof seats, name = 'text') => RawClient.join(here.relay, seats[who], name).untilSynced();
  return { here, seats, join };
}

test('R7 the others see a caret with the code, role and person of the invitation, whatever its owner claims', async () => {
  const { join } = await room();
  const eu = await join('EU');
  const rus = await join('RUS');
  eu.send(
    awarenessFrame([
      [11, 1, { code: 'CHAIR', person: 'The Chair', provision: 'CHAIR-aaaaaaaa', composing: true, secret: 'x' }],
    ]),
  );
  await rus.until(() => latest(rus).has(11), 'the caret arrives');
  expect(latest(rus).get(11)).toEqual({
    provision: 'CHAIR-aaaaaaaa',
    composing: true,
    code: 'EU',
    role: 'delegation',
    person: 'Person EU',
  });
});

test('R7 a newcomer sees who is there, and everybody sees at once who has left', async () => {
  const { join } = await room();
  const eu = await join('EU');
  eu.send(awarenessFrame([[11, 1, { movedAt: 5 }]]));
  const rus = await join('RUS');
  await rus.until(() => latest(rus).has(11), 'the caret arrives');
  await eu.leave();
  await rus.until(() => latest(rus).get(11) === null, 'the caret leaves');
  const late = await join('chair');
  expect(toldTo(late)).toEqual([]);
});

test('R7 nobody moves, replaces or removes the caret of another', async () => {
  const { join, here } = await room();
  const eu = await join('EU');
  const rus = await join('RUS');
  const chair = await join('chair');
  eu.send(awarenessFrame([[11, 1, { movedAt: 5 }]]));
  await chair.until(() => latest(chair).has(11), 'the caret arrives');
  rus.send(awarenessFrame([[22, 1, { movedAt: 1 }]]));
  await chair.until(() => latest(chair).has(22), 'the other arrives');
  rus.send(awarenessFrame([[11, 9_999_999_999, { movedAt: 6, provision: 'forged' }]]));
  rus.send(awarenessFrame([[11, 9_999_999_999, null]]));
  rus.send(awarenessFrame([[33, 1, { movedAt: 1 }]]));
  rus.send(awarenessFrame([[22, 2, { movedAt: 2 }]]));
  await chair.until(() => (latest(chair).get(22) as { movedAt: number }).movedAt === 2, 'its own moves');
  expect((latest(chair).get(11) as { movedAt: number }).movedAt).toBe(5);
  expect([...latest(chair).keys()].sort()).toEqual([11, 22]);
  // What a client makes up of others, or of a second self, is an incident; y-websocket's word that somebody has gone is not.
  const reasons = here.lines.flatMap((line) => /"refused".*"reason":"([a-z-]+)"/.exec(line)?.[1] ?? []);
  expect(reasons).toEqual(['presence-not-yours', 'presence-not-yours']);
});

test('R7 an echo of one who has just left brings nobody back', async () => {
  const { join } = await room();
  const eu = await join('EU');
  const rus = await join('RUS');
  eu.send(awarenessFrame([[11, 1, { movedAt: 5 }]]));
  await rus.until(() => latest(rus).has(11), 'the caret arrives');
  await eu.leave();
  await rus.until(() => latest(rus).get(11) === null, 'the caret leaves');
  // As y-websocket does with whatever it hears.
  rus.send(rus.frames.find((frame) => readAwareness(frame).some(([id, , state]) => id === 11 && state !== null))!);
  rus.send(awarenessFrame([[22, 1, { movedAt: 1 }]]));
  const late = await join('chair');
  await late.until(() => latest(late).has(22), 'the one who is there');
  expect([...latest(late).keys()]).toEqual([22]);
});

test('R7 who comes back before the old line was found dead takes the caret along; in two windows there are two', async () => {
  const { join } = await room();
  const rus = await join('RUS');
  const first = await join('EU');
  first.send(awarenessFrame([[11, 1, { movedAt: 1 }]]));
  await rus.until(() => latest(rus).has(11), 'the caret arrives');
  const again = await join('EU');
  again.send(awarenessFrame([[11, 1, { movedAt: 2 }]]));
  await rus.until(() => (latest(rus).get(11) as { movedAt: number }).movedAt === 2, 'the caret moved');
  await first.leave();
  const window = await join('EU');
  window.send(awarenessFrame([[12, 1, { movedAt: 3 }]]));
  await rus.until(() => latest(rus).has(12), 'the second window arrives');
  expect(latest(rus).get(11)).not.toBeNull();
  await again.leave();
  await rus.until(() => latest(rus).get(11) === null, 'the first leaves');
  expect(latest(rus).get(12)).not.toBeNull();
});

test('R7 an awareness that grows, floods or is broken is refused or thinned, and hurts nobody', async () => {
  const { join, here } = await room();
  const eu = await join('EU');
  const rus = await join('RUS');
  eu.send(awarenessFrame([[11, 1, { movedAt: 0 }]]));
  await rus.until(() => latest(rus).has(11), 'the caret arrives');
  const bad: [string, Uint8Array][] = [
    ['presence-too-large', awarenessFrame([[11, 2, { anchor: 'x'.repeat(600_000) }]])],
    ['presence-malformed', awarenessFrame([[11, 3, '{']])],
    ['presence-malformed', awarenessFrame([[11, 4, { movedAt: 'soon' }]])],
    ['presence-malformed', awarenessFrame([[11, 5, { provision: 'x'.repeat(100) }]])],
    ['presence-malformed', awarenessFrame([[11, 6, [1]]])],
    ['presence-malformed', awarenessFrame([[11, 7, '3']])],
    ['presence-malformed', Uint8Array.of(1, 5, 200, 200, 200, 200, 1)],
  ];
  for (const [, frame] of bad) eu.send(frame);
  const before = rus.frames.length;
  for (let move = 1; move <= 300; move += 1) eu.send(awarenessFrame([[11, 10 + move, { movedAt: move }]]));
  await rus.until(() => (latest(rus).get(11) as { movedAt: number }).movedAt === 300, 'the last move arrives');
  expect(rus.frames.length - before).toBeLessThan(60);
  const reasons = here.lines.flatMap((line) => /"reason":"(presence-[a-z-]+)"/.exec(line)?.[1] ?? []);
  expect(reasons).toEqual(bad.map(([reason]) => reason));
  expect([eu.closed, rus.closed]).toEqual([undefined, undefined]);
});

test('R7 observers are told of nobody and are nobody; other rooms have no presence', async () => {
  const { join } = await room();
  const chairRoom = await join('chair', 'chair');
  chairRoom.doc.getMap('profile').set('observersSeeLive', true);
  await chairRoom.untilSaved();
  const eu = await join('EU');
  eu.send(awarenessFrame([[11, 1, { movedAt: 5 }]]));
  const rus = await join('RUS');
  await rus.until(() => latest(rus).has(11), 'the caret arrives');
  const observer = await join('OBS');
  observer.send(awarenessFrame([[44, 1, { movedAt: 5 }]]));
  observer.send(Uint8Array.of(3));
  chairRoom.send(awarenessFrame([[55, 1, { movedAt: 5 }]]));
  const other = await join('EU', 'chair');
  eu.send(awarenessFrame([[11, 2, { movedAt: 6 }]]));
  await rus.until(() => (latest(rus).get(11) as { movedAt: number }).movedAt === 6, 'the caret moved');
  expect([toldTo(observer), toldTo(other)]).toEqual([[], []]);
  expect([...latest(rus).keys()]).toEqual([11]);
});
