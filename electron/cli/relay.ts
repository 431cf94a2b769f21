import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Fault } from '../../shared/schema/result.ts';
import { startRelay, type RelayOptions } from '../relay/start-relay.ts';

const USAGE = `rostrum relay [--port N] [--host ADDRESS] [--data DIR] [--redis URL] [--renderer DIR] [--name NAME ...]
              [--owner-key-file FILE] [--tls own | --tls-cert FILE --tls-key FILE] [--metrics PORT] [--quiet]

Runs a relay: rooms, invitations, the record, and the page for browsers, on one port.

  --port N               the port to listen on (7424); 0 takes any free one
  --host ADDRESS         the address to listen on (127.0.0.1); 0.0.0.0 for every address of this machine
  --data DIR             the folder that meetings are kept in
  --redis URL            keep meetings in this Redis (redis://HOST:PORT), which other relays may share; it must write its
                         append-only file at every command (appendonly yes, appendfsync always)
  --renderer DIR         the built pages to serve; without it the relay serves rooms alone
  --name NAME            another name by which the relay is addressed, such as its DNS name; may be given several times
  --owner-key-file FILE  a file with a key of at least 24 characters: whoever has it may make meetings from anywhere;
                         without it, meetings are made from this machine alone
  --tls own              speak TLS with a certificate that the relay makes, keeps, and pins in its invitations
  --tls-cert FILE --tls-key FILE
                         speak TLS with this certificate and key (PEM)
  --metrics PORT         serve numbers for Prometheus at http://127.0.0.1:PORT/metrics; 0 takes any free port
  --accept-damage        go on without what a damaged log held; its copy stays in the data folder
  --quiet                write no log
  --help                 this text

The log goes to stderr, one JSON object a line, without invitations or words of a draft. Ctrl-C ends the relay cleanly.
`;

/** What is wrong with the way the command was called; its words are for whoever typed it. */
class CallError extends Error {}

/** Runs a relay until it is asked to stop; resolves to the exit code. */
export async function runRelay(args: readonly string[]): Promise<number> {
  try {
    const call = readCall(args);
    if (call.help) {
      process.stdout.write(USAGE);
      return 0;
    }
    const ownerKey = call.ownerKeyFile === undefined ? undefined : await readOwnerKey(call.ownerKeyFile);
    const relay = await startRelay({
      dataDir: call.data,
      host: call.host,
      port: call.port,
      names: call.names,
      ...(call.renderer === undefined ? {} : { rendererDir: call.renderer }),
      ...(ownerKey === undefined ? {} : { ownerKey }),
      ...(call.acceptDamage && { acceptDamage: true }),
      ...(call.redis === undefined ? {} : { redis: call.redis }),
      ...(call.tls === undefined ? {} : { tls: call.tls }),
      ...(call.metrics === undefined ? {} : { metrics: { port: call.metrics } }),
      ...(call.quiet ? {} : { log: (line: string) => void process.stderr.write(`${line}\n`) }),
    });
    process.stdout.write(`Rostrum is at ${relay.url}\n`);
    if (relay.metricsPort !== undefined)
      process.stdout.write(`Numbers are at http://127.0.0.1:${relay.metricsPort}/metrics\n`);
    await askedToStop();
    await relay.close();
    return 0;
  } catch (error) {
    process.stderr.write(`${words(error)}\n`);
    return error instanceof CallError ? 2 : 1;
  }
}

function readCall(args: readonly string[]) {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '7424' },
        host: { type: 'string', default: '127.0.0.1' },
        data: { type: 'string' },
        redis: { type: 'string' },
        renderer: { type: 'string' },
        name: { type: 'string', multiple: true, default: [] },
        'owner-key-file': { type: 'string' },
        tls: { type: 'string' },
        'tls-cert': { type: 'string' },
        'tls-key': { type: 'string' },
        metrics: { type: 'string' },
        'accept-damage': { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    throw new CallError(`${(error as Error).message}\n\n${USAGE}`);
  }
  return {
    port: portOf('--port', values.port),
    metrics: values.metrics === undefined ? undefined : portOf('--metrics', values.metrics),
    tls: tlsOf(values),
    host: values.host,
    data: resolve(values.data ?? join(dataHome(), 'relay')),
    acceptDamage: values['accept-damage'],
    redis: values.redis,
    renderer: values.renderer === undefined ? undefined : resolve(values.renderer),
    names: values.name,
    ownerKeyFile: values['owner-key-file'],
    quiet: values.quiet,
    help: values.help,
  };
}

function portOf(option: string, text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new CallError(`${option} takes a number from 0 to 65535, not "${text}"`);
  return port;
}

function tlsOf(values: {
  readonly tls?: string;
  readonly 'tls-cert'?: string;
  readonly 'tls-key'?: string;
}): RelayOptions['tls'] {
  const { tls, 'tls-cert': cert, 'tls-key': key } = values;
  if (tls !== undefined && tls !== 'own')
    throw new CallError('--tls takes "own"; a certificate is given with --tls-cert and --tls-key');
  if ((cert === undefined) !== (key === undefined) || (tls !== undefined && cert !== undefined))
    throw new CallError('--tls-cert and --tls-key go together, and not with --tls');
  return cert !== undefined && key !== undefined ? { certFile: resolve(cert), keyFile: resolve(key) } : tls;
}

/** The usual folder of an application's data on this system. */
function dataHome(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Rostrum');
  if (process.platform === 'win32')
    return join(process.env['APPDATA'] ?? join(homedir(), 'AppData/Roaming'), 'Rostrum');
  const given = process.env['XDG_DATA_HOME'];
  return join(given !== undefined && isAbsolute(given) ? given : join(homedir(), '.local/share'), 'rostrum');
}

async function readOwnerKey(file: string): Promise<string> {
  const key = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (!/^[\w.-]{24,4096}$/.test(key))
    throw new CallError('--owner-key-file wants a file with one key of at least 24 letters, digits, "_", "-" or "."');
  return key;
}

function askedToStop(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop());
  });
}

function words(error: unknown): string {
  if (!(error instanceof Fault)) return error instanceof Error ? error.message : String(error);
  switch (error.reason) {
    case 'data-in-use':
      return 'Another relay is using this data folder. Stop it, or name another folder with --data.';
    case 'data-full':
      return 'There is no room left on the disk of the data folder.';
    case 'data-read-only':
      return 'The data folder cannot be written. Check its permissions, or name another with --data.';
    case 'data-unreadable':
      return 'The data folder cannot be read. Check that it is a folder, or restore it from a copy.';
    case 'port-taken':
      return 'The port is taken. Name another with --port, or 0 for any free one.';
    case 'address-unusable':
      return 'The relay cannot listen on this address. Check --host and --port.';
    case 'redis-unreachable':
      return 'Redis cannot be reached. Check --redis and that it runs.';
    case 'redis-not-durable':
      return 'Redis could lose what the relay has acknowledged. Set "appendonly yes" and "appendfsync always".';
    case 'certificate-unusable':
      return 'The certificate or its key cannot be read.';
    case 'renderer-missing':
      return 'The folder of --renderer cannot be read.';
    default:
      return error.message;
  }
}
