import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer, connect, type AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { tempFolder } from './relay-here.ts';

export interface RedisHere {
  readonly url: string;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
  /** Starts it again on the same folder and port; `options` are added to, or take the place of, those it had. */
  start(options?: readonly string[]): Promise<void>;
  /** Sends it one command. */
  command(...words: readonly string[]): Promise<void>;
  /** Copies what it has on disk; the answer puts that back, while it does not run. */
  copy(): Promise<() => Promise<void>>;
}

/** A Redis of Debian's `redis-server` on a free port of loopback, with a folder of its own; it ends with the test. */
export async function redisHere(options: readonly string[] = ['--appendfsync', 'always']): Promise<RedisHere> {
  const folder = await tempFolder();
  const port = await freePort();
  let child: ChildProcess | undefined;
  const here: RedisHere = {
    url: `redis://127.0.0.1:${port}`,
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    async command(...words) {
      const socket = connect(port, '127.0.0.1');
      socket.write(`*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`);
      const [reply] = (await once(socket, 'data')) as [Buffer];
      socket.destroy();
      if (reply[0] === '-'.charCodeAt(0)) throw new Error(reply.toString());
    },
    async copy() {
      const copied = await tempFolder();
      const [kept, files] = [join(copied, 'kept'), join(folder, 'appendonlydir')];
      await cp(files, kept, { recursive: true });
      return async () => {
        await rm(files, { recursive: true });
        await cp(kept, files, { recursive: true });
      };
    },
    async start(more = []) {
      const args = [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--dir',
        folder,
        '--appendonly',
        'yes',
        '--save',
        '',
        '--loglevel',
        'warning',
      ];
      child = spawn('redis-server', [...args, ...options, ...more], { stdio: 'ignore' });
      child.on('error', () => undefined);
      for (let tries = 0; ; tries += 1) {
        if (await answers(port)) return;
        if (tries > 200) throw new Error('redis-server does not start; install it with: apt-get install redis-server');
        await new Promise((done) => setTimeout(done, 50));
      }
    },
  };
  onTestFinished(() => here.kill());
  await here.start();
  return here;
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.on('data', (data) => {
      socket.destroy();
      done(data.toString().startsWith('+PONG'));
    });
    socket.on('error', () => done(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
