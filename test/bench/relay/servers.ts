/** The relays that are measured, each in a process of its own, and how a client speaks to each. */
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as HocuspocusPackage from '@hocuspocus/server';
import type * as Stock from '@y/websocket-server/utils';
import type * as Sqlite from 'node-sqlite3-wasm';
import { WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { startRelay } from '../../../electron/relay/start-relay.ts';

export const SERVERS = ['floor', 'stock', 'stock-leveldb', 'hocuspocus', 'hocuspocus-sqlite', 'ours'] as const;
export type ServerName = (typeof SERVERS)[number];
/** Those that have their rooms again when they are started again. */
export const DURABLE = ['stock-leveldb', 'hocuspocus-sqlite', 'ours'] as const satisfies readonly ServerName[];

export interface Usage {
  /** Seconds of processor time since the process began. */
  readonly cpu: number;
  /** Bytes. */
  readonly rss: number;
}

/** A server in a child process. */
export interface Running {
  readonly name: ServerName;
  readonly port: number;
  readonly dataDir: string;
  usage(): Promise<Usage>;
  /** The same after its garbage was collected, which is work that no figure should hold. */
  settled(): Promise<Usage>;
  /** Ends it as a crash does; its folder goes too, unless it is to be kept. */
  stop(options?: { readonly keep?: boolean }): Promise<void>;
}

interface Ready {
  readonly port: number;
}

const LIMITS = {
  maxConnectionsPerInvitation: 20_000,
  maxConnectionsPerChair: 20_000,
  meetingsPerHour: 1_000,
  framesPerSecond: 100_000,
  frameBurst: 100_000,
  bytesPerSecond: 1e9,
  byteBurst: 1e9,
  maxConnections: 20_000,
};

const listen = (server: ReturnType<typeof createServer>): Promise<number> =>
  new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));

/** Takes every frame and sends it on to all the others, and does nothing else. */
async function startFloor(): Promise<Ready> {
  const server = createServer();
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      for (const other of sockets.clients) if (other !== socket) other.send(data);
    });
  });
  return { port: await listen(server) };
}

// Named at run time, so that they are used as they are installed and not taken apart by a bundler.
const STOCK = '@y/websocket-server/utils';
const HOCUSPOCUS = '@hocuspocus/server';
const SQLITE = 'node-sqlite3-wasm';

/** The stock server: everything in memory. */
async function startStock(): Promise<Ready> {
  const { setupWSConnection } = (await import(STOCK)) as typeof Stock;
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, request) => setupWSConnection(socket, request));
  return { port: await listen(server) };
}

async function startHocuspocus(hooks: Partial<HocuspocusPackage.Configuration> = {}): Promise<Ready> {
  const { Server } = (await import(HOCUSPOCUS)) as typeof HocuspocusPackage;
  const server = new Server({ port: 0, quiet: true, address: '127.0.0.1', stopOnSignals: false, ...hooks });
  await server.listen();
  return { port: server.address.port };
}

/** Hocuspocus with its rooms in SQLite, as its own extension does it: the whole state, two to ten seconds late. */
async function startHocuspocusOnSqlite(dataDir: string): Promise<Ready> {
  const { default: sqlite } = (await import(SQLITE)) as { readonly default: typeof Sqlite };
  const file = join(dataDir, 'rooms.db');
  // Left behind by a process that was killed.
  await rm(`${file}.lock`, { recursive: true, force: true });
  const database = new sqlite.Database(file);
  database.exec('CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)');
  const upsert = 'INSERT INTO documents VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data';
  return startHocuspocus({
    async onLoadDocument({ documentName, document }) {
      const row = database.get('SELECT data FROM documents WHERE name = ?', [documentName]);
      if (row) Y.applyUpdate(document, row['data'] as Uint8Array);
    },
    async onStoreDocument({ documentName, document }) {
      database.run(upsert, [documentName, Buffer.from(Y.encodeStateAsUpdate(document))]);
    },
  });
}

/** Our relay as it is run: journal on disk, guard, chain, acknowledgements. Only the allowances are lifted. */
async function startOurs(dataDir: string): Promise<Ready> {
  const relay = await startRelay({ dataDir, limits: LIMITS });
  return { port: relay.port };
}

/** The child's side of `spawnServer`. */
export async function serve(name: ServerName, dataDir: string): Promise<void> {
  const start: Readonly<Record<ServerName, () => Promise<Ready>>> = {
    floor: startFloor,
    stock: startStock,
    // It is told by its environment where its rooms are kept.
    'stock-leveldb': startStock,
    hocuspocus: startHocuspocus,
    'hocuspocus-sqlite': () => startHocuspocusOnSqlite(dataDir),
    ours: () => startOurs(dataDir),
  };
  const { port } = await start[name]();
  process.on('message', (message: 'usage' | 'settled') => {
    if (message === 'settled') globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    process.send!({ cpu: (user + system) / 1e6, rss: process.memoryUsage().rss } satisfies Usage);
  });
  process.on('disconnect', () => process.exit(0));
  process.send!({ port });
}

/** The variable that names the folder for a processor profile of our relay. */
export const PROFILE = 'BENCH_PROFILE';

export interface SpawnOptions {
  /** The folder of an earlier run, which has been kept. */
  readonly dataDir?: string;
}

export async function spawnServer(name: ServerName, options: SpawnOptions = {}): Promise<Running> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'rostrum-bench-')));
  const profiled = name === 'ours' ? process.env[PROFILE] : undefined;
  const child = fork(process.argv[1]!, ['--serve', name, dataDir], {
    execArgv: ['--expose-gc', ...(profiled ? ['--cpu-prof', `--cpu-prof-dir=${profiled}`] : [])],
    env: { ...process.env, ...(name === 'stock-leveldb' && { YPERSISTENCE: dataDir }) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const next = <Message>(): Promise<Message> =>
    new Promise((done, fail) => {
      const onExit = (code: number | null): void => fail(new Error(`${name} ended with ${code}`));
      child.once('exit', onExit);
      child.once('message', (message) => {
        child.off('exit', onExit);
        done(message as Message);
      });
    });
  const { port } = await next<Ready>();
  return {
    name,
    port,
    dataDir,
    usage() {
      child.send('usage');
      return next<Usage>();
    },
    settled() {
      child.send('settled');
      return next<Usage>();
    },
    async stop({ keep = false } = {}) {
      const ended = new Promise((done) => child.once('exit', done));
      // A profile is written at an orderly end.
      if (profiled) child.disconnect();
      else child.kill('SIGKILL');
      await ended;
      if (!keep) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
