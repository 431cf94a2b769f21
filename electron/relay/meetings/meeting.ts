/** One meeting: its ledger and key, the rooms that are in memory, and who is connected to them. */
import { randomBytes } from 'node:crypto';
import type * as Y from 'yjs';
import { accessTo } from '../../../shared/procedure/rights.ts';
import type { Access, RightsFacts } from '../../../shared/procedure/rights.ts';
import type { MeetingId } from '../../../shared/schema/ids.ts';
import type { Member } from '../../../shared/schema/meeting.ts';
import type { Result } from '../../../shared/schema/result.ts';
import { refuse } from '../../../shared/schema/result.ts';
import type { CloseReason } from '../../../shared/sync/protocol/close.ts';
import { memberOf, type InvitationClaims } from '../../../shared/sync/protocol/invitation.ts';
import type { Room as RoomRef } from '../../../shared/sync/protocol/rooms.ts';
import { roomName } from '../../../shared/sync/protocol/rooms.ts';
import type { TokenRefusal } from '../admission/invitation.ts';
import { signInvitation, verifyInvitation } from '../admission/invitation.ts';
import type { MeetingKeys } from '../admission/keys.ts';
import type { Journal } from '../journal/journal.ts';
import type { Limits } from '../limits.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { Room } from '../rooms/room.ts';
import { factsOf } from './facts.ts';
import type { Ledger, Recorder } from './ledger.ts';

/** What every part of the relay works with. */
export interface RelaySetting {
  readonly journal: Journal;
  readonly limits: Limits;
  readonly log: Log;
  readonly now: () => number;
  readonly metrics: Metrics;
  /** The fingerprint that invitations pin: of a certificate that nobody else vouches for. */
  readonly pin: string | undefined;
}

export class Meeting {
  readonly id: MeetingId;
  readonly ledger: Ledger;
  readonly #keys: MeetingKeys;
  readonly #setting: RelaySetting;
  readonly #rooms = new Map<string, Promise<Room>>();
  /** The rooms that are in memory, for what must reach them without waiting. */
  readonly #loaded = new Set<Room>();
  readonly #unfollow: () => void;
  #facts: RightsFacts | undefined;

  constructor(id: MeetingId, parts: { readonly ledger: Ledger; readonly keys: MeetingKeys }, setting: RelaySetting) {
    this.id = id;
    this.ledger = parts.ledger;
    this.#keys = parts.keys;
    this.#setting = setting;
    this.#unfollow = parts.ledger.follow((fact) => {
      if (fact.type === 'revoked') this.#endInvitation(fact.jti);
    });
  }

  /** The claims of a token, if it is this meeting's, has not ended and was not revoked. */
  async verify(token: string): Promise<Result<InvitationClaims, TokenRefusal | 'token-revoked'>> {
    const claims = await verifyInvitation(token, { meeting: this.id, keys: this.#keys, now: this.#setting.now() });
    return claims.ok && this.ledger.revoked.has(claims.value.jti) ? refuse('token-revoked') : claims;
  }

  /** Makes an invitation; it is in the ledger before anybody holds it. */
  async invite(
    granted: Pick<InvitationClaims, 'role' | 'code' | 'name' | 'person'> & { readonly days: number },
    by: Recorder,
  ): Promise<{ readonly token: string; readonly claims: InvitationClaims }> {
    const now = this.#setting.now();
    const { role, code, name, person, days } = granted;
    const jti = randomBytes(12).toString('base64url');
    const exp = Math.floor(now / 1000) + days * 86_400;
    const { pin } = this.#setting;
    const claims: InvitationClaims = {
      iss: this.id,
      role,
      code,
      name,
      person,
      exp,
      jti,
      ...(pin !== undefined && { pin }),
    };
    await this.ledger.record({ type: 'invited', jti, role, code, name, person, exp, at: now }, by, now);
    return { token: await signInvitation(claims, this.#keys, now), claims };
  }

  /** Ends an invitation and every connection under it, at once; resolves when that is on disk. */
  async revoke(jti: string, by: Recorder): Promise<void> {
    const recorded = this.ledger.revoke(jti, by, this.#setting.now());
    this.#endInvitation(jti);
    await recorded;
  }

  async access(ref: RoomRef, member: Member): Promise<Access> {
    return accessTo(ref, member, await this.facts());
  }

  async facts(): Promise<RightsFacts> {
    // The room must be there in any case: it is what tells of changes.
    const chair = await this.room({ kind: 'chair' });
    return this.#facts ?? chair.read((doc) => (this.#facts = factsOf(doc)));
  }

  /**
   * What an invitation opens at this very moment. Reading a room takes a while, and whoever was being let in meanwhile
   * is not let in by a right that has ended.
   */
  accessNow(ref: RoomRef, claims: InvitationClaims): Access | CloseReason {
    if (this.ledger.revoked.has(claims.jti)) return 'token-revoked';
    if (!this.#facts) return 'room-unreadable';
    const access = accessTo(ref, memberOf(claims), this.#facts);
    return access.read ? access : 'room-forbidden';
  }

  /** The room, read from the journal where it is not in memory. */
  async room(ref: RoomRef): Promise<Room> {
    const name = roomName(ref);
    const before = this.#rooms.get(name)?.catch(() => undefined);
    const opening = (before ?? Promise.resolve(undefined)).then((room) =>
      room && !room.abandoned ? room : this.#open(ref),
    );
    this.#rooms.set(name, opening);
    try {
      const room = await opening;
      room.idleSince = this.#setting.now();
      return room;
    } catch (error) {
      if (this.#rooms.get(name) === opening) this.#rooms.delete(name);
      throw error;
    }
  }

  get loaded(): readonly Room[] {
    return [...this.#loaded];
  }

  /** Drops rooms that nobody has used for a while. */
  async sweep(now: number): Promise<void> {
    // Rights hang on what stands there: it does not stay away while others are open.
    const { loaded } = this;
    const hasChair = loaded.some(({ ref, abandoned }) => ref.kind === 'chair' && !abandoned);
    if (loaded.length > 0 && !hasChair) await this.facts().catch(() => undefined);
    for (const room of this.loaded) {
      // Rights hang on what stands there, and another relay may write it.
      if (room.ref.kind === 'chair' && this.#loaded.size > 1) continue;
      if (room.busy || now - room.idleSince < this.#setting.limits.idleRoomMs) continue;
      const name = roomName(room.ref);
      // Whoever asks for the room meanwhile waits until it has been put away, then reads it anew.
      room.abandoned = true;
      if (room.ref.kind === 'chair') this.#facts = undefined;
      this.#loaded.delete(room);
      const closing = room.close().then(() => room);
      this.#rooms.set(name, closing);
      await closing;
      if (this.#rooms.get(name) === closing) this.#rooms.delete(name);
    }
  }

  async close(): Promise<void> {
    this.#unfollow();
    await Promise.allSettled(this.#rooms.values());
    const rooms = this.loaded;
    for (const room of rooms) for (const connection of room.connections) connection.end('relay-stopping');
    await Promise.all(rooms.map((room) => room.close()));
  }

  async #open(ref: RoomRef): Promise<Room> {
    const onChange = (doc: Y.Doc): void => this.#chairChanged(factsOf(doc));
    const watch = ref.kind === 'chair' ? { onChange } : {};
    for (const room of this.#loaded) if (room.abandoned) this.#loaded.delete(room);
    const room = await Room.open({ meeting: this.id, ref, fence: this.ledger, ...this.#setting, ...watch });
    this.#loaded.add(room);
    // It may have changed while it was not followed.
    if (ref.kind === 'chair') await room.read((doc) => this.#chairChanged(factsOf(doc)));
    return room;
  }

  #endInvitation(jti: string): void {
    for (const room of this.#loaded) {
      for (const connection of room.connections) {
        if (connection.admitted.invitation === jti) connection.end('token-revoked');
      }
    }
  }

  /** The chair opened or closed the live text, or changed a group: whoever may no longer read is let go. */
  #chairChanged(facts: RightsFacts): void {
    this.#facts = facts;
    for (const room of this.#loaded) {
      for (const connection of room.connections) {
        connection.access = accessTo(room.ref, connection.member, facts);
        if (!connection.access.read) connection.end('room-forbidden');
      }
    }
  }
}
