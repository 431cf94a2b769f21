import { expect, test } from 'vitest';
import type { Connection } from '../../electron/relay/rooms/connection.ts';
import { Inbox } from '../../electron/relay/rooms/inbox.ts';
import type { Inbound } from '../../electron/relay/rooms/turn.ts';
import { seeded } from '../sync/building.ts';

const MOST = 100_000;
const write = (from: Connection, bytes: number, number: number): Inbound => ({
  type: 'write',
  from,
  number,
  update: new Uint8Array(bytes),
  answer: false,
});
const numbers = (taken: readonly Inbound[]): number[] =>
  taken.flatMap((inbound) => (inbound.type === 'write' ? [inbound.number] : []));

test('R2 what waits and what a turn has taken never pass the bound together, whatever comes, is given up or comes back', () => {
  const beyond: unknown[] = [];
  for (let seed = 1; seed <= 50; seed += 1) {
    const random = seeded(seed);
    const inbox = new Inbox(MOST);
    const members = Array.from({ length: 6 }, (_, index) => ({ index }) as unknown as Connection);
    let under: Inbound[] = [];
    let underBytes = 0;
    for (let step = 0; step < 400; step += 1) {
      const dice = random();
      if (dice < 0.8) {
        const from = members[Math.floor(random() * members.length)]!;
        inbox.put(write(from, Math.floor(random() * (MOST / 2 - 256)), step));
      } else if (under.length > 0) {
        // The turn ends, or is given up and comes again.
        if (dice < 0.9) inbox.putBack(under);
        under = [];
        underBytes = 0;
      } else {
        const before = inbox.bytes;
        under = inbox.take();
        underBytes = before - inbox.bytes;
      }
      if (inbox.bytes + underBytes > MOST) beyond.push([seed, step]);
    }
  }
  expect(beyond).toEqual([]);
});

test('R2 a turn takes what waits in order, in one where it can, and leaves the rest for the next', () => {
  const inbox = new Inbox(MOST);
  const [one, other] = [{}, {}] as [Connection, Connection];
  for (let number = 0; number < 4; number += 1) inbox.put(write(number % 2 === 0 ? one : other, 10_000, number));
  const taken = inbox.take();
  expect([numbers(taken), inbox.length]).toEqual([[0, 1, 2, 3], 0]);
  inbox.put(write(one, 15_000, 4));
  inbox.putBack(taken);
  expect([numbers(inbox.take()), numbers(inbox.take())]).toEqual([[0, 1, 2, 3], [4]]);
});
