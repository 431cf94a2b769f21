// `npm start`: installs what is missing, builds, and opens the desktop application; where Electron's program cannot
// be had, starts the relay and serves the same renderer to a browser. Node's own modules only.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { canFetchElectron, electronBinary, fetchElectron } from './electron-binary.mjs';
import { install } from './install.mjs';
import { wordsOf } from './words-of.mjs';

const root = resolve(import.meta.dirname, '..');

const USAGE = `npm start -- [--port N] [--data DIR] [--no-open]

  --port N     the port the relay listens on (7424 where it is free, else another)
  --data DIR   the folder that meetings are kept in
  --no-open    start the relay and print its address; open neither the desktop application nor a browser
`;

/** The port of a start without `--port`: a steady one, because a browser keeps what it stores by address. */
const USUAL_PORT = 7424;

/** @param {string} line @returns {never} */
function refuse(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    return refuse(`${wordsOf(error)}\n\n${USAGE}`);
  }
}

/** The folder of an application's data on this system; `electron/main/folders.ts` has the same rule. */
function usualDataFolder() {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Rostrum');
  if (process.platform === 'win32')
    return join(process.env['APPDATA'] ?? join(homedir(), 'AppData/Roaming'), 'Rostrum');
  const given = process.env['XDG_DATA_HOME'];
  return join(given !== undefined && isAbsolute(given) ? given : join(homedir(), '.local/share'), 'rostrum');
}

/** Whether the relay could listen there. @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

/** @param {string | undefined} text */
async function choosePort(text) {
  if (text === undefined) return (await isFree(USUAL_PORT)) ? USUAL_PORT : 0;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) refuse(`--port takes a number from 0 to 65535, not "${text}"`);
  if (port !== 0 && !(await isFree(port)))
    refuse(`Port ${port} is taken or not allowed: name another with --port, or leave it out.`);
  return port;
}

/** Ends with the child: its signals are ours, and its code is our code. @param {import('node:child_process').ChildProcess} child */
function follow(child) {
  let asked = false;
  const end = () => {
    if (!asked) setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
    asked = true;
    child.kill('SIGTERM');
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, end);
  // npm runs us below a shell, which a signal to npm ends without a word to us; then our parent is another one.
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event'] === 'start')
    setInterval(() => {
      if (!asked && process.ppid !== parent) end();
    }, 300).unref();
  child.once('error', (error) => refuse(error.message));
  child.once('exit', (code, signal) => process.exit(asked ? 0 : (code ?? (signal === null ? 0 : 1))));
}

/** @param {string} program @param {string} data @param {number} port */
function openDesktop(program, data, port) {
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  follow(
    spawn(program, [...sandbox, root, '--data', data, '--port', String(port)], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    }),
  );
}

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);

/** @param {string} url */
function openBrowser(url) {
  if (!hasDisplay || process.env['CI']) return;
  const openers = new Map([
    ['darwin', ['open']],
    ['win32', ['cmd', '/c', 'start', '']],
  ]);
  const [command = 'xdg-open', ...first] = openers.get(process.platform) ?? [];
  const child = spawn(command, [...first, url], { stdio: 'ignore', detached: true });
  // No browser to open is no failure: the address has been printed.
  child.on('error', () => {});
  child.unref();
}

/** @param {string} data @param {number} port @param {(url: string) => void} onReady */
function serve(data, port, onReady) {
  const relay = [join(root, 'out/cli/main.mjs'), 'relay', '--port', String(port), '--data', join(data, 'relay')];
  const child = spawn(
    process.execPath,
    ['--import', join(root, 'build/with-parent.mjs'), ...relay, '--renderer', join(root, 'out/renderer'), '--quiet'],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  );
  follow(child);
  let heard = '';
  let ready = false;
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    if (ready) return;
    heard += text;
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(heard)?.[0];
    if (url === undefined) return;
    ready = true;
    process.stdout.write(`Rostrum is at ${url}\n`);
    onReady(url);
  });
}

const { port: portText, data: dataText, 'no-open': noOpen = false, help } = readArguments();
if (help) {
  process.stdout.write(USAGE);
  process.exit(0);
}
const data = resolve(process.env['INIT_CWD'] ?? process.cwd(), dataText ?? usualDataFolder());
const port = await choosePort(portText);

try {
  await install();
  const found = electronBinary();
  const { build } = await import('./build.mjs');
  const [fetchable] = await Promise.all([found === undefined && canFetchElectron(), build()]);
  const opens = hasDisplay && !noOpen;
  const program = found ?? (opens && fetchable ? await fetchElectron() : undefined);
  if (program === undefined && (opens || !fetchable))
    process.stderr.write("Electron's program cannot be had here, so Rostrum runs in your browser.\n");
  else if (!hasDisplay && !noOpen) process.stderr.write('There is no display here, so Rostrum runs in your browser.\n');
  if (opens && program !== undefined) openDesktop(program, data, port);
  else serve(data, port, noOpen ? () => {} : openBrowser);
} catch (error) {
  refuse(wordsOf(error));
}
