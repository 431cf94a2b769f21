import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll } from 'vitest';
import type { RelayAddress } from '../../../shared/host/bridge.ts';

const root = resolve(import.meta.dirname, '../../..');

let bundle: Promise<string> | undefined;

/** The command `rostrum relay` as one file that plain Node runs, made once for this test file. */
function relayProgram(): Promise<string> {
  bundle ??= (async () => {
    await mkdir(join(root, 'out'), { recursive: true });
    // Below the tree, so that the native module is found.
    const folder = await mkdtemp(join(root, 'out/relay-'));
    const file = join(folder, 'relay.mjs');
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      publicDir: false,
      resolve: { dedupe: ['yjs'] },
      ssr: { noExternal: true, external: ['classic-level'], target: 'node' },
      build: {
        ssr: join(root, 'test/relay/support/relay-main.ts'),
        outDir: folder,
        emptyOutDir: false,
        target: 'node20',
        rolldownOptions: {
          external: ['classic-level', /^node:/, 'bufferutil', 'utf-8-validate'],
          output: { format: 'es', entryFileNames: 'relay.mjs', codeSplitting: false },
        },
      },
    });
    return file;
  })();
  return bundle;
}

afterAll(async () => {
  if (bundle) await rm(resolve(await bundle, '..'), { recursive: true, force: true });
});

export interface RelayProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly port: number;
  /** What it has written to stderr. */
  log(): string;
  /** Ends it with this signal and waits until it has ended. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** A relay in a process of its own, through its command line. `wrap` is put before the command (`prlimit …`). */
export async function spawnRelay(
  args: readonly string[],
  { wrap = [] }: { wrap?: readonly string[] } = {},
): Promise<RelayProcess> {
  const [command = process.execPath, ...rest] = [...wrap, process.execPath, await relayProgram(), ...args];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  let heard = '';
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const url = await new Promise<string>((done, fail) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      const address = /Rostrum is at (http:\S+)/.exec(heard)?.[1];
      if (address !== undefined) done(address);
    });
    child.once('exit', (code) => fail(new Error(`the relay ended with ${code}: ${log}`)));
    child.once('error', fail);
  });
  return {
    child,
    url,
    port: Number(new URL(url).port),
    log: () => log,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill(signal);
        await ended;
      }
      return child.exitCode;
    },
  };
}

/** Runs the command to its end. */
export async function runRelayCommand(
  args: readonly string[],
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [await relayProgram(), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/** A POST to its API; throws with the reason when it is refused. */
export async function post<Answer>(relay: RelayProcess, path: string, body: unknown, token?: string): Promise<Answer> {
  const answer = await fetch(new URL(path, relay.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** The relay's address, for `RawClient.join`. */
export function addressOf({ url }: RelayProcess): RelayAddress {
  return { url };
}
