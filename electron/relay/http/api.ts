/** What can be asked over HTTP: making a meeting, inviting, revoking, publishing, reading the record. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mayPreside } from '../../../shared/procedure/rights.ts';
import { CHAIR, SECRETARIAT } from '../../../shared/schema/ids.ts';
import type { Code } from '../../../shared/schema/ids.ts';
import type { CreateMeeting, Invite, Issued } from '../../../shared/sync/protocol/api.ts';
import { CREATE_MEETING, INVITE, PUBLISH, REVOKE } from '../../../shared/sync/protocol/api.ts';
import type { FrozenRevision } from '../../../shared/revisions/freeze.ts';
import type { InvitationClaims } from '../../../shared/sync/protocol/invitation.ts';
import { memberOf, OBSERVER, RELAY } from '../../../shared/sync/protocol/invitation.ts';
import { isMeetingId, parseRoomName } from '../../../shared/sync/protocol/rooms.ts';
import { isFromHere } from '../admission/origin.ts';
import { isSameKey } from '../admission/owner.ts';
import { backupMeeting, restoreMeeting } from '../meetings/backup.ts';
import { invitationMeant, issuedIn } from '../meetings/invitations.ts';
import { readHistory } from '../meetings/history.ts';
import type { Meeting, RelaySetting } from '../meetings/meeting.ts';
import type { Meetings } from '../meetings/meetings.ts';
import { publishRevision, readRevision, readSealed } from '../meetings/publish.ts';
import { seedMeeting } from '../meetings/seed.ts';
import { Bucket } from '../rooms/bucket.ts';
import { answerJson, ApiFault, hasAlready } from './answer.ts';
import { readBody, readBytes } from './body.ts';

export interface ApiSetting extends RelaySetting {
  readonly meetings: Meetings;
  readonly ownerKey: string | undefined;
  /** The key that lies in the relay's folder. */
  readonly folderKey: string;
  readonly random: () => number;
}

export class Api {
  readonly #setting: ApiSetting;
  readonly #creations: Bucket;
  readonly #requests = new Map<string, Bucket>();

  constructor(setting: ApiSetting) {
    const { meetingsPerHour } = setting.limits;
    this.#setting = setting;
    this.#creations = new Bucket(meetingsPerHour / 3600, meetingsPerHour, setting.now());
  }

  /** Answers a request below `/api`; rejects with `ApiFault`. */
  async handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const [, , collection, id = '', ...rest] = path.split('/');
    if (path === '/api/restore') {
      demand(request, 'POST');
      return this.#restore(request, response);
    }
    if (collection !== 'meetings') throw new ApiFault('not-found');
    if (path === '/api/meetings') {
      demand(request, 'POST');
      return this.#create(request, response);
    }
    const meeting = isMeetingId(id) ? await this.#setting.meetings.find(id) : undefined;
    const seal = /^record\/([0-9a-f]{64})$/.exec(rest.join('/'))?.[1];
    if (seal !== undefined) {
      demand(request, 'GET', 'HEAD');
      const revision = meeting && (await readSealed(meeting, seal));
      return answerRevision(request, response, { revision, shared: true });
    }
    if (rest.join('/') === 'backup') {
      demand(request, 'GET');
      return this.#backup(request, response, meeting);
    }
    // A meeting that does not exist and one that the token does not open are told apart by nobody.
    if (!meeting) throw new ApiFault('token-invalid');
    const claims = await this.#authorise(request, meeting);
    const revision = /^record\/rev\/([1-9]\d{0,5})$/.exec(rest.join('/'))?.[1];
    if (revision !== undefined) {
      demand(request, 'GET', 'HEAD');
      const numbered = await readRevision(meeting, Number(revision));
      return answerRevision(request, response, { revision: numbered, shared: false });
    }
    if (rest[0] === 'history') {
      demand(request, 'GET');
      return this.#history(request, response, { meeting, claims, name: rest.slice(1).join('/') });
    }
    const listing = rest.join('/') === 'invitations' && request.method === 'GET';
    if (!listing) demand(request, 'POST');
    if (!mayPreside(claims)) throw new ApiFault('role-forbidden');
    if (listing) return answerJson(response, 200, { invitations: issuedIn(meeting.ledger) } satisfies Issued);
    switch (rest.join('/')) {
      case 'invitations':
        return this.#invite(request, response, meeting, claims);
      case 'revoke':
        return this.#revoke(request, response, meeting, claims);
      case 'publish':
        return this.#publish(request, response, meeting, claims);
      default:
        throw new ApiFault('not-found');
    }
  }

  async #create(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.#isOwner(request)) throw new ApiFault('not-from-here');
    const body: CreateMeeting = await readBody(request, CREATE_MEETING, this.#setting.limits.maxBodyBytes);
    if (this.#creations.take(1, this.#setting.now()) > 0) throw new ApiFault('too-many');
    const meeting = await this.#setting.meetings.create(this.#setting.random);
    const invitation = await meeting.invite(
      {
        role: 'chair',
        code: CHAIR,
        name: body.title.slice(0, 120),
        person: body.person ?? '',
        days: this.#setting.limits.invitationDays,
      },
      { code: CHAIR, invitation: '' },
    );
    await seedMeeting(meeting, body, { invitation: invitation.claims, setting: this.#setting });
    this.#setting.log({ event: 'meeting-made', meeting: meeting.id });
    answerJson(response, 201, { meeting: meeting.id, ...invited(invitation) });
  }

  async #invite(
    request: IncomingMessage,
    response: ServerResponse,
    meeting: Meeting,
    by: InvitationClaims,
  ): Promise<void> {
    const body: Invite = await readBody(request, INVITE, 16_384);
    // A role and its code go together: nobody but a delegation speaks for one.
    const fixed: Partial<Record<string, Code>> = { chair: CHAIR, secretariat: SECRETARIAT, observer: OBSERVER };
    const reserved = Object.values(fixed).includes(body.code as Code) || body.code === RELAY;
    if (fixed[body.role] === undefined ? reserved : fixed[body.role] !== body.code)
      throw new ApiFault('request-invalid');
    // The secretariat helps the chair; it does not make chairs.
    if (body.role === 'chair' && by.role !== 'chair') throw new ApiFault('role-forbidden');
    if (meeting.ledger.invited.size >= this.#setting.limits.maxInvitations) throw new ApiFault('too-many');
    const invitation = await meeting.invite(
      {
        role: body.role,
        code: body.code as Code,
        name: body.name,
        person: body.person,
        days: body.days ?? this.#setting.limits.invitationDays,
      },
      { code: by.code, invitation: by.jti },
    );
    this.#setting.log({
      event: 'invited',
      meeting: meeting.id,
      role: body.role,
      code: body.code,
      invitation: invitation.claims.jti,
    });
    answerJson(response, 201, invited(invitation));
  }

  async #revoke(
    request: IncomingMessage,
    response: ServerResponse,
    meeting: Meeting,
    by: InvitationClaims,
  ): Promise<void> {
    const revoked = invitationMeant(meeting, await readBody(request, REVOKE, 16_384));
    if (!revoked) throw new ApiFault('request-invalid');
    if (revoked.role === 'chair' && by.role !== 'chair') throw new ApiFault('role-forbidden');
    await meeting.revoke(revoked.jti, { code: by.code, invitation: by.jti });
    this.#setting.log({ event: 'revoked', meeting: meeting.id, invitation: revoked.jti });
    response.writeHead(204).end();
  }

  async #publish(
    request: IncomingMessage,
    response: ServerResponse,
    meeting: Meeting,
    by: InvitationClaims,
  ): Promise<void> {
    const { attributed = false } = await readBody(request, PUBLISH, 16_384);
    const { journal, now } = this.#setting;
    const revision = await publishRevision(meeting, { by, attributed, now: now(), journal });
    this.#setting.log({ event: 'published', meeting: meeting.id, count: revision.number });
    answerJson(response, 201, revision);
  }

  /** Everything of a meeting, confidences included: for whoever has the relay's folder, and for no member. */
  async #backup(request: IncomingMessage, response: ServerResponse, meeting: Meeting | undefined): Promise<void> {
    if (!isSameKey(bearer(request), this.#setting.folderKey)) throw new ApiFault('token-invalid');
    if (!meeting) throw new ApiFault('not-found');
    response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' });
    await pipeline(Readable.from(backupMeeting(this.#setting.journal, meeting.id)), response);
    this.#setting.log({ event: 'backed-up', meeting: meeting.id });
  }

  async #restore(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isSameKey(bearer(request), this.#setting.folderKey)) throw new ApiFault('token-invalid');
    const file = await readBytes(request, this.#setting.limits.maxRestoreBytes);
    const restored = await restoreMeeting(this.#setting.journal, file);
    if (!restored.ok) throw new ApiFault(restored.reason);
    this.#setting.log({ event: 'restored', meeting: restored.value });
    answerJson(response, 201, { meeting: restored.value });
  }

  async #history(
    request: IncomingMessage,
    response: ServerResponse,
    { meeting, claims, name }: { readonly meeting: Meeting; readonly claims: InvitationClaims; readonly name: string },
  ): Promise<void> {
    const room = parseRoomName(name);
    if (!room) throw new ApiFault('not-found');
    const access = await meeting.access(room, memberOf(claims));
    if (!access.read || !access.attribution) throw new ApiFault('room-forbidden');
    const after = Number(new URL(request.url ?? '', 'http://relay').searchParams.get('after') ?? 0);
    if (!Number.isSafeInteger(after) || after < 0) throw new ApiFault('request-invalid');
    answerJson(response, 200, await readHistory(meeting, this.#setting.journal, { room, after }));
  }

  async #authorise(request: IncomingMessage, meeting: Meeting): Promise<InvitationClaims> {
    const verified = await meeting.verify(bearer(request));
    if (!verified.ok) throw new ApiFault(verified.reason);
    this.#count(verified.value.jti);
    return verified.value;
  }

  /** What is asked under one invitation, in which window ever, has an allowance. */
  #count(invitation: string): void {
    const { limits, now } = this.#setting;
    const { requestsPerSecond, requestBurst } = limits;
    const bucket = this.#requests.get(invitation) ?? new Bucket(requestsPerSecond, requestBurst, now());
    this.#requests.set(invitation, bucket);
    if (bucket.take(1, now()) === 0) return;
    // What is refused costs nothing: whoever waits a second is served.
    bucket.take(-1, now());
    throw new ApiFault('too-many');
  }

  /** Who may make meetings: this machine, or whoever holds the owner's key where the relay was given one. */
  #isOwner(request: IncomingMessage): boolean {
    const { ownerKey } = this.#setting;
    if (ownerKey === undefined) return isFromHere(request);
    return isSameKey(bearer(request), ownerKey);
  }
}

/** A revision never changes. One that was asked for with an invitation is kept by the asker's own cache alone. */
function answerRevision(
  request: IncomingMessage,
  response: ServerResponse,
  { revision, shared }: { readonly revision: FrozenRevision | undefined; readonly shared: boolean },
): void {
  if (!revision) throw new ApiFault('not-found');
  const cache = `${shared ? 'public' : 'private'}, max-age=31536000, immutable`;
  const headers = { ETag: `"${revision.hash}"`, 'Cache-Control': cache };
  if (hasAlready(request, headers.ETag)) {
    response.writeHead(304, headers).end();
    return;
  }
  answerJson(response, 200, bytesOf(revision), headers);
}

/** A revision as it is sent, written out once for however many ask; kept as long as the revision is in memory. */
const BYTES = new WeakMap<FrozenRevision, Buffer>();

function bytesOf(revision: FrozenRevision): Buffer {
  const bytes = BYTES.get(revision) ?? Buffer.from(JSON.stringify(revision));
  BYTES.set(revision, bytes);
  return bytes;
}

function invited({ token, claims }: { readonly token: string; readonly claims: InvitationClaims }) {
  return { id: claims.jti, token, role: claims.role, code: claims.code, expires: claims.exp * 1000 };
}

function bearer(request: IncomingMessage): string {
  return /^Bearer ([\w.-]{1,4096})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

function demand(request: IncomingMessage, ...methods: readonly string[]): void {
  if (!methods.includes(request.method ?? '')) throw new ApiFault('method-not-allowed');
}
