/**
 * The journal on Redis Streams, for several relays that serve one meeting. A stream of ours is a stream of Redis; an
 * entry's number is its id, so that two relays cannot write the same one: a script appends only where the stream ends
 * with the entry that the writer thinks it does. Redis must write its append-only file at every command, which makes its answer mean
 * what a flushed disk means; a relay does not start on one that does not, nor go on when it comes back as one.
 */
import { randomBytes } from 'node:crypto';
import { createClient, RESP_TYPES } from '@redis/client';
import { Fault } from '../../../shared/schema/result.ts';
import type { JournalTrouble } from '../../../shared/sync/protocol/refusal.ts';
import { ChainReader } from './chain.ts';
import { genesis, headAfter, sealEntry, type Entry, type Head } from './entry.ts';
import {
  JournalBehind,
  JournalDiverged,
  JournalFenced,
  JournalRefusal,
  type After,
  type Bus,
  type Journal,
  type Replay,
  type Since,
  type Snapshot,
} from './journal.ts';
import { replayStream } from './replay.ts';
import { encodeSnapshot } from './snapshot.ts';

const APPEND = `
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
local seq = 0
if last[1] then seq = tonumber(string.match(last[1][1], '^(%d+)')) end
local wanted = tonumber(ARGV[1])
if seq > wanted then return -1 end
if seq < wanted or (last[1] and string.sub(last[1][2][2], -32) ~= ARGV[2]) then return -2 end
if KEYS[3] then
  local fence = redis.call('XREVRANGE', KEYS[3], '+', '-', 'COUNT', 1)
  local at = fence[1] and string.match(fence[1][1], '^(%d+)') or '0'
  if at ~= ARGV[5] then return -3 end
end
for i = 6, #ARGV do
  seq = seq + 1
  redis.call('XADD', KEYS[1], seq .. '-0', 'b', ARGV[i])
end
redis.call('ZADD', KEYS[2], 0, ARGV[3])
redis.call('PUBLISH', ARGV[4], ARGV[3])
return seq`;

/** Keeps the later of two snapshots, whichever relay wrote it. */
const SNAPSHOT = `
local seq = redis.call('HGET', KEYS[1], 'seq')
if seq and tonumber(seq) >= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'seq', ARGV[1], 'b', ARGV[2])
return 1`;

const PREFIX = 'rostrum:';
const STREAMS = `${PREFIX}streams`;
const APPENDED = `${PREFIX}appended`;
/** What is written to see whether Redis takes writes. */
const PROBE = `${PREFIX}probe`;
const PROBE_BYTES = Buffer.alloc(4096);
/** Entries that are read at once. */
const PAGE = 1_000;

/** Redis is not there: to a client the same as a disk that takes nothing just now. */
const AWAY: JournalTrouble = 'journal-read-only';

type Argument = string | Buffer;
type Client = Awaited<ReturnType<typeof connectClient>>;

export interface RedisOptions {
  /** How often a Redis that refused a write is tried again. */
  readonly retryMs: number;
  /** Told how long each write took. */
  readonly onCommit?: (seconds: number) => void;
}

/** Connects; rejects with a `Fault`: `redis-unreachable`, `redis-not-durable`. */
export async function openRedisJournal(url: string, options: RedisOptions): Promise<Journal> {
  const open: Client[] = [];
  try {
    for (let count = 0; count < 2; count += 1) open.push(await connectClient(url));
    const [commands, listening] = open as [Client, Client];
    await demandDurable(commands);
    const journal = new RedisJournal({ commands, listening }, options);
    await journal.listen();
    return journal;
  } catch (cause) {
    for (const client of open) client.destroy();
    throw cause instanceof Fault ? cause : new Fault('redis-unreachable', { cause });
  }
}

async function connectClient(url: string) {
  const client = createClient({
    url,
    // What cannot be said now is refused now: the clients keep their work, and are asked for it.
    disableOfflineQueue: true,
    pingInterval: 5_000,
    socket: {
      connectTimeout: 5_000,
      socketTimeout: 15_000,
      reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, 2_000),
    },
    commandOptions: { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
  });
  let connected = false;
  const first = new Promise<never>((_, fail) => {
    client.on('error', (error: unknown) => {
      if (!connected) fail(error);
    });
  });
  await Promise.race([client.connect(), first]).catch((error: unknown) => {
    client.destroy();
    throw error;
  });
  connected = true;
  return client;
}

async function demandDurable(client: Client): Promise<void> {
  for (const [name, wanted] of [
    ['appendonly', 'yes'],
    ['appendfsync', 'always'],
  ] as const) {
    const reply = await client.sendCommand<unknown>(['CONFIG', 'GET', name]);
    if (!textsIn(reply).includes(wanted)) throw new Fault('redis-not-durable', { detail: name });
  }
}

class RedisJournal implements Journal {
  readonly bus: Bus;
  readonly #commands: Client;
  readonly #listening: Client;
  readonly #followers = new Map<string, Set<() => void>>();
  readonly #listeners = new Set<(trouble: JournalTrouble | undefined) => void>();
  /** Marks what this relay itself has appended, which it need not be told. */
  readonly #own = `${APPENDED}:${randomBytes(6).toString('hex')}`;
  readonly #pending = new Set<Promise<unknown>>();
  readonly #options: RedisOptions;
  #retry: NodeJS.Timeout | undefined;
  #trouble: JournalTrouble | undefined;
  #closed = false;

  constructor(
    { commands, listening }: { readonly commands: Client; readonly listening: Client },
    options: RedisOptions,
  ) {
    this.#commands = commands;
    this.#listening = listening;
    this.#options = options;
    this.bus = {
      publish: (channel, message) => {
        if (!this.#trouble) this.#send(['PUBLISH', `${PREFIX}${channel}`, Buffer.from(message)]).catch(() => undefined);
      },
      subscribe: (channel, listener) => {
        const heard = (message: Buffer): void => listener(new Uint8Array(message));
        void listening.subscribe(`${PREFIX}${channel}`, heard, true).catch(() => undefined);
        return () => void listening.unsubscribe(`${PREFIX}${channel}`, heard, true).catch(() => undefined);
      },
    };
  }

  async listen(): Promise<void> {
    await this.#listening.pSubscribe(`${APPENDED}:*`, (stream, channel) => {
      if (channel !== this.#own) this.#tellFollowers(stream);
    });
    for (const client of [this.#commands, this.#listening]) {
      client.on('error', () => this.#enterTrouble(AWAY));
      client.on('ready', () => void this.#recover());
    }
  }

  async append(stream: string, after: After, entries: readonly Entry[]): Promise<Head> {
    // Whether what came back is as durable as what went away is not known yet.
    if (this.#trouble) throw new JournalRefusal(this.#trouble);
    let head = after;
    const sealed: Buffer[] = [];
    for (const entry of entries) {
      const { bytes, head: next } = sealEntry(head, entry);
      sealed.push(Buffer.from(bytes));
      head = next;
    }
    const { fence } = after;
    const keys = [fence ? '3' : '2', entriesKey(stream), STREAMS, ...(fence ? [entriesKey(fence.stream)] : [])];
    const started = performance.now();
    const last = [String(after.seq), Buffer.from(after.hash)];
    const names = [stream, this.#own, String(fence?.seq ?? '')];
    const seq = await this.#send<number>(['EVAL', APPEND, ...keys, ...last, ...names, ...sealed]);
    if (seq === -3) throw new JournalFenced();
    if (seq === -2) throw new JournalDiverged();
    if (seq !== head.seq) throw new JournalBehind();
    this.#options.onCommit?.((performance.now() - started) / 1000);
    return head;
  }

  async putSnapshot(stream: string, snapshot: Snapshot): Promise<void> {
    const bytes = Buffer.from(encodeSnapshot(snapshot));
    await this.#send(['EVAL', SNAPSHOT, '1', snapshotKey(stream), String(snapshot.head.seq), bytes]);
  }

  async replay(stream: string): Promise<Replay> {
    const bytes = await this.#send<Buffer | null>(['HGET', snapshotKey(stream), 'b']);
    return replayStream(this, stream, bytes ?? undefined);
  }

  async end(stream: string): Promise<Head> {
    const command = ['XREVRANGE', entriesKey(stream), '+', '-', 'COUNT', '1'];
    const [last] = await this.#send<readonly (readonly [Buffer, readonly Buffer[]])[]>(command);
    return last ? headAfter(seqOf(last[0]), new Uint8Array(last[1][1]!)) : genesis(stream);
  }

  async since(stream: string, head: Head): Promise<Since> {
    const chain = new ChainReader(head);
    for await (const { seq, bytes } of this.entries(stream, head.seq)) if (!chain.take(seq, bytes)) break;
    return chain.read();
  }

  async *entries(stream: string, after = 0): AsyncIterable<{ readonly seq: number; readonly bytes: Uint8Array }> {
    let from = after;
    for (;;) {
      const command = ['XRANGE', entriesKey(stream), `(${from}-${Number.MAX_SAFE_INTEGER}`, '+', 'COUNT', String(PAGE)];
      const page = await this.#send<readonly (readonly [Buffer, readonly Buffer[]])[]>(command);
      for (const [id, [, bytes]] of page) {
        from = seqOf(id);
        yield { seq: from, bytes: new Uint8Array(bytes!) };
      }
      if (page.length < PAGE) return;
    }
  }

  async streams(prefix: string): Promise<readonly string[]> {
    const range = prefix === '' ? ['-', '+'] : [`[${prefix}`, `[${prefix}\xff`];
    return textsIn(await this.#send<unknown>(['ZRANGEBYLEX', STREAMS, ...range]));
  }

  follow(stream: string, listener: () => void): () => void {
    const followers = this.#followers.get(stream) ?? new Set();
    this.#followers.set(stream, followers.add(listener));
    return () => {
      followers.delete(listener);
      if (followers.size === 0) this.#followers.delete(stream);
    };
  }

  trouble(): JournalTrouble | undefined {
    return this.#trouble;
  }

  onTrouble(listener: (trouble: JournalTrouble | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#listeners.clear();
    this.#followers.clear();
    await Promise.allSettled(this.#pending);
    for (const client of [this.#commands, this.#listening]) client.destroy();
  }

  async #send<Reply>(command: readonly Argument[]): Promise<Reply> {
    if (this.#closed) throw new JournalRefusal('journal-broken');
    const sent = this.#commands.sendCommand<Reply>(command);
    this.#pending.add(sent);
    try {
      return await sent;
    } catch (cause) {
      const trouble = troubleOf(cause);
      this.#enterTrouble(trouble);
      throw new JournalRefusal(trouble, cause);
    } finally {
      this.#pending.delete(sent);
    }
  }

  /** It is tried again until it takes a write, whether its line broke or it has no room. */
  #enterTrouble(trouble: JournalTrouble): void {
    this.#setTrouble(trouble);
    clearTimeout(this.#retry);
    if (!this.#closed) this.#retry = setTimeout(() => void this.#recover(), this.#options.retryMs);
  }

  async #recover(): Promise<void> {
    if (this.#closed || !this.#commands.isReady || !this.#listening.isReady) return;
    try {
      await demandDurable(this.#commands);
      await this.#commands.sendCommand(['SET', PROBE, PROBE_BYTES]);
    } catch (cause) {
      this.#enterTrouble(troubleOf(cause));
      return;
    }
    clearTimeout(this.#retry);
    this.#setTrouble(undefined);
    // Nothing was heard while the line was down.
    for (const stream of this.#followers.keys()) this.#tellFollowers(stream);
  }

  #tellFollowers(stream: string): void {
    for (const listener of this.#followers.get(stream) ?? []) listener();
  }

  #setTrouble(trouble: JournalTrouble | undefined): void {
    if (this.#closed || trouble === this.#trouble) return;
    this.#trouble = trouble;
    for (const listener of this.#listeners) listener(trouble);
  }
}

function entriesKey(stream: string): string {
  return `${PREFIX}e:${stream}`;
}

function snapshotKey(stream: string): string {
  return `${PREFIX}s:${stream}`;
}

function seqOf(id: Buffer): number {
  return Number.parseInt(id.toString(), 10);
}

/** Redis says by its first word why it takes no writes. */
function troubleOf(cause: unknown): JournalTrouble {
  const words = cause instanceof Error ? cause.message : '';
  if (/^(OOM|MISCONF)/.test(words)) return 'journal-full';
  return AWAY;
}

function textsIn(reply: unknown): string[] {
  if (Array.isArray(reply)) return reply.flatMap(textsIn);
  if (reply instanceof Map) return [...reply].flatMap(textsIn);
  if (Buffer.isBuffer(reply)) return [reply.toString('utf8')];
  if (typeof reply === 'object' && reply !== null) return Object.values(reply).flatMap(textsIn);
  return typeof reply === 'string' ? [reply] : [];
}
