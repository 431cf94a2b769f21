import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Fault } from '../../shared/schema/result.ts';
import { Doorway } from './admission/doorway.ts';
import { hostNames } from './admission/origin.ts';
import { Api } from './http/api.ts';
import { Files } from './http/files.ts';
import { answerRequest } from './http/front.ts';
import { openLevelJournal } from './journal/level-journal.ts';
import { LIMITS } from './limits.ts';
import type { Limits } from './limits.ts';
import { logTo } from './log.ts';
import { Meetings } from './meetings/meetings.ts';

export interface RelayOptions {
  /** Where everything is kept; made where it does not exist. One relay at a time. */
  readonly dataDir: string;
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
  readonly limits?: Partial<Limits>;
  /** Takes one line of JSON at a time; silent where it is left out. */
  readonly log?: (line: string) => void;
  readonly now?: () => number;
  readonly random?: () => number;
}

export interface Relay {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  readonly port: number;
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
 * `data-unreadable`, `port-taken`, `address-unusable`, `renderer-missing`.
 */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const { dataDir, host = '127.0.0.1', port = 0, now = Date.now, random = Math.random } = options;
  const limits: Limits = { ...LIMITS, ...options.limits };
  const log = options.log ? logTo({ write: (text) => options.log?.(text.trimEnd()) }, now) : () => undefined;
  const files = await Files.list(options.rendererDir).catch((cause: unknown) => {
    throw new Fault('renderer-missing', { cause });
  });
  const journal = await openLevelJournal(join(dataDir, 'journal'), { retryMs: limits.journalRetryMs });
  const stopLog = journal.onTrouble((trouble) => log({ event: 'journal', reason: trouble ?? 'ok' }));

  const setting = { journal, limits, log, now };
  const meetings = new Meetings(setting);
  const names = hostNames(host, options.names ?? []);
  const doorway = new Doorway({ ...setting, meetings, hostNames: names });
  const api = new Api({ ...setting, meetings, ownerKey: options.ownerKey, random });
  const front = { ...setting, hostNames: names, files, api };

  const server = createServer({ headersTimeout: 10_000, requestTimeout: 60_000, maxHeaderSize: 16_384 });
  server.maxConnections = limits.maxConnections + 1_000;
  server.on('request', (request, response) => void answerRequest(front, request, response));
  server.on('upgrade', (request, socket, head) => doorway.upgrade(request, socket, head));
  try {
    await listen(server, host, port);
  } catch (cause) {
    await journal.close();
    throw cause;
  }

  const beat = setInterval(() => doorway.beat(), limits.pulseMs);
  const sweep = setInterval(
    () => {
      void meetings.all().then((all) => Promise.all(all.map((meeting) => meeting.sweep(now()))));
    },
    Math.max(50, limits.idleRoomMs / 2),
  );

  const bound = (server.address() as AddressInfo).port;
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  log({ event: 'started' });
  let closing: Promise<void> | undefined;
  return {
    url: `http://${shown}:${bound}/`,
    port: bound,
    async inspect() {
      const all = await meetings.all();
      const rooms = all.reduce((sum, meeting) => sum + meeting.loaded.length, 0);
      return { connections: doorway.connections.size, meetings: all.length, rooms };
    },
    close() {
      closing ??= (async () => {
        clearInterval(beat);
        clearInterval(sweep);
        const unlistened = new Promise<void>((done) => server.close(() => done()));
        for (const meeting of await meetings.all()) await meeting.close();
        await doorway.drain();
        server.closeAllConnections();
        await unlistened;
        stopLog();
        await journal.close();
        log({ event: 'stopped' });
      })();
      return closing;
    },
  };
}

function listen(server: ReturnType<typeof createServer>, host: string, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      fail(new Fault(cause.code === 'EADDRINUSE' ? 'port-taken' : 'address-unusable', { cause }));
    });
    server.listen(port, host, () => done());
  });
}
