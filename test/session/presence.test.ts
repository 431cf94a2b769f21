import { afterAll, expect, test, vi } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Member } from '../../shared/schema/meeting.ts';
import { hearPresence } from '../../renderer/session/line/hear-presence.ts';
import { openPresence } from '../../renderer/session/stores/presence-store.ts';

const ME = { meeting: 'm', role: 'delegation', code: 'EGY', name: 'Egypt', person: 'Nadia' } as unknown as Member;

// Before anything else is read: the library takes `Date.now` as it finds it then.
vi.hoisted(() => void vi.useFakeTimers());
afterAll(() => void vi.useRealTimers());

/** What the relay tells of one other who is here, and what it tells when they have gone. */
function other() {
  const told = new Awareness(new Y.Doc());
  const tell = (state: Record<string, unknown> | null) => {
    told.setLocalState(state);
    return encodeAwarenessUpdate(told, [told.clientID]);
  };
  return { here: tell({ code: 'MEX', role: 'delegation', person: 'Luz' }), gone: () => tell(null) };
}

function listening(awareness: Awareness) {
  return openPresence({ awareness, me: ME, clock: () => Date.now() }).presence;
}

test('R7 whoever the relay told of before the meeting was open is shown', () => {
  const awareness = new Awareness(new Y.Doc());
  hearPresence(awareness, other().here, 'relay');
  expect(
    listening(awareness)
      .get()
      .map(({ person }) => person),
  ).toEqual(['Luz']);
});

test('R7 who says nothing for an hour stays, until the relay tells that they have gone', () => {
  const awareness = new Awareness(new Y.Doc());
  const { here, gone } = other();
  const presence = listening(awareness);
  hearPresence(awareness, here, 'relay');
  vi.advanceTimersByTime(3_600_000);
  expect(presence.get()).toHaveLength(1);
  hearPresence(awareness, gone(), 'relay');
  expect(presence.get()).toEqual([]);
});
