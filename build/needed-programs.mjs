// The programs that tests run: the system's own, or Debian's through apt where we may install them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

function findChromium() {
  const named = process.env['CHROMIUM'];
  return [...(named === undefined ? [] : [named]), ...PLACES].find((place) => existsSync(place));
}

/** @param {readonly string[]} args */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] }).status === 0;
}

/** Installs Debian's package as root; else nothing. @param {string} name */
function installPackage(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  process.stderr.write(`Installing ${name} with apt.\n`);
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', name]);
}

/** Makes sure there is a Chromium; throws one line that says what to install. */
export function needChromium() {
  if (findChromium() === undefined) installPackage('chromium');
  if (findChromium() === undefined)
    throw new Error(
      'The tests need Chromium: install it (Debian: apt install chromium), or name its file in CHROMIUM.',
    );
}

const hasRedis = () => spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;

/** Makes sure there is a Redis server, which the tests of several relays start themselves. */
export function needRedis() {
  if (!hasRedis()) installPackage('redis-server');
  if (!hasRedis()) throw new Error('The tests need Redis: install it (Debian: apt install redis-server).');
}
