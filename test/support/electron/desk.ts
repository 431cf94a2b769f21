import { EventEmitter } from 'node:events';
import type { Browser, BrowserContext, CDPSession, Route } from 'playwright-core';
import type * as Electron from 'electron';
import { inward, outward } from './address.ts';

type PermissionCheck = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>;

/** Chromium's names for what Electron's check handler is asked about, as far as a page here could use it. */
const PERMISSIONS = [
  'local-network-access',
  'local-network',
  'loopback-network',
  'clipboard-read',
  'clipboard-sanitized-write',
  'geolocation',
  'notifications',
  'midi',
] as const satisfies readonly Parameters<PermissionCheck>[1][];

/** CDP calls one of them by another name. */
const CDP_NAMES = new Map<string, string>([['clipboard-sanitized-write', 'clipboard-write']]);

/** What one running application holds: its session's handlers and the browser that shows its windows. */
export class Desk {
  readonly browser: Browser;
  readonly context: BrowserContext;
  /** Kept open, because Chromium takes its permissions back when the session that set them ends. */
  #overrides: Promise<CDPSession> | undefined;
  /** Schemes registered before the application was ready. */
  readonly schemes = new Set<string>();
  readonly schemeHandlers = new Map<string, (request: Request) => Response | Promise<Response>>();
  readonly sessionEvents = new EventEmitter();
  checkPermission: PermissionCheck | undefined;
  requestPermission: Parameters<Electron.Session['setPermissionRequestHandler']>[0] = null;

  constructor(browser: Browser, context: BrowserContext) {
    this.browser = browser;
    this.context = context;
  }

  outward(address: string): string {
    return outward(address, this.schemes);
  }

  inward(address: string): string {
    return inward(address, this.schemes);
  }

  /** Answers a request under a scheme of the application's own, by the application's own handler. */
  async serve(route: Route): Promise<void> {
    const address = this.inward(route.request().url());
    const handler = this.schemeHandlers.get(new URL(address).protocol.slice(0, -1));
    if (handler === undefined) return route.continue();
    const response = await handler(new Request(address, { method: route.request().method() }));
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  /** Grants Chromium for an origin exactly what the application's check handler grants, and denies the rest. */
  async applyPermissions(address: string): Promise<void> {
    const origin = new URL(this.outward(address)).origin;
    this.#overrides ??= this.browser.newBrowserCDPSession();
    const cdp = await this.#overrides;
    const page = this.context.pages()[0];
    const target = page === undefined ? undefined : await this.context.newCDPSession(page);
    const info = await target?.send('Target.getTargetInfo');
    const browserContextId = info?.targetInfo.browserContextId;
    for (const permission of PERMISSIONS) {
      const granted = this.checkPermission?.(null, permission, new URL(address).href, {
        isMainFrame: true,
        requestingUrl: address,
        securityOrigin: address,
      } as Electron.PermissionCheckHandlerHandlerDetails);
      await cdp.send('Browser.setPermission', {
        permission: { name: CDP_NAMES.get(permission) ?? permission },
        setting: granted === true ? 'granted' : 'denied',
        origin,
        ...(browserContextId === undefined ? {} : { browserContextId }),
      });
    }
    await target?.detach();
  }

  async close(): Promise<void> {
    await (await this.#overrides)?.detach();
    await this.context.close();
  }
}
