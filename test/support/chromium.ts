import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { slowed } from './slow.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** The Chromium that end-to-end tests run in: `CHROMIUM` names another one than the system's. */
export function chromiumPath(): string {
  const named = process.env['CHROMIUM'];
  const found = [...(named === undefined ? [] : [named]), ...PLACES].find((place) => existsSync(place));
  if (found === undefined) throw new Error('no Chromium: install Debian\'s "chromium", or name one in CHROMIUM');
  return found;
}

/** Nothing of Chromium's own that opens connections, and no sandbox, which a container's root cannot have. */
export const CHROMIUM_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium; close it in `afterAll`. */
export async function openChromium(more: readonly string[] = []): Promise<Browser> {
  return slowed(await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS, ...more] }));
}
