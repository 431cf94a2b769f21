import type { Member } from '../../../shared/schema/meeting.ts';
import { checkUpdate } from '../../../shared/sync/guard/check.ts';
import type { Verdict } from '../../../shared/sync/guard/verdict.ts';
import type { Room as RoomRef } from '../../../shared/sync/protocol/rooms.ts';
import type { Limits } from '../limits.ts';
import type { RoomState } from '../rooms/room-state.ts';

export interface GuardRequest {
  readonly update: Uint8Array;
  readonly room: RoomRef;
  readonly writer: Member;
  /** Whether the writer's role may write here at all. */
  readonly mayWrite: boolean;
}

/** The guard's word on one write, before it is applied, stored or sent on. Never throws for bad input. */
export function judge({ update, writer, mayWrite }: GuardRequest, state: RoomState, limits: Limits): Verdict {
  return checkUpdate(update, {
    doc: state.doc,
    owner: (client) => state.registry.get(client),
    writer,
    mayWrite,
    maxClients: limits.maxClientsPerUpdate,
  });
}
