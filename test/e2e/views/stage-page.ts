import { resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { preview } from 'vite';
import { violationsOn, type Violation } from '../../support/axe.ts';
import { builtStage } from '../../support/built-stage.ts';
import { openChromium } from '../../support/chromium.ts';

const CONFIG = resolve(import.meta.dirname, '../../stage/vite.config.ts');

export interface StagePage {
  readonly page: Page;
  /** What the page said went wrong. */
  readonly errors: string[];
  /** What axe finds wrong on the page as it stands. */
  violations(): Promise<readonly Violation[]>;
  close(): Promise<void>;
}

export interface Look {
  readonly language?: 'en' | 'ar' | 'zh' | 'fr' | 'ru' | 'es';
  readonly theme?: 'light' | 'dark';
  readonly context?: BrowserContextOptions;
  /** Done to the page before it is opened. */
  ready?(page: Page): Promise<void>;
}

/** The stage, built once and served on loopback, and pages on it. */
export interface ViewStage {
  open(query: string, look?: Look): Promise<StagePage>;
  close(): Promise<void>;
}

/** `config` where the caller is bundled and no longer stands beside the stage. */
export async function openViewStage(config = CONFIG): Promise<ViewStage> {
  const { folder: outDir, drop } = await builtStage('stage', { configFile: config, logLevel: 'error' });
  const server = await preview({
    configFile: config,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, strictPort: false, host: '127.0.0.1', open: false },
  });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('the stage is not served');
  const browser = await openChromium();
  return {
    open: (query, look = {}) => openPage(browser, `${address}${query}`, look),
    async close() {
      await browser.close();
      await server.close();
      await drop();
    },
  };
}

async function openPage(browser: Browser, address: string, look: Look): Promise<StagePage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: look.theme ?? 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...look.context,
  });
  await context.addInitScript((language) => localStorage.setItem('rostrum.language', language), look.language ?? 'en');
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await look.ready?.(page);
  await page.goto(address);
  await page.getByRole('main').first().waitFor();
  return {
    page,
    errors,
    violations: () => violationsOn(page),
    close: () => context.close(),
  };
}
