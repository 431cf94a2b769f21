/**
 * From an upgrade request to a connection in a room. Host and Origin are checked before anything else and answered with
 * plain HTTP; every other failure opens the websocket and closes it at once, because a browser can read a close code
 * and not an HTTP status. Until a client is admitted nothing it sends is read, and nothing but the close frame is sent.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { CloseReason } from '../../../shared/sync/protocol/close.ts';
import { CLOSE_CODES } from '../../../shared/sync/protocol/close.ts';
import type { InvitationClaims } from '../../../shared/sync/protocol/invitation.ts';
import { memberOf } from '../../../shared/sync/protocol/invitation.ts';
import { PROTOCOL_VERSION, SUBPROTOCOL } from '../../../shared/sync/protocol/version.ts';
import { parseRoomPath, roomName } from '../../../shared/sync/protocol/rooms.ts';
import { faultWord } from '../log.ts';
import type { Meeting, RelaySetting } from '../meetings/meeting.ts';
import type { Meetings } from '../meetings/meetings.ts';
import { Connection, signOfLife } from '../rooms/connection.ts';
import { readClientFrame } from '../rooms/inbound.ts';
import { Intake } from '../rooms/intake.ts';
import type { Room } from '../rooms/room.ts';
import { isOurHost, isOurOrigin } from './origin.ts';

interface Ends {
  readonly socket: WebSocket;
  readonly wire: Duplex;
}

export interface DoorwaySetting extends RelaySetting {
  readonly meetings: Meetings;
  readonly hostNames: ReadonlySet<string>;
}

type Admission =
  | { readonly ok: true; readonly claims: InvitationClaims; readonly meeting: Meeting; readonly room: Room }
  | { readonly ok: false; readonly reason: CloseReason };

/** How far a request got before it was refused, for the log. */
interface Asked {
  meeting?: string;
  room?: string;
  invitation?: string;
}

/** Ten thousand signs of life in one go would hold up every keystroke for a tenth of a second. */
const BEAT_AT_ONCE = 200;

export class Doorway {
  readonly connections = new Set<Connection>();
  readonly #setting: DoorwaySetting;
  readonly #server: WebSocketServer;
  /** Taken before a room is read for them, so that a thousand who come at once are counted as they come. */
  readonly #places = new Map<string, number>();
  #taken = 0;
  /** Upgrades that are neither in nor refused yet. */
  readonly #knocking = new Set<Promise<void>>();
  #shut = false;
  #beatAt: number;

  constructor(setting: DoorwaySetting) {
    this.#setting = setting;
    this.#beatAt = setting.now();
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: setting.limits.maxMessageBytes,
      // Text shared by hundreds is sent once in one frame; compressing it for each reader costs more than it saves, and
      // a small compressed frame may unfold into a very large one.
      perMessageDeflate: false,
      handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
    });
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (this.#shut) {
      turnAway(socket, '503 Service Unavailable');
      return;
    }
    const refusal = isOurHost(request, this.#setting.hostNames)
      ? isOurOrigin(request)
        ? undefined
        : 'origin-foreign'
      : 'host-unknown';
    if (refusal) {
      this.#setting.log({ event: 'upgrade-refused', reason: refusal });
      turnAway(socket, '403 Forbidden');
      return;
    }
    const asked: Asked = {};
    const knock = this.#admit(request, socket, asked)
      .catch((error: unknown): Admission => {
        this.#setting.log({ event: 'admission-fault', reason: faultWord(error), ...asked });
        return { ok: false, reason: 'room-unreadable' };
      })
      .then((admission) => {
        this.#server.handleUpgrade(request, socket, head, (websocket) =>
          this.#open({ socket: websocket, wire: socket }, admission, asked),
        );
      })
      .finally(() => this.#knocking.delete(knock));
    this.#knocking.add(knock);
  }

  /** Lets nobody in any more. Ends when those who were at the door are in, or refused. */
  async shut(): Promise<void> {
    this.#shut = true;
    await Promise.allSettled(this.#knocking);
  }

  /** Ends what has gone silent or run out, and tells the rest that the relay is there. */
  beat(): void {
    const now = this.#setting.now();
    const { pulseMs, deadAfterMs } = this.#setting.limits;
    // A machine that slept, or was too busy to listen, has heard nobody: that is not their fault.
    const deaf = now - this.#beatAt > 2 * pulseMs;
    this.#beatAt = now;
    const sign = signOfLife(now);
    const waiting = [...this.connections];
    const goOn = (): void => {
      for (const connection of waiting.splice(0, BEAT_AT_ONCE)) {
        if (deaf) connection.heardAt = now;
        if (now - connection.heardAt > deadAfterMs) connection.terminate('silent');
        else if (connection.admitted.expires <= now) connection.end('token-expired');
        else connection.sendShared(sign);
      }
      if (waiting.length > 0) setImmediate(goOn);
    };
    goOn();
  }

  /** Waits for the close frames to be answered, a moment at most, then cuts what is left. */
  async drain(): Promise<void> {
    for (let waited = 0; this.connections.size > 0 && waited < 1_000; waited += 20) {
      await new Promise((done) => setTimeout(done, 20));
    }
    for (const connection of this.connections) connection.terminate('relay-stopping');
  }

  async #admit(request: IncomingMessage, socket: Duplex, asked: Asked): Promise<Admission> {
    const [offered = '', token = ''] = (request.headers['sec-websocket-protocol'] ?? '').split(/\s*,\s*/);
    if (offered !== SUBPROTOCOL) return { ok: false, reason: 'protocol-unsupported' };
    const place = parseRoomPath(request.url ?? '');
    if (!place) return { ok: false, reason: 'room-unknown' };
    asked.meeting = place.meeting;
    asked.room = roomName(place.room);
    const meeting = await this.#setting.meetings.find(place.meeting);
    // Without the key there is no telling a good token from a bad one; a meeting's id is no secret.
    if (!meeting) return { ok: false, reason: 'room-unknown' };
    const verified = await meeting.verify(token);
    if (!verified.ok) return { ok: false, reason: verified.reason };
    const claims = verified.value;
    asked.invitation = claims.jti;
    const access = await meeting.access(place.room, memberOf(claims));
    if (!access.read) return { ok: false, reason: 'room-forbidden' };
    if (!this.#takePlace(claims, socket)) return { ok: false, reason: 'too-many' };
    const room = await meeting.room(place.room);
    // Now that the room is there the facts stay; they may have been put away while it was read.
    await meeting.facts();
    return { ok: true, claims, meeting, room };
  }

  /** Takes a place for as long as the socket lives. */
  #takePlace({ role, jti }: InvitationClaims, socket: Duplex): boolean {
    const { limits } = this.#setting;
    const most = role === 'chair' ? limits.maxConnectionsPerChair : limits.maxConnectionsPerInvitation;
    const places = this.#places.get(jti) ?? 0;
    if (socket.destroyed || this.#taken >= limits.maxConnections || places >= most) return false;
    this.#taken += 1;
    this.#places.set(jti, places + 1);
    socket.once('close', () => {
      this.#taken -= 1;
      const left = this.#places.get(jti)! - 1;
      if (left > 0) this.#places.set(jti, left);
      else this.#places.delete(jti);
    });
    return true;
  }

  #open(ends: Ends, admission: Admission, asked: Asked): void {
    const { socket } = ends;
    // What is no frame of a websocket, or too large for one.
    socket.on('error', (error) => {
      this.#setting.log({ event: 'line-broken', reason: faultWord(error), ...asked });
      socket.terminate();
    });
    if (!admission.ok) return this.#refuse(socket, admission.reason, asked);
    const { claims, room, meeting } = admission;
    const access = meeting.accessNow(room.ref, claims);
    if (typeof access === 'string') return this.#refuse(socket, access, asked);
    const { limits, now } = this.#setting;
    const admitted = { member: memberOf(claims), invitation: claims.jti, expires: claims.exp * 1000 };
    const connection = new Connection(ends, admitted, { access, limits, now: now() });
    this.connections.add(connection);
    const { read, write, presence } = access;
    connection.tell({
      type: 'welcome',
      version: PROTOCOL_VERSION,
      me: admitted.member,
      access: { read, write, presence },
      now: now(),
      expires: admitted.expires,
    });
    this.#listen({ socket, connection, room }, asked);
    room.enter(connection);
    socket.on('close', () => {
      room.leave(connection);
      this.connections.delete(connection);
      const { endedFor } = connection;
      if (endedFor !== undefined) this.#setting.log({ event: 'ended', reason: endedFor, code: claims.code, ...asked });
    });
  }

  #refuse(socket: WebSocket, reason: CloseReason, asked: Asked): void {
    this.#setting.log({ event: 'not-admitted', reason, ...asked });
    socket.close(CLOSE_CODES[reason], reason);
  }

  #listen(line: { socket: WebSocket; connection: Connection; room: Room }, asked: Asked): void {
    const { socket, connection, room } = line;
    const { limits, now } = this.#setting;
    const intake = new Intake(connection, {
      limits,
      now,
      take: ({ data, binary }) => this.#take(connection, room, binary ? data : undefined),
      onSlowed: () =>
        this.#setting.log({ event: 'slowed', reason: 'too-many', code: connection.member.code, ...asked }),
    });
    connection.onEffort = (steps) => intake.charge(Math.floor(steps / limits.stepsPerFrame));
    socket.on('pong', () => (connection.heardAt = now()));
    socket.on('message', (data: Buffer, binary: boolean) => {
      connection.heardAt = now();
      intake.push(data, binary);
    });
    socket.on('close', () => intake.stop());
  }

  /** What the frame asks for; how many ordinary frames that costs the sender. */
  #take(connection: Connection, room: Room, frame: Buffer | undefined): number {
    if (!connection.open) return 1;
    const message = frame && readClientFrame(frame);
    switch (message?.type) {
      case 'ask':
        room.ask(connection, message.stateVector);
        return this.#setting.limits.askCost;
      case 'write':
        room.write(connection, message.update, message.answer);
        return 1;
      case 'awareness':
        room.hearPresence(connection, message.update);
        return 1;
      case 'ask-awareness':
        room.showPresence(connection);
        return 1;
      default: {
        connection.end('bad-message');
        return 1;
      }
    }
  }
}

/** Answers with plain HTTP and no body; no websocket is opened. */
function turnAway(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
