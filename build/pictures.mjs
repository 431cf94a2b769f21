// `npm run pictures`: makes the pictures of the README from the demonstration meeting, in a real browser over a relay.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { takeBracketLife } from './bracket-life.mjs';
import { build } from './build.mjs';

const root = resolve(import.meta.dirname, '..');
const pictures = join(root, 'docs/pictures');
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

await build();
mkdirSync(pictures, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'rostrum-pictures-'));
const relay = spawn(
  process.execPath,
  ['out/cli/main.mjs', 'relay', '--port', '0', '--data', data, '--renderer', 'out/renderer'],
  { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
);
try {
  const address = await addressOf(relay);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1.5 });
    await page.goto(address);
    await page.getByRole('button', { name: 'Open the demonstration' }).click();
    await page.locator('[data-provision]').getByText('where it is not yet marked').first().click();
    await page.waitForTimeout(1_000);
    await page.screenshot({ path: join(pictures, 'drafting.png') });
    await page.keyboard.press('F4');
    await page.getByText('What stands between us and consensus').waitFor();
    await page.getByText('States expressed concern').locator('visible=true').first().click();
    await page.waitForTimeout(1_000);
    await page.screenshot({ path: join(pictures, 'board.png') });
    await takeBracketLife(browser, { address, folder: pictures });
  } finally {
    await browser.close();
  }
} finally {
  relay.kill('SIGINT');
  await new Promise((ended) => relay.once('exit', ended));
  rmSync(data, { recursive: true, force: true });
}

/**
 * Where the relay says it is; rejects when it ends without saying so.
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, null>} child
 * @returns {Promise<string>}
 */
function addressOf(child) {
  return new Promise((found, failed) => {
    let said = '';
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
      said += chunk.toString();
      const address = /https?:\/\/[^\s"]+/.exec(said)?.[0];
      if (address) found(address);
    });
    child.once('exit', (code) => failed(new Error(`the relay ended with ${code}: ${said}`)));
  });
}
