import type * as Y from 'yjs';
import { accessTo } from '../../../shared/procedure/rights.ts';
import type { Code } from '../../../shared/schema/ids.ts';
import type { Member } from '../../../shared/schema/meeting.ts';
import { GUARD_BOUNDS } from '../../../shared/sync/guard/bounds.ts';
import { reviewOwn } from '../../../shared/sync/guard/review-own.ts';
import type { Refused } from '../../../shared/sync/guard/verdict.ts';
import { parseRoomName } from '../../../shared/sync/protocol/rooms.ts';
import type { RoomName } from '../rooms.ts';

// Rooms whose rule asks for the roster are none of those that are opened here.
const FACTS = { liveTextOpen: false, isMember: () => false };

/** The relay's rules for what this member writes in one room, by which every change is looked at before it is sent. */
export function ownReview(of: {
  readonly doc: Y.Doc;
  readonly room: RoomName;
  readonly member: Member;
  readonly owner: (client: number) => Code | undefined;
}): (transaction: Y.Transaction) => Refused | undefined {
  const { doc, member, owner } = of;
  const room = parseRoomName(of.room);
  if (!room) return () => undefined;
  const ground = { doc, room, owner, writer: member, mayWrite: accessTo(room, member, FACTS).write };
  return (transaction) => reviewOwn(transaction, { ...ground, maxDepth: GUARD_BOUNDS.maxDepth });
}
