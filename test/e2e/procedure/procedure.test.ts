import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../../support/chromium.ts';
import { atRest } from '../../support/at-rest.ts';
import { relayOnLoopback, type TestRelay } from '../../support/relay-on-loopback.ts';
import { invite, openView, RENDERER, takeSeat, type Seat } from '../path/room.ts';

const part = (page: Page, name: string) =>
  page.locator('.procedure-part').filter({ has: page.getByRole('heading', { name, exact: true, level: 2 }) });
const openRoom = async (page: Page) => {
  await openView(page, 'Draft');
  await page.getByRole('tab', { name: 'In the room' }).click();
};
/** What a display says, its clocks left out. */
const said = async (display: Page) => (await display.locator('.display').textContent())?.replace(/\d+:\d\d/g, '');

describe('the procedure in the room, and the display on the wall', () => {
  let browser: Browser;
  let relay: TestRelay;
  let chair: Seat;
  let arvenia: Seat;
  let display: Page;

  beforeAll(async () => {
    browser = await openChromium();
    relay = await relayOnLoopback({ rendererDir: RENDERER });
    chair = await takeSeat(browser, relay.url);
    await chair.page.getByRole('button', { name: 'Open the demonstration' }).click();
    await chair.page.getByText('Saved by the relay').waitFor();
    const link = await invite(chair.page, { role: 'Delegation', code: 'ARV', name: 'Arvenia', person: 'Ilo Brandt' });
    arvenia = await takeSeat(browser, link);
    await arvenia.page.getByText('Saved by the relay').waitFor();
    await openRoom(chair.page);
    await openRoom(arvenia.page);
  });
  afterAll(async () => {
    await browser?.close();
    await relay?.close();
  });

  it('D1 Shift+F5 puts the provision at hand on the floor and on the display, in a window of its own', async () => {
    const { page } = chair;
    await page.locator('.outline-row').filter({ hasText: 'expressed concern' }).getByRole('button').click();
    [display] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Shift+F5')]);
    await display.locator('.display-words').waitFor();
    await expect.poll(() => said(display)).toMatch(/^Paragraph 3Blocked.*3\. States expressed concern/);
    await expect
      .poll(() => display.locator('.display-words').textContent())
      .toContain('[and their ammunition[, including');
    expect(display.url()).not.toContain('join');
    // Nobody's caret, and no position until the chair shows them.
    expect(await display.locator('.display-stances, [class*="caret"]').count()).toBe(0);
    await page.locator('.display-check').click();
    await display.locator('.display-stances').waitFor();
    await page.locator('.display-check').click();
    await expect.poll(() => display.locator('.display-stances').count()).toBe(0);
    await arvenia.page.locator('.floor-go', { hasText: '3' }).waitFor();
  });

  it('U3 one press asks for the floor, one press gives it, and the clock runs everywhere', async () => {
    await arvenia.page.locator('.floor').getByRole('button', { name: 'Ask for the floor' }).click();
    await chair.page.locator('.floor').getByRole('button', { name: 'Call ARV' }).click();
    for (const page of [chair.page, arvenia.page]) await page.locator('.floor', { hasText: 'ARV speaking' }).waitFor();
    const clock = async () =>
      Number(/ARV speaking 0:(\d\d)/.exec((await display.locator('.display-speaker').textContent()) ?? '')?.[1]);
    await expect.poll(clock).toBeGreaterThan(0);
  });

  it('D2 a frozen display changes in nothing, a blank one is black and silent, and both go on where the room is', async () => {
    const { page } = chair;
    const control = page.locator('.display-control');
    await control.getByRole('button', { name: 'Freeze' }).focus();
    await page.keyboard.press('.');
    await control.locator('[aria-pressed="true"]', { hasText: 'Freeze' }).waitFor();
    await display.locator('[data-mode="frozen"]').waitFor();
    const before = await display.locator('.display').innerHTML();
    await page.locator('.outline-row').filter({ hasText: 'underlined that Gove' }).getByRole('button').click();
    await part(page, 'Floor')
      .getByRole('button', { name: /^Open Paragraph 5/ })
      .click();
    await arvenia.page.locator('.floor-go', { hasText: '5' }).waitFor();
    // Elsewhere the clock goes on meanwhile.
    const clock = () => arvenia.page.locator('.floor').textContent();
    const shown = await clock();
    expect(shown).toMatch(/\d:\d\d/);
    await expect.poll(clock).not.toBe(shown);
    await atRest(display);
    expect(await display.locator('.display').innerHTML()).toBe(before);
    // Whoever opens one now is shown nothing of what was, nor of what is.
    const late = await display.context().newPage();
    // It has been told what there is when each of its rooms has spoken.
    const rooms: Promise<unknown>[] = [];
    late.on('websocket', (room) => rooms.push(room.waitForEvent('framereceived').catch(() => undefined)));
    await late.goto(display.url());
    await late.locator('.display').waitFor({ state: 'attached' });
    await expect.poll(() => rooms.length).toBeGreaterThan(1);
    await Promise.all(rooms);
    await atRest(late);
    expect(await late.locator('.display').textContent()).toBe('');
    await late.close();
    await control.getByRole('button', { name: 'Blank' }).focus();
    await page.keyboard.press('b');
    await display.locator('[data-mode="blank"]').waitFor();
    await expect.poll(() => display.locator('.display').textContent()).toBe('');
    await expect
      .poll(() => display.locator('.display').evaluate((node) => getComputedStyle(node).backgroundColor))
      .toBe('rgb(0, 0, 0)');
    await page.keyboard.press('b');
    await display.locator('.display-head', { hasText: 'Paragraph 5' }).waitFor();
  });

  it('D3 letters for the last row, and a text that is longer than the screen is told and turned', async () => {
    const { page } = chair;
    const control = page.locator('.display-control');
    await control.getByText('The provision fits the screen.').waitFor();
    await control.getByLabel('Metres to the last row').fill('30');
    await control.getByLabel('Height of the screen in metres').fill('1.5');
    await page.keyboard.press('Tab');
    await control.getByText('The last row cannot read letters of this size.').waitFor();
    await control.getByRole('button', { name: /Letters/ }).click();
    await page.getByRole('option', { name: 'For the last row' }).click();
    await control.getByText(/longer than the screen: \d+ parts/).waitFor();
    const first = await display.locator('.display-lines').textContent();
    await control.getByRole('button', { name: 'Next part' }).click();
    await expect.poll(() => display.locator('.display-lines').textContent()).not.toBe(first);
    await expect.poll(() => display.locator('.display-foot').textContent()).toMatch(/Part 2 of \d+/);
  });

  it('U7 a silence counts down for everybody, and one act with a reason breaks it', async () => {
    const silence = part(chair.page, 'Silence procedure');
    await silence.getByRole('button', { name: 'Put words under silence' }).click();
    await silence.getByRole('button', { name: 'Circulate' }).click();
    const mine = part(arvenia.page, 'Silence procedure');
    await mine.locator('[data-silence="running"]', { hasText: /\d+:\d\d left/ }).waitFor();
    await display.locator('.display-chip', { hasText: 'Silence procedure' }).waitFor();
    const breaks = mine.getByRole('button', { name: 'Break the silence' });
    await expect.poll(() => breaks.isDisabled()).toBe(true);
    expect(await arvenia.violations()).toEqual([]);
    await mine.getByLabel('Why your delegation objects').fill('The words on sovereignty are missing.');
    await breaks.click();
    const broken = silence.locator('[data-silence="broken"]');
    await expect.poll(() => broken.textContent()).toMatch(/Broken by ARV at .*The words on sovereignty are missing\./);
    expect(await mine.getByRole('button', { name: /undo/i }).count()).toBe(0);
  });

  it('U4 a vote by roll call and on a delegation’s own device is announced as the field writes it', async () => {
    const { page } = chair;
    const vote = part(page, 'Recorded vote');
    await vote.getByRole('button', { name: 'Open a vote' }).click();
    await vote.getByRole('button', { name: 'Open the vote' }).click();
    await part(arvenia.page, 'Recorded vote').getByRole('button', { name: 'For', exact: true }).click();
    await vote.getByRole('button', { name: 'Roll call' }).click();
    await vote.locator('.procedure-roll li').nth(1).getByRole('button', { name: 'For' }).click();
    await vote.locator('.procedure-roll li').nth(2).getByRole('button', { name: 'Abstain' }).click();
    await vote.getByText('3 of 13 have voted').waitFor();
    expect(await chair.violations()).toEqual([]);
    await vote.getByRole('button', { name: 'Announce the result' }).click();
    await expect
      .poll(() => part(arvenia.page, 'Recorded vote').textContent())
      .toContain('Adopted by 2 to 0, with 1 abstention');
  });

  it('U4 the adoption is asked once, over the text, and stands on every screen', async () => {
    const { page } = chair;
    await page.getByRole('button', { name: 'Adopt the draft…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('By recorded vote: 2 to 0, with 1 abstention').click();
    await dialog.getByRole('button', { name: 'Adopt', exact: true }).click();
    await arvenia.page.locator('.floor-adopted').waitFor();
    await expect
      .poll(() => part(arvenia.page, 'Adoption').textContent())
      .toContain('The draft is adopted by recorded vote');
  });

  it('U7 nothing complains, and no log holds a reason', () => {
    expect([...chair.complaints, ...arvenia.complaints]).toEqual([]);
    expect(relay.log.join('\n')).not.toContain('sovereignty');
  });
});
