// Installs the packages that the lock file names, where they are missing; Node's own modules only.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lock } from './lock.mjs';

const root = resolve(import.meta.dirname, '..');

/** @param {string} file @returns {Record<string, {version?: string, optional?: boolean, devOptional?: boolean}>} */
const packagesOf = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;

/**
 * Whether everything the lock file names is there in the version it names. Times of files are not compared: a
 * checkout renews them, and installing again for nothing costs a quarter of a minute.
 */
function isInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const have = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' ||
      ((optional ?? devOptional) === true && have[path] === undefined) ||
      (have[path]?.version === version && existsSync(join(root, path))),
  );
}

/** npm through this very Node where npm started us, so that it is found without a shell on every system. */
function npm() {
  const script = process.env['npm_execpath'];
  if (script?.endsWith('.js') && existsSync(script))
    return { command: process.execPath, first: [script], shell: false };
  return { command: 'npm', first: [], shell: process.platform === 'win32' };
}

/** Resolves once all packages are there; npm's words go to stderr. Rejects with one clear line. */
export async function install() {
  if (isInstalled()) return;
  const unlock = await lock(join(root, 'out/.installing'));
  try {
    if (isInstalled()) return;
    process.stderr.write('Installing what is missing (npm ci).\n');
    const { command, first, shell } = npm();
    const child = spawn(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      shell,
      stdio: ['ignore', 2, 2],
    });
    const code = await new Promise((done, fail) => child.once('error', fail).once('exit', done));
    if (code !== 0) throw new Error(`npm ci ended with ${code}: the packages could not be installed`);
  } finally {
    unlock();
  }
}
