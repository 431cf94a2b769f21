import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { builtStage } from '../../support/built-stage.ts';
import { openChromium } from '../../support/chromium.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** A page that shares its process with no other is told the time to 5 microseconds, any other to 100. */
const ALONE = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

/** The harness page, built once and served on loopback, and a browser to open it in. */
export interface Stage {
  readonly browser: Browser;
  readonly page: Page;
  readonly cdp: CDPSession;
  /** What the page said went wrong since it was last emptied. */
  readonly errors: string[];
  /** Where the page is served. */
  readonly url: string;
  close(): Promise<void>;
}

/** `root`: the folder of the page. */
export async function openStage(root = 'test/e2e/editor'): Promise<Stage> {
  const { folder: out, drop } = await builtStage(root.replaceAll('/', '-'), {
    root: resolve(root),
    configFile: false,
    logLevel: 'warn',
    base: './',
    plugins: [react()],
    resolve: { dedupe: ['yjs', 'lexical', 'react', 'react-dom'] },
    build: { reportCompressedSize: false, chunkSizeWarningLimit: 9000 },
  });
  const server = await serve(out);
  const { port } = server.address() as AddressInfo;
  const browser = await openChromium();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const url = `http://127.0.0.1:${port}/index.html`;
  await page.goto(url);
  await page.waitForSelector('html[data-ready=yes]');
  return {
    browser,
    page,
    cdp: await context.newCDPSession(page),
    errors,
    url,
    async close() {
      await browser.close();
      await new Promise((done) => server.close(done));
      await drop();
    },
  };
}

async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = resolve(folder, `.${new URL(request.url ?? '/', 'http://local').pathname}`);
    stat(path)
      .then((found) => {
        if (!path.startsWith(folder) || !found.isFile()) throw new Error('no such file');
        response.writeHead(200, { ...ALONE, 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
        createReadStream(path).pipe(response);
      })
      .catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}
