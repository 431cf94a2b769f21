import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { shellScene } from '../../support/electron/scene.ts';

const scene = shellScene();

const addressOf = (page: Page) => page.evaluate(async () => (await window.host?.relay())?.url ?? '');

describe('the application’s own relay', () => {
  it('H12 starts when it is asked for, once, and a plain browser reads from it', async () => {
    const application = await scene.start();
    const page = await application.firstWindow();
    const [url, again] = await Promise.all([addressOf(page), addressOf(page)]);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(again).toBe(url);

    const other = await scene.browser.newContext();
    onTestFinished(() => other.close());
    const visitor = await other.newPage();
    await visitor.goto(url);
    await visitor.waitForSelector('#root > *');
    expect(await visitor.evaluate(() => 'host' in window)).toBe(false);
    expect(await visitor.title()).toBe(await page.title());

    await application.close();
    await expect(fetch(url)).rejects.toThrow();
  });

  it('H5 lets the window speak to the relay over HTTP and by socket, as app://bundle', async () => {
    const application = await scene.start();
    const page = await application.firstWindow();
    const url = await addressOf(page);
    const answer = await page.evaluate(async (to) => (await fetch(`${to}api/none`)).status, url);
    expect(answer).toBe(404);
    // Without an invitation the relay lets nobody in; that it says so shows that the socket reached it.
    const heard = await page.evaluate(
      (to) =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket(`${to.replace('http', 'ws')}none/text`);
          const refused: string[] = [];
          document.addEventListener('securitypolicyviolation', () => refused.push('policy'));
          socket.addEventListener('error', () => refused.push('error'));
          socket.addEventListener('close', (event) => resolve([...refused, event.code].join(' ')));
          socket.addEventListener('open', () => socket.close(1000));
        }),
      url,
    );
    expect(heard).not.toContain('policy');
  });

  it('H12 takes another port where the one asked for is taken', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    const application = await scene.start({ args: ['--port', String(port)] });
    const url = await addressOf(await application.firstWindow());
    expect(new URL(url).port).not.toBe(String(port));
  });

  it('H12 says that there is none where its folder is in use, and tries again when asked again', async () => {
    const home = scene.folder();
    const { openLevelJournal } = await import('../../../electron/relay/journal/level-journal.ts');
    const holder = await openLevelJournal(join(home, 'data/relay/journal'), { retryMs: 1000 });
    const application = await scene.start({ home });
    const page = await application.firstWindow();
    const reason = await page.evaluate(() =>
      window.host?.relay().then(
        () => 'started',
        (error: Error) => error.message,
      ),
    );
    expect(reason).toBe('relay-unavailable');
    await holder.close();
    expect(await addressOf(page)).toMatch(/^http:/);
  });
});

describe('one application a data folder', () => {
  it('H10 a second start ends, and its invitation opens in the first', async () => {
    const home = scene.folder();
    const first = await scene.start({ home });
    const page = await first.firstWindow();
    const second = await scene.start({ home, args: ['rostrum://join?m=1#token'] });
    await second.ended;
    expect(await second.windows()).toEqual([]);
    await expect.poll(() => page.evaluate(() => location.search + location.hash)).toBe('?m=1#token');
  });

  it('H10 opens on the invitation it was started with, and follows a link, and no other', async () => {
    const application = await scene.start({ args: ['rostrum://join#first'] });
    const page = await application.firstWindow();
    const place = () => page.evaluate(() => location.search + location.hash);
    await expect.poll(place).toBe('#first');
    const follow = (link: string) =>
      application.evaluate(({ app }, given) => {
        app.emit('second-instance', {}, ['/opt/rostrum/rostrum', given], '/', undefined);
      }, link);
    const others = [
      'rostrum://other#no',
      'https://join/#no',
      'rostrum:join#no',
      'rostrum://join.example#no',
      `rostrum://join#${'x'.repeat(8192)}`,
    ];
    for (const other of others) await follow(other);
    await follow('rostrum://join#second');
    await expect.poll(place).toBe('#second');
  });

  it('H10 quits on request, and shows a fatal error before it ends', async () => {
    const application = await scene.start();
    await application.firstWindow();
    application.process.emit('uncaughtException', new Error('broken'));
    await application.ended;
    const shown = application.double.calls.find(({ name }) => name === 'dialog.showErrorBox');
    expect(shown?.args).toEqual(['Rostrum', 'Error: broken']);
  });

  it.each([
    ['fr-CH', 'Fichier'],
    ['ar', 'ملف'],
  ])('H1 names its menus in the language of %s', async (locale, label) => {
    const application = await scene.start({ locale });
    await application.firstWindow();
    const menu = application.double.calls.find(({ name }) => name === 'Menu.setApplicationMenu')?.args[0] as {
      readonly template: readonly { readonly label?: string }[];
    };
    expect(menu.template.map((each) => each.label)).toContain(label);
  });
});
