import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openChromium } from '../chromium.ts';
import { type Application, launch, type LaunchOptions } from './launch.ts';

export interface Scene {
  /** Starts the application in an empty home; it is closed after the test. */
  start(options?: Partial<Omit<LaunchOptions, 'browser'>>): Promise<Application>;
  /** A fresh folder that goes after the test. */
  folder(): string;
  readonly browser: Browser;
}

/** One Chromium for a file of specs, and applications that end with their test. */
export function shellScene(): Scene {
  let browser: Browser | undefined;
  const open: Application[] = [];
  const folders: string[] = [];
  const appDir = process.env['APP_DIR'];

  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'rostrum-shell-'));
    folders.push(made);
    return made;
  };
  const theBrowser = () => {
    if (browser === undefined) throw new Error('the browser opens before the first test');
    return browser;
  };

  beforeAll(async () => {
    browser = await openChromium();
  });
  afterEach(async () => {
    for (const application of open.splice(0)) await application.close();
    for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
  });
  afterAll(() => browser?.close());

  return {
    async start(options = {}) {
      const home = options.home ?? folder();
      const args = ['--data', join(home, 'data'), '--port', '0', ...(options.args ?? [])];
      const packed = appDir === undefined ? {} : { appDir };
      const application = await launch({ browser: theBrowser(), ...packed, ...options, home, args });
      open.push(application);
      return application;
    },
    folder,
    get browser() {
      return theBrowser();
    },
  };
}
