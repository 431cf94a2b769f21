/** Filling a new meeting's rooms before anybody is told that it exists. */
import * as Y from 'yjs';
import { memberOf } from '../../../shared/sync/protocol/invitation.ts';
import type { InvitationClaims } from '../../../shared/sync/protocol/invitation.ts';
import type { CreateMeeting } from '../../../shared/sync/protocol/api.ts';
import type { Room as RoomRef } from '../../../shared/sync/protocol/rooms.ts';
import { judge } from '../guard/guard.ts';
import { ApiFault } from '../http/answer.ts';
import type { Entry } from '../journal/entry.ts';
import type { RoomState } from '../rooms/room-state.ts';
import { changesOf } from '../rooms/changes.ts';
import type { Meeting, RelaySetting } from './meeting.ts';

interface Seeding {
  readonly invitation: InvitationClaims;
  readonly setting: RelaySetting;
}

/**
 * Writes the profile, and the seed where there is one, under the chair's invitation. The guard reads a seed like any
 * other write. Rejects with `seed-refused`; the meeting is told to nobody then, and stays as an empty ledger.
 */
export async function seedMeeting(meeting: Meeting, body: CreateMeeting, seeding: Seeding): Promise<void> {
  for (const kind of ['text', 'positions', 'chair'] as const) {
    const seed = body.seed?.[kind];
    if (seed === undefined) continue;
    const room = await meeting.room({ kind });
    await room.change((state) => plant(state, { kind }, { update: Buffer.from(seed, 'base64'), ...seeding }));
  }
  const chair = await meeting.room({ kind: 'chair' });
  await chair.change((state) => name(state, { id: meeting.id, ...body }, seeding));
}

function plant(state: RoomState, room: RoomRef, { update, ...seeding }: Seeding & { update: Uint8Array }): Entry[] {
  const writer = { ...memberOf(seeding.invitation), founding: true };
  const request = { update, room, writer, mayWrite: true };
  const verdict = judge(request, state, seeding.setting.limits);
  if (!verdict.ok) throw new ApiFault('seed-refused', new Error(verdict.reason));
  if (!verdict.news) return [];
  Y.applyUpdate(state.doc, update);
  return [entryOf(seeding, verdict.clients, update)];
}

/** What the meeting is called stands in the room `chair`, over whatever a seed says of it: only here its id is known. */
function name(state: RoomState, named: CreateMeeting & { readonly id: string }, seeding: Seeding): Entry[] {
  const { id, title, symbol = '', language = 'en' } = named;
  const update = changesOf(state.doc, () => {
    const profile = state.doc.getMap('profile');
    for (const [key, value] of Object.entries({ id, title, symbol, language })) profile.set(key, value);
  });
  return update ? [entryOf(seeding, [state.doc.clientID], update)] : [];
}

function entryOf({ invitation, setting }: Seeding, clients: readonly number[], body: Uint8Array): Entry {
  return { at: setting.now(), code: invitation.code, invitation: invitation.jti, clients, body };
}
