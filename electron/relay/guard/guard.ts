import type { Code } from '../../../shared/schema/ids.ts';
import { checkUpdate } from '../../../shared/sync/guard/check.ts';
import type { Writer } from '../../../shared/sync/guard/policy.ts';
import type { Verdict } from '../../../shared/sync/guard/verdict.ts';
import type { Room as RoomRef } from '../../../shared/sync/protocol/rooms.ts';
import type { Limits } from '../limits.ts';
import type { RoomState } from '../rooms/room-state.ts';

export interface GuardRequest {
  readonly update: Uint8Array;
  readonly room: RoomRef;
  readonly writer: Writer;
  /** Whether the writer's role may write here at all. */
  readonly mayWrite: boolean;
  /** Whose a client id is that has shown itself and not written yet. */
  readonly shown?: (client: number) => Code | undefined;
}

/** The guard's word on one write, before it is applied, stored or sent on. Never throws for bad input. */
export function judge(request: GuardRequest, state: RoomState, limits: Limits): Verdict {
  const { update, room, writer, mayWrite, shown } = request;
  return checkUpdate(update, {
    doc: state.doc,
    room,
    writer,
    mayWrite,
    owner(client) {
      const showing = shown?.(client);
      // An id that its own writer has shown is nobody's yet: with this write it is claimed, and put into the registry.
      return state.registry.get(client) ?? (showing === writer.code ? undefined : showing);
    },
    maxClients: limits.maxClientsPerUpdate,
    maxDepth: limits.maxDepth,
  });
}
