import { CHAIR } from '../../../shared/schema/ids.ts';
import type { Member } from '../../../shared/schema/meeting.ts';
import type { Session } from '../contract.ts';
import { openHistory } from '../history/history.ts';
import { openMemory } from '../history/memory.ts';
import { ownPast } from '../history/own-past.ts';
import { openRooms } from '../room-set.ts';
import { roomsOf } from '../rooms.ts';
import { createSession } from '../session.ts';
import { openAuthors } from '../stores/authors-store.ts';
import { constant } from '../stores/observed.ts';
import type { MeetingRequest } from './contract.ts';
import { openStances } from './open-stances.ts';
import { noOffice } from './office.ts';
import { seedRooms } from './seed.ts';

export interface LocalOptions {
  readonly member: Member;
  readonly request: MeetingRequest;
  readonly clock: () => number;
  readonly random: () => number;
}

/** A meeting in memory, for one window and as long as it lives: to try something out, and for the tests of a view. */
export function openLocal({ member, request, clock, random }: LocalOptions): Session {
  const authors = openAuthors();
  const rooms = openRooms(roomsOf(member), () => () => {});
  seedRooms(rooms, request);
  const text = rooms.get('text');
  if (text) {
    // What it began with is the chair's; what this member writes from here on is this member's own.
    authors.claim(text.clientID, CHAIR);
    text.clientID = Math.floor(random() * 2 ** 32);
    authors.claim(text.clientID, member.code);
  }
  const past = text && ownPast({ doc: text, member, clock });
  const stances = openStances({ rooms, member, pastOf: (_, doc) => ownPast({ doc, member, clock }) });
  return createSession({
    stances: stances.past,
    ...(past ? { history: openHistory(past, 'own') } : {}),
    memory: openMemory(),
    member,
    rooms,
    authors,
    save: constant({ type: 'local', kept: false }),
    office: noOffice,
    line: { goOffline() {}, goOnline() {} },
    clock,
    stamped: false,
    random,
    onLeave() {
      past?.stop();
      stances.stop();
      rooms.close();
    },
  });
}
