import {
  API_REFUSALS,
  type Created,
  type CreateMeeting,
  type History,
  type Invite,
  type Invited,
  type Issued,
  type IssuedInvitation,
} from '../../../shared/sync/protocol/api.ts';
import type { MeetingId } from '../../../shared/schema/ids.ts';
import { Fault } from '../../../shared/schema/result.ts';
import type { Revision } from '../contract.ts';
import type { RoomName } from '../rooms.ts';
import { entryOf, wordsOf } from '../stores/decode.ts';
import { decodeRevision } from '../stores/revision-code.ts';

/** What a meeting asks of its relay over HTTP. Every failure is a `Fault` whose reason is the relay's own. */
export interface RelayApi {
  create(request: CreateMeeting): Promise<Created>;
  invite(meeting: MeetingId, request: Invite): Promise<Invited>;
  invitations(meeting: MeetingId): Promise<readonly IssuedInvitation[]>;
  revoke(meeting: MeetingId, id: string): Promise<void>;
  publish(meeting: MeetingId): Promise<Revision>;
  /** A room's past after an entry, a part at a time. */
  history(meeting: MeetingId, room: RoomName, after: number): Promise<History>;
}

/** `token` goes along as bearer, in a header, so that no address or log holds it. */
export function relayApi(relayUrl: string, token: string | undefined): RelayApi {
  const post = (path: string, body: unknown) =>
    ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const ask = async (path: string, request: RequestInit): Promise<unknown> => {
    let answer: Response;
    try {
      answer = await fetch(new URL(path, relayUrl), {
        ...request,
        headers: { ...request.headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      });
    } catch (cause) {
      throw new Fault('relay-unavailable', { cause });
    }
    const value: unknown = answer.status === 204 ? undefined : await answer.json().catch(() => undefined);
    if (!answer.ok) throw new Fault(refusalIn(value) ?? 'relay-fault', { detail: `HTTP ${answer.status}` });
    return value;
  };
  return {
    create: async (request) => (await post('api/meetings', request)) as Created,
    invite: async (meeting, request) => (await post(`api/meetings/${meeting}/invitations`, request)) as Invited,
    invitations: async (meeting) =>
      ((await ask(`api/meetings/${meeting}/invitations`, { method: 'GET' })) as Issued).invitations,
    async revoke(meeting, id) {
      await post(`api/meetings/${meeting}/revoke`, { id });
    },
    async publish(meeting) {
      const revision = decodeRevision(await post(`api/meetings/${meeting}/publish`, {}));
      if (!revision) throw new Fault('relay-fault', { detail: 'publish' });
      return revision;
    },
    history: async (meeting, room, after) =>
      (await ask(`api/meetings/${meeting}/history/${room}?after=${after}`, { method: 'GET' })) as History,
  };
}

function refusalIn(value: unknown): string | undefined {
  const reason = wordsOf(entryOf(value)?.['reason']);
  return reason !== undefined && (API_REFUSALS as readonly string[]).includes(reason) ? reason : undefined;
}
