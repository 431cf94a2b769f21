/**
 * Who is in a room, by awareness. An id is bound to the connection that first told it; code, role and person come from
 * the invitation. States go out at most every `windowMs`, all that changed in one frame, under clocks of the relay's
 * own, so that a client cannot outrun another's clock or its own removal.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Code } from '../../../shared/schema/ids.ts';
import { MESSAGE } from '../../../shared/sync/protocol/message.ts';
import { parseCaret, PRESENCE_BYTES } from '../../../shared/sync/protocol/presence.ts';
import type { PresenceState } from '../../../shared/sync/protocol/presence.ts';
import type { Connection } from './connection.ts';
import type { LinkSetting, PresenceEntry, PresenceLink } from './presence-link.ts';
import type { Registry } from './room-state.ts';

interface Present {
  connection: Connection;
  told: string;
}

/** One entry of an awareness frame. */
interface Told {
  readonly client: number;
  readonly json: string;
  readonly state: unknown;
}

export interface PresenceSetting {
  readonly windowMs: number;
  readonly now: () => number;
  readonly send: (frame: Uint8Array) => void;
  /** Joins those who are present at other relays, where there are any. */
  readonly link?: (ends: Pick<LinkSetting, 'here' | 'onChange'>) => PresenceLink;
}

export type PresenceRefusal = 'presence-malformed' | 'presence-too-large' | 'presence-not-yours';

export class Presence {
  readonly #present = new Map<number, Present>();
  /** Changed since the last frame; null for one who has gone. */
  readonly #changed = new Map<number, string>();
  readonly #send: (frame: Uint8Array) => void;
  readonly #windowMs: number;
  readonly #now: () => number;
  #clock = 0;
  #timer: NodeJS.Timeout | undefined;

  readonly #link: PresenceLink | undefined;

  constructor(setting: PresenceSetting) {
    this.#send = setting.send;
    this.#windowMs = setting.windowMs;
    this.#now = setting.now;
    this.#link = setting.link?.({
      here: () => [...this.#present].map(([client, { told }]) => [client, told]),
      onChange: (entries) => setting.send(this.#frame(entries)),
    });
  }

  /** Takes what the connection tells of itself; entries about others are passed over. */
  hear(connection: Connection, update: Uint8Array, registry: Registry): PresenceRefusal | undefined {
    let told: Told[];
    try {
      told = readTold(update);
    } catch {
      return 'presence-malformed';
    }
    const own = told.find((one) => this.#isOwn(one, connection));
    // An echo of others is passed over; what speaks for another without being one is made up.
    if (!own) return told.some(isMadeUp) ? 'presence-not-yours' : undefined;
    const { client, json, state } = own;
    if (state === null) {
      if (connection.presenceClient === client) this.#remove(client);
      return undefined;
    }
    if (Buffer.byteLength(json) > PRESENCE_BYTES) return 'presence-too-large';
    const owner = registry.get(client) ?? this.#link?.ownerOf(client);
    if (owner !== undefined && owner !== connection.member.code) return 'presence-not-yours';
    const caret = parseCaret(state);
    if (!caret) return 'presence-malformed';
    this.#bind(client, connection);
    const { code, role, person } = connection.member;
    this.#change(client, JSON.stringify({ ...caret, code, role, person } satisfies PresenceState));
    return undefined;
  }

  /** The connection has ended: the others hear of it at once. */
  leave(connection: Connection): void {
    const client = connection.presenceClient;
    if (client === undefined) return;
    connection.presenceClient = undefined;
    this.#remove(client);
    this.flush();
  }

  /** Everybody present, for one who has just come; `undefined` when nobody is. */
  all(): Uint8Array | undefined {
    const here = [...this.#present].map(([client, { told }]) => [client, told] as const);
    const all = [...here, ...(this.#link?.all ?? [])];
    return all.length > 0 ? this.#frame(all) : undefined;
  }

  /** Whose an id is that shows itself here. Others see it before its first word, and must not write with it. */
  ownerOf(client: number): Code | undefined {
    return this.#present.get(client)?.connection.member.code ?? this.#link?.ownerOf(client);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#changed.size === 0) return;
    const entries = [...this.#changed];
    this.#changed.clear();
    this.#send(this.#frame(entries));
    this.#link?.tell(entries);
  }

  stop(): void {
    this.#link?.stop();
    clearTimeout(this.#timer);
    this.#changed.clear();
  }

  // `y-websocket` sends back what it has heard of others; what the relay has sent names a role, what a client tells of
  // itself never does. Without that, an echo of one who has just left would bind the id to the wrong connection.
  #isOwn({ client, state }: Told, connection: Connection): boolean {
    if (connection.presenceClient !== undefined) return client === connection.presenceClient;
    if (typeof state !== 'object' || state === null || 'role' in state) return false;
    const holder = this.#present.get(client)?.connection;
    // A person who comes back before the old line was found dead takes the id along.
    return holder === undefined || holder.admitted.invitation === connection.admitted.invitation;
  }

  #bind(client: number, connection: Connection): void {
    connection.presenceClient = client;
    this.#link?.arrived(client);
    const known = this.#present.get(client);
    if (!known) {
      this.#present.set(client, { connection, told: '' });
    } else if (known.connection !== connection) {
      known.connection.presenceClient = undefined;
      known.connection = connection;
    }
  }

  #remove(client: number): void {
    if (this.#present.delete(client)) this.#change(client, 'null');
  }

  #change(client: number, json: string): void {
    const present = this.#present.get(client);
    if (present) present.told = json;
    this.#changed.set(client, json);
    this.#timer ??= setTimeout(() => this.flush(), this.#windowMs);
  }

  #frame(entries: readonly PresenceEntry[]): Uint8Array {
    // Later than any clock of a run before this one, as far as the machine's clock is right.
    this.#clock = Math.max(this.#clock + 1, this.#now());
    const body = encoding.createEncoder();
    encoding.writeVarUint(body, entries.length);
    for (const [client, json] of entries) {
      encoding.writeVarUint(body, client);
      encoding.writeVarUint(body, this.#clock);
      encoding.writeVarString(body, json);
    }
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
    return encoding.toUint8Array(encoder);
  }
}

/** What the relay has sent names a role, and y-websocket's word that somebody has gone is null. */
function isMadeUp({ state }: Told): boolean {
  return typeof state === 'object' && state !== null && !('role' in state);
}

function readTold(update: Uint8Array): Told[] {
  const told: Told[] = [];
  const decoder = decoding.createDecoder(update);
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const client = decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    const json = decoding.readVarString(decoder);
    told.push({ client, json, state: JSON.parse(json) });
  }
  return told;
}
