import type * as Y from 'yjs';
import type { Code } from '../../../shared/schema/ids.ts';
import type { Role } from '../../../shared/schema/meeting.ts';
import type { OwnPast } from '../history/own-past.ts';
import { openStancePast, type StancePast, type StanceSource } from '../history/stance-past.ts';
import type { RoomSet } from '../room-set.ts';
import { confidenceOf, type RoomName } from '../rooms.ts';

export interface OpenStances {
  readonly rooms: RoomSet;
  readonly member: { readonly role: Role; readonly code: Code };
  pastOf(room: RoomName, doc: Y.Doc): OwnPast;
}

/** The pasts of the rooms that hold positions this member may see as its own or as the room's; an observer has none. */
export function openStances({ rooms, member, pastOf }: OpenStances): { readonly past: StancePast; stop(): void } {
  const pasts: OwnPast[] = [];
  const sources = (
    [
      ['positions', 'room'],
      [confidenceOf(member.code), 'chair'],
    ] as const
  ).flatMap(([room, audience]): readonly StanceSource[] => {
    const doc = rooms.get(room);
    if (!doc) return [];
    const past = pastOf(room, doc);
    pasts.push(past);
    return [{ audience, past }];
  });
  return { past: openStancePast(sources), stop: () => pasts.forEach((past) => past.stop()) };
}
