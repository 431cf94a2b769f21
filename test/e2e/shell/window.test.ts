import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { atRest } from '../../support/at-rest.ts';
import { shellScene } from '../../support/electron/scene.ts';

const scene = shellScene();

/** A page of somebody else's, on this machine. */
async function foreignSite(body = '<h1>elsewhere</h1>'): Promise<{ readonly url: string; readonly hits: string[] }> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, hits };
}

const openedOutside = (application: Awaited<ReturnType<typeof scene.start>>) =>
  application.double.calls.filter(({ name }) => name === 'shell.openExternal').map(({ args }) => args[0]);

describe('the window', () => {
  it('H1 opens on the renderer, sandboxed and isolated', async () => {
    const application = await scene.start();
    const page = await application.firstWindow();
    await page.waitForSelector('#root > *');
    expect(application.double.windows[0]?.webContents.getURL()).toBe('app://bundle/index.html');
    expect(application.double.windows[0]?.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
    });
    expect(application.double.calls.map(({ name }) => name)).toContain('app.enableSandbox');
  });

  it('H2 shows its first screen without a word of complaint from the policy', async () => {
    const application = await scene.start();
    const page = await application.firstWindow();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.reload();
    await page.waitForSelector('#root > *');
    await atRest(page);
    expect(complaints).toEqual([]);
  });

  it('H1 refuses to navigate to another place, and hands a web address to the browser', async () => {
    const { url, hits } = await foreignSite();
    const application = await scene.start();
    const page = await application.firstWindow();
    const asked: { url: string; prevented: boolean }[] = [];
    application.double.windows[0]?.webContents.on('will-navigate', (details) =>
      asked.push({ url: details.url, prevented: details.defaultPrevented }),
    );
    for (const address of [url, 'https://www.example.org/a']) {
      await page.evaluate((to) => window.location.assign(to), address);
      await expect.poll(() => asked.at(-1)?.url).toBe(address);
    }
    expect(asked.every(({ prevented }) => prevented)).toBe(true);
    expect(page.url()).toContain('bundle.app.localhost');
    expect(hits).toEqual([]);
    expect(openedOutside(application)).toEqual(['https://www.example.org/a']);
  });

  it('H1 refuses a redirect, a frame of another place and an embedded view', async () => {
    const application = await scene.start();
    await application.firstWindow();
    const contents = application.double.windows[0]?.contents;
    for (const event of ['will-redirect', 'will-frame-navigate', 'will-navigate']) {
      let prevented = false;
      contents?.emit(event, { url: 'https://bundle.example/', preventDefault: () => (prevented = true) });
      expect(prevented, event).toBe(true);
      prevented = false;
      contents?.emit(event, { url: 'app://bundle/index.html', preventDefault: () => (prevented = true) });
      expect(prevented, event).toBe(false);
    }
    let prevented = false;
    contents?.emit('will-attach-webview', { preventDefault: () => (prevented = true) }, {}, {});
    expect(prevented).toBe(true);
  });

  it('H1 takes nothing that only looks like one for an own page', async () => {
    const application = await scene.start();
    await application.firstWindow();
    const strangers = [
      'app://bundle.example/',
      'app://other/index.html',
      'app://user@bundle/',
      'app://bundle:81/',
      'file:///etc/passwd',
      'http://bundle/',
      'about:blank',
      'no address',
    ];
    for (const url of strangers) {
      let prevented = false;
      const preventDefault = () => (prevented = true);
      application.double.windows[0]?.contents.emit('will-frame-navigate', { url, preventDefault });
      expect(prevented, url).toBe(true);
    }
  });

  it('H1 opens no window of the page’s making; https and letters go outside', async () => {
    const { url, hits } = await foreignSite();
    const application = await scene.start();
    const page = await application.firstWindow();
    const contents = application.double.windows[0]?.contents;
    const addresses = [url, 'https://www.example.org/b', 'mailto:chair@example.org', 'http://www.example.org/c'];
    for (const [index, address] of addresses.entries()) {
      await page.evaluate((to) => void window.open(to), address);
      await expect.poll(() => contents?.openings.length).toBe(index + 1);
    }
    expect(contents?.openings.map(({ action }) => action)).toEqual(['deny', 'deny', 'deny', 'deny']);
    expect(await application.windows()).toHaveLength(1);
    expect(hits).toEqual([]);
    expect(openedOutside(application)).toEqual(['https://www.example.org/b', 'mailto:chair@example.org']);
  });

  it('H1 the room display alone gets a second window, once, made by the application and as guarded as the first', async () => {
    const application = await scene.start();
    const page = await application.firstWindow();
    const display = 'app://bundle/index.html#/display/0123456789ab/CHAIR';
    const others = [
      'app://bundle/index.html',
      'app://bundle/index.html#/join/token',
      'app://bundle/index.html?x#/display/0123456789ab/CHAIR',
      'app://other/index.html#/display/0123456789ab/CHAIR',
      'app://bundle/index.html#/display/0123456789ab/CHAIR/more',
    ];
    for (const address of [...others, display, display]) await page.evaluate((to) => void window.open(to), address);
    const contents = application.double.windows[0]?.contents;
    await expect.poll(() => contents?.openings.length).toBe(others.length + 2);
    expect(contents?.openings.every(({ action }) => action === 'deny')).toBe(true);
    await expect.poll(() => application.double.windows[1]?.webContents.getURL()).toBe(display);
    const [, second] = application.double.windows;
    expect(application.double.windows).toHaveLength(2);
    expect(second?.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    });
  });

  it('H2 keeps Chromium from running what the bundle did not bring', async () => {
    const { url } = await foreignSite('document.foreign = true');
    const application = await scene.start();
    const page = await application.firstWindow();
    // From a timer of the page's own, because what a tool evaluates is excused from the policy.
    const outcome = await page.evaluate(
      (foreign) =>
        new Promise<Record<string, unknown>>((resolve) => {
          const violated: string[] = [];
          document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
          const ended = (element: HTMLElement) =>
            new Promise((done) => {
              for (const name of ['load', 'error']) element.addEventListener(name, done, { once: true });
            });
          const remote = document.createElement('script');
          remote.src = foreign;
          const inline = document.createElement('script');
          inline.textContent = 'document.inlined = true';
          const frame = document.createElement('iframe');
          frame.src = foreign;
          const image = document.createElement('img');
          image.src = `${foreign}x.png`;
          setTimeout(() => {
            document.body.append(remote, inline, frame, image);
            try {
              // oxlint-disable-next-line no-eval -- that it does not run is what is shown
              (0, eval)('document.evaluated = true');
            } catch {
              violated.push('eval');
            }
          });
          const marks = document as unknown as Record<string, unknown>;
          // The frame, the image and the remote script have each come to an end when they say so.
          void Promise.all([ended(remote), ended(frame), ended(image)]).then(() =>
            setTimeout(() =>
              resolve({
                violated: [...new Set(violated)].toSorted(),
                ran: ['foreign', 'inlined', 'evaluated'].filter((name) => marks[name]),
              }),
            ),
          );
        }),
      url,
    );
    expect(outcome['ran']).toEqual([]);
    expect(outcome['violated']).toEqual(
      expect.arrayContaining(['eval', 'frame-src', 'img-src', 'script-src', 'script-src-elem']),
    );
  });

  it('H2 sends the policy with everything, refusals too', async () => {
    const application = await scene.start();
    const page = await application.firstWindow();
    for (const path of ['index.html', 'missing.js']) {
      const policy = await page.evaluate(async (to) => (await fetch(to)).headers.get('content-security-policy'), path);
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toMatch(/unsafe-(inline|eval)|\*/);
    }
  });

  it('H11 serves nothing from above the bundle', async () => {
    const application = await scene.start();
    const page = await application.firstWindow();
    const paths = [
      '/../electron/main/main.cjs',
      '/..%2felectron%2fmain%2fmain.cjs',
      '/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/%2f%2fetc%2fpasswd',
      '/index.html%00.js',
      '/../renderer-other/x.js',
    ];
    for (const path of paths) {
      const handler = [...application.double.schemeHandlers.values()][0];
      const direct = await handler?.(new Request(`app://bundle${path}`));
      expect(direct?.status, path).toBe(404);
      expect(await page.evaluate(async (to) => (await fetch(to)).status, path), path).toBe(404);
    }
    const posted = await page.evaluate(async () => (await fetch('/index.html', { method: 'POST' })).status);
    expect(posted).toBe(403);
  });

  it('H5 reaches a relay near by, and gets no other permission', async () => {
    const { url, hits } = await foreignSite('reached');
    const application = await scene.start();
    const page = await application.firstWindow();
    expect(await page.evaluate(async (to) => (await fetch(to)).text(), url)).toBe('reached');
    expect(hits).toEqual(['/']);
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'midi', 'clipboard-read'] as unknown as PermissionName[];
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
    });
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
  });

  it('H5 answers requests by the table, for an own page’s main frame alone', async () => {
    const application = await scene.start();
    await application.firstWindow();
    const request = application.double.requestPermission() as unknown as (
      contents: unknown,
      permission: string,
      answer: (granted: boolean) => void,
      details: { readonly isMainFrame: boolean; readonly requestingUrl: string },
    ) => void;
    const own = 'app://bundle/index.html';
    const rows: readonly (readonly [string, string, boolean, boolean])[] = [
      ['local-network', own, true, true],
      ['loopback-network', own, true, true],
      ['local-network-access', own, true, true],
      ['local-network-access', own, false, false],
      ['local-network-access', 'https://bundle.example/', true, false],
      ['media', own, true, false],
      ['openExternal', own, true, false],
      ['geolocation', own, true, false],
    ];
    for (const [permission, requestingUrl, isMainFrame, expected] of rows) {
      let granted: boolean | undefined;
      request(undefined, permission, (answer) => (granted = answer), { isMainFrame, requestingUrl });
      expect(granted, `${permission} ${requestingUrl}`).toBe(expected);
    }
  });

  it('H9 loads a page again after a crash, three times, and then asks', async () => {
    const application = await scene.start();
    await application.firstWindow();
    await application.evaluate(({ dialog }) => {
      const asked: string[] = [];
      Object.assign(globalThis, { asked });
      dialog.showMessageBox = (async (_window: unknown, options: Electron.MessageBoxOptions) => {
        asked.push(options.message);
        return { response: 0, checkboxChecked: false };
      }) as typeof dialog.showMessageBox;
    });
    const asked = () => application.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
    for (const crash of [1, 2, 3, 4]) {
      const [before] = await application.windows();
      const cdp = await before?.context().newCDPSession(before);
      // The answer never comes: the page that would send it is gone.
      void cdp?.send('Page.crash').catch(() => undefined);
      await expect.poll(async () => (await application.windows())[0] !== before).toBe(true);
      const [after] = await application.windows();
      await after?.waitForSelector('#root > *');
      await expect.poll(async () => (await asked()).length).toBe(crash === 4 ? 1 : 0);
    }
  });
});
