import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FIRST } from '../../session/request.ts';
import { openChromium } from '../../support/chromium.ts';
import { bundleForPage } from '../../support/page-bundle.ts';
import { relayOnLoopback, type TestRelay } from '../../support/relay-on-loopback.ts';
import type { MeetingInPage } from './page.ts';

let browser: Browser;
let script: string;
let rendererDir: string;
let relay: TestRelay;
let machine: BrowserContext;

beforeAll(async () => {
  rendererDir = await mkdtemp(join(tmpdir(), 'rostrum-page-'));
  await writeFile(join(rendererDir, 'index.html'), '<!doctype html><title>Rostrum</title>');
  script = await bundleForPage('test/e2e/session/page.ts');
  browser = await openChromium(['--host-resolver-rules=MAP relay.test 127.0.0.1']);
});
afterAll(async () => {
  await browser?.close();
  await rm(rendererDir, { recursive: true, force: true });
});
beforeEach(async () => {
  relay = await relayOnLoopback({ rendererDir, names: ['relay.test'] });
  machine = await browser.newContext();
});
afterEach(async () => {
  await machine.close();
  await relay.close();
});

/** A window on the relay's page, with the meeting's functions in it. */
async function open(context = machine, url = relay.url): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(script);
  return page;
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.evaluate(script);
}

type Calls = {
  [Name in keyof MeetingInPage]: (
    ...args: Parameters<MeetingInPage[Name]>
  ) => Promise<Awaited<ReturnType<MeetingInPage[Name]>>>;
};

/** The meeting open in a page, called from here. */
function inPage(page: Page): Calls {
  return new Proxy({} as Calls, {
    get:
      (_calls, name: string) =>
      (...args: unknown[]) =>
        page.evaluate(
          ([called, given]) =>
            (globalThis as unknown as { meeting: Record<string, (...args: unknown[]) => unknown> }).meeting[called]?.(
              ...given,
            ),
          [name, args] as const,
        ),
  });
}

/** A chair on a machine of its own, and EU, who came by the invitation's link. */
async function met(): Promise<{ readonly chair: Calls; readonly eu: Calls; readonly page: Page }> {
  const chair = inPage(await open(await browser.newContext()));
  await chair.make();
  const page = await open(machine, await chair.invite('EU'));
  const eu = inPage(page);
  await eu.joinFromAddress();
  return { chair, eu, page };
}

describe('what this machine keeps', () => {
  test('O2 words written offline outlive the window, are counted after a reload, and are sent when the line is back', async () => {
    const chair = inPage(await open(await browser.newContext()));
    await chair.make();
    const link = await chair.invite('EU');
    const page = await open();
    const eu = inPage(page);
    await eu.join(link);
    await eu.untilSaved();
    await relay.stop();
    for (const letter of 'kept') await eu.write(FIRST, 0, letter);
    await expect.poll(() => eu.save()).toMatchObject({ type: 'offline', pending: 4, kept: true });

    await relay.start();
    await relay.stop();
    await page.close();
    // The page comes from the relay; a window that is open already stands in for the desktop application's own page.
    await relay.start();
    const again = await open();
    await relay.stop();
    await inPage(again).reopen();
    await expect.poll(() => inPage(again).text(FIRST)).toMatch(/^tpekStates/);
    await expect.poll(() => inPage(again).save()).toMatchObject({ pending: 4, kept: true });

    await relay.start();
    await inPage(again).untilSaved();
    await chair.untilText(FIRST, 'tpekStates');
  });

  test('O2 a window that closes before the acknowledgement loses nothing', async () => {
    const chairPage = await open(await browser.newContext());
    const chair = inPage(chairPage);
    await chair.make();
    const link = await chair.invite('EU');
    const page = await open();
    const eu = inPage(page);
    await eu.join(link);
    await eu.untilSaved();
    await eu.goOffline();
    await eu.write(FIRST, 0, 'last words ');
    await page.close();
    const again = await open();
    await inPage(again).reopen();
    await inPage(again).untilSaved();
    await chair.untilText(FIRST, 'last words ');
    await expect.poll(() => chair.text(FIRST)).toBe(await inPage(again).text(FIRST));
  });

  test('O2 a window that hangs on the last word and is killed loses nothing', async () => {
    const page = await open();
    const chair = inPage(page);
    await chair.make();
    await chair.untilSaved();
    await chair.goOffline();
    const hangs = page.waitForEvent('console', (message) => message.text() === 'hangs');
    const hung = chair.writeAndHang(FIRST, 0, 'last words ').catch(() => 'ended');
    await hangs;
    await page.close();
    expect(await hung).toBe('ended');
    const again = await open();
    await inPage(again).reopen();
    expect(await inPage(again).text(FIRST)).toMatch(/^last words States/);
  });

  test('O15 words that were set aside with a change that was not taken are shown, until they are let go', async () => {
    const { eu, page } = await met();
    await eu.write(FIRST, 0, 'sent ');
    await eu.untilSaved();
    await eu.goOffline();
    await eu.write(FIRST, 0, 'honest ');
    await eu.breakRule();
    await expect.poll(() => eu.save()).toMatchObject({ type: 'refused', stopped: true });
    await eu.write(FIRST, 0, 'very ');
    await page.close();

    const left = [
      { provision: FIRST, before: '', words: 'very honest ', after: expect.stringMatching(/^sent States/) },
    ];
    for (const _ of ['at the next start', 'at every start after it']) {
      const again = await open();
      await inPage(again).reopen();
      await inPage(again).untilSaved();
      expect(await inPage(again).text(FIRST)).toMatch(/^sent States/);
      await expect.poll(() => inPage(again).leftBehind()).toEqual(left);
      await again.close();
    }
    const last = inPage(await open());
    await last.reopen();
    await expect.poll(() => last.leftBehind()).toEqual(left);
    await last.dropLeftBehind();
    expect(await last.leftBehind()).toEqual([]);
    await expect.poll(async () => (await last.databases()).filter((name) => name.endsWith('text#0'))).toEqual([]);
    const after = inPage(await open());
    await after.reopen();
    await after.untilSaved();
    expect(await after.leftBehind()).toEqual([]);
  });

  test('O2 two windows of one person keep one copy, and each writes under a client of its own', async () => {
    const one = inPage(await open());
    await one.make();
    const two = inPage(await open());
    await two.reopen();
    await one.write(FIRST, 0, 'one ');
    await two.write(FIRST, 0, 'two ');
    await one.untilText(FIRST, 'two ');
    await two.untilText(FIRST, 'one ');
    await one.untilSaved();
    await two.untilSaved();
    await expect.poll(() => one.text(FIRST)).toBe(await two.text(FIRST));
  });

  test('O4 a network that goes and comes back is told, and what was written meanwhile goes out', async () => {
    const { chair, eu } = await met();
    await eu.untilSaved();
    await machine.setOffline(true);
    await eu.write(FIRST, 0, 'meanwhile ');
    await eu.untilOffline();
    await expect.poll(() => eu.save()).toMatchObject({ type: 'offline', pending: 1, kept: true });
    await machine.setOffline(false);
    await eu.untilSaved();
    await chair.untilText(FIRST, 'meanwhile ');
  });

  test('O10 a link opens the meeting, and the invitation leaves the address bar', async () => {
    const chair = inPage(await open(await browser.newContext()));
    await chair.make();
    const page = await open(machine, await chair.invite('MEX'));
    expect(page.url()).toContain('#/join/');
    expect(await inPage(page).joinFromAddress()).toBe(true);
    await expect.poll(() => page.url()).toBe(relay.url);
    await inPage(page).untilText(FIRST, 'national registers');
    expect(await inPage(page).joinFromAddress()).toBe(false);
    expect(relay.log.some((line) => /ey[\w-]+\.ey/.test(line))).toBe(false);
    await reload(page);
    await inPage(page).reopen();
    await inPage(page).untilSaved();
  });

  test('O11 what is forgotten is gone from this machine', async () => {
    const page = await open();
    await inPage(page).make();
    await inPage(page).untilSaved();
    await inPage(page).leave();
    const databases = async () => (await inPage(page).databases()).filter((name) => name.startsWith('rostrum/'));
    expect(await databases()).not.toEqual([]);
    await inPage(page).forget();
    await expect.poll(databases).toEqual([]);
    expect(await inPage(page).known()).toEqual([]);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('ey');
  });

  test('O12 everything works on the plain address of a relay in the room, which is no secure context', async () => {
    const chair = inPage(await open(await browser.newContext()));
    await chair.make();
    const link = (await chair.invite('EU')).replace('127.0.0.1', 'relay.test');
    const page = await open(machine, link);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    const eu = inPage(page);
    await eu.joinFromAddress();
    await eu.write(FIRST, 0, 'insecure ');
    await eu.untilSaved();
    await chair.untilText(FIRST, 'insecure ');
    await eu.leave();
    await reload(page);
    await eu.reopen();
    await expect.poll(() => eu.text(FIRST)).toMatch(/^insecure /);
  });
});
