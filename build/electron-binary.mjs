// Where Electron's program is, and whether it can be had. The package fetches it from outside the registry on first
// use and without any limit of time, so nothing here ever loads the `electron` module: it looks at files, and asks
// the download address for its headers only.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../node_modules/electron');

const PROGRAM = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/** The path of Electron's program, or `undefined` where it has not been fetched. */
export function electronBinary() {
  const program = PROGRAM[/** @type {keyof typeof PROGRAM} */ (process.platform)] ?? 'electron';
  const place = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), program);
  return existsSync(place) ? place : undefined;
}

/** The address the package would fetch from; mirrors are honoured by the names the package honours. */
export function downloadAddress() {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  /** @param {string} name @param {string} otherwise */
  const setting = (name, otherwise) =>
    process.env[`npm_config_electron_${name}`] ?? process.env[`ELECTRON_${name.toUpperCase()}`] ?? otherwise;
  const base = setting('mirror', 'https://github.com/electron/electron/releases/download/');
  const dir = setting('custom_dir', `v${version}`).replace('{{ version }}', version);
  return `${base}${dir}/${setting('custom_filename', `electron-v${version}-${process.platform}-${process.arch}.zip`)}`;
}

/** Whether the program could be fetched now: one request for headers, three seconds at most. */
export async function canFetchElectron() {
  try {
    const answer = await fetch(downloadAddress(), { method: 'HEAD', signal: AbortSignal.timeout(3000) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Fetches the program as the package would, with its progress shown and a limit of five minutes. */
export async function fetchElectron() {
  const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: ['ignore', 2, 2], timeout: 300_000 });
  await new Promise((done) => child.once('error', done).once('exit', done));
  return electronBinary();
}
