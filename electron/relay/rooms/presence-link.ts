/**
 * Who is present at the other relays of one meeting. Each tells the others what changes as it changes, and now and then
 * everybody it has; one that has fallen silent takes its people along.
 */
import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Code } from '../../../shared/schema/ids.ts';
import { parsePresence } from '../../../shared/sync/protocol/presence.ts';
import type { Bus } from '../journal/journal.ts';

/** Who is told of, by client id: the state as JSON, `null` for one who has gone. */
export type PresenceEntry = readonly [client: number, json: string];

const MESSAGE = z.object({
  relay: z.string(),
  /** `some`: what has changed. `all`: everybody. `hello`: a relay that wants to be told everybody. */
  kind: z.enum(['some', 'all', 'hello']),
  entries: z.array(z.tuple([z.number(), z.string()])),
});
type Message = z.infer<typeof MESSAGE>;

interface Elsewhere {
  readonly relay: string;
  readonly json: string;
  readonly code: Code | undefined;
}

export interface LinkSetting {
  readonly bus: Bus;
  /** The room's name among all rooms. */
  readonly room: string;
  readonly beatMs: number;
  readonly now: () => number;
  /** Everybody who is here. */
  readonly here: () => readonly PresenceEntry[];
  /** What changed elsewhere. */
  readonly onChange: (entries: readonly PresenceEntry[]) => void;
}

export class PresenceLink {
  readonly #setting: LinkSetting;
  readonly #relay = randomBytes(8).toString('hex');
  readonly #elsewhere = new Map<number, Elsewhere>();
  readonly #heardAt = new Map<string, number>();
  readonly #stop: () => void;

  constructor(setting: LinkSetting) {
    this.#setting = setting;
    const unsubscribe = setting.bus.subscribe(this.#channel, (bytes) => this.#hear(bytes));
    const beat = setInterval(() => this.#beat(), setting.beatMs);
    this.#stop = () => {
      clearInterval(beat);
      unsubscribe();
    };
    this.#say('hello', []);
  }

  get all(): readonly PresenceEntry[] {
    return [...this.#elsewhere].map(([client, { json }]) => [client, json]);
  }

  ownerOf(client: number): Code | undefined {
    return this.#elsewhere.get(client)?.code;
  }

  /** Tells the other relays what has changed here. */
  tell(entries: readonly PresenceEntry[]): void {
    this.#say('some', entries);
  }

  /** Whoever has come here is not elsewhere any more. */
  arrived(client: number): void {
    this.#elsewhere.delete(client);
  }

  stop(): void {
    this.#stop();
  }

  get #channel(): string {
    return `presence:${this.#setting.room}`;
  }

  #say(kind: Message['kind'], entries: readonly PresenceEntry[]): void {
    const message = { relay: this.#relay, kind, entries };
    this.#setting.bus.publish(this.#channel, Buffer.from(JSON.stringify(message)));
  }

  #hear(bytes: Uint8Array): void {
    const message = decode(bytes);
    if (!message || message.relay === this.#relay) return;
    const { relay, kind, entries } = message;
    this.#heardAt.set(relay, this.#setting.now());
    if (kind === 'hello') return this.#say('all', this.#setting.here());
    const changed: PresenceEntry[] = [];
    const here = new Set(this.#setting.here().map(([client]) => client));
    for (const [client, json] of entries) {
      const known = this.#elsewhere.get(client);
      // Only the relay that told of somebody takes them back: others may have them by now.
      if (here.has(client) || (json === 'null' && known?.relay !== relay) || known?.json === json) continue;
      if (json === 'null') this.#elsewhere.delete(client);
      else this.#elsewhere.set(client, { relay, json, code: parsePresence(JSON.parse(json))?.code });
      changed.push([client, json]);
    }
    if (kind === 'all')
      changed.push(...this.#drop((one, client) => one.relay === relay && !entries.some(([told]) => told === client)));
    if (changed.length > 0) this.#setting.onChange(changed);
  }

  #beat(): void {
    this.#say('all', this.#setting.here());
    const silent = this.#setting.now() - 3 * this.#setting.beatMs;
    const gone = this.#drop(({ relay }) => (this.#heardAt.get(relay) ?? 0) < silent);
    for (const [relay, at] of this.#heardAt) if (at < silent) this.#heardAt.delete(relay);
    if (gone.length > 0) this.#setting.onChange(gone);
  }

  #drop(isGone: (one: Elsewhere, client: number) => boolean): PresenceEntry[] {
    const gone = [...this.#elsewhere].filter(([client, one]) => isGone(one, client)).map(([client]) => client);
    for (const client of gone) this.#elsewhere.delete(client);
    return gone.map((client) => [client, 'null']);
  }
}

function decode(bytes: Uint8Array): Message | undefined {
  try {
    const parsed = MESSAGE.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
