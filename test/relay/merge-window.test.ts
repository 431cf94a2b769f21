import { expect, test } from 'vitest';
import { LIMITS } from '../../electron/relay/limits.ts';
import { MergeWindow } from '../../electron/relay/rooms/merge-window.ts';
import { decodeRelayMessage, MESSAGE, SYNC } from '../../shared/sync/protocol/message.ts';
import { RawClient } from './support/raw-client.ts';
import { meetingHere, relayHere } from './support/relay-here.ts';

/** How long the window is after some seconds in which so many writes a second came. */
function lengthAt({ writes, readers, silentFor = 0 }: { writes: number; readers: number; silentFor?: number }): number {
  const window = new MergeWindow(LIMITS);
  let now = 1_000_000;
  for (let write = 0; write < writes * 5; write += 1) window.note((now += 1000 / writes));
  return window.length(readers, now + silentFor);
}

test.each([
  { writes: 10, readers: 500, least: 0, most: 0 },
  { writes: 100, readers: 50, least: 0, most: 0 },
  { writes: 100, readers: 500, least: 2, most: 8 },
  { writes: 250, readers: 500, least: 20, most: 25 },
  { writes: 5_000, readers: 10_000, least: 25, most: 25 },
])(
  'R16 with $writes writes a second and $readers readers a room waits $least to $most ms',
  ({ writes, readers, least, most }) => {
    const length = lengthAt({ writes, readers });
    expect(length).toBeGreaterThanOrEqual(least);
    expect(length).toBeLessThanOrEqual(most);
  },
);

test('R16 a room that has fallen quiet does not wait', () => {
  expect(lengthAt({ writes: 250, readers: 500, silentFor: 3_000 })).toBe(0);
});

test('R16 what comes within the window of a busy room leaves in one frame, and all of it is acknowledged', async () => {
  const here = await relayHere({ limits: { mergeFullAt: 1, mergeWindowMs: 250 } });
  const { chair, invite } = await meetingHere(here);
  const writers = await Promise.all(['EU', 'RUS', 'MEX'].map((code) => invite('delegation', code)));
  const hands = writers.map((seat) => RawClient.join(here.relay, seat, 'positions'));
  for (const hand of hands) await hand.untilSynced();
  const reader = await RawClient.join(here.relay, chair, 'positions').untilSynced();
  for (let index = 0; index < 60; index += 1) {
    const code = ['EU', 'RUS', 'MEX'][index % 3]!;
    hands[index % 3]!.doc.getMap('positions').set(`${code}|p/CHAIR-${String(index).padStart(8, '0')}`, {
      stance: 'object',
    });
    await new Promise((done) => setTimeout(done, 5));
  }
  for (const hand of hands) await hand.untilSaved();
  await reader.until(({ doc }) => doc.getMap('positions').size === 60, 'has all');
  const updates = reader.frames.filter(
    (frame) => !decodeRelayMessage(frame) && frame[0] === MESSAGE.sync && frame[1] === SYNC.update,
  );
  expect(updates.length).toBeLessThan(8);
});
