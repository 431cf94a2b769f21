import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const running: ChildProcess[] = [];
const folders: string[] = [];

interface Started {
  readonly child: ChildProcess;
  /** What was said so far, both streams. */
  said(): string;
  readonly ended: Promise<number | null>;
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'rostrum-start-'));
  folders.push(made);
  return made;
}

/** `npm start` without npm; Electron is fetched from an address that refuses unless told otherwise. */
function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, [join(root, 'build/start.mjs'), ...args], {
    cwd: root,
    env: {
      ...process.env,
      CI: 'true',
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      XDG_DATA_HOME: folder(),
      ELECTRON_MIRROR: 'http://127.0.0.1:9/',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  return { child, said: () => said, ended: new Promise((done) => child.once('close', done)) };
}

const addressIn = (started: Started) => /^Rostrum is at (http:\/\/127\.0\.0\.1:\d+\/)$/m.exec(started.said())?.[1];

async function addressOf(started: Started): Promise<string> {
  const hasEnded = () => started.child.exitCode !== null;
  await expect.poll(() => addressIn(started) ?? hasEnded(), { timeout: 60_000, interval: 20 }).toBeTruthy();
  const address = addressIn(started);
  if (address === undefined) throw new Error(`npm start ended: ${started.said()}`);
  return address;
}

const isServing = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await new Promise((done) => child.once('close', done));
  }
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

describe('npm start', () => {
  it('H18 says that Electron cannot be had, serves the pages, and ends cleanly on Ctrl-C', async () => {
    const started = start(['--no-open', '--port', '0', '--data', folder()]);
    const url = await addressOf(started);
    expect(started.said()).toContain("Electron's program cannot be had here, so Rostrum runs in your browser.\n");
    expect(await (await fetch(url)).text()).toContain('<div id="root">');
    started.child.kill('SIGINT');
    expect(await started.ended).toBe(0);
    expect(await isServing(url)).toBe(false);
  });

  it('H18 waits three seconds at most for a network that swallows what is sent', async () => {
    const waits: Promise<number>[] = [];
    const silent = createServer((socket) => {
      const before = performance.now();
      socket.on('error', () => undefined);
      waits.push(new Promise((done) => socket.once('close', () => done(performance.now() - before))));
      socket.resume();
    });
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    onTestFinished(() => void silent.close());
    const mirror = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    const started = start(['--port', '0', '--data', folder()], { ELECTRON_MIRROR: mirror });
    await addressOf(started);
    expect(started.said()).toContain("Electron's program cannot be had here");
    expect(waits.length).toBeGreaterThan(0);
    const longest = Math.max(...(await Promise.all(waits)));
    expect(longest).toBeGreaterThan(2000);
    // The three seconds, and what a busy machine may be late; without a limit it would be minutes.
    expect(longest).toBeLessThan(10_000);
  });

  it('H18 opens the desktop application where its program is there', async () => {
    const dist = folder();
    const data = folder();
    const name = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[
      process.platform as 'darwin'
    ];
    const program = join(dist, name ?? 'electron');
    writeFileSync(program, '#!/bin/sh\necho "desktop: $*"\n');
    chmodSync(program, 0o755);
    const started = start(['--data', data, '--port', '0'], { ELECTRON_OVERRIDE_DIST_PATH: dist, DISPLAY: ':7' });
    expect(await started.ended).toBe(0);
    expect(started.said()).toMatch(new RegExp(`^desktop: .*${root} --data ${data} --port 0$`, 'm'));
    expect(started.said()).not.toContain('cannot be had');
  });

  it('H19 leaves no relay behind when it is killed outright', async () => {
    const started = start(['--no-open', '--port', '0', '--data', folder()]);
    const url = await addressOf(started);
    started.child.kill('SIGKILL');
    await expect.poll(() => isServing(url), { timeout: 30_000 }).toBe(false);
  });

  it('H19 leaves nothing behind when npm’s shell is ended over its head', async () => {
    const shell = spawn(
      '/bin/sh',
      ['-c', '"$0" build/start.mjs --no-open --port 0 --data "$1"; true', process.execPath, folder()],
      {
        cwd: root,
        env: { ...process.env, npm_lifecycle_event: 'start', ELECTRON_MIRROR: 'http://127.0.0.1:9/' },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    running.push(shell);
    let said = '';
    shell.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    const address = () => /Rostrum is at (\S+)/.exec(said)?.[1];
    await expect.poll(address, { timeout: 60_000 }).toBeDefined();
    shell.kill('SIGTERM');
    await expect.poll(() => isServing(address() ?? ''), { timeout: 30_000 }).toBe(false);
  });

  it('H20 names a folder in use, a port that is taken, and what it does not understand', async () => {
    const data = folder();
    const first = start(['--no-open', '--port', '0', '--data', data]);
    const url = await addressOf(first);

    const second = start(['--no-open', '--port', '0', '--data', data]);
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/using this data folder/);
    expect(await isServing(url)).toBe(true);

    const { port } = new URL(url);
    const third = start(['--no-open', '--port', port, '--data', folder()]);
    expect(await third.ended).toBe(1);
    expect(third.said()).toContain(`Port ${port} is taken`);

    for (const [args, words] of [
      [['--nope'], "Unknown option '--nope'"],
      [['--port', 'abc'], '--port takes a number'],
      [['--port', '70000'], '--port takes a number'],
      [['folder'], "Unexpected argument 'folder'"],
    ] as const) {
      const refused = start(args);
      expect(await refused.ended, words).toBe(1);
      expect(refused.said()).toContain(words);
    }
  });
});
