// A Chromium for the tests that need one: the system's, or Debian's through apt where we may install it.
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

/** Makes sure there is one; throws one line that says what to install. */
export function needChromium() {
  if (findChromium() !== undefined) return;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    process.stderr.write('Installing chromium with apt.\n');
    const install = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];
    apt(['update', '-qq']);
    apt(install);
  }
  if (findChromium() === undefined)
    throw new Error(
      'The tests need Chromium: install it (Debian: apt install chromium), or name its file in CHROMIUM.',
    );
}
