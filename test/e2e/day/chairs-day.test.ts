import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../../support/chromium.ts';
import { relayOnLoopback, type TestRelay } from '../../support/relay-on-loopback.ts';
import { framesHold } from '../../support/watched-page.ts';
import {
  caretAfter,
  invite,
  openView,
  provisionWith,
  RENDERER,
  select,
  takeSeat,
  words,
  type Seat,
} from '../path/room.ts';

const CODES = ['ARV', 'BMR', 'CST', 'DOV', 'EMK', 'FER', 'GAD', 'HVN', 'ITR', 'JOV'] as const;
type Code = (typeof CODES)[number];

/** A chair's day with twelve browsers: the chair, ten delegations and an observer, from the opening to Rev.1. */
describe('a chair’s day', () => {
  let browser: Browser;
  let relay: TestRelay;
  let chair: Seat;
  let observer: Seat;
  const delegations = new Map<Code, Seat>();
  const at = (code: Code): Seat => delegations.get(code)!;
  const everybody = (): Seat[] => [chair, ...delegations.values()];
  /** Ids of provisions, which stay when their words change. */
  let withdrawals: string;
  let surplus: string;
  let marking: string;

  const part = (page: Page, name: string) =>
    page.locator('.procedure-part').filter({ has: page.getByRole('heading', { name, exact: true, level: 2 }) });
  const inTheRoom = async (page: Page) => {
    await openView(page, 'Draft');
    await page.getByRole('tab', { name: 'In the room' }).click();
  };
  /** All ten do it at once, as they would. */
  const together = (act: (code: Code) => Promise<void>) => Promise.all(CODES.map(act));
  const alike = async (id: string, expected: RegExp) => {
    for (const { page } of everybody()) await expect.poll(() => words(page, id)).toMatch(expected);
  };

  beforeAll(async () => {
    browser = await openChromium();
    relay = await relayOnLoopback({ rendererDir: RENDERER });
  });
  afterAll(async () => {
    await browser?.close();
    await relay?.close();
  });

  it('J12 the meeting opens: ten delegations and an observer join by the links that were made for them', async () => {
    chair = await takeSeat(browser, relay.url);
    const { page } = chair;
    await page.getByRole('button', { name: 'Open the demonstration' }).click();
    await page.getByText('Saved by the relay').waitFor();
    const link = await invite(page, { role: 'Observer', name: 'Small Arms Watch', person: 'Nia Obi' });
    await page.getByRole('button', { name: /^Make 14 invitations/ }).click();
    await page.getByRole('button', { name: 'All have one' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    const table = (await readFile(await download.path(), 'utf8')).trim().split('\r\n').slice(1);
    const links = new Map(table.map((line) => [line.split(',')[0], line.split(',').at(-1)]));
    await together(async (code) => {
      const seat = await takeSeat(browser, links.get(code)!);
      delegations.set(code, seat);
      await seat.page.getByText('Saved by the relay').waitFor();
    });
    observer = await takeSeat(browser, link);
    await observer.page.getByText('Nothing has been published yet').waitFor();
    await openView(page, 'Draft');
    withdrawals = await provisionWith(page, 'who has access to them');
    surplus = await provisionWith(page, 'what is surplus to their needs');
    marking = await provisionWith(page, 'mark every small arm');
    await expect.poll(() => page.getByRole('button', { name: /\d+ here/ }).textContent()).toMatch(/1[12] here/);
  });

  it('J13 five delegations write in one paragraph at once; every word stands, in a bracket of its own', async () => {
    const writers = CODES.slice(0, 5);
    await Promise.all(writers.map((code) => caretAfter(at(code).page, withdrawals, 'every withdrawal')));
    await Promise.all(writers.map((code) => at(code).page.keyboard.type(` as ${code} asks`, { delay: 20 })));
    const all = writers.map((code) => `(?=.*as ${code} asks)`).join('');
    await alike(withdrawals, new RegExp(all, 's'));
    await select(at('FER').page, surplus, { from: 'identify', to: 'needs' });
    await at('FER').page.keyboard.press('Delete');
    await alike(surplus, /\[identify what is surplus to their needs\]/);
    const texts = () => Promise.all(everybody().map(({ page }) => words(page, withdrawals)));
    await expect.poll(async () => [...new Set(await texts())]).toHaveLength(1);
  });

  it('J14 the chair tests a landing zone: ten delegations answer, and the ruling changes every screen', async () => {
    const { page } = chair;
    await caretAfter(page, marking, 'mark every');
    await openView(page, 'Board');
    await page.getByRole('button', { name: /^Test in the room: .?should/ }).click();
    await page.getByRole('button', { name: 'Ask the room' }).click();
    const card = page.locator('.sounding');
    await card.waitFor();
    await together(async (code) => {
      await at(code)
        .page.locator('.sounding-bar')
        .getByRole('button', { name: /^Support/ })
        .focus();
      await at(code).page.keyboard.press('Digit2');
    });
    await card.getByText('10 of 13 seats have answered').waitFor();
    await card.getByText('Nobody who answered would object.').waitFor();
    await card.getByRole('button', { name: 'Record ruling' }).click();
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await openView(page, 'Draft');
    await alike(marking, /States should mark every small arm/);
    for (const { page: each } of delegations.values())
      await expect.poll(() => each.locator('.sounding-bar').count()).toBe(0);
  });

  it('J15 a silence is broken by one delegation, with its reason in sight of all', async () => {
    await inTheRoom(chair.page);
    const silence = part(chair.page, 'Silence procedure');
    await silence.getByRole('button', { name: 'Put words under silence' }).click();
    await silence.getByRole('button', { name: 'Circulate' }).click();
    for (const code of ['DOV', 'EMK'] as const) {
      await inTheRoom(at(code).page);
      await part(at(code).page, 'Silence procedure').locator('[data-silence="running"]').waitFor();
    }
    const mine = part(at('DOV').page, 'Silence procedure');
    await mine.getByLabel('Why your delegation objects').fill('Instructions have not come.');
    await mine.getByRole('button', { name: 'Break the silence' }).click();
    for (const page of [chair.page, at('EMK').page])
      await expect
        .poll(() => part(page, 'Silence procedure').locator('[data-silence="broken"]').textContent())
        .toMatch(/Broken by DOV .*Instructions have not come\./);
  });

  it('J16 the chair gavels a paragraph agreed ad ref, and all see it so', async () => {
    const { page } = chair;
    const stockpiles = await provisionWith(page, 'keep their stockpiles secure');
    await page.getByRole('tab', { name: 'Provision' }).click();
    await caretAfter(page, stockpiles, 'stockpiles');
    await page.getByRole('button', { name: 'Agree ad ref' }).first().click();
    for (const seat of [chair, at('ARV'), at('JOV')])
      await expect.poll(() => seat.page.getByRole('button', { name: /^Agreed ad ref 14\./ }).count()).toBe(1);
  });

  it('J17 a recorded vote on a paragraph: each on a device of its own, the result as the field writes it', async () => {
    const { page } = chair;
    await inTheRoom(page);
    const vote = part(page, 'Recorded vote');
    await vote.getByRole('button', { name: 'Open a vote' }).click();
    await vote.getByRole('button', { name: 'Open the vote' }).click();
    await together(async (code) => {
      await inTheRoom(at(code).page);
      const choice = code === 'GAD' || code === 'JOV' ? 'Abstain' : 'For';
      await part(at(code).page, 'Recorded vote').getByRole('button', { name: choice, exact: true }).click();
    });
    await vote.getByText('10 of 13 have voted').waitFor();
    await vote.getByRole('button', { name: 'Announce the result' }).click();
    for (const seat of everybody())
      await expect
        .poll(() => part(seat.page, 'Recorded vote').textContent())
        .toContain('Adopted by 8 to 0, with 2 abstentions');
  });

  it('J18 Rev.1 is published: the observer reads it, and has been sent nothing else all day', async () => {
    const { page } = chair;
    await openView(page, 'Chair’s desk');
    await page.getByRole('tab', { name: 'Publish' }).click();
    await page.getByRole('button', { name: 'Publish Rev.1' }).click();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Rev.1 is published.').waitFor();
    await observer.page.getByText('should mark every small arm').first().waitFor();
    const rooms = new Set(observer.frames.map(({ url }) => new URL(url).pathname.split('/').slice(3).join('/')));
    expect([...rooms]).toEqual(['record']);
    for (const secret of ['Instructions have not come', 'vote', 'sounding'])
      expect(`${secret}: ${framesHold(observer.frames, secret)}`).toBe(`${secret}: false`);
    expect(framesHold(observer.frames, 'as BMR asks')).toBe(true);
  });

  it('J19 nobody’s screen complained, every screen passes, and no log holds a word', async () => {
    expect(await chair.violations()).toEqual([]);
    expect(await at('DOV').violations()).toEqual([]);
    expect([...everybody(), observer].map(({ complaints }) => complaints)).toEqual(
      Array.from({ length: 12 }, () => []),
    );
    for (const line of relay.log) expect(line).not.toMatch(/Instructions|asks|surplus|eyJ[\w-]+\./);
  });
});
