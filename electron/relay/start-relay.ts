import { mkdir, readFile } from 'node:fs/promises';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { Fault } from '../../shared/schema/result.ts';
import { Doorway } from './admission/doorway.ts';
import { hostNames } from './admission/origin.ts';
import { announce, folderKey } from './admission/owner.ts';
import { Api } from './http/api.ts';
import { Files } from './http/files.ts';
import { answerRequest } from './http/front.ts';
import type { Journal } from './journal/journal.ts';
import { openLevelJournal, type LevelOptions } from './journal/level-journal.ts';
import { openRedisJournal } from './journal/redis-journal.ts';
import { LIMITS, type Limits } from './limits.ts';
import { logTo, type Log } from './log.ts';
import { Meetings } from './meetings/meetings.ts';
import { listening, Metrics, serveMetrics } from './metrics.ts';
import { identityOf, ownCertificate, type TlsIdentity } from './tls/own-certificate.ts';

export interface RelayOptions {
  /** Where everything is kept; made where it does not exist. One relay at a time. */
  readonly dataDir: string;
  /** Goes on without what a damaged log held; otherwise a damaged journal is read, and takes no writes. */
  readonly acceptDamage?: boolean;
  /** A Redis that several relays share, `redis://…`: everything is kept there, the folder has this relay's keys alone. */
  readonly redis?: string;
  /** The address to listen on; loopback where none is given. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** The built renderer; without it the relay serves rooms alone. */
  readonly rendererDir?: string;
  /** Further names by which the relay is addressed: a DNS name, a proxy's. */
  readonly names?: readonly string[];
  /** Whoever holds this may make meetings from anywhere; without it, only this machine may. */
  readonly ownerKey?: string;
  /** `own`: a certificate that the relay makes and keeps, and that invitations pin. Or files, PEM. */
  readonly tls?: 'own' | { readonly certFile: string; readonly keyFile: string };
  /** Where the numbers for Prometheus are served; nowhere where it is left out. */
  readonly metrics?: { readonly port: number; readonly host?: string };
  readonly limits?: Partial<Limits>;
  /** Takes one line of JSON at a time; silent where it is left out. */
  readonly log?: (line: string) => void;
  readonly now?: () => number;
  readonly random?: () => number;
}

export interface Relay {
  /** `http://127.0.0.1:PORT/`, with TLS `https://…`. */
  readonly url: string;
  readonly port: number;
  /** SHA-256 of the certificate, base64url, with TLS. */
  readonly fingerprint: string | undefined;
  readonly metricsPort: number | undefined;
  /** How much of it is in memory. */
  inspect(): Promise<Inspection>;
  /** Tells everybody, writes what has arrived, and lets go of the port and the folder. */
  close(): Promise<void>;
}

interface Inspection {
  readonly connections: number;
  readonly meetings: number;
  readonly rooms: number;
}

/**
 * Starts a relay. Rejects with a `Fault`: `data-in-use` (another relay has the folder), `data-full`, `data-read-only`,
 * `data-unreadable`, `redis-unreachable`, `redis-not-durable`, `port-taken`, `address-unusable`, `renderer-missing`, `certificate-unusable`.
 */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const { dataDir, host = '127.0.0.1', port = 0, now = Date.now, random = Math.random } = options;
  const limits: Limits = { ...LIMITS, ...options.limits };
  const metrics = new Metrics();
  const log: Log = metrics.counting(
    options.log ? logTo({ write: (text) => options.log?.(text.trimEnd()) }, now) : () => undefined,
  );
  const files = await Files.list(options.rendererDir).catch((cause: unknown) => {
    throw new Fault('renderer-missing', { cause });
  });
  const names = hostNames(host, options.names ?? []);
  const tls = await tlsOf(options, { names, now: now() });
  const journal = await openJournal(options, {
    retryMs: limits.journalRetryMs,
    onCommit: (seconds) => metrics.commit(seconds),
    ...(options.acceptDamage && { acceptDamage: true }),
  });
  if (journal.trouble()) log({ event: 'journal', reason: journal.trouble() });
  const stopLog = journal.onTrouble((trouble) => log({ event: 'journal', reason: trouble ?? 'ok' }));

  const setting = { journal, limits, log, now, metrics, pin: options.tls === 'own' ? tls?.fingerprint : undefined };
  const meetings = new Meetings(setting);
  const doorway = new Doorway({ ...setting, meetings, hostNames: names });
  const key = await folderKey(dataDir).catch(async (cause: unknown) => {
    await journal.close();
    throw new Fault('data-read-only', { cause });
  });
  const api = new Api({ ...setting, meetings, ownerKey: options.ownerKey, folderKey: key, random });
  const front = { ...setting, hostNames: names, files, api };

  const bounds = { headersTimeout: 10_000, requestTimeout: 60_000, maxHeaderSize: 16_384 };
  const server: Server = tls
    ? createHttpsServer({ ...bounds, cert: tls.cert, key: tls.key })
    : createHttpServer(bounds);
  server.maxConnections = limits.maxConnections + 1_000;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', (request, response) => void answerRequest(front, request, response));
  server.on('upgrade', (request, socket, head) => doorway.upgrade(request, socket, head));
  let numbers: Awaited<ReturnType<typeof serveMetrics>> | undefined;
  try {
    await listening(server, host, port);
    if (options.metrics) numbers = await serveMetrics(metrics, { host: '127.0.0.1', ...options.metrics });
  } catch (cause) {
    server.close();
    await journal.close();
    throw cause;
  }

  const inspect = async (): Promise<Inspection> => {
    const all = await meetings.all();
    const rooms = all.reduce((sum, meeting) => sum + meeting.loaded.length, 0);
    return { connections: doorway.connections.size, meetings: all.length, rooms };
  };
  let last: Inspection = { connections: 0, meetings: 0, rooms: 0 };
  metrics.watch(() => ({
    rostrum_connections: doorway.connections.size,
    rostrum_meetings: last.meetings,
    rostrum_rooms: last.rooms,
    rostrum_journal_writable: journal.trouble() ? 0 : 1,
  }));
  const beat = setInterval(() => doorway.beat(), limits.pulseMs);
  const sweep = setInterval(
    () => {
      void inspect().then((seen) => (last = seen));
      void meetings.all().then((all) => Promise.all(all.map((meeting) => meeting.sweep(now()))));
    },
    Math.max(50, limits.idleRoomMs / 2),
  );

  const bound = (server.address() as AddressInfo).port;
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  const url = `${tls ? 'https' : 'http'}://${shown}:${bound}/`;
  // The disk may be full; a relay that is not announced is a relay all the same.
  const unannounce = await announce(dataDir, url).catch(() => undefined);
  log({ event: 'started' });
  const stop = async (): Promise<void> => {
    clearInterval(beat);
    clearInterval(sweep);
    const unlistened = new Promise<void>((done) => server.close(() => done()));
    // Who came in after the rooms were closed would hold the port for as long as they stay.
    await doorway.shut();
    for (const meeting of await meetings.all()) await meeting.close();
    await doorway.drain();
    // Refused ones that do not answer, and those who have not said anything yet, too.
    for (const socket of sockets) socket.destroy();
    await Promise.all([unlistened, numbers?.close()]);
    stopLog();
    await unannounce?.();
    await journal.close();
    log({ event: 'stopped' });
  };
  let stopping: Promise<void> | undefined;
  return {
    url,
    port: bound,
    fingerprint: tls?.fingerprint,
    metricsPort: numbers?.port,
    inspect,
    close: () => (stopping ??= stop()),
  };
}

async function openJournal({ dataDir, redis }: RelayOptions, setting: LevelOptions): Promise<Journal> {
  if (redis === undefined) return openLevelJournal(join(dataDir, 'journal'), setting);
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new Fault('data-unreadable', { cause });
  });
  return openRedisJournal(redis, setting);
}

async function tlsOf(
  { tls, dataDir }: RelayOptions,
  { names, now }: { readonly names: ReadonlySet<string>; readonly now: number },
): Promise<TlsIdentity | undefined> {
  if (tls === undefined) return undefined;
  try {
    if (tls === 'own') {
      return await ownCertificate(dataDir, { names: [...names].map((name) => name.replace(/^\[|\]$/g, '')), now });
    }
    const [cert, key] = await Promise.all([readFile(tls.certFile, 'utf8'), readFile(tls.keyFile, 'utf8')]);
    return identityOf(cert, key);
  } catch (cause) {
    throw new Fault('certificate-unusable', { cause });
  }
}
