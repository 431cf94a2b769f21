/** The relays that are measured, each in a process of its own, and how a client speaks to each. */
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as HocuspocusPackage from '@hocuspocus/server';
import type * as Stock from '@y/websocket-server/utils';
import { WebSocketServer } from 'ws';
import { startRelay } from '../../../electron/relay/start-relay.ts';

export const SERVERS = ['floor', 'stock', 'hocuspocus', 'ours'] as const;
export type ServerName = (typeof SERVERS)[number];

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

/** The stock server: everything in memory. */
async function startStock(): Promise<Ready> {
  const { setupWSConnection } = (await import(STOCK)) as typeof Stock;
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, request) => setupWSConnection(socket, request));
  return { port: await listen(server) };
}

async function startHocuspocus(): Promise<Ready> {
  const { Server } = (await import(HOCUSPOCUS)) as typeof HocuspocusPackage;
  const server = new Server({ port: 0, quiet: true, address: '127.0.0.1', stopOnSignals: false });
  await server.listen();
  return { port: server.address.port };
}

/** Our relay as it is run: journal on disk, guard, chain, acknowledgements. Only the allowances are lifted. */
async function startOurs(dataDir: string): Promise<Ready> {
  const relay = await startRelay({ dataDir, limits: LIMITS });
  return { port: relay.port };
}

/** The child's side of `spawnServer`. */
export async function serve(name: ServerName, dataDir: string): Promise<void> {
  const start = { floor: startFloor, stock: startStock, hocuspocus: startHocuspocus, ours: () => startOurs(dataDir) };
  const { port } = await start[name]();
  process.on('message', (message: unknown) => {
    if (message !== 'usage') return;
    const { user, system } = process.cpuUsage();
    // After the processor's time is read: collecting is no part of the work.
    globalThis.gc?.();
    process.send!({ cpu: (user + system) / 1e6, rss: process.memoryUsage().rss } satisfies Usage);
  });
  process.on('disconnect', () => process.exit(0));
  process.send!({ port });
}

export interface SpawnOptions {
  /** The folder of an earlier run, which has been kept. */
  readonly dataDir?: string;
  /** Has the stock server keep its rooms on disk. */
  readonly keeps?: boolean;
}

export async function spawnServer(name: ServerName, options: SpawnOptions = {}): Promise<Running> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'rostrum-bench-')));
  const child = fork(process.argv[1]!, ['--serve', name, dataDir], {
    execArgv: ['--expose-gc'],
    env: { ...process.env, ...(options.keeps && name === 'stock' && { YPERSISTENCE: dataDir }) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const next = <Message>(): Promise<Message> =>
    new Promise((done, fail) => {
      child.once('message', (message) => done(message as Message));
      child.once('exit', (code) => fail(new Error(`${name} ended with ${code}`)));
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
    async stop({ keep = false } = {}) {
      child.removeAllListeners('exit');
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await ended;
      if (!keep) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
