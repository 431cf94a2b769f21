import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type * as Electron from 'electron';
import type { CDPSession, Page, Route } from 'playwright-core';
import { type Encoded, makeCodec } from './codec.ts';
import type { Desk } from './desk.ts';
import type { IpcHandlers } from './ipc-main.ts';
import { BINDING, ISOLATED_WORLD, receiveBridge, runPreload, SETTLE } from './page/worlds.ts';
import { preventable } from './strict.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

const codec = makeCodec();
const MAIN_WORLD_KEY = 'rostrum-double';

/** A page of Chromium as the application's WebContents: made at once, as Electron's are, and opened soon after. */
export class Contents extends EventEmitter {
  /** What was asked of `window.open` and answered, for tests. */
  readonly openings: { readonly url: string; readonly action: string }[] = [];
  readonly #desk: Desk;
  readonly #ipc: IpcHandlers;
  readonly #preload: string | undefined;
  #page: Promise<Page>;
  #address = '';
  /** Navigations that the application itself asked for, which its own guards are not asked about. */
  #own = 0;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #isDestroyed = false;

  constructor(desk: Desk, ipc: IpcHandlers, preload: string | undefined) {
    super();
    this.#desk = desk;
    this.#ipc = ipc;
    this.#preload = preload;
    this.#page = this.#open();
  }

  /** The page behind it; another one after a crash. */
  page(): Promise<Page> {
    return this.#page;
  }

  async #open(): Promise<Page> {
    const page = await this.#desk.context.newPage();
    const cdp = await this.#desk.context.newCDPSession(page);
    await cdp.send('Page.enable');
    await this.#installPreload(cdp);
    await page.route('**/*', (route) => this.#onRequest(route, page));
    cdp.on('Page.windowOpen', ({ url }) => {
      const { action } = this.#openHandler({ url: this.#desk.inward(url) } as Electron.HandlerDetails);
      this.openings.push({ url: this.#desk.inward(url), action });
    });
    page.on('popup', (popup) => void popup.close());
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 }));
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.#address = this.#desk.inward(frame.url());
    });
    return page;
  }

  async #installPreload(cdp: CDPSession): Promise<void> {
    if (this.#preload === undefined) return;
    const source = readFileSync(this.#preload, 'utf8');
    const names = JSON.stringify({
      binding: BINDING,
      settle: SETTLE,
      secret: `${MAIN_WORLD_KEY}-${randomBytes(8).toString('hex')}`,
    });
    const preload = `(require, module = {exports: {}}, exports = module.exports) => {${source}\n}`;
    const codecText = `(${makeCodec.toString()})()`;
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: ISOLATED_WORLD });
    cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      void this.#onInvoke(cdp, payload, executionContextId);
    });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${runPreload.toString()})(${codecText}, ${names}, ${preload})`,
      worldName: ISOLATED_WORLD,
    });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${receiveBridge.toString()})(${names})` });
  }

  async #onInvoke(cdp: CDPSession, payload: string, contextId: number): Promise<void> {
    const message = JSON.parse(payload) as { id: number; channel: string; args: Encoded };
    const frame = { url: this.#address, parent: null } as unknown as Electron.WebFrameMain;
    const settle = (ok: boolean, value: Encoded) =>
      cdp.send('Runtime.evaluate', {
        expression: `${SETTLE}(${message.id}, ${ok}, ${JSON.stringify(value)})`,
        contextId,
      });
    try {
      const args = codec.decode(message.args) as unknown[];
      const value = await this.#ipc.deliver(message.channel, { sender: this.asElectron(), senderFrame: frame }, args);
      await settle(true, codec.encode(value));
    } catch (error) {
      // The page may have gone meanwhile; then there is nobody to tell.
      await settle(false, error instanceof Error ? error.message : String(error)).catch(() => undefined);
    }
  }

  async #onRequest(route: Route, page: Page): Promise<void> {
    const request = route.request();
    if (request.isNavigationRequest() && this.#own === 0) {
      const isMainFrame = request.frame() === page.mainFrame();
      const details = { url: this.#desk.inward(request.url()), isMainFrame, isSameDocument: false };
      const events = [preventable(details), preventable(details)] as const;
      if (isMainFrame) this.emit('will-navigate', events[0]);
      this.emit('will-frame-navigate', events[1]);
      if (events.some((event) => event.defaultPrevented)) return route.abort('aborted');
    }
    return this.#desk.serve(route);
  }

  async #load(action: (page: Page) => Promise<unknown>): Promise<void> {
    const page = await this.#page;
    this.#own += 1;
    try {
      await action(page);
      this.emit('did-finish-load');
    } finally {
      this.#own -= 1;
    }
  }

  async loadURL(address: string): Promise<void> {
    await this.#page;
    await this.#desk.applyPermissions(address);
    await this.#load((page) => page.goto(this.#desk.outward(address)));
  }

  /** A page that crashed cannot be loaded again in Chromium's tools, so another one takes its place. */
  reload(): void {
    void this.#page.then(async (page) => {
      const address = this.#address;
      await page.close();
      this.#page = this.#open();
      await this.loadURL(address);
    });
  }

  getURL(): string {
    return this.#address;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const cdp = await this.#desk.context.newCDPSession(await this.#page);
    const { pageSize: _named, margins: _inches, pageRanges, ...same } = options;
    const { data } = await cdp.send('Page.printToPDF', { ...same, ...(pageRanges ? { pageRanges } : {}) });
    await cdp.detach();
    return Buffer.from(data, 'base64');
  }

  async destroy(): Promise<void> {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    await (await this.#page).close();
    this.emit('destroyed');
  }

  /** What is modelled is checked against Electron's own declarations; the application sees it as the whole. */
  asElectron(): Electron.WebContents {
    return modelled(this);
  }
}

type Modelled = Pick<
  Electron.WebContents,
  'loadURL' | 'reload' | 'getURL' | 'isDestroyed' | 'setWindowOpenHandler' | 'printToPDF'
>;

function modelled(contents: Contents): Electron.WebContents {
  return contents satisfies Modelled as Modelled as Electron.WebContents;
}
