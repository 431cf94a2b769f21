import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll } from 'vitest';
import type { RelayAddress } from '../../../shared/host/bridge.ts';

const root = resolve(import.meta.dirname, '../../..');

let bundle: Promise<string> | undefined;

/** The command line as it ships, one file that plain Node runs, made once for this test file. */
function rostrum(): Promise<string> {
  bundle ??= (async () => {
    await mkdir(join(root, 'out'), { recursive: true });
    // Below the tree, so that the native module is found.
    const folder = await mkdtemp(join(root, 'out/relay-'));
    await build({
      configFile: join(root, 'build/vite.node.ts'),
      mode: 'cli',
      logLevel: 'silent',
      build: { outDir: folder },
    });
    return join(folder, 'main.mjs');
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
  const [command = process.execPath, ...rest] = [...wrap, process.execPath, await rostrum(), 'relay', ...args];
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

/** Starts `rostrum` with these words. */
export async function startRostrum(args: readonly string[]): Promise<ChildProcess> {
  return spawn(process.execPath, [await rostrum(), ...args], { stdio: 'ignore' });
}

/** Runs `rostrum` with these words to its end. */
export async function runRostrum(
  args: readonly string[],
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [await rostrum(), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
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
